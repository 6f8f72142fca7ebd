#include "app/console/console.h"
#include "app/console/drawer_options.h"
#include "app/console/phrasing.h"
#include "app/console/shift_view.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

#include <charconv>

namespace guitai::console
{

namespace
{

std::optional<std::pair<std::int64_t, std::int64_t>> parseCount(std::string_view text)
{
    const auto equals = text.find('=');
    if (equals == std::string_view::npos)
        return {};
    const auto worth = parseYuan(text.substr(0, equals));
    const auto digits = text.substr(equals + 1);
    auto pieces = std::int64_t{0};
    const auto* end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, pieces);
    if (!worth || digits.empty() || error != std::errc{} || rest != end)
        return {};
    return std::pair{worth->inFen(), pieces};
}

Answer answerFor(const Result<Shift>& shift, const std::string& line)
{
    if (!shift)
        return Answer::refused(shift.refusals());
    auto answer = Answer{};
    answer.json["shift"] = json(shift.value());
    answer.lines.push_back(line);
    return answer;
}

Answer moveCash(const Console& console, const DrawerOptions& options)
{
    const auto pieces = countOf(options, "pieces");
    if (!pieces)
        return Answer::refused(pieces.refusals());
    auto signedIn = signIn(console, options.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto& station = *signedIn.value().station;
    const auto second = signInBeside(station, options.witness);
    if (!second)
        return Answer::refused(second.refusals());
    const auto shift = station.cash().moveCash(
        signedIn.value().actor,
        {*drawerMoveFrom(options.kind), pieces.value(), options.reason, options.receiver},
        second.value());
    if (!shift)
        return Answer::refused(shift.refusals());
    const auto& movement = shift.value().movements.back();
    return answerFor(shift,
                     say(_("Slip {1}: {2} yuan were recorded."),
                         {std::to_string(movement.slip), movement.amount.text()}));
}

Answer openWithoutSale(const Console& console, const DrawerOptions& options)
{
    auto signedIn = signIn(console, options.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    return answerFor(
        signedIn.value().station->cash().openDrawer(signedIn.value().actor, options.reason),
        say(_("The opening of the drawer was recorded.")));
}

Answer recordIncident(const Console& console, const DrawerOptions& options)
{
    const auto worth = parseYuan(options.note);
    if (!worth)
        return Answer::refused({Refusal::Code::malformed, "denomination", {}});
    auto signedIn = signIn(console, options.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    const auto note = NoteIncident{*noteFaultFrom(options.kind),
                                   worth->inFen(),
                                   options.serialNumber,
                                   options.noticed,
                                   options.officer,
                                   {}};
    return answerFor(signedIn.value().station->cash().recordIncident(signedIn.value().actor, note),
                     say(_("The note was recorded; the drawer's book did not change.")));
}

void addMove(CLI::App& shifts, Console& console)
{
    auto options = std::make_shared<DrawerOptions>();
    auto* command = shifts.add_subcommand("move", say(_("Bring cash in or take it out")));
    addUserOption(*command, *options);
    command->add_option("--kind", options->kind, say(_("in, out, safeDrop or bankDeposit")))
        ->required()
        ->check(CLI::IsMember({"in", "out", "safeDrop", "bankDeposit"}));
    addCountOption(*command, *options);
    command->add_option("--reason", options->reason, say(_("Why")))->required();
    command->add_option("--receiver", options->receiver, say(_("Who takes what leaves")));
    addWitnessOption(*command, *options);
    command->footer(say(_("What leaves the drawer needs --receiver and --witness.\n"
                          "Example:\n"
                          "  guitai-admin shift move --user liming --kind in --count 1=50 --reason "
                          "change")));
    command->callback([&console, options] {
        console.choose([&console, options] { return moveCash(console, *options); });
    });
}

void addOpening(CLI::App& shifts, Console& console)
{
    auto options = std::make_shared<DrawerOptions>();
    auto* command =
        shifts.add_subcommand("drawer", say(_("Record that the drawer is opened without a sale")));
    addUserOption(*command, *options);
    command->add_option("--reason", options->reason, say(_("Why")))->required();
    command->callback([&console, options] {
        console.choose([&console, options] { return openWithoutSale(console, *options); });
    });
}

void addIncident(CLI::App& shifts, Console& console)
{
    auto options = std::make_shared<DrawerOptions>();
    auto* command = shifts.add_subcommand("incident", say(_("Record a counterfeit or torn note")));
    addUserOption(*command, *options);
    command->add_option("--fault", options->kind, say(_("counterfeit or torn")))
        ->required()
        ->check(CLI::IsMember({"counterfeit", "torn"}));
    command->add_option("--note", options->note, say(_("Denomination in yuan")))->required();
    command->add_option("--serial", options->serialNumber, say(_("Number printed on the note")));
    command->add_option("--noticed", options->noticed, say(_("How it was noticed")))->required();
    command->add_option("--officer", options->officer, say(_("To whom the note was handed")))
        ->required();
    command->callback([&console, options] {
        console.choose([&console, options] { return recordIncident(console, *options); });
    });
}

} // namespace

Result<CashCount> countOf(const DrawerOptions& drawer, const std::string& field)
{
    auto count = CashCount{};
    for (const auto& text : drawer.counts) {
        const auto pieces = parseCount(text);
        if (!pieces)
            return Refusal{Refusal::Code::malformed, field, {}};
        count[pieces->first] += pieces->second;
    }
    return count;
}

void addUserOption(CLI::App& command, DrawerOptions& drawer)
{
    command.add_option("--user", drawer.user, say(_("Clerk; the password is read")))->required();
}

void addCountOption(CLI::App& command, DrawerOptions& drawer)
{
    command.add_option(
        "--count", drawer.counts, say(_("YUAN=PIECES for each denomination, such as 100=2 0.5=4")));
}

void addWitnessOption(CLI::App& command, DrawerOptions& drawer)
{
    command.add_option(
        "--witness", drawer.witness, say(_("Who watches; the password is the second line")));
}

void addDrawerCommands(CLI::App& shifts, Console& console)
{
    addMove(shifts, console);
    addOpening(shifts, console);
    addIncident(shifts, console);
}

} // namespace guitai::console
