#include "services/payments/gateway.h"

namespace guitai
{

std::string_view nameOf(GatewayChannel channel)
{
    switch (channel) {
    case GatewayChannel::weChat:
        return "weChat";
    case GatewayChannel::alipay:
        return "alipay";
    case GatewayChannel::platform:
        return "platform";
    }
    return "unknown";
}

std::string_view nameOf(GatewayProblem problem)
{
    using enum GatewayProblem;
    switch (problem) {
    case none:
        return "none";
    case notSent:
        return "notSent";
    case noAnswer:
        return "noAnswer";
    case untrusted:
        return "untrusted";
    case malformed:
        return "malformed";
    case serverTrouble:
        return "serverTrouble";
    case slowDown:
        return "slowDown";
    case unfinished:
        return "unfinished";
    case mismatch:
        return "mismatch";
    case configuration:
        return "configuration";
    case clockWrong:
        return "clockWrong";
    case programFault:
        return "programFault";
    case notFound:
        return "notFound";
    case numberUsed:
        return "numberUsed";
    case orderClosed:
        return "orderClosed";
    case alreadyPaid:
        return "alreadyPaid";
    case tooEarly:
        return "tooEarly";
    case codeRefused:
        return "codeRefused";
    case payerCannotPay:
        return "payerCannotPay";
    case notAllowed:
        return "notAllowed";
    case merchantFunds:
        return "merchantFunds";
    case notReady:
        return "notReady";
    case unsupported:
        return "unsupported";
    }
    return "unknown";
}

std::string_view nameOf(AnswerVerdict verdict)
{
    using enum AnswerVerdict;
    switch (verdict) {
    case none:
        return "none";
    case verified:
        return "verified";
    case unsignedError:
        return "unsignedError";
    case unsignedFile:
        return "unsignedFile";
    case headersMissing:
        return "headersMissing";
    case stale:
        return "stale";
    case unknownKey:
        return "unknownKey";
    case probe:
        return "probe";
    case badSignature:
        return "badSignature";
    case malformed:
        return "malformed";
    }
    return "unknown";
}

std::string_view nameOf(TradeState state)
{
    using enum TradeState;
    switch (state) {
    case open:
        return "open";
    case scanned:
        return "scanned";
    case paying:
        return "paying";
    case paid:
        return "paid";
    case refunded:
        return "refunded";
    case closed:
        return "closed";
    case reversed:
        return "reversed";
    case failed:
        return "failed";
    }
    return "unknown";
}

std::string_view nameOf(RefundState state)
{
    switch (state) {
    case RefundState::processing:
        return "processing";
    case RefundState::done:
        return "done";
    case RefundState::closed:
        return "closed";
    case RefundState::abnormal:
        return "abnormal";
    }
    return "unknown";
}

} // namespace guitai
