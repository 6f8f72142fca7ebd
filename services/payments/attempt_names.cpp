// The wire names of attempts and refunds: never rename one, journals hold them.
#include "services/enum_names.h"
#include "services/payments/attempt.h"

namespace guitai
{

namespace
{

constexpr auto attemptStates = EnumNames<AttemptState, 15>{{
    {AttemptState::planned, "planned"},
    {AttemptState::creating, "creating"},
    {AttemptState::shown, "shown"},
    {AttemptState::charging, "charging"},
    {AttemptState::userPaying, "userPaying"},
    {AttemptState::closing, "closing"},
    {AttemptState::reversing, "reversing"},
    {AttemptState::unknown, "unknown"},
    {AttemptState::watch, "watch"},
    {AttemptState::closed, "closed"},
    {AttemptState::reversed, "reversed"},
    {AttemptState::failed, "failed"},
    {AttemptState::paid, "paid"},
    {AttemptState::latePaid, "latePaid"},
    {AttemptState::voided, "voided"},
}};
static_assert(isComplete(attemptStates, AttemptState::voided));

constexpr auto attemptModes = EnumNames<AttemptMode, 2>{{
    {AttemptMode::code, "code"},
    {AttemptMode::paymentCode, "payment_code"},
}};
static_assert(isComplete(attemptModes, AttemptMode::paymentCode));

constexpr auto attemptCauses = EnumNames<AttemptCause, 10>{{
    {AttemptCause::sent, "sent"},
    {AttemptCause::givenUp, "givenUp"},
    {AttemptCause::expired, "expired"},
    {AttemptCause::timedOut, "timedOut"},
    {AttemptCause::notSent, "notSent"},
    {AttemptCause::stuck, "stuck"},
    {AttemptCause::restarted, "restarted"},
    {AttemptCause::overridden, "overridden"},
    {AttemptCause::released, "released"},
    {AttemptCause::accepted, "accepted"},
}};
static_assert(isComplete(attemptCauses, AttemptCause::accepted));

constexpr auto refundStages = EnumNames<RefundStage, 8>{{
    {RefundStage::planned, "planned"},
    {RefundStage::sent, "sent"},
    {RefundStage::processing, "processing"},
    {RefundStage::done, "done"},
    {RefundStage::closed, "closed"},
    {RefundStage::abnormal, "abnormal"},
    {RefundStage::voided, "voided"},
    {RefundStage::handedOver, "handedOver"},
}};
static_assert(isComplete(refundStages, RefundStage::handedOver));

constexpr auto refundCauses = EnumNames<RefundCause, 3>{{
    {RefundCause::withdrawn, "withdrawn"},
    {RefundCause::late, "late"},
    {RefundCause::reversed, "reversed"},
}};
static_assert(isComplete(refundCauses, RefundCause::reversed));

} // namespace

std::string_view nameOf(AttemptState value)
{
    return nameIn(attemptStates, value);
}

std::optional<AttemptState> attemptStateFrom(std::string_view name)
{
    return valueIn(attemptStates, name);
}

std::string_view nameOf(AttemptMode value)
{
    return nameIn(attemptModes, value);
}

std::optional<AttemptMode> attemptModeFrom(std::string_view name)
{
    return valueIn(attemptModes, name);
}

std::string_view nameOf(AttemptCause value)
{
    return nameIn(attemptCauses, value);
}

std::string_view nameOf(RefundStage value)
{
    return nameIn(refundStages, value);
}

std::optional<RefundStage> refundStageFrom(std::string_view name)
{
    return valueIn(refundStages, name);
}

std::string_view nameOf(RefundCause value)
{
    return nameIn(refundCauses, value);
}

std::optional<RefundCause> refundCauseFrom(std::string_view name)
{
    return valueIn(refundCauses, name);
}

std::optional<Tender> tenderOf(GatewayChannel channel)
{
    switch (channel) {
    case GatewayChannel::weChat:
        return Tender::weChat;
    case GatewayChannel::alipay:
        return Tender::alipay;
    case GatewayChannel::platform:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace guitai
