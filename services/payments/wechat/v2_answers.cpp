#include "services/payments/crypto/digests.h"
#include "services/payments/provider_text.h"
#include "services/payments/wechat/answers.h"
#include "services/payments/wechat/v2.h"

#include <charconv>

namespace guitai
{

namespace
{

using Outcome = GatewayOutcome;

std::string fieldOf(const WeChatV2Fields& fields, const char* name)
{
    const auto field = fields.find(name);
    return field == fields.end() ? std::string{} : field->second;
}

/// "20260115093107", Beijing time.
std::optional<Instant> instantFromDigits(const std::string& text)
{
    if (text.size() != 14)
        return std::nullopt;
    return instantFromBeijing(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" +
                              text.substr(6, 2) + " " + text.substr(8, 2) + ":" +
                              text.substr(10, 2) + ":" + text.substr(12, 2));
}

std::optional<Money> fenFrom(const std::string& text)
{
    auto fen = std::int64_t{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), fen);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return Money::fen(fen);
}

/// Transport, signature, merchant and app, error codes: what both calls share.
template <class T>
GatewayAnswer<T> v2Answer(const HttpOutcome& outcome,
                          const WeChatConfiguration& configuration,
                          WeChatOperation operation,
                          WeChatV2Fields& fields)
{
    auto answer = GatewayAnswer<T>{};
    if (const auto* failure = std::get_if<HttpFailure>(&outcome)) {
        answer.problem = failure->maybeSent ? GatewayProblem::noAnswer : GatewayProblem::notSent;
        answer.exchange.failure = nameOf(failure->cause);
        return answer;
    }
    const auto& response = std::get<HttpResponse>(outcome);
    const auto read = weChatV2FieldsFrom(response.body);
    answer.exchange.status = response.status;
    answer.exchange.body = response.body;
    answer.exchange.verdict =
        judgeWeChatV2(read, configuration.v2->apiKey, configuration.v2->signType);
    answer.proven = answer.exchange.verdict == AnswerVerdict::verified;
    fields = read.value_or(WeChatV2Fields{});
    if (!answer.proven) {
        // "FAIL" of the transport, as with a wrong signature, is unsigned and proves nothing
        answer.problem = fieldOf(fields, "return_code") == "FAIL" ? GatewayProblem::configuration
                                                                  : GatewayProblem::untrusted;
        return answer;
    }
    if (fieldOf(fields, "appid") != configuration.merchant.appId ||
        fieldOf(fields, "mch_id") != configuration.merchant.merchantId) {
        answer.problem = GatewayProblem::mismatch;
        return answer;
    }
    answer.outcome = Outcome::ok;
    if (fieldOf(fields, "result_code") != "SUCCESS") {
        answer.providerCode = fieldOf(fields, "err_code");
        const auto no = weChatNo(operation, 200, answer.providerCode);
        answer.outcome = no.outcome;
        answer.problem = no.problem;
    }
    return answer;
}

} // namespace

AnswerVerdict judgeWeChatV2(const std::optional<WeChatV2Fields>& fields,
                            std::string_view apiKey,
                            WeChatV2::SignType type)
{
    if (!fields)
        return AnswerVerdict::malformed;
    const auto signature = fieldOf(*fields, "sign");
    if (signature.empty())
        return AnswerVerdict::headersMissing;
    return sameSecretText(signature, weChatV2Signature(*fields, apiKey, type))
               ? AnswerVerdict::verified
               : AnswerVerdict::badSignature;
}

GatewayAnswer<TradeReport> readWeChatV2Pay(const HttpOutcome& outcome,
                                           const WeChatConfiguration& configuration,
                                           const OrderRef& order)
{
    auto fields = WeChatV2Fields{};
    auto answer = v2Answer<TradeReport>(outcome, configuration, WeChatOperation::payByCode, fields);
    if (answer.problem == GatewayProblem::unfinished) {
        answer.outcome = Outcome::ok;
        answer.problem = GatewayProblem::none;
        answer.value = TradeReport{.state = TradeState::paying, .providerNumber = {}};
        return answer;
    }
    if (!answer.ok())
        return answer;
    answer.value = TradeReport{.state = TradeState::paid,
                               .providerNumber = fieldOf(fields, "transaction_id"),
                               .total = fenFrom(fieldOf(fields, "total_fee")),
                               .payerPaid = fenFrom(fieldOf(fields, "cash_fee")),
                               .paidAt = instantFromDigits(fieldOf(fields, "time_end"))};
    if (fieldOf(fields, "out_trade_no") != order.orderNumber ||
        answer.value->total != order.amount || answer.value->providerNumber.empty()) {
        answer.outcome = Outcome::unknown;
        answer.problem = GatewayProblem::mismatch;
    }
    return answer;
}

GatewayAnswer<ReverseReport> readWeChatV2Reverse(const HttpOutcome& outcome,
                                                 const WeChatConfiguration& configuration)
{
    auto fields = WeChatV2Fields{};
    auto answer = v2Answer<ReverseReport>(outcome, configuration, WeChatOperation::reverse, fields);
    const auto again = fieldOf(fields, "recall") == "Y";
    if (answer.ok() || (again && answer.proven && answer.problem != GatewayProblem::mismatch))
        answer.value = ReverseReport{.repeat = again};
    if (again && answer.proven && answer.outcome == Outcome::refused)
        answer.outcome = Outcome::unknown; // the provider itself asks for a repetition
    return answer;
}

} // namespace guitai
