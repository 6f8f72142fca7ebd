#include "app/console/console.h"
#include "app/console/drawer_options.h"
#include "app/console/paper_file.h"
#include "app/console/phrasing.h"
#include "app/station/settings.h"
#include "printing/report_printer.h"
#include "services/payments/report_desk.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

namespace guitai::console
{

namespace
{

struct Wanted {
    std::string user;
    std::string clerk; ///< of an interim report
    std::int64_t number = 0;
    std::string day;
    std::string reason;
    std::filesystem::path file;
};

Answer answerFor(const IssuedReport& issued, const Wanted& wanted)
{
    auto answer = Answer{};
    const auto& report = issued.report;
    answer.json = {{"number", report.number},
                   {"copy", issued.paper.copy},
                   {"collected_fen", report.collectedTotal.inFen()},
                   {"expected_fen", report.expected.inFen()},
                   {"difference_fen",
                    report.difference ? nlohmann::ordered_json(report.difference->inFen())
                                      : nlohmann::ordered_json()},
                   {"seal", report.seal},
                   {"report", wanted.file.string()}};
    answer.lines.push_back(say(_("The report was written to {1}."), {wanted.file.string()}));
    return answer;
}

Answer dayAnswer(ReportDesk& desk, const Actor& actor, const Wanted& wanted)
{
    const auto date = parseIsoDate(wanted.day);
    if (!date)
        return Answer::refused({Refusal::Code::badDate, "day", {}});
    const auto paper = desk.printDay(actor, *date);
    if (!paper)
        return Answer::refused(paper.refusals());
    auto answer = Answer{};
    answer.json = {{"day", wanted.day}, {"report", wanted.file.string()}};
    answer.lines.push_back(say(_("The report was written to {1}."), {wanted.file.string()}));
    return answer;
}

Answer printReport(const Console& console, const Wanted& wanted)
{
    if (std::filesystem::exists(wanted.file))
        return Answer::refused({Refusal::Code::wouldOverwrite, "file", {}});
    auto signedIn = signIn(console, wanted.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto& station = *signedIn.value().station;
    const auto& actor = signedIn.value().actor;
    const auto printer = makeReportPrinter();
    auto output = PaperFile{wanted.file};
    auto desk =
        ReportDesk{station.parts(), *printer, output, loadSettings(station.place().folder).station};
    if (!wanted.day.empty())
        return dayAnswer(desk, actor, wanted);
    const auto issued = wanted.number > 0 ? desk.printClosed(actor, wanted.number, wanted.reason)
                                          : desk.printInterim(actor, wanted.clerk);
    return issued ? answerFor(issued.value(), wanted) : Answer::refused(issued.refusals());
}

} // namespace

void addReportCommand(CLI::App& shifts, Console& console)
{
    auto wanted = std::make_shared<Wanted>();
    auto* command = shifts.add_subcommand(
        "report", say(_("Print the report of a shift or of a day to a file")));
    command->add_option("--user", wanted->user, say(_("Who asks; the password is read")))
        ->required();
    auto* number = command->add_option("--number", wanted->number, say(_("Number of the Z report")))
                       ->check(CLI::PositiveNumber);
    auto* clerk = command->add_option(
        "--clerk", wanted->clerk, say(_("Whose open shift; an interim report without effect")));
    auto* day = command->add_option("--day", wanted->day, say(_("Day of a daily report")));
    number->excludes(clerk)->excludes(day);
    clerk->excludes(day);
    command->add_option("--reason", wanted->reason, say(_("Why it is printed (again)")));
    command->add_option("--out", wanted->file, say(_("New file (PDF); never overwritten")))
        ->required();
    command->footer(say(_("Before the count a supervisor alone sees an interim report.\n"
                          "Example:\n"
                          "  guitai-admin shift report --user liming --number 12 --out z12.pdf")));
    command->callback([&console, wanted] {
        if (wanted->number == 0 && wanted->clerk.empty() && wanted->day.empty())
            throw CLI::ValidationError(say(_("give --number, --clerk or --day")));
        console.choose([&console, wanted] { return printReport(console, *wanted); });
    });
}

} // namespace guitai::console
