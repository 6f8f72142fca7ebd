#include "services/cases/case_events.h"
#include "services/cases/case_paths.h"
#include "services/failure.h"

#include <algorithm>
#include <map>

namespace guitai
{

namespace
{

class CaseFold
{
public:
    void add(const Event& event)
    {
        if (m_begun)
            follow(event);
        else
            begin(event);
        m_case.history.push_back(event);
    }

    Case take()
    {
        if (!m_begun)
            throw ServiceFailure(ServiceFailure::Kind::damaged, "a case without events");
        return std::move(m_case);
    }

private:
    void begin(const Event& event)
    {
        if (event.kind != EventKind::caseConfirmed)
            refuse(event, "no confirmation");
        m_case = confirmedCase(event);
        m_begun = true;
        const auto first =
            m_case.exceptions.empty() ? CaseState::awaitingPayment : CaseState::awaitingApproval;
        if (m_case.state != first || event.subject != subjectOfCase(m_case.acceptanceNumber))
            refuse(event, "confirmation");
    }

    void follow(const Event& event)
    {
        if (!mayFollow(m_case.state, event.kind) || !hasRightSubject(event))
            refuse(event, "path");
        const auto payload = Payload{event};
        switch (event.kind) {
        case EventKind::chargeOpened:
            return openCharge(event, payload);
        case EventKind::approvalDecided:
            return decide(event, payload);
        case EventKind::inquiryMade:
            return ask(event, payload);
        case EventKind::inquiryAnswered:
            return answer(event, payload);
        case EventKind::chargeSettled:
            return settle(event, payload);
        case EventKind::chargeExempted:
            return exempt(event, payload);
        case EventKind::chargeVoided:
        case EventKind::chargeRefunded:
            return dropCharge(event);
        case EventKind::caseAccepted:
            return accept(event, payload);
        case EventKind::caseWithdrawn:
            return withdraw(event, payload);
        case EventKind::cardReady:
            return moveTo(CaseState::ready, event, payload);
        case EventKind::cardCollected:
            return leave(CaseState::collected, event, payload);
        case EventKind::cardPosted:
            return leave(CaseState::posted, event, payload);
        case EventKind::cardsReturned:
            return takeBack(event, payload);
        case EventKind::paperIntended:
        case EventKind::paperIssued:
        case EventKind::paperFailed:
        case EventKind::paperUnknown:
            return print(event, payload);
        case EventKind::chargeLocked:
        case EventKind::chargeUnlocked:
            return lock(event, payload);
        case EventKind::attemptMoved:
        case EventKind::attemptAnswered:
        case EventKind::refundMoved:
        case EventKind::refundAnswered:
        case EventKind::refundHandedOver:
            return movePayment(event, payload);
        default: // templatesRemoved, personalDataViewed, attemptPlanned, refundPlanned; all others
                 // were refused above
            return;
        }
    }

    bool hasRightSubject(const Event& event) const
    {
        switch (event.kind) {
        case EventKind::chargeOpened:
        case EventKind::chargeSettled:
        case EventKind::chargeExempted:
        case EventKind::chargeVoided:
        case EventKind::chargeRefunded:
        case EventKind::chargeLocked:
        case EventKind::chargeUnlocked:
        case EventKind::attemptPlanned:
        case EventKind::attemptMoved:
        case EventKind::attemptAnswered:
        case EventKind::refundPlanned:
        case EventKind::refundMoved:
        case EventKind::refundAnswered:
        case EventKind::refundHandedOver:
            return event.subject == subjectOfCharge(m_case.acceptanceNumber);
        default:
            return event.subject == subjectOfCase(m_case.acceptanceNumber);
        }
    }

    void openCharge(const Event& event, const Payload& payload)
    {
        auto& charge = m_case.charge;
        if (!charge.id.empty() || payload.text("case") != m_case.acceptanceNumber)
            refuse(event, "charge");
        charge.id = payload.text("id");
        charge.lines = feeLinesFrom(payload);
        charge.due = payload.money("due_fen");
        if (charge.id != chargeIdOf(m_case.acceptanceNumber) || total(charge.lines) != charge.due)
            refuse(event, "charge");
    }

