#include "app/console/console.h"
#include "app/console/phrasing.h"
#include "printing/voucher_printer.h"
#include "services/rules/person_name.h"
#include "services/utf8.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

#include <algorithm>

namespace guitai::console
{

namespace
{

constexpr std::size_t longestStationName = 50;

bool hasDigits(const std::string& text, std::size_t count)
{
    return text.size() == count &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<WindowIdentity> checked(WindowIdentity identity)
{
    auto refusals = Refusals{};
    if (!hasDigits(identity.agency, 12))
        refusals.push_back({Refusal::Code::malformed, "agency", {}});
    if (!hasDigits(identity.window, 2) || identity.window == "00")
        refusals.push_back({Refusal::Code::malformed, "window", {}});
    const auto name = parseText(identity.name, longestStationName, "name");
    if (!name)
        refusals.push_back(name.refusal());
    else if (name.value().empty())
        refusals.push_back({Refusal::Code::missing, "name", {}});
    if (!refusals.empty())
        return refusals;
    identity.name = name.value();
    return identity;
}

Answer initialise(const Console& console, const WindowIdentity& wanted)
{
    const auto identity = checked(wanted);
    if (!identity)
        return Answer::refused(identity.refusals());
    if (isInitialised(console.place()))
        return Answer::refused({Refusal::Code::alreadyInitialised, "data", {}});
    // It stands on every voucher and is never changed.
    if (const auto point = makeVoucherPrinter()->firstMissing(identity.value().name))
        return Answer::refused({Refusal::Code::notDrawable, "station", {codePointName(*point)}});
    auto clock = SystemClock{};
    auto random = SystemRandom{};
    initialiseJournal(console.place(), identity.value(), clock, random);

    const auto folder = console.dataFolder.string();
    auto answer = Answer{};
    answer.json = {{"data", folder},
                   {"database", console.place().database().string()},
                   {"key", console.place().key().string()},
                   {"agency", identity.value().agency},
                   {"window", identity.value().window},
                   {"name", identity.value().name},
                   {"training", identity.value().training}};
    answer.lines = {
        say(_("Window {1} of {2} is set up in {3}."),
            {identity.value().window, identity.value().name, folder}),
        say(_("Keep a copy of {1} in another safe place: no backup can be restored without it."),
            {console.place().key().string()}),
        say(_("Next, add an administrator: guitai-admin user add NAME --role administrator"))};
    return answer;
}

} // namespace

void addInitCommand(CLI::App& app, Console& console)
{
    auto identity = std::make_shared<WindowIdentity>();
    auto* init = app.add_subcommand("init", say(_("Set up a window: its journal, key and folder")));
    init->add_option("--agency",
                     identity->agency,
                     say(_("12-digit code of the agency; its first nine digits, area and station, "
                           "begin every acceptance number")))
        ->required();
    init->add_option("--window",
                     identity->window,
                     say(_("Two digits, 01 to 99; each window has serial numbers of its own")))
        ->required();
    init->add_option("--name", identity->name, say(_("Name of the station, as on the voucher")))
        ->required();
    init->add_flag("--training",
                   identity->training,
                   say(_("For practice: papers are marked as samples. Cannot be changed later")));
    init->footer(
        say(_("Example:\n"
              "  guitai-admin init --agency 110108520000 --window 01 --name 'Test Station'\n"
              "\n"
              "The folder is made with mode 0700: whoever owns it administers the "
              "window.")));
    init->callback([&console, identity] {
        console.choose([&console, identity] { return initialise(console, *identity); });
    });
}

} // namespace guitai::console
