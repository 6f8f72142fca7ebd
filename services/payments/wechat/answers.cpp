#include "services/payments/wechat/answers.h"

#include "services/payments/provider_text.h"

#include <nlohmann/json.hpp>

namespace guitai
{

namespace
{

using Outcome = GatewayOutcome;

template <class T>
void doubt(GatewayAnswer<T>& answer, GatewayProblem problem)
{
    answer.outcome = Outcome::unknown;
    answer.problem = problem;
}

/// The verified object of a 200, or the answer in doubt.
template <class T>
std::optional<nlohmann::json> verifiedObject(GatewayAnswer<T>& answer, const WeChatReply& reply)
{
    if (!answer.ok())
        return std::nullopt;
    auto object = reply.status() == 200 ? objectFrom(reply.response->body) : std::nullopt;
    if (!object)
        doubt(answer,
              reply.status() == 202 ? GatewayProblem::unfinished : GatewayProblem::malformed);
    return object;
}

std::optional<TradeState> stateFrom(std::string_view name)
{
    if (name == "NOTPAY")
        return TradeState::open;
    if (name == "SUCCESS")
        return TradeState::paid;
    if (name == "REFUND") // fully or partly: money arrived
        return TradeState::refunded;
    if (name == "CLOSED")
        return TradeState::closed;
    if (name == "REVOKED")
        return TradeState::reversed;
    if (name == "USERPAYING")
        return TradeState::paying;
    if (name == "PAYERROR")
        return TradeState::failed;
    return std::nullopt;
}

std::optional<RefundState> refundStateFrom(std::string_view name)
{
    if (name == "SUCCESS")
        return RefundState::done;
    if (name == "PROCESSING")
        return RefundState::processing;
    if (name == "CLOSED")
        return RefundState::closed;
    if (name == "ABNORMAL")
        return RefundState::abnormal;
    return std::nullopt;
}

std::optional<Money> moneyAt(const nlohmann::json& object, const char* name)
{
    const auto fen = integerAt(object, name); // a number with a point is not an amount
    return fen ? std::optional{Money::fen(*fen)} : std::nullopt;
}

std::optional<TradeReport> tradeFrom(const nlohmann::json& object)
{
    const auto state = stateFrom(textAt(object, "trade_state"));
    if (!state)
        return std::nullopt;
    const auto& amount = objectAt(object, "amount");
    auto report = TradeReport{.state = *state,
                              .providerNumber = textAt(object, "transaction_id"),
                              .total = moneyAt(amount, "total"),
                              .payerPaid = moneyAt(amount, "payer_total"),
                              .paidAt = instantFromRfc3339(textAt(object, "success_time"))};
    if (moneyArrived(*state) && (!report.total || report.providerNumber.empty()))
        return std::nullopt;
    return report;
}

bool fits(const nlohmann::json& object,
          const WeChatMerchant& merchant,
          std::string_view orderNumber)
{
    return textAt(object, "mchid") == merchant.merchantId &&
           textAt(object, "appid") == merchant.appId &&
           textAt(object, "out_trade_no") == orderNumber;
}

bool inYuan(const nlohmann::json& object)
{
    const auto currency = textAt(objectAt(object, "amount"), "currency");
    return currency.empty() || currency == "CNY";
}

} // namespace

template <class T>
GatewayAnswer<T> weChatAnswer(const WeChatReply& reply, WeChatOperation operation)
{
    auto answer = GatewayAnswer<T>{.exchange = reply.exchange, .clock = reply.clock};
    if (!reply.response) {
        answer.problem =
            reply.failure.maybeSent ? GatewayProblem::noAnswer : GatewayProblem::notSent;
        return answer;
    }
    if (reply.verdict == AnswerVerdict::unsignedError) {
        const auto body = objectFrom(reply.response->body);
        answer.providerCode = body ? textAt(*body, "code") : std::string{};
        const auto no = weChatNo(operation, reply.status(), answer.providerCode);
        answer.outcome = no.outcome;
        answer.problem = no.problem;
        // the time is looked at before the signature: a wrong clock hides a wrong key
        if (reply.status() == 401 && reply.clock &&
            reply.clock->level() == ClockCheck::Level::block)
            answer.problem = GatewayProblem::clockWrong;
        return answer;
    }
    answer.proven = reply.verified();
    answer.outcome = reply.verified() ? Outcome::ok : Outcome::unknown;
    answer.problem = reply.verified() ? GatewayProblem::none : GatewayProblem::untrusted;
    if (!reply.verified() && reply.status() == 202)
        answer.problem = GatewayProblem::unfinished; // whether a 202 is signed is open
    return answer;
}

GatewayAnswer<CodeToShow> readWeChatCreate(const WeChatReply& reply)
{
    auto answer = weChatAnswer<CodeToShow>(reply, WeChatOperation::create);
    if (const auto object = verifiedObject(answer, reply)) {
        answer.value = CodeToShow{textAt(*object, "code_url")};
        if (!answer.value->text.starts_with("weixin://")) {
            answer.value.reset();
            doubt(answer, GatewayProblem::malformed);
        }
    }
    return answer;
}

GatewayAnswer<TradeReport> readWeChatTrade(const WeChatReply& reply,
                                           WeChatOperation operation,
                                           const WeChatMerchant& merchant,
                                           const OrderRef& order)
{
    auto answer = weChatAnswer<TradeReport>(reply, operation);
    if (reply.verified() && reply.status() == 202) {
        doubt(answer, GatewayProblem::unfinished);
        return answer;
    }
    const auto object = verifiedObject(answer, reply);
    if (!object)
        return answer;
    answer.value = tradeFrom(*object);
    if (!answer.value)
        doubt(answer, GatewayProblem::malformed);
    else if (!fits(*object, merchant, order.orderNumber) || !inYuan(*object) ||
             (answer.value->total && *answer.value->total != order.amount))
        doubt(answer, GatewayProblem::mismatch);
    return answer;
}

GatewayAnswer<CloseReport> readWeChatClose(const WeChatReply& reply)
{
    auto answer = weChatAnswer<CloseReport>(reply, WeChatOperation::close);
    if (answer.ok() && reply.status() == 204)
        answer.value = CloseReport{};
    else if (answer.ok())
        doubt(answer, GatewayProblem::malformed);
    return answer;
}

GatewayAnswer<ReverseReport>
readWeChatReverse(const WeChatReply& reply, const WeChatMerchant& merchant, const OrderRef& order)
{
    auto answer = weChatAnswer<ReverseReport>(reply, WeChatOperation::reverse);
    if (const auto object = verifiedObject(answer, reply)) {
        answer.value = ReverseReport{};
        if (!fits(*object, merchant, order.orderNumber))
            doubt(answer, GatewayProblem::mismatch);
    }
    return answer;
}

GatewayAnswer<RefundReport>
readWeChatRefund(const WeChatReply& reply, WeChatOperation operation, const RefundRef& refund)
{
    auto answer = weChatAnswer<RefundReport>(reply, operation);
    const auto object = verifiedObject(answer, reply);
    if (!object)
        return answer;
    const auto state = refundStateFrom(textAt(*object, "status"));
    if (!state) {
        doubt(answer, GatewayProblem::malformed);
        return answer;
    }
    answer.value = RefundReport{.state = *state,
                                .providerNumber = textAt(*object, "refund_id"),
                                .doneAt = instantFromRfc3339(textAt(*object, "success_time"))};
    const auto& amount = objectAt(*object, "amount");
    if (textAt(*object, "out_refund_no") != refund.refundNumber ||
        textAt(*object, "out_trade_no") != refund.orderNumber || !inYuan(*object) ||
        moneyAt(amount, "refund") != refund.amount || moneyAt(amount, "total") != refund.orderTotal)
        doubt(answer, GatewayProblem::mismatch);
    return answer;
}

GatewayAnswer<WeChatBillLink> readWeChatBillLink(const WeChatReply& reply)
{
    auto answer = weChatAnswer<WeChatBillLink>(reply, WeChatOperation::bill);
    if (answer.problem == GatewayProblem::notFound) { // NO_STATEMENT_EXIST: a valid empty day
        answer.outcome = Outcome::ok;
        answer.problem = GatewayProblem::none;
        answer.value = WeChatBillLink{};
        return answer;
    }
    if (const auto object = verifiedObject(answer, reply)) {
        answer.value =
            WeChatBillLink{textAt(*object, "download_url"), textAt(*object, "hash_value")};
        if (answer.value->url.empty() || textAt(*object, "hash_type") != "SHA1") {
            answer.value.reset();
            doubt(answer, GatewayProblem::malformed);
        }
    }
    return answer;
}

template GatewayAnswer<BillFile> weChatAnswer(const WeChatReply&, WeChatOperation);
template GatewayAnswer<CloseReport> weChatAnswer(const WeChatReply&, WeChatOperation);

} // namespace guitai
