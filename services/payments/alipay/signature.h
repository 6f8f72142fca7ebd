#pragma once

#include "services/payments/alipay/configuration.h"
#include "services/payments/gateway.h"

#include <map>

namespace guitai
{

using AlipayParameters = std::map<std::string, std::string>;

/// What is signed: parameters with a value, without "sign" but with "sign_type", by ASCII name,
/// values not URL-encoded (Alipay Open Platform: request signature).
std::string alipayText(const AlipayParameters& parameters);

/// A signed request: everything but biz_content in the URL, where the server reads the charset
/// before it decodes anything.
struct AlipayRequest {
    std::string query;
    std::string form;

    bool operator==(const AlipayRequest&) const = default;
};
AlipayRequest signedAlipayRequest(const AlipayParameters& parameters, const RsaPrivateKey& key);

/// The common parameters of a call, at an instant, with its business content.
AlipayParameters alipayParameters(const AlipayConfiguration& configuration,
                                  std::string_view method,
                                  std::string_view content,
                                  Instant now);

/// "alipay.trade.query" → "alipay_trade_query_response"
std::string alipayNode(std::string_view method);

/// Pieces of a raw answer, cut out by a scanner that knows strings and escapes.
struct AlipayPieces {
    std::string_view node; ///< from its first { to the matching }, or a quoted string with quotes
    bool isErrorNode = false; ///< "error_response" instead of the method's own node
    std::optional<std::string> signature = {};
    std::optional<std::string> certificateNumber = {};
};
/// No value for a truncated document, a member given twice, an escaped name, or neither node.
std::optional<AlipayPieces> cutAlipayAnswer(std::string_view body, std::string_view node);

/// A judged answer. `content` is the text that verified, or the node of an unsigned error.
struct AlipayJudgement {
    AnswerVerdict verdict = AnswerVerdict::malformed;
    std::string content = {};
};
AlipayJudgement judgeAlipayAnswer(std::string_view body,
                                  std::string_view node,
                                  const AlipayConfiguration& configuration);

} // namespace guitai
