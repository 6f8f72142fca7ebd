#include "services/payments/alipay/alipay_gateway.h"

#include "services/payments/alipay/requests.h"
#include "services/payments/gateway_intent.h"
#include "services/payments/http/url_text.h"
#include "services/payments/order_checks.h"

#include <algorithm>
#include <stdexcept>

namespace guitai
{

namespace
{

using Outcome = GatewayOutcome;

constexpr std::size_t maxBillBody = std::size_t{64} << 20U;

std::chrono::seconds timeoutOf(AlipayOperation operation)
{
    switch (operation) {
    case AlipayOperation::pay:
    case AlipayOperation::cancel:
    case AlipayOperation::refund:
        return std::chrono::seconds{35};
    case AlipayOperation::create:
    case AlipayOperation::query:
    case AlipayOperation::close:
    case AlipayOperation::queryRefund:
    case AlipayOperation::bill:
        return std::chrono::seconds{10};
    }
    return std::chrono::seconds{10};
}

bool mayFetchFrom(const UrlParts& url, const AlipayConfiguration& configuration)
{
    const auto gateway = urlPartsFrom(configuration.gateway);
    const auto& suffixes = configuration.billHostSuffixes;
    return (gateway && gateway->origin == url.origin) ||
           std::any_of(suffixes.begin(), suffixes.end(), [&url](const std::string& suffix) {
               return url.host.ends_with(suffix);
           });
}

} // namespace

AlipayGateway::AlipayGateway(GatewayParts parts, AlipayConfiguration configuration)
    : m_parts(parts), m_configuration(std::move(configuration))
{
}

GatewayTraits AlipayGateway::traits() const
{
    return {.channel = GatewayChannel::alipay,
            .payByCode = m_configuration.payByCode,
            .unscannedCanBeClosed = false,
            .codePayPoll = std::chrono::seconds{3},
            .reverseNotBefore = std::chrono::seconds{0}};
}

GatewayIntent AlipayGateway::intendCreate(const CodeOrder& order) const
{
    requireSound(order);
    return {.call = GatewayIntent::Call::create,
            .orderNumber = order.orderNumber,
            .amount = order.amount,
            .orderTotal = order.amount,
            .content = alipayCreateContent(m_configuration, order)};
}

GatewayIntent AlipayGateway::intendPayByCode(const CodePayOrder& order) const
{
    requireSound(order);
    return {.call = GatewayIntent::Call::payByCode,
            .orderNumber = order.orderNumber,
            .amount = order.amount,
            .orderTotal = order.amount,
            .content = alipayPayContent(m_configuration, order)};
}

GatewayIntent AlipayGateway::intendRefund(const RefundOrder& order) const
{
    requireSound(order);
    return {.call = GatewayIntent::Call::refund,
            .orderNumber = order.orderNumber,
            .refundNumber = order.refundNumber,
            .amount = order.amount,
            .orderTotal = order.orderTotal,
            .content = alipayRefundContent(order)};
}

AlipayReply AlipayGateway::call(AlipayOperation operation, std::string_view content)
{
    const auto method = methodOf(operation);
    const auto signedRequest =
        signedAlipayRequest(alipayParameters(m_configuration, method, content, m_parts.clock.now()),
                            m_configuration.applicationKey);
    const auto outcome = m_parts.http.send(
        {.method = HttpMethod::post,
         .url = m_configuration.gateway + '?' + signedRequest.query,
         .headers = {{"Content-Type", "application/x-www-form-urlencoded;charset=utf-8"}},
         .body = signedRequest.form,
         .totalTimeout = timeoutOf(operation)});
    auto reply = AlipayReply{};
    reply.exchange.call = method;
    reply.exchange.at = m_parts.clock.now();
    if (const auto* failure = std::get_if<HttpFailure>(&outcome)) {
        reply.failure = *failure;
        reply.exchange.failure = nameOf(failure->cause);
        return reply;
    }
    const auto& response = std::get<HttpResponse>(outcome);
    reply.judgement = judgeAlipayAnswer(response.body, alipayNode(method), m_configuration);
    reply.exchange.status = response.status;
    reply.exchange.body = response.body;
    reply.exchange.verdict = reply.judgement.verdict;
    if (const auto date = response.headers.one("Date")) {
        reply.exchange.headers.add("Date", *date);
        reply.clock = checkClock(*date, m_parts.clock.now());
    }
    const auto verdict = reply.judgement.verdict;
    if (verdict != AnswerVerdict::verified && verdict != AnswerVerdict::unsignedError)
        m_parts.log.error("Alipay: answer not trusted, " + std::string{nameOf(verdict)} + ", " +
                          std::string{method});
    return reply;
}

GatewayAnswer<CodeToShow> AlipayGateway::create(const GatewayIntent& intent)
{
    requireCall(intent, GatewayIntent::Call::create);
    return readAlipayCreate(call(AlipayOperation::create, intent.content), orderOf(intent));
}

GatewayAnswer<TradeReport> AlipayGateway::query(const OrderRef& order)
{
    return readAlipayTrade(call(AlipayOperation::query, alipayOrderContent(order.orderNumber)),
                           m_configuration,
                           order);
}

GatewayAnswer<CloseReport> AlipayGateway::close(const OrderRef& order)
{
    return readAlipayClose(call(AlipayOperation::close, alipayOrderContent(order.orderNumber)),
                           order);
}

GatewayAnswer<RefundReport> AlipayGateway::refund(const GatewayIntent& intent)
{
    requireCall(intent, GatewayIntent::Call::refund);
    return readAlipayRefund(
        call(AlipayOperation::refund, intent.content),
        {intent.orderNumber, intent.refundNumber, intent.amount, intent.orderTotal});
}

GatewayAnswer<RefundReport> AlipayGateway::queryRefund(const RefundRef& refund)
{
    return readAlipayRefundQuery(
        call(AlipayOperation::queryRefund, alipayRefundQueryContent(refund)), refund);
}

GatewayAnswer<TradeReport> AlipayGateway::payByCode(const GatewayIntent& intent)
{
    requireCall(intent, GatewayIntent::Call::payByCode);
    if (!m_configuration.payByCode)
        return {.outcome = Outcome::refused, .problem = GatewayProblem::unsupported};
    return readAlipayPay(
        call(AlipayOperation::pay, intent.content), m_configuration, orderOf(intent));
}

GatewayAnswer<ReverseReport> AlipayGateway::reverse(const OrderRef& order)
{
    return readAlipayCancel(call(AlipayOperation::cancel, alipayOrderContent(order.orderNumber)),
                            order);
}

GatewayAnswer<BillFile> AlipayGateway::bill(Date day)
{
    auto answer = GatewayAnswer<BillFile>{};
    for (auto tries = 0; tries < 2; ++tries) { // a link that is over answers with a page (F32)
        const auto link = readAlipayBillLink(call(AlipayOperation::bill, alipayBillContent(day)));
        if (!link.ok() || link.value->empty())
            return withoutFile(link);
        answer = download(*link.value); // at once: the link lives 30 s
        if (answer.ok() || answer.exchange.status == 0)
            break;
    }
    return answer;
}

/// Its funds stand in the trade bill's own columns; the fund bill (signcustomer) has a form that
/// nobody has confirmed.
GatewayAnswer<BillFile> AlipayGateway::fundBill(Date)
{
    return {.outcome = Outcome::refused, .problem = GatewayProblem::unsupported};
}

/// Nothing signs the file, and the link is often plain http: a bill is compared, never posted.
GatewayAnswer<BillFile> AlipayGateway::download(const std::string& link)
{
    auto answer = GatewayAnswer<BillFile>{.problem = GatewayProblem::malformed};
    const auto url = urlPartsFrom(link);
    if (!url || !mayFetchFrom(*url, m_configuration))
        return answer;
    const auto outcome = m_parts.http.send({.url = link,
                                            .totalTimeout = std::chrono::seconds{120},
                                            .maxBody = maxBillBody,
                                            .scheme = HttpScheme::plainAllowed});
    answer.exchange.call = "GET " + url->origin;
    answer.exchange.at = m_parts.clock.now();
    if (const auto* failure = std::get_if<HttpFailure>(&outcome)) {
        answer.problem = failure->maybeSent ? GatewayProblem::noAnswer : GatewayProblem::notSent;
        answer.exchange.failure = nameOf(failure->cause);
        return answer;
    }
    const auto& response = std::get<HttpResponse>(outcome);
    answer.exchange.status = response.status;
    answer.exchange.verdict = AnswerVerdict::unsignedFile;
    if (response.status != 200 || !response.body.starts_with("PK"))
        return answer; // an expired link answers with a page
    answer.outcome = Outcome::ok;
    answer.problem = GatewayProblem::none;
    answer.value = BillFile{.form = BillFile::Form::alipayZip, .bytes = response.body};
    return answer;
}

GatewayAnswer<CloseReport> AlipayGateway::probe()
{
    const auto trade = readAlipayTrade(
        call(AlipayOperation::query, alipayOrderContent(probedOrder)), m_configuration, {});
    const auto good = trade.proven && trade.problem == GatewayProblem::notFound;
    auto answer = GatewayAnswer<CloseReport>{.outcome = good ? Outcome::ok : trade.outcome,
                                             .problem = good ? GatewayProblem::none : trade.problem,
                                             .proven = trade.proven,
                                             .providerCode = trade.providerCode,
                                             .exchange = trade.exchange,
                                             .clock = trade.clock};
    if (good)
        answer.value = CloseReport{};
    return answer;
}

} // namespace guitai
