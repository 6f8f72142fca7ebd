#include "app/console/console.h"

#include "app/console/password.h"
#include "app/console/phrasing.h"
#include "app/station/settings.h"
#include "forms/text.h"
#include "services/assets.h"
#include "services/devices/photo/photo_program.h"
#include "services/rules/asset_error.h"

#include <wx/translation.h>

#include <nlohmann/json.hpp>

namespace guitai::console
{

ExitCode Console::run() const
{
    try {
        return write(m_command(), form);
    } catch (const ServiceFailure& failure) {
        return writeFailure(failure, form);
    } catch (const AssetError& mistake) {
        return writeMistake(mistake.what(), form);
    } catch (const SettingsError& mistake) {
        return writeMistake(mistake.what(), form);
    } catch (const std::exception&) {
        // Our bug or a library's; its text may repeat what was typed and is not shown.
        return writeFailure({ServiceFailure::Kind::internal, "console"}, form);
    }
}

Result<std::unique_ptr<Station>> open(const Console& console)
{
    if (!isInitialised(console.place()))
        return Refusal{Refusal::Code::notInitialised, "data", {}};
    return std::make_unique<Station>(console.place(), console.assets);
}

std::unique_ptr<PhotoLab> photoLab(const Console& console)
{
    const auto assets = Assets{console.assets};
    const auto standard =
        parsePhotoStandard(assets.load("photo.json"), assets.origin("photo.json"));
    return std::make_unique<PhotoProgram>(usualPhotoProgram(), standard);
}

Result<Intake> readCase(const Console& console, const std::filesystem::path& file)
{
    const auto assets = Assets{console.assets};
    const auto copies =
        parseCopyRules(assets.load("documents.json"), assets.origin("documents.json"));
    return readIntake(file, todayAtStation(), *photoLab(console), copies.scan);
}

Result<SignedIn> signIn(const Console& console, const std::string& user)
{
    // Before the folder is opened: nobody else is kept waiting while somebody types.
    const auto password = readPassword(toUi(say(_("Password of {1}: "), {user})));
    if (!password)
        return password.refusals();
    auto station = open(console);
    if (!station)
        return station.refusals();
    auto actor = station.value()->people().signIn(user, password.value());
    if (!actor)
        return actor.refusals();
    return SignedIn{std::move(station.value()), actor.value()};
}

Result<std::optional<Actor>> signInBeside(Station& station, const std::string& user)
{
    if (user.empty())
        return std::optional<Actor>{};
    const auto password = readPassword(toUi(say(_("Password of {1}: "), {user})));
    if (!password)
        return password.refusals();
    const auto actor = station.people().signIn(user, password.value());
    if (!actor)
        return actor.refusals();
    return std::optional{actor.value()};
}

} // namespace guitai::console
