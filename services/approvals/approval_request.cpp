#include "services/approvals/approval_request.h"

#include "services/cases/case_events.h"
#include "services/enum_names.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto requestKinds = EnumNames<RequestKind, 3>{{
    {RequestKind::reprint, "reprint"},
    {RequestKind::refund, "refund"},
    {RequestKind::cashDifference, "cashDifference"},
}};
static_assert(isComplete(requestKinds, RequestKind::cashDifference));

constexpr auto requestStates = EnumNames<RequestState, 5>{{
    {RequestState::waiting, "waiting"},
    {RequestState::approved, "approved"},
    {RequestState::rejected, "rejected"},
    {RequestState::used, "used"},
    {RequestState::lapsed, "lapsed"},
}};
static_assert(isComplete(requestStates, RequestState::lapsed));

constexpr auto refundSteps = EnumNames<RefundStep, 3>{{
    {RefundStep::withdraw, "withdraw"},
    {RefundStep::provider, "provider"},
    {RefundStep::finance, "finance"},
}};
static_assert(isComplete(refundSteps, RefundStep::finance));

} // namespace

std::string_view nameOf(RequestKind kind)
{
    return nameIn(requestKinds, kind);
}

std::optional<RequestKind> requestKindFrom(std::string_view name)
{
    return valueIn(requestKinds, name);
}

std::string_view nameOf(RequestState state)
{
    return nameIn(requestStates, state);
}

std::optional<RequestState> requestStateFrom(std::string_view name)
{
    return valueIn(requestStates, name);
}

std::string_view nameOf(RefundStep step)
{
    return nameIn(refundSteps, step);
}

std::optional<RefundStep> refundStepFrom(std::string_view name)
{
    return valueIn(refundSteps, name);
}

RequestSubject aboutReprint(const std::string& acceptanceNumber)
{
    return {.kind = RequestKind::reprint, .acceptanceNumber = acceptanceNumber};
}

RequestSubject aboutWithdrawal(const std::string& acceptanceNumber)
{
    return {.kind = RequestKind::refund,
            .acceptanceNumber = acceptanceNumber,
            .chargeId = chargeIdOf(acceptanceNumber),
            .step = RefundStep::withdraw};
}

RequestSubject aboutCash(const std::string& acceptanceNumber)
{
    auto subject = aboutWithdrawal(acceptanceNumber);
    subject.step = RefundStep::finance;
    return subject;
}

RequestSubject aboutDifference(const std::string& shift)
{
    return {.kind = RequestKind::cashDifference, .shift = shift};
}

std::string targetOf(const RequestSubject& subject)
{
    switch (subject.kind) {
    case RequestKind::reprint:
        return subject.acceptanceNumber;
    case RequestKind::refund:
        return subject.orderNumber.empty() ? subject.chargeId
                                           : subject.chargeId + "/" + subject.orderNumber;
    case RequestKind::cashDifference:
        return subject.shift;
    }
    return {};
}

bool isOneOf(const Actor& actor, const std::vector<Party>& parties)
{
    return std::ranges::any_of(parties, [&](const Party& party) {
        return actor.userId == party.user || actor.personId == party.person;
    });
}

bool hasPartIn(const Actor& actor, const ApprovalRequest& request)
{
    const auto answered = std::ranges::any_of(request.inquiries, [&](const Inquiry& inquiry) {
        return !inquiry.answer.empty() &&
               (actor.userId == inquiry.clerk || actor.personId == inquiry.clerkPerson);
    });
    return answered || isOneOf(actor, {{request.requester, request.requesterPerson}}) ||
           isOneOf(actor, request.parties);
}

Operation askingOperation(RequestKind kind)
{
    switch (kind) {
    case RequestKind::reprint:
        return Operation::reprintVoucher;
    case RequestKind::refund:
        return Operation::withdrawCase;
    case RequestKind::cashDifference:
        return Operation::closeShift;
    }
    return Operation::closeShift;
}

Operation decidingOperation(RequestKind kind)
{
    switch (kind) {
    case RequestKind::reprint:
        return Operation::approveReprint;
    case RequestKind::refund:
        return Operation::approveRefund;
    case RequestKind::cashDifference:
        return Operation::approveClose;
    }
    return Operation::approveClose;
}

} // namespace guitai
