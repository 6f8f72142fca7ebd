#include "app/console/case_intake.h"
#include "app/console/case_view.h"
#include "app/console/console.h"
#include "app/console/paper_file.h"
#include "app/console/phrasing.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

namespace guitai::console
{

namespace
{

struct Submission {
    std::filesystem::path file;
    std::string user;
    std::filesystem::path voucher; ///< empty: none asked for
    std::string cash;              ///< yuan as typed; empty: what the file says
    bool largeChangeConfirmed = false;
};

/// What the payer handed over: the option, or else the file's payment.
Result<std::optional<Money>> tenderedOf(const Submission& submission, const Intake& intake)
{
    if (submission.cash.empty())
        return intake.cash;
    const auto amount = parseYuan(submission.cash);
    if (!amount)
        return Refusal{Refusal::Code::notWholeYuan, "tendered", {}};
    return std::optional{*amount};
}

/// Keeps pictures and draft, then confirms: the same steps as the window's pages.
Result<Case> file(CaseDesk& desk, const Actor& clerk, const Intake& intake)
{
    const auto made = desk.newDraft(clerk);
    if (!made)
        return made.refusals();
    auto draft = intake.draft;
    draft.id = made.value().id;
    const auto photo = desk.keepPhoto(clerk, intake.photo);
    if (!photo)
        return photo.refusals();
    draft.photo = photo.value();
    const auto signature = desk.keepSignature(clerk, intake.signature);
    if (!signature)
        return signature.refusals();
    draft.confirmation.signature = signature.value();
    for (const auto& page : intake.pages)
        if (const auto kept = desk.keepScan(clerk, page.second); !kept)
            return kept.refusals();
    if (const auto saved = desk.saveDraft(clerk, draft); !saved)
        return saved.refusals();
    auto confirmed = desk.confirm(clerk, draft);
    if (!confirmed) // the file is the draft: none is left behind
        if (const auto discarded = desk.discardDraft(clerk, draft.id); !discarded)
            return discarded.refusals();
    return confirmed;
}

/// A drawer for the clerk who has none: empty, and said so.
Refusals ensureShift(CashDesk& cash, const Actor& clerk, Answer& answer)
{
    answer.json["shiftOpened"] = false;
    if (cash.openShiftOf(clerk))
        return {};
    constexpr auto reason = "命令行受理，空钱箱开班"; // kept in the journal beside the float
    const auto shift = cash.openShift(clerk, {}, reason);
    if (!shift)
        return shift.refusals();
    answer.json["shiftOpened"] = true;
    answer.lines.push_back(say(_("A shift was opened for {1} with an empty drawer (float 0.00 "
                                 "yuan). Close it with: guitai-admin shift close --user {1}"),
                               {clerk.userId}));
    return {};
}

void pay(Station& station,
         const Actor& clerk,
         const Submission& submission,
         Money tendered,
         Case& filed,
         Answer& answer)
{
    if (auto refusals = ensureShift(station.cash(), clerk, answer); !refusals.empty()) {
        answer.refusals = std::move(refusals);
        return;
    }
    const auto paid = station.cash().payCash(
        clerk, filed.acceptanceNumber, tendered, submission.largeChangeConfirmed);
    if (!paid) {
        answer.refusals = paid.refusals();
        return;
    }
    filed = paid.value();
    answer.lines.push_back(say(_("Cash: {1} yuan tendered, {2} yuan change."),
                               {filed.charge.tendered.text(), filed.charge.change.text()}));
}

void printVoucher(Station& station,
                  const Actor& clerk,
                  const std::filesystem::path& file,
                  const Case& filed,
                  Answer& answer)
{
    auto output = PaperFile{file};
    const auto issued = station.vouchers(output).issue(clerk, filed.acceptanceNumber);
    if (!issued) {
        answer.refusals = issued.refusals();
        return;
    }
    answer.json["voucher"] = file.string();
    answer.lines.push_back(say(_("The voucher was written to {1}."), {file.string()}));
}

/// Payment and voucher of a case that is stored. Whatever happens now, the answer tells its number.
Answer settle(Station& station,
              const Actor& clerk,
              const Submission& submission,
              const std::optional<Money>& tendered,
              Case filed)
{
    auto answer = Answer{};
    answer.lines.push_back(
        say(_("The case is stored under the acceptance number {1}."), {filed.acceptanceNumber}));
    try {
        if (tendered && filed.state == CaseState::awaitingPayment)
            pay(station, clerk, submission, *tendered, filed, answer);
        else if (tendered && filed.state == CaseState::awaitingApproval)
            answer.lines.push_back(
                say(_("No money was taken: a supervisor must decide the case first.")));
        if (!submission.voucher.empty() && answer.refusals.empty())
            printVoucher(station, clerk, submission.voucher, filed, answer);
    } catch (const ServiceFailure& failure) {
        answer.failure = failure;
    }
    answer.json["case"] = json(filed);
    if (!answer.json.contains("voucher"))
        if (auto next = nextStep(filed); !next.empty())
            answer.lines.push_back(std::move(next));
    return answer;
}

Answer submit(const Console& console, const Submission& submission)
{
    if (!submission.voucher.empty() && std::filesystem::exists(submission.voucher))
        return Answer::refused({Refusal::Code::wouldOverwrite, "voucher", {}});
    const auto intake = readCase(console, submission.file);
    if (!intake)
        return Answer::refused(intake.refusals());
    const auto tendered = tenderedOf(submission, intake.value());
    if (!tendered)
        return Answer::refused(tendered.refusals());
    auto signedIn = signIn(console, submission.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto& station = *signedIn.value().station;
    const auto& clerk = signedIn.value().actor;
    if (auto allowed = require(clerk, Operation::takeCase); !allowed)
        return Answer::refused(allowed.refusals());
    const auto judged = judge(intake.value(), station.cases());
    if (auto refusals = objections(
            judged, tendered.value(), station.rules().cash, submission.largeChangeConfirmed);
        !refusals.empty())
        return Answer::refused(std::move(refusals));
    auto filed = file(station.cases(), clerk, intake.value());
    return filed ? settle(station, clerk, submission, tendered.value(), filed.value())
                 : Answer::refused(filed.refusals());
}

} // namespace

void addSubmitCommand(CLI::App& cases, Console& console)
{
    auto submission = std::make_shared<Submission>();
    auto* command = cases.add_subcommand(
        "submit", say(_("File a case as a clerk, take the payment and print the voucher")));
    command->add_option("FILE", submission->file, say(_("Case file (JSON)")))->required();
    command->add_option("--user", submission->user, say(_("Clerk; the password is read")))
        ->required();
    command->add_option(
        "--voucher", submission->voucher, say(_("Write the voucher to this new file (PDF)")));
    command->add_option("--cash",
                        submission->cash,
                        say(_("Yuan that the payer handed over, instead of the file's payment")));
    command->add_flag("--large-change",
                      submission->largeChangeConfirmed,
                      say(_("Confirms a change of 100 yuan or more")));
    command->footer(
        say(_("A fee is paid with the member \"payment\" of the case file or with --cash; money is "
              "never\n"
              "assumed. Without it the case waits for payment, and --voucher is refused: exit code "
              "1, while\n"
              "the case is stored under the number that is printed. A clerk without an open shift "
              "gets one\n"
              "with an empty drawer, which the output says. A case that a supervisor must decide "
              "is stored and\n"
              "waits; no money is taken before.\n"
              "\n"
              "Examples:\n"
              "  guitai-admin case submit child.json --user liming --voucher child.pdf\n"
              "  guitai-admin case submit lost.json --user liming --cash 50 --voucher lost.pdf")));
    command->callback([&console, submission] {
        console.choose([&console, submission] { return submit(console, *submission); });
    });
}

} // namespace guitai::console
