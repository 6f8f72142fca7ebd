#include "app/console/console.h"
#include "app/console/drawer_options.h"
#include "app/console/phrasing.h"
#include "app/console/shift_view.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

namespace guitai::console
{

namespace
{

Answer aboutShift(const Shift& shift, const Station& station, const std::string& line)
{
    auto answer = Answer{};
    answer.json["shift"] = json(shift);
    if (!line.empty())
        answer.lines.push_back(line);
    for (auto& text : lines(shift, station.time()))
        answer.lines.push_back(std::move(text));
    return answer;
}

Answer openDrawer(const Console& console, const DrawerOptions& drawer)
{
    const auto count = countOf(drawer, "opening");
    if (!count)
        return Answer::refused(count.refusals());
    auto signedIn = signIn(console, drawer.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto& station = *signedIn.value().station;
    const auto shift =
        station.cash().openShift(signedIn.value().actor, count.value(), drawer.reason);
    return shift ? aboutShift(shift.value(), station, say(_("The shift is open.")))
                 : Answer::refused(shift.refusals());
}

Answer showDrawer(const Console& console, const DrawerOptions& drawer)
{
    auto signedIn = signIn(console, drawer.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto& station = *signedIn.value().station;
    const auto shift = station.cash().openShiftOf(signedIn.value().actor);
    if (shift)
        return aboutShift(*shift, station, {});
    auto answer = Answer{};
    answer.json["shift"] = nullptr;
    answer.lines.push_back(say(_("{1} has no open shift."), {drawer.user}));
    return answer;
}

/// What the count was compared with, told after it only.
Answer aboutCount(const Shift& shift, const Station& station, const std::string& line)
{
    auto answer = aboutShift(shift, station, line);
    const auto& total = shift.counts.back().total;
    addLine(answer.lines, _("Expected in the drawer"), shift.expected().text());
    addLine(answer.lines, _("Counted"), total.text());
    addLine(answer.lines, _("Difference"), (total - shift.expected()).text());
    return answer;
}

Result<Shift> countWith(SignedIn& signedIn, const DrawerOptions& drawer)
{
    const auto count = countOf(drawer, "counted");
    if (!count)
        return count.refusals();
    const auto witness = signInBeside(*signedIn.station, drawer.witness);
    if (!witness)
        return witness.refusals();
    return signedIn.station->cash().countDrawer(signedIn.actor, count.value(), witness.value());
}

Answer countDrawer(const Console& console, const DrawerOptions& drawer)
{
    auto signedIn = signIn(console, drawer.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    const auto shift = countWith(signedIn.value(), drawer);
    return shift ? aboutCount(shift.value(),
                              *signedIn.value().station,
                              say(_("The drawer is counted. Close the shift now.")))
                 : Answer::refused(shift.refusals());
}

/// A count that is given is kept first, whatever becomes of the close: nobody tries counts until
/// one fits.
Answer closeDrawer(const Console& console, const DrawerOptions& drawer)
{
    auto signedIn = signIn(console, drawer.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto& station = *signedIn.value().station;
    if (!drawer.counts.empty())
        if (const auto counted = countWith(signedIn.value(), drawer); !counted)
            return Answer::refused(counted.refusals());
    const auto supervisor = signInBeside(station, drawer.supervisor);
    if (!supervisor)
        return Answer::refused(supervisor.refusals());
    const auto shift = station.cash().closeShift(
        signedIn.value().actor, {drawer.reason, supervisor.value(), drawer.request});
    if (!shift)
        return Answer::refused(shift.refusals());
    auto answer = aboutCount(shift.value(), station, say(_("The shift is closed.")));
    addLine(answer.lines, _("Number of the Z report"), std::to_string(shift.value().close->number));
    return answer;
}

Answer handDrawerOver(const Console& console, const DrawerOptions& drawer)
{
    auto signedIn = signIn(console, drawer.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto& station = *signedIn.value().station;
    const auto taker = signInBeside(station, drawer.taker);
    if (!taker)
        return Answer::refused(taker.refusals());
    const auto supervisor = signInBeside(station, drawer.supervisor);
    if (!supervisor)
        return Answer::refused(supervisor.refusals());
    const auto done = station.cash().handOver(signedIn.value().actor,
                                              *taker.value(),
                                              {drawer.reason, supervisor.value(), drawer.request});
    if (!done)
        return Answer::refused(done.refusals());
    auto answer =
        aboutShift(done.value().opened,
                   station,
                   say(_("The drawer went from {1} to {2}."), {drawer.user, drawer.taker}));
    answer.json["closed"] = json(done.value().closed);
    return answer;
}

CLI::App* addCommand(CLI::App& shifts,
                     Console& console,
                     const char* name,
                     const wxString& help,
                     const std::shared_ptr<DrawerOptions>& drawer,
                     Answer (*run)(const Console&, const DrawerOptions&))
{
    auto* command = shifts.add_subcommand(name, say(help));
    addUserOption(*command, *drawer);
    command->callback([&console, drawer, run] {
        console.choose([&console, drawer, run] { return run(console, *drawer); });
    });
    return command;
}

void addOpenAndShow(CLI::App& shifts, Console& console)
{
    auto opening = std::make_shared<DrawerOptions>();
    auto* open = addCommand(
        shifts, console, "open", _("Open a shift with the counted float"), opening, openDrawer);
    addCountOption(*open, *opening);
    open->add_option("--reason",
                     opening->reason,
                     say(_("Why the float is not what the last drawer held, if so")));
    open->footer(say(_("Without --count the drawer is empty.\n"
                       "Example:\n"
                       "  guitai-admin shift open --user liming --count 50=2 10=10")));
    auto showing = std::make_shared<DrawerOptions>();
    addCommand(shifts, console, "show", _("Show the open shift"), showing, showDrawer);
}

void addSupervisorOption(CLI::App& command, DrawerOptions& drawer)
{
    command.add_option("--supervisor",
                       drawer.supervisor,
                       say(_("Who agrees to a difference or to unknown payments; the password is "
                             "read last")));
    command.add_option(
        "--request", drawer.request, say(_("Approved request, instead of a supervisor beside")));
}

void addCountAndClose(CLI::App& shifts, Console& console)
{
    auto counting = std::make_shared<DrawerOptions>();
    auto* count = addCommand(
        shifts, console, "count", _("Count the drawer for the close"), counting, countDrawer);
    addCountOption(*count, *counting);
    addWitnessOption(*count, *counting);
    count->footer(say(_("The count is kept before it is told what should be there; no cash moves "
                        "after it.\n"
                        "Example:\n"
                        "  guitai-admin shift count --user liming --count 20=2 10=10")));

    auto closing = std::make_shared<DrawerOptions>();
    auto* close = addCommand(
        shifts, console, "close", _("Close the shift with a count"), closing, closeDrawer);
    addCountOption(*close, *closing);
    addWitnessOption(*close, *closing);
    close->add_option("--reason", closing->reason, say(_("Why the count differs, if it does")));
    addSupervisorOption(*close, *closing);
    close->footer(say(_("With --count the drawer is counted first; without it the last count "
                        "holds.\n"
                        "Example:\n"
                        "  guitai-admin shift close --user liming --count 20=2 10=10")));
}

void addHandover(CLI::App& shifts, Console& console)
{
    auto options = std::make_shared<DrawerOptions>();
    auto* command = addCommand(shifts,
                               console,
                               "handover",
                               _("Hand the counted drawer over to another clerk"),
                               options,
                               handDrawerOver);
    command
        ->add_option(
            "--to", options->taker, say(_("Who takes over; the password is the second line")))
        ->required();
    command->add_option("--reason", options->reason, say(_("Why the count differs, if it does")));
    addSupervisorOption(*command, *options);
    command->footer(say(_("Example:\n"
                          "  guitai-admin shift handover --user liming --to zhaolei")));
}

} // namespace

void addShiftCommands(CLI::App& app, Console& console)
{
    auto* shifts =
        app.add_subcommand("shift", say(_("Open, move, count and close a clerk's drawer")));
    shifts->require_subcommand(1);
    addOpenAndShow(*shifts, console);
    addDrawerCommands(*shifts, console);
    addCountAndClose(*shifts, console);
    addHandover(*shifts, console);
    addReportCommand(*shifts, console);
}

} // namespace guitai::console
