#include "app/console/case_view.h"
#include "app/console/console.h"
#include "app/console/phrasing.h"
#include "forms/text.h"
#include "forms/wording/handover_words.h"
#include "forms/wording/words.h"
#include "services/cases/handover_intake.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

namespace guitai::console
{

namespace
{

struct HandoverImport {
    std::filesystem::path file;
    std::string user;
};

/// Stores the draft for every clerk of the window to resume, and says what it still lacks.
Answer store(CaseDesk& desk, const Actor& clerk, Draft draft, const HandoverIntake& intake)
{
    draft = withIntake(std::move(draft), intake);
    if (const auto saved = desk.saveDraft(clerk, draft); !saved)
        return Answer::refused(saved.refusals());
    if (const auto parked = desk.parkDraft(clerk, draft.id); !parked)
        return Answer::refused(parked.refusals());
    const auto items = desk.check(draft);
    auto answer = Answer{};
    answer.json = {{"draft", draft.id},
                   {"handover", intake.handover.id},
                   {"tries", intake.handover.tries.size()},
                   {"photo", draft.photo.has_value()},
                   {"checklist", json(items)}};
    answer.lines.push_back(say(_("The hand-over {1} was taken over into a new draft, which waits "
                                 "in the list of the window's first page."),
                               {fromUi(words::handoverMark(attemptOf(intake.handover)))}));
    if (!intake.photoMistakes.empty())
        answer.lines.push_back(say(_("The photo was left out: {1}"),
                                   {fromUi(words::sentence(intake.photoMistakes.front()))}));
    for (auto& line : lines(items))
        answer.lines.push_back(std::move(line));
    return answer;
}

Answer importHandover(const Console& console, const HandoverImport& wanted)
{
    auto signedIn = signIn(console, wanted.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    const auto& clerk = signedIn.value().actor;
    auto& desk = signedIn.value().station->cases();
    const auto made = desk.newDraft(clerk);
    if (!made)
        return Answer::refused(made.refusals());
    const auto photos = photoLab(console);
    const auto read = HandoverDesk{desk, photos.get()}.fromFile(clerk, made.value(), wanted.file);
    if (!read)
        return Answer::refused(read.refusals());
    const auto standing = read.value().standing;
    if (standing == HandoverStanding::fits)
        return store(desk, clerk, made.value(), read.value());
    auto answer = Answer{};
    answer.json = {{"standing", nameOf(standing)}};
    answer.lines.push_back(fromUi(words::sentence(standing)));
    answer.notDone = true;
    return answer;
}

} // namespace

void addHandoverCommand(CLI::App& cases, Console& console)
{
    auto wanted = std::make_shared<HandoverImport>();
    auto* command = cases.add_subcommand("import-handover",
                                         say(_("Take a terminal's hand-over into a new draft")));
    command
        ->add_option(
            "FILE", wanted->file, say(_("The terminal's file (JSON), or its slip's code as text")))
        ->required();
    command->add_option("--user", wanted->user, say(_("Who acts; the password is read")))
        ->required();
    command->footer(say(_("assets/handover.schema.json describes the file. The photo is checked as "
                          "the window does.\n"
                          "Example:\n"
                          "  guitai-admin case import-handover attempts.json --user liming")));
    command->callback([&console, wanted] {
        console.choose([&console, wanted] { return importHandover(console, *wanted); });
    });
}

} // namespace guitai::console
