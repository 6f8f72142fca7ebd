// The wire names of attempts and refunds: never rename one, journals hold them.
#include "services/payments/attempt.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

template <class Enum, std::size_t size>
std::optional<Enum> find(const std::array<Enum, size>& values, std::string_view name)
{
    const auto found =
        std::ranges::find_if(values, [&](Enum value) { return nameOf(value) == name; });
    return found == values.end() ? std::nullopt : std::optional{*found};
}

} // namespace

std::string_view nameOf(AttemptState value)
{
    switch (value) {
    case AttemptState::planned:
        return "planned";
    case AttemptState::creating:
        return "creating";
    case AttemptState::shown:
        return "shown";
    case AttemptState::charging:
        return "charging";
    case AttemptState::userPaying:
        return "userPaying";
    case AttemptState::closing:
        return "closing";
    case AttemptState::reversing:
        return "reversing";
    case AttemptState::unknown:
        return "unknown";
    case AttemptState::watch:
        return "watch";
    case AttemptState::closed:
        return "closed";
    case AttemptState::reversed:
        return "reversed";
    case AttemptState::failed:
        return "failed";
    case AttemptState::paid:
        return "paid";
    case AttemptState::latePaid:
        return "latePaid";
    case AttemptState::voided:
        return "voided";
    }
    return "unknown";
}

std::optional<AttemptState> attemptStateFrom(std::string_view name)
{
    using enum AttemptState;
    return find(std::array{planned,
                           creating,
                           shown,
                           charging,
                           userPaying,
                           closing,
                           reversing,
                           unknown,
                           watch,
                           closed,
                           reversed,
                           failed,
                           paid,
                           latePaid,
                           voided},
                name);
}

std::string_view nameOf(AttemptMode value)
{
    switch (value) {
    case AttemptMode::code:
        return "code";
    case AttemptMode::paymentCode:
        return "payment_code";
    }
    return "unknown";
}

std::optional<AttemptMode> attemptModeFrom(std::string_view name)
{
    using enum AttemptMode;
    return find(std::array{code, paymentCode}, name);
}

std::string_view nameOf(AttemptCause value)
{
    switch (value) {
    case AttemptCause::sent:
        return "sent";
    case AttemptCause::givenUp:
        return "givenUp";
    case AttemptCause::expired:
        return "expired";
    case AttemptCause::timedOut:
        return "timedOut";
    case AttemptCause::notSent:
        return "notSent";
    case AttemptCause::stuck:
        return "stuck";
    case AttemptCause::restarted:
        return "restarted";
    case AttemptCause::overridden:
        return "overridden";
    case AttemptCause::released:
        return "released";
    case AttemptCause::accepted:
        return "accepted";
    }
    return "unknown";
}

std::string_view nameOf(RefundStage value)
{
    switch (value) {
    case RefundStage::planned:
        return "planned";
    case RefundStage::sent:
        return "sent";
    case RefundStage::processing:
        return "processing";
    case RefundStage::done:
        return "done";
    case RefundStage::closed:
        return "closed";
    case RefundStage::abnormal:
        return "abnormal";
    case RefundStage::voided:
        return "voided";
    }
    return "unknown";
}

std::optional<RefundStage> refundStageFrom(std::string_view name)
{
    using enum RefundStage;
    return find(std::array{planned, sent, processing, done, closed, abnormal, voided}, name);
}

std::string_view nameOf(RefundCause value)
{
    switch (value) {
    case RefundCause::withdrawn:
        return "withdrawn";
    case RefundCause::late:
        return "late";
    case RefundCause::reversed:
        return "reversed";
    }
    return "unknown";
}

std::optional<RefundCause> refundCauseFrom(std::string_view name)
{
    using enum RefundCause;
    return find(std::array{withdrawn, late, reversed}, name);
}

std::optional<GatewayChannel> gatewayChannelFrom(std::string_view name)
{
    using enum GatewayChannel;
    return find(std::array{weChat, alipay, platform}, name);
}

std::optional<GatewayProblem> gatewayProblemFrom(std::string_view name)
{
    using enum GatewayProblem;
    return find(std::array{none,          notSent,      noAnswer,    untrusted,      malformed,
                           serverTrouble, slowDown,     unfinished,  mismatch,       configuration,
                           clockWrong,    programFault, notFound,    numberUsed,     orderClosed,
                           alreadyPaid,   tooEarly,     codeRefused, payerCannotPay, notAllowed,
                           merchantFunds, notReady,     unsupported},
                name);
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
