#include "services/payments/gateway.h"

#include "services/enum_names.h"

namespace guitai
{

namespace
{

constexpr auto channelNames = EnumNames<GatewayChannel, 3>{{
    {GatewayChannel::weChat, "weChat"},
    {GatewayChannel::alipay, "alipay"},
    {GatewayChannel::platform, "platform"},
}};
static_assert(isComplete(channelNames, GatewayChannel::platform));

constexpr auto problemNames = EnumNames<GatewayProblem, 23>{{
    {GatewayProblem::none, "none"},
    {GatewayProblem::notSent, "notSent"},
    {GatewayProblem::noAnswer, "noAnswer"},
    {GatewayProblem::untrusted, "untrusted"},
    {GatewayProblem::malformed, "malformed"},
    {GatewayProblem::serverTrouble, "serverTrouble"},
    {GatewayProblem::slowDown, "slowDown"},
    {GatewayProblem::unfinished, "unfinished"},
    {GatewayProblem::mismatch, "mismatch"},
    {GatewayProblem::configuration, "configuration"},
    {GatewayProblem::clockWrong, "clockWrong"},
    {GatewayProblem::programFault, "programFault"},
    {GatewayProblem::notFound, "notFound"},
    {GatewayProblem::numberUsed, "numberUsed"},
    {GatewayProblem::orderClosed, "orderClosed"},
    {GatewayProblem::alreadyPaid, "alreadyPaid"},
    {GatewayProblem::tooEarly, "tooEarly"},
    {GatewayProblem::codeRefused, "codeRefused"},
    {GatewayProblem::payerCannotPay, "payerCannotPay"},
    {GatewayProblem::notAllowed, "notAllowed"},
    {GatewayProblem::merchantFunds, "merchantFunds"},
    {GatewayProblem::notReady, "notReady"},
    {GatewayProblem::unsupported, "unsupported"},
}};
static_assert(isComplete(problemNames, GatewayProblem::unsupported));

constexpr auto verdictNames = EnumNames<AnswerVerdict, 10>{{
    {AnswerVerdict::none, "none"},
    {AnswerVerdict::verified, "verified"},
    {AnswerVerdict::unsignedError, "unsignedError"},
    {AnswerVerdict::unsignedFile, "unsignedFile"},
    {AnswerVerdict::headersMissing, "headersMissing"},
    {AnswerVerdict::stale, "stale"},
    {AnswerVerdict::unknownKey, "unknownKey"},
    {AnswerVerdict::probe, "probe"},
    {AnswerVerdict::badSignature, "badSignature"},
    {AnswerVerdict::malformed, "malformed"},
}};
static_assert(isComplete(verdictNames, AnswerVerdict::malformed));

constexpr auto tradeNames = EnumNames<TradeState, 8>{{
    {TradeState::open, "open"},
    {TradeState::scanned, "scanned"},
    {TradeState::paying, "paying"},
    {TradeState::paid, "paid"},
    {TradeState::refunded, "refunded"},
    {TradeState::closed, "closed"},
    {TradeState::reversed, "reversed"},
    {TradeState::failed, "failed"},
}};
static_assert(isComplete(tradeNames, TradeState::failed));

constexpr auto refundNames = EnumNames<RefundState, 4>{{
    {RefundState::processing, "processing"},
    {RefundState::done, "done"},
    {RefundState::closed, "closed"},
    {RefundState::abnormal, "abnormal"},
}};
static_assert(isComplete(refundNames, RefundState::abnormal));

} // namespace

std::string_view nameOf(GatewayChannel value)
{
    return nameIn(channelNames, value);
}

std::optional<GatewayChannel> gatewayChannelFrom(std::string_view name)
{
    return valueIn(channelNames, name);
}

std::string_view nameOf(GatewayProblem value)
{
    return nameIn(problemNames, value);
}

std::optional<GatewayProblem> gatewayProblemFrom(std::string_view name)
{
    return valueIn(problemNames, name);
}

bool isUncertain(GatewayProblem problem)
{
    switch (problem) {
    case GatewayProblem::none:
    case GatewayProblem::notSent:
    case GatewayProblem::noAnswer:
    case GatewayProblem::untrusted:
    case GatewayProblem::malformed:
    case GatewayProblem::serverTrouble:
    case GatewayProblem::slowDown:
    case GatewayProblem::unfinished:
        return true;
    case GatewayProblem::mismatch:
    case GatewayProblem::configuration:
    case GatewayProblem::clockWrong:
    case GatewayProblem::programFault:
    case GatewayProblem::notFound:
    case GatewayProblem::numberUsed:
    case GatewayProblem::orderClosed:
    case GatewayProblem::alreadyPaid:
    case GatewayProblem::tooEarly:
    case GatewayProblem::codeRefused:
    case GatewayProblem::payerCannotPay:
    case GatewayProblem::notAllowed:
    case GatewayProblem::merchantFunds:
    case GatewayProblem::notReady:
    case GatewayProblem::unsupported:
        return false;
    }
    return true;
}

std::string_view nameOf(AnswerVerdict value)
{
    return nameIn(verdictNames, value);
}

std::string_view nameOf(TradeState value)
{
    return nameIn(tradeNames, value);
}

std::string_view nameOf(RefundState value)
{
    return nameIn(refundNames, value);
}

} // namespace guitai
