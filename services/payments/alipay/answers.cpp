#include "services/payments/alipay/answers.h"

#include "services/payments/provider_text.h"
#include "services/payments/yuan_text.h"

#include <nlohmann/json.hpp>

namespace guitai
{

namespace
{

using Outcome = GatewayOutcome;

constexpr auto waitingForPayer = std::string_view{"10003"};

/// An answer with the object that it was read from; the object is empty when none may be used.
template <class T>
struct Reading {
    GatewayAnswer<T> answer;
    nlohmann::json object = nlohmann::json::object();
};

template <class T>
void doubt(GatewayAnswer<T>& answer, GatewayProblem problem)
{
    answer.outcome = Outcome::unknown;
    answer.problem = problem;
}

/// What transport, verification and codes decide.
template <class T>
Reading<T> readingOf(const AlipayReply& reply, AlipayOperation operation)
{
    auto reading = Reading<T>{.answer = {.exchange = reply.exchange, .clock = reply.clock}};
    auto& answer = reading.answer;
    const auto verdict = reply.judgement.verdict;
    if (reply.failure) {
        answer.problem =
            reply.failure->maybeSent ? GatewayProblem::noAnswer : GatewayProblem::notSent;
        return reading;
    }
    if (verdict != AnswerVerdict::verified && verdict != AnswerVerdict::unsignedError) {
        answer.problem = reply.exchange.status >= 500          ? GatewayProblem::serverTrouble
                         : verdict == AnswerVerdict::malformed ? GatewayProblem::malformed
                                                               : GatewayProblem::untrusted;
        return reading;
    }
    answer.proven = verdict == AnswerVerdict::verified;
    const auto object = objectFrom(reply.judgement.content);
    const auto code = object ? textAt(*object, "code") : std::string{};
    if (code.empty()) {
        answer.problem = GatewayProblem::malformed;
        return reading;
    }
    const auto subCode = textAt(*object, "sub_code");
    answer.providerCode = subCode.empty() ? code : code + ' ' + subCode;
    if (code == "10000") {
        answer.outcome = answer.proven ? Outcome::ok : Outcome::unknown;
        answer.problem = answer.proven ? GatewayProblem::none : GatewayProblem::untrusted;
    } else {
        const auto no = alipayNo(operation, code, subCode, answer.proven);
        answer.outcome = no.outcome;
        answer.problem = no.problem;
    }
    if (answer.proven)
        reading.object = *object;
    return reading;
}

/// A member that must say what we know; one that is missing says nothing.
bool contradicts(const nlohmann::json& object, const char* name, std::string_view expected)
{
    const auto text = textAt(object, name);
    return !text.empty() && !expected.empty() && text != expected;
}

bool isOurs(const nlohmann::json& object,
            const AlipayConfiguration& configuration,
            const OrderRef& order)
{
    return textAt(object, "out_trade_no") == order.orderNumber &&
           !contradicts(object, "seller_id", configuration.sellerId) &&
           !contradicts(object, "app_id", configuration.appId);
}

std::optional<TradeState> stateOf(const nlohmann::json& object)
{
    const auto status = textAt(object, "trade_status");
    if (status == "WAIT_BUYER_PAY")
        return TradeState::scanned;
    if (status == "TRADE_SUCCESS" || status == "TRADE_FINISHED")
        return TradeState::paid;
    if (status != "TRADE_CLOSED")
        return std::nullopt;
    // closed unpaid, or paid and refunded in full: a payment leaves traces
    const auto funds = object.find("fund_bill_list");
    const auto wasPaid = !textAt(object, "send_pay_date").empty() ||
                         (funds != object.end() && funds->is_array() && !funds->empty());
    return wasPaid ? TradeState::refunded : TradeState::closed;
}

TradeReport reportOf(const nlohmann::json& object, TradeState state)
{
    auto paidAt = instantFromBeijing(textAt(object, "send_pay_date"));
    if (!paidAt)
        paidAt = instantFromBeijing(textAt(object, "gmt_payment"));
    return {.state = state,
            .providerNumber = textAt(object, "trade_no"),
            .total = moneyFromYuan(textAt(object, "total_amount")),
            .payerPaid = moneyFromYuan(textAt(object, "buyer_pay_amount")),
            .paidAt = paidAt};
}

GatewayAnswer<TradeReport> judged(Reading<TradeReport> reading,
                                  TradeState state,
                                  const AlipayConfiguration& configuration,
                                  const OrderRef& order)
{
    auto& answer = reading.answer;
    answer.value = reportOf(reading.object, state);
    if (!isOurs(reading.object, configuration, order) ||
        (answer.value->total && *answer.value->total != order.amount)) {
        doubt(answer, GatewayProblem::mismatch);
    } else if (moneyArrived(state) &&
               (!answer.value->total || answer.value->providerNumber.empty())) {
        answer.value.reset();
        doubt(answer, GatewayProblem::malformed);
    }
    return std::move(answer);
}

} // namespace

GatewayAnswer<CodeToShow> readAlipayCreate(const AlipayReply& reply, const OrderRef& order)
{
    auto [answer, object] = readingOf<CodeToShow>(reply, AlipayOperation::create);
    if (!answer.ok())
        return answer;
    const auto code = textAt(object, "qr_code");
    if (textAt(object, "out_trade_no") != order.orderNumber)
        doubt(answer, GatewayProblem::mismatch);
    else if (!code.starts_with("https://"))
        doubt(answer, GatewayProblem::malformed);
    else
        answer.value = CodeToShow{code};
    return answer;
}

GatewayAnswer<TradeReport> readAlipayTrade(const AlipayReply& reply,
                                           const AlipayConfiguration& configuration,
                                           const OrderRef& order)
{
    auto reading = readingOf<TradeReport>(reply, AlipayOperation::query);
    if (!reading.answer.ok())
        return reading.answer;
    const auto state = stateOf(reading.object);
    if (state)
        return judged(std::move(reading), *state, configuration, order);
    doubt(reading.answer, GatewayProblem::malformed);
    return reading.answer;
}

GatewayAnswer<TradeReport> readAlipayPay(const AlipayReply& reply,
                                         const AlipayConfiguration& configuration,
                                         const OrderRef& order)
{
    auto reading = readingOf<TradeReport>(reply, AlipayOperation::pay);
    auto& answer = reading.answer;
    if (answer.proven && answer.providerCode == waitingForPayer) {
        answer.outcome = Outcome::ok;
        answer.problem = GatewayProblem::none;
        return judged(std::move(reading), TradeState::paying, configuration, order);
    }
    if (!answer.ok())
        return answer;
    return judged(std::move(reading), TradeState::paid, configuration, order);
}

GatewayAnswer<CloseReport> readAlipayClose(const AlipayReply& reply, const OrderRef& order)
{
    auto [answer, object] = readingOf<CloseReport>(reply, AlipayOperation::close);
    if (answer.ok() && contradicts(object, "out_trade_no", order.orderNumber))
        doubt(answer, GatewayProblem::mismatch);
    else if (answer.ok())
        answer.value = CloseReport{};
    return answer;
}

GatewayAnswer<ReverseReport> readAlipayCancel(const AlipayReply& reply, const OrderRef& order)
{
    auto [answer, object] = readingOf<ReverseReport>(reply, AlipayOperation::cancel);
    if (!answer.ok())
        return answer;
    if (contradicts(object, "out_trade_no", order.orderNumber)) {
        doubt(answer, GatewayProblem::mismatch);
        return answer;
    }
    using Effect = ReverseReport::Effect;
    const auto action = textAt(object, "action");
    answer.value = ReverseReport{.effect = action == "close"    ? Effect::closed
                                           : action == "refund" ? Effect::refunded
                                                                : Effect::nothing,
                                 .repeat = textAt(object, "retry_flag") == "Y"};
    return answer;
}

GatewayAnswer<RefundReport> readAlipayRefund(const AlipayReply& reply, const RefundRef& refund)
{
    auto [answer, object] = readingOf<RefundReport>(reply, AlipayOperation::refund);
    if (!answer.ok())
        return answer;
    const auto soFar = moneyFromYuan(textAt(object, "refund_fee")); // of the order, all refunds
    const auto done = textAt(object, "fund_change") == "Y";
    answer.value = RefundReport{.state = done ? RefundState::done : RefundState::processing};
    if (textAt(object, "out_trade_no") != refund.orderNumber ||
        (soFar && (*soFar > refund.orderTotal || (done && *soFar < refund.amount))))
        doubt(answer, GatewayProblem::mismatch);
    return answer;
}

GatewayAnswer<RefundReport> readAlipayRefundQuery(const AlipayReply& reply, const RefundRef& refund)
{
    auto [answer, object] = readingOf<RefundReport>(reply, AlipayOperation::queryRefund);
    if (!answer.ok())
        return answer;
    const auto status = textAt(object, "refund_status");
    if (contradicts(object, "out_request_no", refund.refundNumber) ||
        contradicts(object, "out_trade_no", refund.orderNumber)) {
        doubt(answer, GatewayProblem::mismatch);
    } else if (status.empty()) { // an empty success: not received, or failed
        answer.outcome = Outcome::refused;
        answer.problem = GatewayProblem::notFound;
    } else {
        const auto done = status == "REFUND_SUCCESS";
        const auto total = moneyFromYuan(textAt(object, "total_amount"));
        answer.value = RefundReport{.state = done ? RefundState::done : RefundState::processing,
                                    .doneAt = instantFromBeijing(textAt(object, "gmt_refund_pay"))};
        if (textAt(object, "out_request_no").empty() || textAt(object, "out_trade_no").empty() ||
            (done && moneyFromYuan(textAt(object, "refund_amount")) != refund.amount) ||
            (total && *total != refund.orderTotal))
            doubt(answer, GatewayProblem::mismatch);
    }
    return answer;
}

GatewayAnswer<std::string> readAlipayBillLink(const AlipayReply& reply)
{
    auto [answer, object] = readingOf<std::string>(reply, AlipayOperation::bill);
    const auto noTrades =
        answer.problem == GatewayProblem::notFound ||
        (answer.ok() && textAt(object, "bill_file_code") == "EMPTY_DATA_WITH_BILL_FILE");
    if (noTrades) {
        answer.outcome = Outcome::ok;
        answer.problem = GatewayProblem::none;
        answer.value = std::string{};
    } else if (answer.ok()) {
        answer.value = textAt(object, "bill_download_url");
        if (answer.value->empty())
            doubt(answer, GatewayProblem::malformed);
    }
    return answer;
}

} // namespace guitai
