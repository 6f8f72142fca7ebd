#include "app/console/console.h"
#include "app/console/new_file.h"
#include "app/console/phrasing.h"
#include "app/station/settings.h"
#include "printing/report_printer.h"
#include "services/payments/reconciliation_desk.h"
#include "services/payments/report_desk.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

#include <fstream>
#include <iterator>

namespace guitai::console
{

namespace
{

constexpr std::uintmax_t largestBill = 64U << 20U; ///< payments.md 12

struct Comparison {
    std::string user;
    std::string channel;
    std::string day;
    std::filesystem::path bill;
    std::string sha1;
    std::string prefix;
    std::filesystem::path pdf;
    std::filesystem::path csv;
    // work on a difference
    std::string id;
    std::string resolution;
};

GatewayChannel channelOf(const Comparison& wanted)
{
    return wanted.channel == "alipay" ? GatewayChannel::alipay : GatewayChannel::weChat;
}

Result<std::string> readBillFile(const std::filesystem::path& file)
{
    auto stream = std::ifstream{file, std::ios::binary};
    auto error = std::error_code{};
    const auto size = std::filesystem::file_size(file, error);
    if (!stream || error)
        return Refusal{Refusal::Code::fileUnreadable, "bill", {}};
    if (size > largestBill)
        return Refusal{Refusal::Code::fileTooLarge, "bill", {}};
    return std::string{std::istreambuf_iterator<char>{stream}, {}};
}

/// The window's own beginning of order numbers: station and device, as in its newest order.
std::string ownPrefix(Journal& journal)
{
    constexpr std::size_t stationAndDevice = 4;
    const auto newest = journal.attempts({.limit = 1});
    return newest.empty() ? std::string{} : newest.front().orderNumber.substr(0, stationAndDevice);
}

nlohmann::ordered_json json(const WorkItem& item)
{
    return {{"id", item.difference.id},
            {"class", nameOf(item.difference.kind)},
            {"owner", item.owner},
            {"due", utcText(item.due)},
            {"resolution", item.resolution},
            {"approver", item.approver}};
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
    answer.json["work"] = nlohmann::ordered_json::array();
    for (const auto& item : comparison.items)
        answer.json["work"].push_back(json(item));
    answer.lines.push_back(say(_("{1} lines, {2} matched, {3} differences to work on."),
                               {std::to_string(sheet.lines),
                                std::to_string(sheet.matched),
                                std::to_string(comparison.items.size())}));
    for (const auto& item : comparison.items)
        answer.lines.push_back(item.difference.id);
    return answer;
}

void writeCsv(const Comparison& wanted, const DayComparison& comparison)
{
    auto file = NewFile{wanted.csv};
    file.stream() << csvOf(comparison.sheet);
    file.publish();
}

Refusals writePdf(Station& station, const Comparison& wanted, const DayComparison& comparison)
{
    constexpr std::size_t toTheMinute = 16;
    const auto printer = makeReportPrinter();
    const auto texts = loadSettings(station.place().folder).station;
    const auto head = ReportHead{
        .authority = texts.authority,
        .station = station.identity().name,
        .window = station.identity().window,
        .printedAt = station.time().dateTimeText(SystemClock{}.now()).substr(0, toTheMinute),
        .time = station.time(),
        .training = station.identity().training};
    const auto paper = printer->comparisonPaper(head, comparison);
    if (!paper)
        return paper.refusals();
    PaperFile{wanted.pdf}.put(paper.value().pdf, "reconciliation");
    return {};
}

Answer compare(const Console& console, const Comparison& wanted)
{
    for (const auto& file : {wanted.pdf, wanted.csv})
        if (!file.empty() && std::filesystem::exists(file))
            return Answer::refused({Refusal::Code::wouldOverwrite, "file", {}});
    const auto day = parseIsoDate(wanted.day);
    if (!day)
        return Answer::refused({Refusal::Code::badDate, "day", {}});
    auto bytes = readBillFile(wanted.bill);
    if (!bytes)
        return Answer::refused(bytes.refusals());
    auto signedIn = signIn(console, wanted.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto& station = *signedIn.value().station;
    const auto prefix = wanted.prefix.empty() ? ownPrefix(station.journal()) : wanted.prefix;
    auto desk = ReconciliationDesk{station.parts(), prefix};
    const auto done = desk.compare(signedIn.value().actor,
                                   channelOf(wanted),
                                   *day,
                                   billFileFrom(std::move(bytes.value()), wanted.sha1));
    if (!done)
        return Answer::refused(done.refusals());
    auto answer = answerFor(done.value());
    if (!wanted.csv.empty())
        writeCsv(wanted, done.value());
    if (!wanted.pdf.empty())
        answer.refusals = writePdf(station, wanted, done.value());
    return answer;
}

Answer resolve(const Console& console, const Comparison& wanted)
{
    const auto day = parseIsoDate(wanted.day);
    if (!day)
        return Answer::refused({Refusal::Code::badDate, "day", {}});
    auto signedIn = signIn(console, wanted.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto desk = ReconciliationDesk{signedIn.value().station->parts(), {}};
    const auto done =
        desk.resolve(signedIn.value().actor, channelOf(wanted), *day, wanted.id, wanted.resolution);
    if (!done)
        return Answer::refused(done.refusals());
    auto answer = Answer{};
    answer.json["resolved"] = wanted.id;
    answer.lines.push_back(say(_("The end of the difference was recorded.")));
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
    command->add_option("--bill", wanted->bill, say(_("The bill as it was downloaded")))
        ->required();
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
    command->callback([&console, wanted] {
        console.choose([&console, wanted] { return compare(console, *wanted); });
    });

    auto work = std::make_shared<Comparison>();
    auto* end = app.add_subcommand("difference", say(_("Record how a difference ended")));
    addCommonOptions(*end, *work);
    end->add_option("ID", work->id, say(_("The difference, as reconcile lists it")))->required();
    end->add_option("--resolution", work->resolution, say(_("How it ended")))->required();
    end->callback(
        [&console, work] { console.choose([&console, work] { return resolve(console, *work); }); });
}

} // namespace guitai::console
