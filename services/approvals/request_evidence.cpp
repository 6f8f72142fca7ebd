#include "services/approvals/request_evidence.h"

#include "services/cases/case_events.h"
#include "services/payments/charge_lookup.h"
#include "services/payments/refund_rules.h"

#include <algorithm>

namespace guitai
{

namespace
{

using enum Refusal::Code;

Refusal notInState(const Case& subject)
{
    return {wrongState, "state", {std::string{nameOf(subject.state)}}};
}

Party partyOf(Journal& journal, const std::string& userId)
{
    const auto row = journal.user(userId);
    return {userId, row ? row->personId : userId};
}

bool isUnresolvedPaper(const PaperRow& paper)
{
    return paper.state == "intended" || paper.state == "unknown";
}

Result<RequestMatter> reprintMatter(const Case& subject)
{
    if (subject.state != CaseState::accepted && subject.state != CaseState::ready)
        return notInState(subject);
    const auto papers = papersIn(subject);
    if (std::ranges::any_of(papers, isUnresolvedPaper))
        return Refusal{unresolvedPrint, "paper", {}};
    const auto evidence = reprintEvidence(papers);
    if (evidence.copies == 0)
        return Refusal{missing, "voucher", {}};
    if (evidence.copies <= copiesWithoutSupervisor)
        return Refusal{noApprovalNeeded, "request", {}};
    return RequestMatter{evidence, {{subject.clerk, subject.clerkPerson}}};
}

Result<RequestMatter>
withdrawalMatter(Journal& journal, const Case& subject, const std::string& userId)
{
    if (!isOpen(subject.state) || subject.state == CaseState::ready)
        return notInState(subject);
    if (const auto fault = electronicFault(journal, subject.acceptanceNumber))
        return *fault;
    if (!isPaid(subject))
        return Refusal{noApprovalNeeded, "request", {}};
    return RequestMatter{withdrawalEvidence(journal, subject, userId), partiesOf(journal, subject)};
}

Result<RequestMatter> cashMatter(Journal& journal, const Case& subject)
{
    const auto charge = loadCharge(journal, subject.charge.id);
    const auto owed = charge ? cashOwed(*charge, subject) : Money{};
    if (owed == Money{})
        return notInState(subject);
    return RequestMatter{cashEvidence(owed), partiesOf(journal, subject)};
}

/// What the finance desk would be given: a refund that will not be made, or all that is here.
Money financeAmount(Journal& journal,
                    const ChargeRecord& charge,
                    const Attempt& attempt,
                    const RequestSubject& subject)
{
    const auto* refund = newestRefund(charge, attempt, subject.chargeId);
    if (refund != nullptr && isUnderWay(refund->stage))
        return isFinances(*refund) ? refund->amount : Money{};
    return refundable(journal, charge, attempt, subject.chargeId);
}

Result<RequestMatter> paymentMatter(Journal& journal,
                                    const Case& found,
                                    const RequestSubject& subject,
                                    std::optional<Money> amount)
{
    const auto rows = journal.attempts({.orderNumber = subject.orderNumber});
    const auto charge = rows.empty() ? std::nullopt : loadCharge(journal, rows.front().chargeId);
    const auto* attempt = charge ? charge->attempt(subject.orderNumber) : nullptr;
    if (attempt == nullptr ||
        aboutPayment(*charge, *attempt, subject.chargeId, subject.step).acceptanceNumber !=
            subject.acceptanceNumber)
        return Refusal{noSuchAttempt, "orderNumber", {}};
    const auto most = subject.step == RefundStep::finance
                          ? financeAmount(journal, *charge, *attempt, subject)
                          : refundable(journal, *charge, *attempt, subject.chargeId);
    if (most == Money{} || (attempt->frozen && subject.step == RefundStep::provider))
        return Refusal{wrongState, "state", {std::string{nameOf(attempt->state)}}};
    const auto back = subject.step == RefundStep::provider ? amount.value_or(most) : most;
    if (back <= Money{} || back > most)
        return Refusal{refundTooMuch, "amount", {most.text()}};
    return RequestMatter{paymentEvidence(*attempt, back, most),
                         {{found.clerk, found.clerkPerson}, partyOf(journal, attempt->clerk)}};
}

Result<RequestMatter> refundMatter(Journal& journal,
                                   const RequestSubject& subject,
                                   const std::string& userId,
                                   std::optional<Money> amount)
{
    const auto found = loadCase(journal, subject.acceptanceNumber);
    if (!found)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    if (subject.step == RefundStep::withdraw)
        return withdrawalMatter(journal, *found, userId);
    if (subject.orderNumber.empty())
        return cashMatter(journal, *found);
    return paymentMatter(journal, *found, subject, amount);
}

Result<RequestMatter> differenceMatter(Journal& journal, const RequestSubject& subject)
{
    const auto events = journal.eventsOf(subjectOfShift(subject.shift));
    if (events.empty())
        return Refusal{noSuchShift, "shift", {}};
    const auto shift = foldShift(events);
    if (!shift.open)
        return Refusal{shiftNotOpen, "shift", {}};
    if (!shift.isCounted())
        return Refusal{notCounted, "counted", {}};
    auto carried = std::vector<std::string>{};
    for (const auto& row : journal.attempts({.shift = shift.id, .unresolvedOnly = true}))
        if (row.state == nameOf(AttemptState::unknown))
            carried.push_back(row.orderNumber);
    std::ranges::sort(carried);
    return RequestMatter{differenceEvidence(shift, std::move(carried)),
                         {partyOf(journal, shift.clerk)}};
}

} // namespace

std::vector<Party> partiesOf(Journal& journal, const Case& subject)
{
    auto parties = std::vector{Party{subject.clerk, subject.clerkPerson}};
    if (const auto& shift = subject.charge.shift; !shift.empty())
        parties.push_back(
            partyOf(journal, foldShift(journal.eventsOf(subjectOfShift(shift))).clerk));
    return parties;
}

int copiesMade(const std::vector<PaperRow>& papers)
{
    return static_cast<int>(std::ranges::count_if(
        papers, [](const PaperRow& paper) { return paper.state != "failed"; }));
}

ReprintEvidence reprintEvidence(const std::vector<PaperRow>& papers)
{
    return {copiesMade(papers)};
}

std::string drawerFor(Journal& journal, const Charge& charge, const std::string& userId)
{
    const auto shift = openShiftIdOf(journal, userId);
    if (charge.tender != Tender::cash || shift.empty() || shift != charge.shift ||
        foldShift(journal.eventsOf(subjectOfShift(shift))).isCounted())
        return {};
    return shift;
}

RefundEvidence withdrawalEvidence(Journal& journal, const Case& subject, const std::string& userId)
{
    const auto& charge = subject.charge;
    return {charge.due,
            charge.due,
            charge.tender.value_or(Tender::exempt),
            drawerFor(journal, charge, userId),
            wasPrinted(subject)};
}

RefundEvidence paymentEvidence(const Attempt& attempt, Money amount, Money open)
{
    return {amount, open, tenderOf(attempt.channel).value_or(Tender::exempt), {}, false};
}

RefundEvidence cashEvidence(Money owed)
{
    return {owed, owed, Tender::cash, {}, false};
}

RequestSubject aboutPayment(const ChargeRecord& charge,
                            const Attempt& attempt,
                            const std::string& chargeId,
                            RefundStep step)
{
    const auto item = std::ranges::find(charge.items, chargeId, &ChargeItem::chargeId);
    const auto& about = item == charge.items.end() ? charge.items.front() : *item;
    const auto isLate = attempt.state == AttemptState::latePaid;
    return {.kind = RequestKind::refund,
            .acceptanceNumber = about.acceptanceNumber,
            .chargeId = isLate ? charge.id : chargeId,
            .orderNumber = attempt.orderNumber,
            .step = step};
}

DifferenceEvidence differenceEvidence(const Shift& shift, std::vector<std::string> carried)
{
    return {shift.counts.back().total,
            shift.expected(),
            static_cast<std::int64_t>(shift.counts.size()),
            std::move(carried)};
}

Result<RequestMatter> matterNow(Journal& journal,
                                const RequestSubject& subject,
                                const std::string& userId,
                                std::optional<Money> amount)
{
    switch (subject.kind) {
    case RequestKind::reprint: {
        const auto found = loadCase(journal, subject.acceptanceNumber);
        if (!found)
            return Refusal{noSuchCase, "acceptanceNumber", {}};
        return reprintMatter(*found);
    }
    case RequestKind::refund:
        return refundMatter(journal, subject, userId, amount);
    case RequestKind::cashDifference:
        return differenceMatter(journal, subject);
    }
    return Refusal{noSuchRequest, "request", {}};
}

} // namespace guitai
