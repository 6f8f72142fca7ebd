#include "app/console/console.h"
#include "app/console/phrasing.h"
#include "services/new_file.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

#include <iostream>

namespace guitai::console
{

namespace
{

constexpr int eventsAtOnce = 1000;

nlohmann::ordered_json problemsJson(const std::vector<Problem>& problems)
{
    auto list = nlohmann::ordered_json::array();
    for (const auto& problem : problems)
        list.push_back({{"place", problem.place}, {"what", problem.what}});
    return list;
}

Answer verify(const Console& console)
{
    const auto station = open(console);
    if (!station)
        return Answer::refused(station.refusals());
    const auto report = station.value()->journal().verify();
    auto answer = Answer{};
    answer.json = {{"sound", report.problems.empty()},
                   {"events", report.events},
                   {"attachments", report.attachments},
                   {"drafts", report.drafts},
                   {"headHash", report.headHash},
                   {"problems", problemsJson(report.problems)}};
    answer.lines.push_back(say(_("{1} events, {2} attachments and {3} drafts were verified."),
                               {std::to_string(report.events),
                                std::to_string(report.attachments),
                                std::to_string(report.drafts)}));
    for (const auto& problem : report.problems)
        answer.lines.push_back(say(_("{1}: {2}"), {problem.place, problem.what}));
    if (report.problems.empty())
        answer.lines.push_back(
            say(_("Everything holds. Head of the chain: {1}"), {report.headHash}));
    else
        answer.failure = ServiceFailure{ServiceFailure::Kind::damaged, "verify"};
    return answer;
}

Answer rebuild(const Console& console)
{
    const auto station = open(console);
    if (!station)
        return Answer::refused(station.refusals());
    auto& journal = station.value()->journal();
    journal.rebuildIndex();
    record(journal, EventKind::indexRebuilt, "window");
    auto answer = Answer{};
    answer.json["rebuilt"] = true;
    answer.lines.push_back(say(_("The index was made anew from the journal.")));
    return answer;
}

nlohmann::ordered_json eventJson(const Event& event)
{
    return {{"window", event.window},
            {"sequence", event.sequence},
            {"at", utcText(event.at)},
            {"kind", nameOf(event.kind)},
            {"subject", event.subject},
            {"actor", event.actor},
            {"payload", event.payload},
            {"previousHash", event.previousHash},
            {"hash", event.hash},
            {"mac", event.mac}};
}

std::int64_t writeEvents(Journal& journal, std::int64_t first, std::ostream& out)
{
    auto count = std::int64_t{0};
    while (true) {
        const auto events = journal.eventsFrom(first + count, eventsAtOnce);
        for (const auto& event : events)
            out << eventJson(event).dump() << '\n';
        count += static_cast<std::int64_t>(events.size());
        if (!out.flush())
            throw ServiceFailure(ServiceFailure::Kind::diskFull, "export");
        if (events.size() < static_cast<std::size_t>(eventsAtOnce))
            return count;
    }
}

struct Export {
    std::filesystem::path file; ///< empty: standard output
    std::int64_t from = 1;
};

Answer exportJournal(const Console& console, const Export& wanted)
{
    if (!wanted.file.empty() && std::filesystem::exists(wanted.file))
        return Answer::refused({Refusal::Code::wouldOverwrite, "file", {}});
    const auto station = open(console);
    if (!station)
        return Answer::refused(station.refusals());
    auto& journal = station.value()->journal();
    record(journal, EventKind::journalExported, "window"); // before anything leaves the program
    auto answer = Answer{};
    if (wanted.file.empty()) {
        writeEvents(journal, wanted.from, std::cout);
        answer.written = true;
        return answer;
    }
    auto out = NewFile{wanted.file};
    const auto events = writeEvents(journal, wanted.from, out.stream());
    out.publish();
    answer.json = {{"events", events}, {"file", wanted.file.string()}};
    answer.lines.push_back(
        say(_("{1} events were written to {2}."), {std::to_string(events), wanted.file.string()}));
    return answer;
}

} // namespace

void addJournalCommands(CLI::App& app, Console& console)
{
    auto* journal = app.add_subcommand("journal", say(_("Verify, rebuild and export the journal")));
    journal->require_subcommand(1);

    auto* check = journal->add_subcommand(
        "verify", say(_("Check every hash, seal, attachment, draft and index row")));
    check->footer(say(_("Exit code 0: everything holds; 3: something is damaged, and the output "
                        "says where.")));
    check->callback([&console] { console.choose([&console] { return verify(console); }); });

    auto* again = journal->add_subcommand(
        "rebuild", say(_("Make the index tables anew from the journal alone")));
    again->callback([&console] { console.choose([&console] { return rebuild(console); }); });

    auto wanted = std::make_shared<Export>();
    auto* all =
        journal->add_subcommand("export", say(_("Write all events, one JSON object a line")));
    all->add_option("--out",
                    wanted->file,
                    say(_("New file, readable by you only; standard output if left out")));
    all->add_option("--from", wanted->from, say(_("First sequence number")))
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    all->footer(say(_("The events hold personal data. The export is itself recorded.")));
    all->callback([&console, wanted] {
        console.choose([&console, wanted] { return exportJournal(console, *wanted); });
    });
}

} // namespace guitai::console
