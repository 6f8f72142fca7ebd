#include "services/payments/alipay/signature.h"

#include "services/payments/http/url_text.h"
#include "services/payments/provider_text.h"

#include <algorithm>
#include <set>

namespace guitai
{

namespace
{

constexpr auto errorNode = std::string_view{"error_response"};
constexpr int deepest = 64;

/// Walks JSON text without building anything. Each step returns false, or no value, when the text
/// is not JSON; what lies inside a value is left to the parser, after verification.
class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    bool take(char wanted)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }

    bool atEnd()
    {
        skipBlanks();
        return m_at == m_text.size();
    }

    /// A string with its quotes.
    std::optional<std::string_view> string()
    {
        skipBlanks();
        const auto start = m_at;
        if (m_at >= m_text.size() || m_text[m_at] != '"')
            return std::nullopt;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\\')
                ++m_at;
            else if (m_text[m_at] == '"')
                return m_text.substr(start, ++m_at - start);
        }
        return std::nullopt;
    }

    /// Any value, as it is written.
    std::optional<std::string_view> value()
    {
        skipBlanks();
        const auto start = m_at;
        if (m_at >= m_text.size())
            return std::nullopt;
        if (m_text[m_at] == '"')
            return string();
        if (m_text[m_at] == '{' || m_text[m_at] == '[')
            return nested() ? std::optional{m_text.substr(start, m_at - start)} : std::nullopt;
        m_at = std::min(m_text.find_first_of(",}] \t\r\n", m_at), m_text.size());
        return m_at > start ? std::optional{m_text.substr(start, m_at - start)} : std::nullopt;
    }

private:
    void skipBlanks() { m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size()); }

    bool nested()
    {
        auto closers = std::string{};
        while (m_at < m_text.size()) {
            const auto c = m_text[m_at];
            if (c == '"') {
                if (!string())
                    return false;
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[') {
                closers += c == '{' ? '}' : ']';
                if (closers.size() > deepest)
                    return false;
            } else if (c == '}' || c == ']') {
                if (closers.back() != c)
                    return false;
                closers.pop_back();
                if (closers.empty())
                    return true;
            }
        }
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

std::string replaced(std::string_view text, std::string_view from, std::string_view to)
{
    auto result = std::string{};
    while (true) {
        const auto at = text.find(from);
        result += text.substr(0, at);
        if (at == std::string_view::npos)
            return result;
        result += to;
        text.remove_prefix(at + from.size());
    }
}

/// A quoted string without escapes, save "\/", which some writers put into Base64.
std::optional<std::string> plainString(std::string_view quoted)
{
    if (quoted.size() < 2 || quoted.front() != '"')
        return std::nullopt;
    auto text = replaced(quoted.substr(1, quoted.size() - 2), "\\/", "/");
    return text.find('\\') == std::string::npos ? std::optional{std::move(text)} : std::nullopt;
}

bool keep(AlipayPieces& pieces,
          std::string_view name,
          std::string_view value,
          std::string_view node)
{
    if (name == "sign") {
        pieces.signature = plainString(value);
        return pieces.signature.has_value();
    }
    if (name == "alipay_cert_sn") {
        pieces.certificateNumber = plainString(value);
        return pieces.certificateNumber.has_value();
    }
    if (name == node || name == errorNode) {
        if (!pieces.node.empty()) // both nodes: which one would be believed?
            return false;
        pieces.node = value;
        pieces.isErrorNode = name == errorNode;
        return value.front() == '{' || value.front() == '"';
    }
    return true;
}

bool anyVerifies(const RsaPublicKey& key, const std::string& signature, std::string& content)
{
    if (key.verifies(content, signature))
        return true;
    if (content.find('/') == std::string::npos)
        return false;
    // the writer may have escaped slashes after signing, or before (Alipay Open Platform: answer
    // verification)
    for (auto variant : {replaced(content, "\\/", "/"), replaced(content, "/", "\\/")}) {
        if (key.verifies(variant, signature)) {
            content = std::move(variant); // what verified is what is read
            return true;
        }
    }
    return false;
}

} // namespace

std::string alipayText(const AlipayParameters& parameters)
{
    auto text = std::string{};
    for (const auto& [name, value] : parameters) {
        if (name != "sign" && !value.empty())
            text += (text.empty() ? "" : "&") + name + "=" + value;
    }
    return text;
}

AlipayRequest signedAlipayRequest(const AlipayParameters& parameters, const RsaPrivateKey& key)
{
    auto request = AlipayRequest{};
    for (const auto& [name, value] : parameters) {
        if (value.empty() || name == "sign")
            continue;
        auto& part = name == "biz_content" ? request.form : request.query;
        part += (part.empty() ? "" : "&") + name + "=" + percentEncoded(value);
    }
    request.query += "&sign=" + percentEncoded(key.sign(alipayText(parameters)));
    return request;
}

AlipayParameters alipayParameters(const AlipayConfiguration& configuration,
                                  std::string_view method,
                                  std::string_view content,
                                  Instant now)
{
    auto parameters = AlipayParameters{{"app_id", configuration.appId},
                                       {"method", std::string{method}},
                                       {"format", "JSON"},
                                       {"charset", "utf-8"},
                                       {"sign_type", "RSA2"},
                                       {"timestamp", beijingText(now)},
                                       {"version", "1.0"},
                                       {"biz_content", std::string{content}}};
    if (method == "alipay.trade.precreate" || method == "alipay.trade.pay")
        parameters["notify_url"] = configuration.notifyUrl;
    if (configuration.certificates) {
        parameters["app_cert_sn"] = configuration.certificates->applicationNumber;
        parameters["alipay_root_cert_sn"] = configuration.certificates->rootNumber;
    }
    return parameters;
}

std::string alipayNode(std::string_view method)
{
    return replaced(method, ".", "_") + "_response";
}

std::optional<AlipayPieces> cutAlipayAnswer(std::string_view body, std::string_view node)
{
    auto scanner = Scanner{body};
    auto pieces = AlipayPieces{};
    auto names = std::set<std::string_view>{};
    if (!scanner.take('{'))
        return std::nullopt;
    do {
        const auto name = scanner.string();
        // an escaped name could spell a node a second time
        if (!name || name->find('\\') != std::string_view::npos || !names.insert(*name).second)
            return std::nullopt;
        const auto value = scanner.take(':') ? scanner.value() : std::nullopt;
        if (!value || !keep(pieces, name->substr(1, name->size() - 2), *value, node))
            return std::nullopt;
    } while (scanner.take(','));
    if (!scanner.take('}') || !scanner.atEnd() || pieces.node.empty())
        return std::nullopt;
    return pieces;
}

AlipayJudgement judgeAlipayAnswer(std::string_view body,
                                  std::string_view node,
                                  const AlipayConfiguration& configuration)
{
    const auto pieces = cutAlipayAnswer(body, node);
    if (!pieces)
        return {AnswerVerdict::malformed};
    auto content = std::string{pieces->node};
    if (!pieces->signature || pieces->signature->empty())
        return {AnswerVerdict::unsignedError, std::move(content)};
    if (configuration.certificates && pieces->certificateNumber &&
        *pieces->certificateNumber != configuration.certificates->alipayNumber)
        return {AnswerVerdict::unknownKey};
    if (!anyVerifies(configuration.alipayKey, *pieces->signature, content))
        return {AnswerVerdict::badSignature};
    return {AnswerVerdict::verified, std::move(content)};
}

} // namespace guitai
