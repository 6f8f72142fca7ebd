#include "forms/frame/self_test_words.h"

#include "forms/text.h"
#include "forms/wording/reader_words.h"

namespace guitai
{

namespace
{

using State = SelfTestLine::State;

wxString ofPrinter(const SelfTestLine& line)
{
    if (line.state == State::good)
        return wxString::Format(_("Papers go to %s"), toUi(line.detail));
    return wxString::Format(_("The printer %s does not answer: switch it on, look at its paper"),
                            toUi(line.detail));
}

wxString ofCamera(const SelfTestLine& line)
{
    if (line.detail.empty())
        return _("No camera is set up: photos are imported");
    if (line.state == State::good && line.detail.starts_with("file:"))
        return _("The practice camera is there");
    if (line.state == State::good)
        return wxString::Format(_("The camera %s is there"), toUi(line.detail));
    return wxString::Format(_("The camera %s is not there: look at its cable"), toUi(line.detail));
}

wxString ofReader(const SelfTestLine& line)
{
    if (line.detail.empty())
        return _("No card reader is set up: what a card says is typed");
    const auto state = fromName<ReaderState>(line.detail);
    return words::sentence(state.value_or(ReaderState::silent));
}

wxString ofClock(const SelfTestLine& line)
{
    if (line.state == State::good)
        return wxString::Format(_("The clock reads %s"), toUi(line.detail));
    return _("The clock stands before the last entry of the journal: set it right first");
}

wxString ofDisk(const SelfTestLine& line)
{
    switch (line.state) {
    case State::good:
        return wxString::Format(_("%s GB free"), toUi(line.detail));
    case State::caution:
        return wxString::Format(_("Only %s GB free: tell the administrator today"),
                                toUi(line.detail));
    case State::bad:
        return wxString::Format(_("Only %s GB free: cases may not be saved any more"),
                                toUi(line.detail));
    }
    return {};
}

} // namespace

wxString nameOf(SelfTestLine::Part part)
{
    switch (part) {
    case SelfTestLine::Part::store:
        return _("Store");
    case SelfTestLine::Part::fonts:
        return _("Fonts");
    case SelfTestLine::Part::printer:
        return _("Printer");
    case SelfTestLine::Part::reader:
        return _("Card reader");
    case SelfTestLine::Part::camera:
        return _("Camera");
    case SelfTestLine::Part::clock:
        return _("Clock");
    case SelfTestLine::Part::disk:
        return _("Disk space");
    }
    return {};
}

wxString sentence(const SelfTestLine& line)
{
    switch (line.part) {
    case SelfTestLine::Part::store:
        return line.state == State::good ? _("The journal is open and its newest entries hold")
                                         : _("The journal does not answer: call the administrator");
    case SelfTestLine::Part::fonts:
        return line.state == State::good
                   ? _("Every character of the papers can be printed")
                   : wxString::Format(
                         _("The fonts of the papers are incomplete (%s): install them again"),
                         toUi(line.detail));
    case SelfTestLine::Part::printer:
        return ofPrinter(line);
    case SelfTestLine::Part::reader:
        return ofReader(line);
    case SelfTestLine::Part::camera:
        return ofCamera(line);
    case SelfTestLine::Part::clock:
        return ofClock(line);
    case SelfTestLine::Part::disk:
        return ofDisk(line);
    }
    return {};
}

SelfTestLine lineOf(ReaderState state)
{
    const auto bad = state == ReaderState::unplugged || state == ReaderState::silent ||
                     state == ReaderState::moduleFault;
    return {SelfTestLine::Part::reader, bad ? State::bad : State::good, std::string{nameOf(state)}};
}

StatusLight::State lightOf(SelfTestLine::State state)
{
    switch (state) {
    case State::good:
        return StatusLight::State::good;
    case State::caution:
        return StatusLight::State::caution;
    case State::bad:
        return StatusLight::State::bad;
    }
    return StatusLight::State::bad;
}

} // namespace guitai
