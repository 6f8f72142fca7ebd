#include "app/console/case_view.h"
#include "app/console/console.h"
#include "app/console/phrasing.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

namespace guitai::console
{

namespace
{

struct Verdict {
    std::string number;
    std::string exception;
    std::string reason;
    std::string user;
    bool approve = false;
    bool reject = false;
};

/// The command line has checked the name.
ExceptionKind exceptionFrom(std::string_view name)
{
    return exceptionKindFrom(name).value();
}

Answer decide(const Console& console, const Verdict& verdict)
{
    auto signedIn = signIn(console, verdict.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    const auto outcome = verdict.approve ? DecisionOutcome::approved : DecisionOutcome::rejected;
    const auto decided = signedIn.value().station->cases().decide(signedIn.value().actor,
                                                                  verdict.number,
                                                                  exceptionFrom(verdict.exception),
                                                                  outcome,
                                                                  verdict.reason);
    if (!decided)
        return Answer::refused(decided.refusals());
    return aboutCase(decided.value(),
                     verdict.approve ? say(_("The exception was approved."))
                                     : say(_("The exception was rejected; the case ends here.")));
}

/// A supervisor's question, or a clerk's answer to it.
struct Words {
    std::string number;
    std::string exception;
    std::string text;
    std::string user;
};

Answer askBack(const Console& console, const Words& words)
{
    auto signedIn = signIn(console, words.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    const auto asked = signedIn.value().station->cases().askBack(
        signedIn.value().actor, words.number, exceptionFrom(words.exception), words.text);
    if (!asked)
        return Answer::refused(asked.refusals());
    return aboutCase(asked.value(), say(_("The question was stored; the case waits on.")));
}

Answer answer(const Console& console, const Words& words)
{
    auto signedIn = signIn(console, words.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    const auto answered = signedIn.value().station->cases().answerInquiry(
        signedIn.value().actor, words.number, exceptionFrom(words.exception), words.text);
    if (!answered)
        return Answer::refused(answered.refusals());
    return aboutCase(answered.value(), say(_("The answer was stored.")));
}

void addException(CLI::App& command, std::string& exception)
{
    command.add_option("--exception", exception, say(_("Which exception it is about")))
        ->required()
        ->check(CLI::IsMember({"fingersNotObtainable",
                               "registrationFailed",
                               "nonParentGuardian",
                               "feeRelief",
                               "couldUseTerminal",
                               "duplicate",
                               "photoCheckOverruled"}));
}

} // namespace

void addDecideCommand(CLI::App& cases, Console& console)
{
    auto verdict = std::make_shared<Verdict>();
    auto* command = cases.add_subcommand("decide", say(_("Decide an exception as a supervisor")));
    command->add_option("NUMBER", verdict->number, say(_("Acceptance number, 22 digits")))
        ->required();
    addException(*command, verdict->exception);
    auto* approve = command->add_flag("--approve", verdict->approve, say(_("Approve it")));
    auto* reject =
        command->add_flag("--reject", verdict->reject, say(_("Reject it; the case ends")));
    approve->excludes(reject);
    command->add_option("--reason", verdict->reason, say(_("Why; needed for a rejection")));
    command->add_option("--user", verdict->user, say(_("Supervisor; the password is read")))
        ->required();
    command->footer(say(_("Nobody decides about their own work, not even under a second account.\n"
                          "Example:\n"
                          "  guitai-admin case decide 1101085202026112200024 --exception "
                          "fingersNotObtainable --approve --reason verified --user wangfang")));
    command->callback([&console, verdict] {
        if (verdict->approve == verdict->reject)
            throw CLI::ValidationError(say(_("give either --approve or --reject")));
        console.choose([&console, verdict] { return decide(console, *verdict); });
    });
}

void addInquiryCommands(CLI::App& cases, Console& console)
{
    const auto add = [&](const char* name, const std::string& what, auto act) {
        auto words = std::make_shared<Words>();
        auto* command = cases.add_subcommand(name, what);
        command->add_option("NUMBER", words->number, say(_("Acceptance number, 22 digits")))
            ->required();
        addException(*command, words->exception);
        command->add_option("--text", words->text, say(_("The question, or the answer")))
            ->required();
        command->add_option("--user", words->user, say(_("Who acts; the password is read")))
            ->required();
        command->callback([&console, words, act] {
            console.choose([&console, words, act] { return act(console, *words); });
        });
    };
    add("ask-back", say(_("Ask the clerk about an exception before deciding")), askBack);
    add("answer", say(_("Answer a supervisor's question")), answer);
}

} // namespace guitai::console
