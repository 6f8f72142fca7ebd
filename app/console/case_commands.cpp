#include "app/console/case_intake.h"
#include "app/console/case_view.h"
#include "app/console/console.h"
#include "app/console/phrasing.h"
#include "services/assets.h"
#include "services/rules/citizen_number.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

namespace guitai::console
{

namespace
{

Answer checkFile(const Console& console, const std::filesystem::path& file)
{
    const auto intake = readCase(console, file);
    if (!intake)
        return Answer::refused(intake.refusals());
    auto station = std::unique_ptr<Station>{};
    if (isInitialised(console.place()))
        station = std::make_unique<Station>(console.place(), console.assets);
    const auto rules = loadRuleBook(Assets{console.assets});
    const auto judged = station ? judge(intake.value(), station->cases())
                                : judgeWithoutJournal(intake.value(), todayAtStation(), rules);

    auto answer = Answer{};
    answer.refusals = objections(judged, intake.value().cash, rules.cash);
    answer.json = {{"ready", answer.refusals.empty()},
                   {"openCasesSearched", station != nullptr},
                   {"checklist", json(judged.items)},
                   {"derived", json(judged.derived)}};
    answer.lines = lines(judged.derived);
    if (!station)
        answer.lines.push_back(say(_("This folder holds no journal: open cases of the same person "
                                     "could not be searched.")));
    auto warnings = judged.items;
    std::erase_if(warnings, [](const auto& item) { return item.severity != Severity::warning; });
    for (auto& line : lines(warnings))
        answer.lines.push_back(std::move(line));
    if (answer.refusals.empty())
        answer.lines.push_back(say(_("The case is ready to be submitted. Nothing was stored.")));
    return answer;
}

Answer showCase(const Console& console, const std::string& number)
{
    const auto station = open(console);
    if (!station)
        return Answer::refused(station.refusals());
    const auto found = station.value()->cases().load(number);
    if (!found)
        return Answer::refused(found.refusals());
    record(station.value()->journal(),
           EventKind::personalDataViewed,
           "case/" + number,
           {{"what", "case"}});
    auto answer = Answer{};
    answer.json = json(found.value());
    answer.lines = lines(found.value(), station.value()->time());
    if (auto next = nextStep(found.value()); !next.empty())
        answer.lines.push_back(std::move(next));
    return answer;
}

/// What --help calls filters, as typed.
struct Filters {
    CaseQuery query;
    std::string from;
    std::string to;
};

Result<CaseQuery> queryOf(const Filters& filters)
{
    auto query = filters.query;
    auto refusals = Refusals{};
    const auto day = [&refusals](const std::string& text, const char* field) {
        const auto date = parseIsoDate(text);
        if (!text.empty() && !date)
            refusals.push_back({Refusal::Code::badDate, field, {}});
        return date;
    };
    query.acceptedFrom = day(filters.from, "from");
    query.acceptedTo = day(filters.to, "to");
    query.citizenNumber = normalisedCitizenNumber(query.citizenNumber);
    if (const auto upgraded = upgradedFifteen(query.citizenNumber))
        query.citizenNumber = *upgraded;
    if (!refusals.empty())
        return refusals;
    return query;
}

Answer listCases(const Console& console, const Filters& filters)
{
    const auto query = queryOf(filters);
    if (!query)
        return Answer::refused(query.refusals());
    const auto station = open(console);
    if (!station)
        return Answer::refused(station.refusals());
    const auto page = station.value()->cases().search(query.value());
    auto answer = Answer{};
    answer.json["total"] = page.total;
    answer.json["offset"] = query.value().offset;
    answer.json["cases"] = nlohmann::ordered_json::array();
    for (const auto& row : page.rows)
        answer.json["cases"].push_back(json(row));
    if (!page.rows.empty())
        answer.lines = lines(page.rows);
    answer.lines.push_back(say(_("{1} of {2} cases, newest first."),
                               {std::to_string(page.rows.size()), std::to_string(page.total)}));
    return answer;
}

void addCheckCommand(CLI::App& cases, Console& console)
{
    auto file = std::make_shared<std::filesystem::path>();
    auto* check = cases.add_subcommand(
        "check", say(_("Judge a case file; nothing is stored, nobody signs in")));
    check->add_option("FILE", *file, say(_("Case file (JSON)")))->required();
    check->footer(say(_("Prints what the rules derive, and what is missing or wrong, each with its "
                        "field.\n"
                        "Example:\n"
                        "  guitai-admin case check assets/examples/under16-first-issue.json")));
    check->callback([&console, file] {
        console.choose([&console, file] { return checkFile(console, *file); });
    });
}

void addShowCommand(CLI::App& cases, Console& console)
{
    auto number = std::make_shared<std::string>();
    auto* show = cases.add_subcommand("show", say(_("Show a case with its history")));
    show->add_option("NUMBER", *number, say(_("Acceptance number, 22 digits")))->required();
    show->callback([&console, number] {
        console.choose([&console, number] { return showCase(console, *number); });
    });
}

void addListCommand(CLI::App& cases, Console& console)
{
    auto filters = std::make_shared<Filters>();
    auto& query = filters->query;
    auto* list = cases.add_subcommand("list", say(_("List cases, narrowed by filters")));
    list->add_option(
        "--number", query.acceptanceNumber, say(_("Beginning of the acceptance number")));
    list->add_option("--citizen-number",
                     query.citizenNumber,
                     say(_("Citizen number of the applicant; 15 digits find too")));
    list->add_option(
        "--guardian-number", query.guardianNumber, say(_("Citizen number of the guardian")));
    list->add_option("--name", query.nameBeginning, say(_("Beginning of the applicant's name")));
    list->add_option("--phone", query.phone, say(_("Telephone number")));
    list->add_option("--from", filters->from, say(_("First day of acceptance, 2026-11-22")));
    list->add_option("--to", filters->to, say(_("Last day of acceptance")));
    list->add_option("--category", query.category, say(_("Category")))
        ->check(CLI::IsMember(
            {"under16", "firstTime", "fingersUnobtainable", "terminalFailed", "couldUseTerminal"}));
    list->add_option("--state", query.state, say(_("State")))
        ->check(CLI::IsMember({"awaitingApproval",
                               "awaitingPayment",
                               "accepted",
                               "ready",
                               "collected",
                               "posted",
                               "rejected",
                               "withdrawn"}));
    list->add_option("--limit", query.limit, say(_("At most so many")))
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    list->add_option("--offset", query.offset, say(_("Leave out so many of the newest")))
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    list->footer(say(_("Examples:\n"
                       "  guitai-admin case list --from 2026-11-22 --state awaitingPayment\n"
                       "  guitai-admin --json case list --name Wang")));
    list->callback([&console, filters] {
        console.choose([&console, filters] { return listCases(console, *filters); });
    });
}

} // namespace

void addCaseCommands(CLI::App& app, Console& console)
{
    auto* cases = app.add_subcommand("case", say(_("Check, submit, show and list cases")));
    cases->require_subcommand(1);
    addCheckCommand(*cases, console);
    addSubmitCommand(*cases, console);
    addHandoverCommand(*cases, console);
    addDecideCommand(*cases, console);
    addInquiryCommands(*cases, console);
    addWithdrawCommand(*cases, console);
    addPayCommand(*cases, console);
    addResolveCommand(*cases, console);
    addShowCommand(*cases, console);
    addListCommand(*cases, console);
}

} // namespace guitai::console
