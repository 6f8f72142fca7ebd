#include "services/bytes.h"
#include "services/payments/crypto/digests.h"
#include "services/payments/provider_text.h"
#include "services/payments/wechat/v2.h"

#include <expat.h>

#include <algorithm>
#include <memory>

namespace guitai
{

namespace
{

struct ParserDeleter {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using ParserHandle = std::unique_ptr<XML_ParserStruct, ParserDeleter>;

/// What the parser's callbacks fill; the first thing that does not belong stops it.
struct Reading {
    XML_Parser parser;
    WeChatV2Fields fields = {};
    std::string name = {};
    int depth = 0;

    void refuse() const { XML_StopParser(parser, XML_FALSE); }
};

void begin(void* target, const XML_Char* name, const XML_Char** attributes)
{
    auto& reading = *static_cast<Reading*>(target);
    ++reading.depth;
    const auto rightPlace =
        reading.depth == 1 ? std::string_view{name} == "xml" : reading.depth == 2;
    if (!rightPlace || attributes[0] != nullptr)
        return reading.refuse();
    if (reading.depth == 2) {
        reading.name = name;
        if (!reading.fields.emplace(reading.name, "").second)
            reading.refuse();
    }
}

void end(void* target, const XML_Char*)
{
    auto& reading = *static_cast<Reading*>(target);
    --reading.depth;
    reading.name.clear();
}

void take(void* target, const XML_Char* text, int length)
{
    auto& reading = *static_cast<Reading*>(target);
    if (!reading.name.empty())
        reading.fields[reading.name].append(text, static_cast<std::size_t>(length));
}

void refuseDocumentType(void* target, const XML_Char*, const XML_Char*, const XML_Char*, int)
{
    static_cast<Reading*>(target)->refuse();
}

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

} // namespace

std::string weChatV2Text(const WeChatV2Fields& fields)
{
    auto text = std::string{};
    for (const auto& [name, value] : fields) {
        if (name != "sign" && !value.empty())
            text += (text.empty() ? "" : "&") + name + "=" + value;
    }
    return text;
}

std::string
weChatV2Signature(const WeChatV2Fields& fields, std::string_view apiKey, WeChatV2::SignType type)
{
    const auto text = weChatV2Text(fields) + "&key=" + std::string{apiKey};
    return upper(type == WeChatV2::SignType::md5 ? md5(text)
                                                 : hmacSha256(bytesOf(apiKey), bytesOf(text)));
}

std::string weChatV2Xml(const WeChatV2Fields& fields)
{
    auto xml = std::string{"<xml>"};
    for (const auto& [name, value] : fields) {
        xml += "<" + name + ">";
        for (const auto c : value) {
            if (c == '<')
                xml += "&lt;";
            else if (c == '>')
                xml += "&gt;";
            else if (c == '&')
                xml += "&amp;";
            else
                xml += c;
        }
        xml += "</" + name + ">";
    }
    return xml + "</xml>";
}

std::optional<WeChatV2Fields> weChatV2FieldsFrom(std::string_view xml)
{
    const auto parser = ParserHandle{XML_ParserCreate("UTF-8")};
    auto reading = Reading{.parser = parser.get()};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), begin, end);
    XML_SetCharacterDataHandler(parser.get(), take);
    XML_SetStartDoctypeDeclHandler(parser.get(), refuseDocumentType); // and with it all entities
    XML_SetParamEntityParsing(parser.get(), XML_PARAM_ENTITY_PARSING_NEVER);
    if (XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE) !=
        XML_STATUS_OK)
        return std::nullopt;
    return std::move(reading.fields);
}

WeChatV2Fields weChatV2MicropayFields(const WeChatConfiguration& configuration,
                                      const CodePayOrder& order)
{
    return {{"appid", configuration.merchant.appId},
            {"auth_code", order.paymentCode},
            {"body", cleanedText(order.description, 127)},
            {"mch_id", configuration.merchant.merchantId},
            {"out_trade_no", order.orderNumber},
            {"spbill_create_ip", configuration.deviceAddress},
            {"total_fee", std::to_string(order.amount.inFen())}};
}

} // namespace guitai