    void requireOpenCharge(const Event& event) const
    {
        if (m_case.charge.id.empty() || m_case.charge.state != ChargeState::open)
            refuse(event, "charge");
    }

    void settle(const Event& event, const Payload& payload)
    {
        requireOpenCharge(event);
        auto& charge = m_case.charge;
        charge.tender = payload.named("tender", tenderFrom);
        charge.tendered = payload.money("tendered_fen");
        charge.change = payload.money("change_fen");
        if (payload.has("order"))
            charge.orderNumber = payload.text("order");
        const auto isCash = charge.tender == Tender::cash;
        if (isCash != charge.orderNumber.empty() || (isCash && !charge.lockedBy.empty()))
            refuse(event, "order");
        charge.lockedBy.clear();
        if (payload.money("due_fen") != charge.due || charge.due <= Money{} ||
            charge.tendered - charge.change != charge.due || charge.change < Money{})
            refuse(event, "amounts");
        settled(event, payload);
    }

    void exempt(const Event& event, const Payload& payload)
    {
        requireOpenCharge(event);
        if (m_case.charge.due != Money{})
            refuse(event, "exemption");
        m_case.charge.tender = Tender::exempt;
        m_case.charge.ground = payload.text("ground");
        settled(event, payload);
    }

    void settled(const Event& event, const Payload& payload)
    {
        m_case.charge.state = ChargeState::settled;
        m_case.charge.shift = payload.text("shift");
        m_case.charge.receiptNumber = payload.text("receiptNumber");
        m_case.charge.settledAt = event.at;
    }

    /// A charge belongs to one merged charge at a time, and only while nothing was paid.
    void lock(const Event& event, const Payload& payload)
    {
        auto& charge = m_case.charge;
        const auto into = payload.text("into");
        const auto locks = event.kind == EventKind::chargeLocked;
        requireOpenCharge(event);
        if (into.empty() || charge.lockedBy != (locks ? std::string{} : into))
            refuse(event, "lock");
        charge.lockedBy = locks ? into : std::string{};
    }

    /// Attempts and refunds fold with the charge (payments/charge_fold.h). For the case it matters
    /// only that a second payment stands, or no longer does: the voucher waits meanwhile. A
    /// withdrawn case owes its own money back, whatever becomes of another payment.
    void movePayment(const Event& event, const Payload& payload)
    {
        auto& state = m_case.charge.state;
        if (!payload.has("charge") || m_case.state == CaseState::withdrawn)
            return;
        const auto next = payload.named("charge", chargeStateFrom);
        const auto known = (state == ChargeState::settled && next == ChargeState::overpaid) ||
                           (state == ChargeState::overpaid && next == ChargeState::settled);
        if (!known)
            refuse(event, "charge");
        state = next;
    }

    /// Voids what was never paid; refunds what a withdrawal left owing.
    void dropCharge(const Event& event)
    {
        const auto isRefund = event.kind == EventKind::chargeRefunded;
        const auto needed = isRefund ? ChargeState::refundPending : ChargeState::open;
        if (m_case.charge.id.empty() || m_case.charge.state != needed)
            refuse(event, "charge");
        m_case.charge.state = isRefund ? ChargeState::refunded : ChargeState::voided;
    }

    CaseException& openException(const Event& event, const Payload& payload)
    {
        const auto kind = payload.named("exception", exceptionKindFrom);
        const auto exception = std::ranges::find(m_case.exceptions, kind, &CaseException::kind);
        if (exception == m_case.exceptions.end() || exception->decision)
            refuse(event, "exception");
        return *exception;
    }

    void ask(const Event& event, const Payload& payload)
    {
        auto& exception = openException(event, payload);
        if (exception.isAskedBack())
            refuse(event, "asked already");
        exception.inquiries.push_back({.question = payload.text("question"),
                                       .supervisor = event.actor,
                                       .supervisorPerson = payload.text("personId"),
                                       .askedAt = event.at});
    }

