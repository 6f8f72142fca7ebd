#include "app/console/console.h"
#include "app/console/paper_file.h"
#include "app/console/payment_view.h"
#include "app/console/phrasing.h"
#include "app/station/settings.h"
#include "forms/text.h"
#include "forms/wording/payment_words.h"
#include "printing/report_printer.h"
#include "services/new_file.h"
#include "services/payments/bills/bill_fetch.h"
#include "services/payments/bills/bill_import.h"
#include "services/payments/payment_channels.h"
#include "services/payments/reconciliation_desk.h"
#include "services/payments/report_desk.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <optional>
#include <variant>

namespace guitai::console
{

namespace
{

struct Comparison {
    std::string user;
    std::string channel;
    std::string day;
    std::filesystem::path bill; ///< empty: fetch it from the provider
    bool fetch = false;
    std::filesystem::path funds; ///< the file; fetched without one
    bool withFunds = false;      ///< the account, too
    std::string sha1;
    std::string prefix;
    std::filesystem::path pdf;
    std::filesystem::path csv;
    // work on a difference
    std::string id;
    std::string resolution;
    std::string owner;
    std::string note;
};

GatewayChannel channelOf(const Comparison& wanted)
{
    return wanted.channel == "alipay" ? GatewayChannel::alipay : GatewayChannel::weChat;
}

nlohmann::ordered_json itemJson(const WorkItem& item)
{
    return {{"id", item.difference.id},
            {"class", nameOf(item.difference.kind)},
            {"owner", item.owner},
            {"due", utcText(item.due)},
            {"resolution", item.resolution},
            {"approver", item.approver}};
}

/// The second level: whether what the trade bill lists arrived on the account.
void show(Answer& answer, const FundComparison& funds)
{
    const auto& sums = funds.sums;
    answer.json["funds"] = {{"agrees", funds.agrees()},
                            {"taken_fen", sums.taken.inFen()},
                            {"given_back_fen", sums.givenBack.inFen()},
                            {"fees_fen", sums.fees.inFen()}};
    answer.lines.push_back(
        funds.agrees()
            ? say(_("The account received what the bill lists."))
            : say(_("The account does not show what the bill lists: {1} arrived and {2} went "
                    "back, by the bill {3} and {4}. Tell the finance office."),
                  {sums.taken.text(),
                   sums.givenBack.text(),
                   funds.billPaid.text(),
                   funds.billRefunded.text()}));
}

Answer answerFor(const DayComparison& comparison)
{
    const auto& sheet = comparison.sheet;
    auto answer = Answer{};
    answer.json = {{"day", isoDate(sheet.day)},
                   {"lines", sheet.lines},
                   {"foreign", sheet.foreign},
                   {"matched", sheet.matched},
                   {"balanced", sheet.isBalanced()},
                   {"differences", sheet.differences.size()}};
    if (comparison.funds)
        show(answer, *comparison.funds);
    answer.json["work"] = nlohmann::ordered_json::array();
    for (const auto& item : comparison.items)
        answer.json["work"].push_back(itemJson(item));
    answer.lines.push_back(say(_("{1} lines, {2} matched, {3} differences to work on."),
                               {std::to_string(sheet.lines),
                                std::to_string(sheet.matched),
                                std::to_string(comparison.items.size())}));
    for (const auto& item : comparison.items)
        answer.lines.push_back(item.difference.id);
    return answer;
}

ReconciliationDesk deskOf(Station& station, const Comparison& wanted)
{
    return {station.parts(), wanted.prefix.empty() ? std::optional<std::string>{} : wanted.prefix};
}

void writeCsv(const Comparison& wanted, const DayComparison& comparison)
{
    auto file = NewFile{wanted.csv};
    file.stream() << csvOf(comparison.sheet);
    file.publish();
}

Refusals writePdf(Station& station,
                  const Actor& actor,
                  const Comparison& wanted,
                  const DayComparison& comparison)
{
    const auto printer = makeReportPrinter();
    auto output = PaperFile{wanted.pdf};
    auto desk =
        ReportDesk{station.parts(), *printer, output, loadSettings(station.place().folder).station};
    const auto printed = desk.printComparison(actor, comparison);
    return printed ? Refusals{} : printed.refusals();
}

/// What was read or fetched to be compared.
struct Bills {
    BillFile trades;
    std::optional<BillFile> funds = {};
    GatewayProblem fundsProblem{}; ///< why the provider's fund bill is not there
};
using BillsOrAnswer = std::variant<Bills, Answer>;

BillsOrAnswer readBills(const Comparison& wanted)
{
    auto bills = Bills{};
    auto trades = readBillFile(wanted.bill, wanted.sha1);
    if (!trades)
        return Answer::refused(trades.refusals());
    bills.trades = std::move(trades.value());
    if (wanted.withFunds) {
        auto funds = readBillFile(wanted.funds);
        if (!funds)
            return Answer::refused(funds.refusals());
        bills.funds = std::move(funds.value());
    }
    return bills;
}

/// As the window itself would, over the set-up of payment.json.
BillsOrAnswer fetch(const Console& console, const Comparison& wanted, Date day)
{
    auto found = inForce(console);
    if (auto* answer = std::get_if<Answer>(&found))
        return *answer;
    const auto clock = SystemClock{};
    auto random = SystemRandom{};
    auto log = NoLog{};
    auto channels = PaymentChannels{std::get<PaymentSetup>(found), {clock, random, log}};
    const auto gateways = channels.gateways();
    const auto gateway = gateways.find(channelOf(wanted));
    if (gateway == gateways.end())
        return Answer::refused({Refusal::Code::channelUnavailable, "channel", {}});
    auto got = fetchBills(*gateway->second, day);
    if (!got.haveTrades()) {
        auto answer = Answer{};
        answer.notDone = true;
        answer.json["problem"] = nameOf(got.trades.problem);
        answer.lines.push_back(fromUi(words::sentence(got.trades.problem)));
        return answer;
    }
    auto bills = Bills{.trades = std::move(*got.trades.value)};
    if (got.haveFunds())
        bills.funds = std::move(*got.funds->value);
    else
        bills.fundsProblem = got.funds ? got.funds->problem : GatewayProblem::unsupported;
    return bills;
}

Answer compare(const Console& console, const Comparison& wanted)
{
    for (const auto& file : {wanted.pdf, wanted.csv})
        if (!file.empty() && std::filesystem::exists(file))
            return Answer::refused({Refusal::Code::wouldOverwrite, "file", {}});
    const auto day = parseIsoDate(wanted.day);
    if (!day)
        return Answer::refused({Refusal::Code::badDate, "day", {}});
    auto bills = wanted.fetch ? BillsOrAnswer{} : readBills(wanted);
    if (const auto* answer = std::get_if<Answer>(&bills))
        return *answer;
    auto signedIn = signIn(console, wanted.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    if (wanted.fetch)
        bills = fetch(console, wanted, *day);
    if (const auto* answer = std::get_if<Answer>(&bills))
        return *answer;
    auto& station = *signedIn.value().station;
    auto desk = deskOf(station, wanted);
    const auto& actor = signedIn.value().actor;
    const auto& read = std::get<Bills>(bills);
    auto done = desk.compare(actor, channelOf(wanted), *day, read.trades);
    if (!done)
        return Answer::refused(done.refusals());
    auto refusals = Refusals{};
    if (read.funds) {
        auto both = desk.compare(actor, channelOf(wanted), *day, *read.funds, BillBook::funds);
        if (both)
            done = std::move(both);
        else
            refusals = both.refusals();
    }
    auto answer = answerFor(done.value());
    answer.refusals = std::move(refusals);
    if (wanted.withFunds && read.fundsProblem != GatewayProblem::none) {
        answer.notDone = true;
        answer.json["funds"] = {{"problem", nameOf(read.fundsProblem)}};
        answer.lines.push_back(fromUi(words::sentence(read.fundsProblem)));
    }
    if (!wanted.csv.empty())
        writeCsv(wanted, done.value());
    if (!wanted.pdf.empty() && answer.refusals.empty())
        answer.refusals = writePdf(station, signedIn.value().actor, wanted, done.value());
    return answer;
}

/// Due as it is, or by the end of the next day when nobody had it yet.
Result<Done>
assign(ReconciliationDesk& desk, const Actor& actor, const Comparison& wanted, Date day)
{
    const auto loaded = desk.load(actor, channelOf(wanted), day);
    if (!loaded)
        return loaded.refusals();
    const auto items = loaded.value() ? loaded.value()->items : std::vector<WorkItem>{};
    const auto item = std::ranges::find_if(
        items, [&](const WorkItem& known) { return known.difference.id == wanted.id; });
    const auto due = item == items.end() ? Instant{} : item->due;
    return desk.assign(actor, channelOf(wanted), day, wanted.id, wanted.owner, due, wanted.note);
}

Answer work(const Console& console, const Comparison& wanted)
{
    const auto day = parseIsoDate(wanted.day);
    if (!day)
        return Answer::refused({Refusal::Code::badDate, "day", {}});
    auto signedIn = signIn(console, wanted.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto desk = deskOf(*signedIn.value().station, wanted);
    const auto& actor = signedIn.value().actor;
    const auto ends = wanted.owner.empty();
    const auto done =
        ends ? desk.resolve(actor, channelOf(wanted), *day, wanted.id, wanted.resolution)
             : assign(desk, actor, wanted, *day);
    if (!done)
        return Answer::refused(done.refusals());
    auto answer = Answer{};
    answer.json[ends ? "resolved" : "assigned"] = wanted.id;
    answer.lines.push_back(ends ? say(_("The end of the difference was recorded."))
                                : say(_("The difference was assigned to {1}."), {wanted.owner}));
    return answer;
}

void addCommonOptions(CLI::App& command, Comparison& wanted)
{
    command.add_option("--user", wanted.user, say(_("Supervisor; the password is read")))
        ->required();
    command.add_option("--channel", wanted.channel, say(_("wechat or alipay")))
        ->required()
        ->check(CLI::IsMember({"wechat", "alipay"}));
    command.add_option("--day", wanted.day, say(_("Day of the bill, YYYY-MM-DD")))->required();
}

} // namespace

void addReconcileCommands(CLI::App& app, Console& console)
{
    auto wanted = std::make_shared<Comparison>();
    auto* command =
        app.add_subcommand("reconcile", say(_("Compare a provider's bill with the records")));
    addCommonOptions(*command, *wanted);
    auto* source = command->add_option_group("source");
    source->add_option("--bill", wanted->bill, say(_("The bill as it was downloaded")));
    source->add_flag("--fetch", wanted->fetch, say(_("Ask the provider for it, now")));
    source->require_option(1);
    auto* funds =
        command
            ->add_option("--funds",
                         wanted->funds,
                         say(_("WeChat Pay's fund bill of the day: did the money arrive? A file; "
                               "with --fetch none, it is fetched")))
            ->expected(0, 1);
    command->add_option("--sha1", wanted->sha1, say(_("Hash that the provider told")));
    command->add_option("--prefix",
                        wanted->prefix,
                        say(_("Beginning of this window's order numbers, if not that of the "
                              "newest one")));
    command->add_option("--out", wanted->pdf, say(_("New file (PDF); never overwritten")));
    command->add_option("--csv", wanted->csv, say(_("New file (CSV); never overwritten")));
    command->footer(say(_("Nothing in the ledger changes; each difference becomes a work item.\n"
                          "Example:\n"
                          "  guitai-admin reconcile --channel wechat --day 2026-11-22 --bill "
                          "bill.txt --user wangfang")));
    command->callback([&console, wanted, funds] {
        wanted->withFunds = funds->count() > 0;
        if (wanted->withFunds && wanted->fetch != wanted->funds.empty())
            throw CLI::ValidationError("--funds", say(_("A file, or --fetch: one of the two.")));
        console.choose([&console, wanted] { return compare(console, *wanted); });
    });

    auto item = std::make_shared<Comparison>();
    auto* difference =
        app.add_subcommand("difference", say(_("Assign a difference, or record how it ended")));
    addCommonOptions(*difference, *item);
    difference->add_option("ID", item->id, say(_("The difference, as reconcile lists it")))
        ->required();
    auto* act = difference->add_option_group("act");
    act->add_option("--resolution", item->resolution, say(_("How it ended")));
    act->add_option("--assign", item->owner, say(_("Who looks at it (user name)")));
    act->require_option(1);
    difference->add_option("--note", item->note, say(_("What to look at; for whoever gets it")));
    difference->callback(
        [&console, item] { console.choose([&console, item] { return work(console, *item); }); });
}

} // namespace guitai::console
