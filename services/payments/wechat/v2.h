#pragma once

#include "services/payments/gateway.h"
#include "services/payments/wechat/configuration.h"

#include <map>

namespace guitai
{

// WeChat Pay's older interface: flat XML, signed with a shared key (WeChat Pay API v2: micropay).

using WeChatV2Fields = std::map<std::string, std::string>;

/// Fields with a value, without "sign", by ASCII name, "k=v" joined by "&".
std::string weChatV2Text(const WeChatV2Fields& fields);
/// Upper-case hexadecimal.
std::string
weChatV2Signature(const WeChatV2Fields& fields, std::string_view apiKey, WeChatV2::SignType type);
std::string weChatV2Xml(const WeChatV2Fields& fields);
/// One level of elements below <xml>. No value for a document type, an entity of its own, deeper
/// elements, attributes, a name given twice, or text that is no XML.
std::optional<WeChatV2Fields> weChatV2FieldsFrom(std::string_view xml);

/// The fields of a payment by code, as stored before sending; nonce and signature come later.
WeChatV2Fields weChatV2MicropayFields(const WeChatConfiguration& configuration,
                                      const CodePayOrder& order);

/// Verifies and reads. HTTP is always 200; `return_code` is the transport, `result_code` and
/// `err_code` the business.
AnswerVerdict judgeWeChatV2(const std::optional<WeChatV2Fields>& fields,
                            std::string_view apiKey,
                            WeChatV2::SignType type);
GatewayAnswer<TradeReport> readWeChatV2Pay(const HttpOutcome& outcome,
                                           const WeChatConfiguration& configuration,
                                           const OrderRef& order);
GatewayAnswer<ReverseReport> readWeChatV2Reverse(const HttpOutcome& outcome,
                                                 const WeChatConfiguration& configuration);

} // namespace guitai