    void answer(const Event& event, const Payload& payload)
    {
        auto& exception = openException(event, payload);
        if (!exception.isAskedBack())
            refuse(event, "not asked");
        auto& inquiry = exception.inquiries.back();
        inquiry.answer = payload.text("answer");
        inquiry.clerk = event.actor;
        inquiry.clerkPerson = payload.text("personId");
        inquiry.answeredAt = event.at;
        if (inquiry.answer.empty())
            refuse(event, "answer");
    }

    void decide(const Event& event, const Payload& payload)
    {
        auto* exception = &openException(event, payload);
        exception->decision = Decision{payload.named("outcome", decisionOutcomeFrom),
                                       event.actor,
                                       payload.text("personId"),
                                       payload.text("reason"),
                                       event.at};
        if (event.actor == m_case.clerk || exception->decision->personId == m_case.clerkPerson)
            refuse(event, "own work");
        moveTo(stateAfterDecisions(m_case), event, payload);
    }

    void accept(const Event& event, const Payload& payload)
    {
        if (m_case.charge.state != ChargeState::settled)
            refuse(event, "not settled");
        moveTo(CaseState::accepted, event, payload);
    }

    void withdraw(const Event& event, const Payload& payload)
    {
        // What was paid is owed back; an exemption ends with the case.
        if (m_case.charge.state == ChargeState::settled ||
            m_case.charge.state == ChargeState::overpaid)
            m_case.charge.state = m_case.charge.tender == Tender::exempt
                                      ? ChargeState::voided
                                      : ChargeState::refundPending;
        moveTo(CaseState::withdrawn, event, payload);
    }

    /// Intended, then one outcome; "unknown" waits for another one.
    void print(const Event& event, const Payload& payload)
    {
        const auto id = payload.text("id");
        if (payload.text("case") != m_case.acceptanceNumber)
            refuse(event, "paper");
        if (event.kind == EventKind::paperIntended) {
            if (!m_papers.emplace(id, event.kind).second)
                refuse(event, "paper");
            return;
        }
        const auto paper = m_papers.find(id);
        const auto isWaiting =
            paper != m_papers.end() &&
            (paper->second == EventKind::paperIntended || paper->second == EventKind::paperUnknown);
        if (!isWaiting)
            refuse(event, "paper");
        paper->second = event.kind;
    }

    void leave(CaseState next, const Event& event, const Payload& payload)
    {
        m_case.receiver = payload.has("receiver") ? payload.text("receiver") : std::string{};
        takeBack(event, payload);
        moveTo(next, event, payload);
    }

    void takeBack(const Event& event, const Payload& payload)
    {
        const auto note = [&](const char* card, std::optional<CardReturn>& back) {
            if (!payload.has(card))
                return;
            const auto outcome = payload.named(card, cardReturnFrom);
            const auto isFound = back == CardReturn::missing && outcome == CardReturn::handedIn;
            if (back && !isFound)
                refuse(event, "a card came back twice");
            back = outcome;
        };
        note("oldCard", m_case.oldCardBack);
        note("temporaryCard", m_case.temporaryCardBack);
    }

    void moveTo(CaseState next, const Event& event, const Payload& payload)
    {
        if (payload.named("state", caseStateFrom) != next)
            refuse(event, "state");
        m_case.state = next;
    }

    [[noreturn]] static void refuse(const Event& event, const std::string& what)
    {
        throw ServiceFailure(ServiceFailure::Kind::damaged,
                             "event " + std::to_string(event.sequence) + ", " +
                                 std::string{nameOf(event.kind)} + ": " + what);
    }

    Case m_case;
    bool m_begun = false;
    std::map<std::string, EventKind> m_papers; ///< id → newest event
};

} // namespace

CaseState stateAfterDecisions(const Case& subject)
{
    auto pending = false;
    for (const auto& exception : subject.exceptions) {
        if (!exception.decision)
            pending = true;
        else if (exception.decision->outcome == DecisionOutcome::rejected)
            return CaseState::rejected;
    }
    return pending ? CaseState::awaitingApproval : CaseState::awaitingPayment;
}

Case foldCase(const std::vector<Event>& events)
{
    auto fold = CaseFold{};
    for (const auto& event : events)
        fold.add(event);
    return fold.take();
}

} // namespace guitai
