#include "services/payments/wechat/line.h"

#include <algorithm>
#include <stdexcept>

namespace guitai
{

namespace
{

constexpr auto keysLive =
    std::chrono::hours{12}; // "at least every 12 h" (WeChat Pay API v3: keys and certificates)
constexpr auto keysPause = std::chrono::seconds{60};
constexpr std::size_t maxBillBody = std::size_t{64} << 20U;

GatewayExchange recordOf(const WeChatCall& call, const HttpOutcome& outcome, Instant at)
{
    auto record = GatewayExchange{.at = at};
    record.call = std::string{nameOf(call.method)} + ' ' + call.target;
    if (const auto* failure = std::get_if<HttpFailure>(&outcome)) {
        record.failure = nameOf(failure->cause);
        return record;
    }
    const auto& response = std::get<HttpResponse>(outcome);
    record.status = response.status;
    record.body = response.body;
    for (const auto* name : {"Wechatpay-Timestamp",
                             "Wechatpay-Nonce",
                             "Wechatpay-Serial",
                             "Wechatpay-Signature",
                             "Request-ID",
                             "Date"}) {
        if (const auto value = response.headers.one(name))
            record.headers.add(name, *value);
    }
    return record;
}

} // namespace

WeChatLine::WeChatLine(GatewayParts parts, const WeChatConfiguration& configuration)
    : m_parts(parts), m_configuration(configuration)
{
    if (configuration.hosts.empty())
        throw std::logic_error("WeChat Pay without a host");
    if (configuration.publicKey)
        m_keys.emplace(configuration.publicKey->id, configuration.publicKey->key);
}

std::vector<std::string> WeChatLine::originsInOrder() const
{
    auto origins = m_configuration.hosts;
    std::rotate(origins.begin(),
                origins.begin() + static_cast<std::ptrdiff_t>(m_preferred % origins.size()),
                origins.end());
    return origins;
}

WeChatReply
WeChatLine::sendSigned(const WeChatCall& call, Limits limits, std::vector<std::string> origins)
{
    auto request = HttpRequest{.method = call.method,
                               .body = call.body,
                               .totalTimeout = limits.timeout,
                               .maxBody = limits.maxBody};
    request.headers.add("Accept", "application/json");
    if (call.method == HttpMethod::post)
        request.headers.add("Content-Type", "application/json");
    request.headers.add(
        "Authorization",
        weChatAuthorization(m_configuration, call, m_parts.clock.now(), m_parts.random.id()));
    if (m_configuration.publicKey)
        request.headers.add("Wechatpay-Serial", m_configuration.publicKey->id);

    auto outcome = HttpOutcome{HttpFailure{HttpFailure::Cause::nameLookup, false}};
    for (const auto& origin : origins) { // the host name is not signed: the same bytes may go on
        request.url = origin + call.target;
        outcome = m_parts.http.send(request);
        if (!neverLeft(outcome))
            break;
    }
    const auto now = m_parts.clock.now();
    auto reply = WeChatReply{.exchange = recordOf(call, outcome, now)};
    if (const auto* failure = std::get_if<HttpFailure>(&outcome)) {
        reply.failure = *failure;
        return reply;
    }
    reply.response = std::get<HttpResponse>(std::move(outcome));
    reply.clock = checkClock(reply.response->headers.one("Date"), now);
    return reply;
}

/// The next call begins with the other host when this one is in trouble.
void WeChatLine::notice(const WeChatReply& reply)
{
    const auto status = reply.status();
    if (status == 0 || status == 502 || status == 503)
        m_preferred = (m_preferred + 1) % m_configuration.hosts.size();
}

WeChatReply WeChatLine::call(const WeChatCall& call, Limits limits)
{
    refreshKeysWhenDue();
    auto reply = sendSigned(call, limits, originsInOrder());
    notice(reply);
    if (!reply.response)
        return reply;
    const auto judge = [&] {
        return judgeWeChatAnswer(*reply.response, m_keys, m_parts.clock.now());
    };
    reply.verdict = judge();
    if (reply.verdict == AnswerVerdict::unknownKey && refreshKeys())
        reply.verdict = judge();
    if (reply.verdict != AnswerVerdict::verified && reply.verdict != AnswerVerdict::unsignedError)
        m_parts.log.error("WeChat Pay: answer not trusted, " + std::string{nameOf(reply.verdict)} +
                          ", request " + reply.response->headers.one("Request-ID").value_or("-"));
    reply.exchange.verdict = reply.verdict;
    return reply;
}

WeChatReply WeChatLine::download(const std::string& origin, const WeChatCall& call)
{
    auto reply =
        sendSigned(call, {.timeout = std::chrono::seconds{120}, .maxBody = maxBillBody}, {origin});
    if (!reply.response)
        return reply;
    reply.verdict =
        reply.status() == 200 ? AnswerVerdict::unsignedFile : AnswerVerdict::unsignedError;
    reply.exchange.verdict = reply.verdict;
    reply.exchange.call.resize(std::min(reply.exchange.call.find('?'), reply.exchange.call.size()));
    if (reply.status() == 200)
        reply.exchange.body.clear();
    return reply;
}

void WeChatLine::refreshKeysWhenDue()
{
    if (m_configuration.platformCertificates &&
        (!m_keysFreshAt || m_parts.clock.now() - *m_keysFreshAt >= keysLive))
        refreshKeys();
}

/// Fetches the platform certificates. The very first answer is signed with a certificate that it
/// brings itself; that this opened with the APIv3 key is the proof.
bool WeChatLine::refreshKeys()
{
    const auto now = m_parts.clock.now();
    if (!m_configuration.platformCertificates ||
        (m_keysTriedAt && now - *m_keysTriedAt < keysPause && now >= *m_keysTriedAt))
        return false;
    m_keysTriedAt = now;
    const auto reply = sendSigned({HttpMethod::get, "/v3/certificates"}, {}, originsInOrder());
    notice(reply);
    auto fresh = reply.status() == 200
                     ? weChatKeysFrom(reply.response->body, m_configuration.apiV3Key, now)
                     : std::nullopt;
    if (!fresh || fresh->empty()) {
        m_parts.log.error("WeChat Pay: no platform certificates, status " +
                          std::to_string(reply.status()));
        return false;
    }
    if (m_configuration.publicKey)
        fresh->insert_or_assign(m_configuration.publicKey->id, m_configuration.publicKey->key);
    auto trusted = m_keys;
    trusted.insert(fresh->begin(), fresh->end());
    if (judgeWeChatAnswer(*reply.response, trusted, now) != AnswerVerdict::verified) {
        m_parts.log.error("WeChat Pay: the answer with platform certificates does not verify");
        return false;
    }
    m_keys = std::move(*fresh);
    m_keysFreshAt = now;
    return true;
}

} // namespace guitai
