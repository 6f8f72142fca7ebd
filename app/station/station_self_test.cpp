#include "app/station/station_self_test.h"

#include "services/devices/camera/camera_process.h"
#include "services/failure.h"
#include "services/utf8.h"

namespace guitai
{

namespace
{

using Part = SelfTestLine::Part;
using State = SelfTestLine::State;

constexpr std::uintmax_t gigabyte = 1000 * 1000 * 1000;
constexpr auto littleSpace = 2 * gigabyte;
constexpr auto noSpace = gigabyte / 5;
constexpr std::chrono::seconds tolerance{2}; // as the journal's

/// Characters of every paper, and names beyond the first plane (𬳵 in CJK Extension E, 𠅤 in
/// B).
constexpr auto probe = "居民身份证领取凭证补打样张0123456789元·䶮𠅤𬳵";

SelfTestLine ofStore(Journal& journal, std::optional<Event>& last)
{
    try {
        last = journal.lastEvent();
        return {Part::store, last ? State::good : State::bad, {}};
    } catch (const ServiceFailure&) {
        return {Part::store, State::bad, {}}; // the line itself says so
    }
}

SelfTestLine ofFonts(const GlyphCoverage& glyphs)
{
    const auto missing = glyphs.firstMissing(probe);
    if (missing)
        return {Part::fonts, State::caution, codePointName(*missing)};
    return {Part::fonts, State::good, {}};
}

/// Whether it can be opened; it is not switched on before somebody sits in front of it.
SelfTestLine ofCamera(const std::string& device)
{
    if (device.empty())
        return {Part::camera, State::good, {}};
    return {Part::camera, cameraIsThere(device) ? State::good : State::bad, device};
}

SelfTestLine ofReader(const std::function<std::optional<ReaderState>()>& reader)
{
    if (!reader)
        return {Part::reader, State::good, {}};
    const auto state = reader().value_or(ReaderState::silent);
    const auto works = state != ReaderState::unplugged && state != ReaderState::silent &&
                       state != ReaderState::moduleFault;
    return {Part::reader, works ? State::good : State::bad, std::string{nameOf(state)}};
}

SelfTestLine ofClock(const SelfTestSubjects& subjects, const std::optional<Event>& last)
{
    const auto now = subjects.clock.now();
    const auto behind = last && now + tolerance < last->at;
    return {Part::clock, behind ? State::bad : State::good, subjects.time.dateTimeText(now)};
}

SelfTestLine ofDisk(const std::filesystem::path& folder)
{
    auto error = std::error_code{};
    const auto space = std::filesystem::space(folder, error);
    if (error)
        return {Part::disk, State::bad, "0.0"};
    const auto tenths = space.available / (gigabyte / 10);
    const auto words = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    const auto state = space.available < noSpace       ? State::bad
                       : space.available < littleSpace ? State::caution
                                                       : State::good;
    return {Part::disk, state, words};
}

} // namespace

std::vector<SelfTestLine> testStation(const SelfTestSubjects& subjects)
{
    auto last = std::optional<Event>{};
    const auto store = ofStore(subjects.journal, last);
    const auto printer = subjects.printerAnswers() ? State::good : State::bad;
    return {store,
            ofFonts(subjects.glyphs),
            {Part::printer, printer, subjects.printerName},
            ofReader(subjects.reader),
            ofCamera(subjects.camera),
            ofClock(subjects, last),
            ofDisk(subjects.dataFolder)};
}

} // namespace guitai
