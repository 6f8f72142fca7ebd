#include "services/payments/masking.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

constexpr std::size_t longestKept = 8192;
constexpr auto mask = std::string_view{"*"};

/// Logs and the database mask `openid`, `buyer_*` and `auth_code`.
bool isPersonal(std::string_view name)
{
    static constexpr auto names = std::array<std::string_view, 8>{"openid",
                                                                  "sub_openid",
                                                                  "auth_code",
                                                                  "user_received_account",
                                                                  "payer_client_ip",
                                                                  "refund_detail_item_list",
                                                                  "real_name",
                                                                  "bank_account"};
    if (name.starts_with("buyer_"))
        return name != "buyer_pay_amount";
    return std::ranges::find(names, name) != names.end();
}

/// The end of the string that begins at `quote`: behind the closing quote, or of the text.
std::size_t endOfString(std::string_view text, std::size_t quote)
{
    for (auto at = quote + 1; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return text.size();
}

std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' ||
                                text[at] == '\r' || text[at] == ':'))
        ++at;
    return at;
}

/// Behind a value that is no string: up to the comma or bracket that ends it.
std::size_t endOfValue(std::string_view text, std::size_t at)
{
    if (at < text.size() && text[at] == '"')
        return endOfString(text, at);
    auto depth = 0;
    for (; at < text.size(); ++at) {
        const auto c = text[at];
        if (c == '"')
            at = endOfString(text, at) - 1;
        else if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && depth-- == 0)
            return at;
        else if (c == ',' && depth == 0)
            return at;
    }
    return at;
}

std::string maskedJson(std::string_view text)
{
    auto kept = std::string{};
    auto at = std::size_t{0};
    while (at < text.size()) {
        if (text[at] != '"') {
            kept += text[at++];
            continue;
        }
        const auto end = endOfString(text, at);
        const auto name = text.substr(at + 1, end > at + 2 ? end - at - 2 : 0);
        const auto value = skipBlanks(text, end);
        kept += text.substr(at, end - at);
        at = end;
        const auto isName = text.substr(end, value - end).find(':') != std::string_view::npos;
        if (isName && isPersonal(name)) {
            kept += ":\"*\"";
            at = endOfValue(text, value);
        }
    }
    return kept;
}

std::string maskedXml(std::string text)
{
    for (auto at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
        const auto close = text.find('>', at);
        if (close == std::string::npos)
            break;
        const auto name = text.substr(at + 1, close - at - 1);
        if (!isPersonal(name))
            continue;
        const auto end = std::min(text.find("</" + name, close), text.size());
        text.replace(close + 1, end - close - 1, mask);
    }
    return text;
}

/// Masks by value as well: names may be written with escapes.
void maskIn(nlohmann::json& json)
{
    if (json.is_object())
        for (auto& [name, value] : json.items())
            if (isPersonal(name))
                value = mask;
            else
                maskIn(value);
    else if (json.is_array())
        for (auto& value : json)
            maskIn(value);
}

std::string validUtf8(std::string_view text)
{
    const auto quoted = nlohmann::json(std::string{text})
                            .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return nlohmann::json::parse(quoted).get<std::string>();
}

} // namespace

std::string withoutPersons(std::string_view body)
{
    auto kept = body.find_first_not_of(" \t\r\n") != std::string_view::npos &&
                        body[body.find_first_not_of(" \t\r\n")] == '<'
                    ? maskedXml(std::string{body})
                    : maskedJson(body);
    if (auto json = nlohmann::json::parse(kept, nullptr, false); !json.is_discarded()) {
        const auto before = json;
        maskIn(json);
        if (json != before)
            kept = json.dump();
    }
    if (kept.size() > longestKept)
        kept.resize(longestKept);
    return validUtf8(kept);
}

std::string withoutPaymentCode(std::string content, std::string_view code, std::string_view masked)
{
    if (code.empty())
        return content;
    for (auto at = content.find(code); at != std::string::npos; at = content.find(code, at))
        content.replace(at, code.size(), masked);
    return content;
}

} // namespace guitai
