#include "app/console/case_view.h"
#include "app/console/console.h"
#include "app/console/phrasing.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

namespace guitai::console
{

namespace
{

struct Payment {
    std::string number;
    std::string cash;
    std::string user;
    bool largeChangeConfirmed = false;
};

Answer aboutCase(const Case& value, const std::string& line)
{
    auto answer = Answer{};
    answer.json["case"] = json(value);
    answer.lines.push_back(line);
    if (auto next = nextStep(value); !next.empty())
        answer.lines.push_back(std::move(next));
    return answer;
}

Answer pay(const Console& console, const Payment& payment)
{
    const auto tendered = parseYuan(payment.cash);
    if (!tendered)
        return Answer::refused({Refusal::Code::notWholeYuan, "tendered", {}});
    auto signedIn = signIn(console, payment.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    const auto paid = signedIn.value().station->cash().payCash(
        signedIn.value().actor, payment.number, *tendered, payment.largeChangeConfirmed);
    if (!paid)
        return Answer::refused(paid.refusals());
    const auto& charge = paid.value().charge;
    return aboutCase(paid.value(),
                     say(_("Cash: {1} yuan tendered, {2} yuan change."),
                         {charge.tendered.text(), charge.change.text()}));
}

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

} // namespace

void addPayCommand(CLI::App& cases, Console& console)
{
    auto payment = std::make_shared<Payment>();
    auto* command = cases.add_subcommand("pay", say(_("Take cash for a case")));
    command->add_option("NUMBER", payment->number, say(_("Acceptance number, 22 digits")))
        ->required();
    command->add_option("--cash", payment->cash, say(_("Yuan that the payer handed over")))
        ->required();
    command->add_option("--user", payment->user, say(_("Clerk; the password is read")))->required();
    command->add_flag("--large-change",
                      payment->largeChangeConfirmed,
                      say(_("Confirms a change of 100 yuan or more")));
    command->footer(
        say(_("The clerk needs an open shift (guitai-admin shift open).\n"
              "Example:\n"
              "  guitai-admin case pay 1101085202026112200024 --cash 50 --user liming")));
    command->callback([&console, payment] {
        console.choose([&console, payment] { return pay(console, *payment); });
    });
}

void addDecideCommand(CLI::App& cases, Console& console)
{
    auto verdict = std::make_shared<Verdict>();
    auto* command = cases.add_subcommand("decide", say(_("Decide an exception as a supervisor")));
    command->add_option("NUMBER", verdict->number, say(_("Acceptance number, 22 digits")))
        ->required();
    command->add_option("--exception", verdict->exception, say(_("Which exception is decided")))
        ->required()
        ->check(CLI::IsMember({"fingersNotObtainable",
                               "registrationFailed",
                               "nonParentGuardian",
                               "feeRelief",
                               "couldUseTerminal",
                               "duplicate",
                               "photoCheckOverruled"}));
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

} // namespace guitai::console
