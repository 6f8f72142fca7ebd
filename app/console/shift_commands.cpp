#include "app/console/case_view.h"
#include "app/console/console.h"
#include "app/console/phrasing.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

#include <charconv>

namespace guitai::console
{

namespace
{

struct Drawer {
    std::string user;
    std::vector<std::string> counts; ///< "100=2": two notes of 100 yuan
    std::string reason;
};

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

Result<CashCount> countOf(const Drawer& drawer, const std::string& field)
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

Answer openDrawer(const Console& console, const Drawer& drawer)
{
    const auto count = countOf(drawer, "opening");
    if (!count)
        return Answer::refused(count.refusals());
    auto signedIn = signIn(console, drawer.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto& station = *signedIn.value().station;
    const auto shift = station.cash().openShift(signedIn.value().actor, count.value());
    return shift ? aboutShift(shift.value(), station, say(_("The shift is open.")))
                 : Answer::refused(shift.refusals());
}

Answer showDrawer(const Console& console, const Drawer& drawer)
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

Answer closeDrawer(const Console& console, const Drawer& drawer)
{
    const auto count = countOf(drawer, "counted");
    if (!count)
        return Answer::refused(count.refusals());
    auto signedIn = signIn(console, drawer.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto& station = *signedIn.value().station;
    const auto shift =
        station.cash().closeShift(signedIn.value().actor, count.value(), drawer.reason);
    if (!shift)
        return Answer::refused(shift.refusals());
    auto answer = aboutShift(shift.value(), station, say(_("The shift is closed.")));
    addLine(answer.lines, _("Expected in the drawer"), shift.value().expected().text());
    addLine(answer.lines, _("Counted"), totalOf(count.value()).value().text());
    return answer;
}

std::shared_ptr<Drawer> addUserOption(CLI::App& command)
{
    auto drawer = std::make_shared<Drawer>();
    command.add_option("--user", drawer->user, say(_("Clerk; the password is read")))->required();
    return drawer;
}

void addCountOption(CLI::App& command, Drawer& drawer)
{
    command.add_option(
        "--count", drawer.counts, say(_("YUAN=PIECES for each denomination, such as 100=2 0.5=4")));
}

} // namespace

void addShiftCommands(CLI::App& app, Console& console)
{
    auto* shifts = app.add_subcommand("shift", say(_("Open, show and close a clerk's drawer")));
    shifts->require_subcommand(1);

    auto* open = shifts->add_subcommand("open", say(_("Open a shift with the counted float")));
    auto opening = addUserOption(*open);
    addCountOption(*open, *opening);
    open->footer(say(_("Without --count the drawer is empty.\n"
                       "Example:\n"
                       "  guitai-admin shift open --user liming --count 50=2 10=10")));
    open->callback([&console, opening] {
        console.choose([&console, opening] { return openDrawer(console, *opening); });
    });

    auto* show = shifts->add_subcommand("show", say(_("Show the open shift")));
    auto showing = addUserOption(*show);
    show->callback([&console, showing] {
        console.choose([&console, showing] { return showDrawer(console, *showing); });
    });

    auto* close = shifts->add_subcommand("close", say(_("Close the shift with a count")));
    auto closing = addUserOption(*close);
    addCountOption(*close, *closing);
    close->add_option("--reason", closing->reason, say(_("Why the count differs, if it does")));
    close->footer(say(_("Example:\n"
                        "  guitai-admin shift close --user liming --count 20=2 10=10")));
    close->callback([&console, closing] {
        console.choose([&console, closing] { return closeDrawer(console, *closing); });
    });
}

} // namespace guitai::console
