#pragma once

#include "services/payments/gateway.h"
#include "services/payments/wechat/configuration.h"

#include <map>

namespace guitai
{

/// A request before it is signed. `target` is path and query exactly as sent, percent-encoded:
/// leaving out the query is the most common cause of a 401.
struct WeChatCall {
    HttpMethod method = HttpMethod::get;
    std::string target;
    std::string body = {};

    bool operator==(const WeChatCall&) const = default;
};

/// The five lines that are signed (WeChat Pay API v3: request signature).
std::string
weChatMessage(const WeChatCall& call, std::string_view timestamp, std::string_view nonce);

/// The Authorization header of a call. `nonce`: up to 32 letters and digits, fresh for each send.
std::string weChatAuthorization(const WeChatConfiguration& configuration,
                                const WeChatCall& call,
                                Instant now,
                                std::string_view nonce);

/// Keys that answers may be signed with, by the value of `Wechatpay-Serial`: the id of the public
/// key, serial numbers of platform certificates, or both while a merchant changes over.
using WeChatKeyRing = std::map<std::string, RsaPublicKey, std::less<>>;

/// Judges an answer in WeChat Pay's order, over the received bytes. A status other than
/// 2xx is an unsigned error, not a bad signature.
AnswerVerdict
judgeWeChatAnswer(const HttpResponse& response, const WeChatKeyRing& keys, Instant now);

/// The keys of a /v3/certificates answer that open with the APIv3 key, hold the serial number
/// that they are listed under and are valid now. No value when the body is of another form.
std::optional<WeChatKeyRing>
weChatKeysFrom(std::string_view body, std::string_view apiV3Key, Instant now);

} // namespace guitai
