#include "services/payments/wechat/wechat_gateway.h"

#include "services/payments/bills/inflate.h"
#include "services/payments/crypto/digests.h"
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

constexpr auto moneyTimeout = std::chrono::seconds{35}; // code pay, reverse, refund

template <class T>
GatewayAnswer<T> unsupported()
{
    return {.outcome = Outcome::refused, .problem = GatewayProblem::unsupported};
}

bool oneOfOurHosts(const UrlParts& url, const std::vector<std::string>& hosts)
{
    return std::any_of(hosts.begin(), hosts.end(), [&url](const std::string& host) {
        const auto ours = urlPartsFrom(host);
        return ours && ours->origin == url.origin;
    });
}

/// Whether the hash is over the packed or the unpacked file differs by page: either is
/// taken, and the log tells which it was.
BillFile::Hash compareHash(const std::string& bytes, const std::string& expected, Log& log)
{
    if (expected.empty())
        return BillFile::Hash::notGiven;
    if (sha1(bytes) == expected) {
        log.info("WeChat Pay: the bill's hash is that of the file as it came");
        return BillFile::Hash::matches;
    }
    auto unpacked = Sha1{};
    const auto whole = inflateGzip(bytes, [&unpacked](std::string_view piece) {
        unpacked.add(piece);
        return true;
    });
    if (whole != InflateResult::whole || unpacked.hex() != expected)
        return BillFile::Hash::differs;
    log.info("WeChat Pay: the bill's hash is that of the unpacked file");
    return BillFile::Hash::matches;
}

} // namespace

WeChatGateway::WeChatGateway(GatewayParts parts, WeChatConfiguration configuration)
    : m_parts(parts), m_configuration(std::move(configuration)), m_line(parts, m_configuration)
{
}

GatewayTraits WeChatGateway::traits() const
{
    return {.channel = GatewayChannel::weChat,
            .payByCode = m_configuration.codePay != WeChatConfiguration::CodePay::off,
            .unscannedCanBeClosed = true,
            .codePayPoll = std::chrono::seconds{5},
            .reverseNotBefore = std::chrono::seconds{15},
            .fundBill = true};
}

GatewayIntent WeChatGateway::intendCreate(const CodeOrder& order) const
{
    requireSound(order);
    return {.call = GatewayIntent::Call::create,
            .orderNumber = order.orderNumber,
            .amount = order.amount,
            .orderTotal = order.amount,
            .content = weChatCreateBody(m_configuration, order)};
}

GatewayIntent WeChatGateway::intendPayByCode(const CodePayOrder& order) const
{
    requireSound(order);
    const auto v2 = m_configuration.codePay == WeChatConfiguration::CodePay::v2;
    return {.call = GatewayIntent::Call::payByCode,
            .orderNumber = order.orderNumber,
            .amount = order.amount,
            .orderTotal = order.amount,
            .content = v2 ? weChatV2Xml(weChatV2MicropayFields(m_configuration, order))
                          : weChatCodePayBody(m_configuration, order)};
}

GatewayIntent WeChatGateway::intendRefund(const RefundOrder& order) const
{
    requireSound(order);
    return {.call = GatewayIntent::Call::refund,
            .orderNumber = order.orderNumber,
            .refundNumber = order.refundNumber,
            .amount = order.amount,
            .orderTotal = order.orderTotal,
            .content = weChatRefundBody(order)};
}

GatewayAnswer<CodeToShow> WeChatGateway::create(const GatewayIntent& intent)
{
    requireCall(intent, GatewayIntent::Call::create);
    return readWeChatCreate(m_line.call(weChatCreateCall(intent.content)));
}

GatewayAnswer<TradeReport> WeChatGateway::query(const OrderRef& order)
{
    return readWeChatTrade(
        m_line.call(weChatQueryCall(m_configuration.merchant, order.orderNumber)),
        WeChatOperation::query,
        m_configuration.merchant,
        order);
}

GatewayAnswer<CloseReport> WeChatGateway::close(const OrderRef& order)
{
    return readWeChatClose(
        m_line.call(weChatCloseCall(m_configuration.merchant, order.orderNumber)));
}

GatewayAnswer<RefundReport> WeChatGateway::refund(const GatewayIntent& intent)
{
    requireCall(intent, GatewayIntent::Call::refund);
    return readWeChatRefund(
        m_line.call(weChatRefundCall(intent.content), {.timeout = moneyTimeout}),
        WeChatOperation::refund,
        {intent.orderNumber, intent.refundNumber, intent.amount, intent.orderTotal});
}

GatewayAnswer<RefundReport> WeChatGateway::queryRefund(const RefundRef& refund)
{
    return readWeChatRefund(m_line.call(weChatRefundQueryCall(refund.refundNumber)),
                            WeChatOperation::queryRefund,
                            refund);
}

