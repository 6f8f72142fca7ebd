#pragma once

#include "services/payments/gateway_parts.h"
#include "services/payments/wechat/signature.h"

namespace guitai
{

/// What came back for one signed call.
struct WeChatReply {
    std::optional<HttpResponse> response = {};
    HttpFailure failure = {}; ///< without a response
    AnswerVerdict verdict = AnswerVerdict::none;
    GatewayExchange exchange = {};
    std::optional<ClockCheck> clock = {};

    bool verified() const { return verdict == AnswerVerdict::verified; }
    int status() const { return response ? response->status : 0; }
};

/// The signed line to WeChat Pay: signs each call afresh, changes to the backup host when a
/// connection cannot be made, verifies each answer and keeps the provider's keys fresh.
class WeChatLine
{
public:
    WeChatLine(GatewayParts parts, const WeChatConfiguration& configuration);

    struct Limits {
        std::chrono::milliseconds timeout{10000};
        std::size_t maxBody = std::size_t{1} << 20U;
    };
    WeChatReply call(const WeChatCall& call, Limits limits);
    WeChatReply call(const WeChatCall& one) { return call(one, Limits{}); }
    /// A bill file: from the given host, whose answer is not signed (WeChat Pay API v3: bills).
    WeChatReply download(const std::string& origin, const WeChatCall& call);

    const WeChatKeyRing& keys() const { return m_keys; }

private:
    WeChatReply sendSigned(const WeChatCall& call, Limits limits, std::vector<std::string> origins);
    std::vector<std::string> originsInOrder() const;
    void notice(const WeChatReply& reply);
    void refreshKeysWhenDue();
    bool refreshKeys();

    GatewayParts m_parts;
    const WeChatConfiguration& m_configuration;
    WeChatKeyRing m_keys;
    std::size_t m_preferred = 0; ///< index of the host that is tried first
    std::optional<Instant> m_keysTriedAt;
    std::optional<Instant> m_keysFreshAt;
};

} // namespace guitai