GatewayAnswer<TradeReport> WeChatGateway::payByCode(const GatewayIntent& intent)
{
    requireCall(intent, GatewayIntent::Call::payByCode);
    const auto order = OrderRef{intent.orderNumber, intent.amount};
    if (!traits().payByCode)
        return unsupported<TradeReport>();
    if (!intent.content.starts_with("<xml>"))
        return readWeChatTrade(
            m_line.call(weChatCodePayCall(intent.content), {.timeout = moneyTimeout}),
            WeChatOperation::payByCode,
            m_configuration.merchant,
            order);
    const auto fields = weChatV2FieldsFrom(intent.content);
    if (!fields || !m_configuration.v2)
        return unsupported<TradeReport>();
    auto answer = readWeChatV2Pay(sendV2("/pay/micropay", *fields), m_configuration, order);
    answer.exchange.call = "POST /pay/micropay";
    answer.exchange.at = m_parts.clock.now();
    return answer;
}

GatewayAnswer<ReverseReport> WeChatGateway::reverse(const OrderRef& order)
{
    if (m_configuration.codePay != WeChatConfiguration::CodePay::v2)
        return readWeChatReverse(
            m_line.call(weChatReverseCall(m_configuration.merchant, order.orderNumber),
                        {.timeout = moneyTimeout}),
            m_configuration.merchant,
            order);
    if (!m_configuration.v2)
        return unsupported<ReverseReport>();
    auto answer = readWeChatV2Reverse(sendV2("/secapi/pay/reverse",
                                             {{"appid", m_configuration.merchant.appId},
                                              {"mch_id", m_configuration.merchant.merchantId},
                                              {"out_trade_no", order.orderNumber}}),
                                      m_configuration);
    answer.exchange.call = "POST /secapi/pay/reverse";
    answer.exchange.at = m_parts.clock.now();
    return answer;
}

HttpOutcome WeChatGateway::sendV2(std::string_view path, WeChatV2Fields fields)
{
    const auto& v2 = *m_configuration.v2;
    fields["nonce_str"] = m_parts.random.id();
    fields["sign_type"] = v2.signType == WeChatV2::SignType::md5 ? "MD5" : "HMAC-SHA256";
    fields["sign"] = weChatV2Signature(fields, v2.apiKey, v2.signType);
    auto request = HttpRequest{.method = HttpMethod::post,
                               .headers = {{"Content-Type", "text/xml; charset=utf-8"}},
                               .body = weChatV2Xml(fields),
                               .totalTimeout = moneyTimeout};
    if (path.starts_with("/secapi/"))
        request.clientCertificate = v2.clientCertificate;
    auto outcome = HttpOutcome{HttpFailure{HttpFailure::Cause::nameLookup, false}};
    for (const auto& host : m_configuration.hosts) { // the host name is not signed
        request.url = host + std::string{path};
        outcome = m_parts.http.send(request);
        if (!neverLeft(outcome))
            break;
    }
    return outcome;
}

GatewayAnswer<BillFile> WeChatGateway::bill(Date day)
{
    return fetch(weChatBillCall(day, packing()));
}

GatewayAnswer<BillFile> WeChatGateway::fundBill(Date day)
{
    return fetch(weChatFundBillCall(day, m_configuration.fundAccount, packing()));
}

BillPacking WeChatGateway::packing() const
{
    return m_configuration.gzipBill ? BillPacking::gzip : BillPacking::plain;
}

/// A link that expired before the file was there is asked for once more (F32).
GatewayAnswer<BillFile> WeChatGateway::fetch(const WeChatCall& call)
{
    auto answer = GatewayAnswer<BillFile>{};
    for (auto tries = 0; tries < 2; ++tries) {
        const auto link = readWeChatBillLink(m_line.call(call));
        if (!link.ok() || link.value->url.empty())
            return withoutFile(link);
        answer = download(*link.value);
        if (answer.problem != GatewayProblem::programFault) // INVALID_REQUEST: the link is over
            break;
    }
    return answer;
}

GatewayAnswer<BillFile> WeChatGateway::download(const WeChatBillLink& link)
{
    const auto url = urlPartsFrom(link.url);
    if (!url || !oneOfOurHosts(*url, m_configuration.hosts)) // our signature goes nowhere else
        return {.problem = GatewayProblem::malformed};
    const auto reply = m_line.download(url->origin, {HttpMethod::get, url->target});
    auto answer = weChatAnswer<BillFile>(reply, WeChatOperation::bill);
    if (reply.verdict != AnswerVerdict::unsignedFile)
        return answer;
    const auto gzip = reply.response->body.starts_with("\x1f\x8b");
    answer.value = BillFile{.form = gzip ? BillFile::Form::weChatGzip : BillFile::Form::weChatText,
                            .bytes = reply.response->body,
                            .hash = compareHash(reply.response->body, link.sha1, m_parts.log)};
    const auto whole = answer.value->hash == BillFile::Hash::matches;
    answer.outcome = whole ? Outcome::ok : Outcome::unknown;
    answer.problem = whole ? GatewayProblem::none : GatewayProblem::untrusted;
    return answer;
}

GatewayAnswer<CloseReport> WeChatGateway::probe()
{
    const auto reply = m_line.call(weChatQueryCall(m_configuration.merchant, probedOrder));
    auto answer = weChatAnswer<CloseReport>(reply, WeChatOperation::query);
    if (answer.problem ==
        GatewayProblem::notFound) { // key, serial, clock and merchant were accepted
        answer.outcome = Outcome::ok;
        answer.problem = GatewayProblem::none;
        answer.value = CloseReport{};
    }
    return answer;
}

} // namespace guitai
