#include "services/payments/http/url_text.h"

#include <algorithm>

namespace guitai
{

namespace
{

bool unreserved(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

} // namespace

std::string percentEncoded(std::string_view text)
{
    constexpr auto digits = std::string_view{"0123456789ABCDEF"};
    auto encoded = std::string{};
    encoded.reserve(text.size() * 3);
    for (const auto c : text) {
        if (unreserved(c)) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += digits[byte >> 4U];
        encoded += digits[byte & 15U];
    }
    return encoded;
}

std::optional<UrlParts> urlPartsFrom(std::string_view url)
{
    const auto visible = std::all_of(url.begin(), url.end(), [](char c) {
        return c > ' ' && c < '\x7f' && c != '\\' && c != '#';
    });
    const auto schemeEnd = url.find("://");
    if (!visible || schemeEnd == std::string_view::npos)
        return std::nullopt;
    const auto scheme = url.substr(0, schemeEnd);
    const auto start = schemeEnd + 3;
    const auto end = std::min(url.find_first_of("/?", start), url.size());
    const auto authority = url.substr(start, end - start);
    auto host = std::string{authority.substr(0, authority.find(':'))};
    std::transform(host.begin(), host.end(), host.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if ((scheme != "https" && scheme != "http") || host.empty() ||
        authority.find('@') != std::string_view::npos)
        return std::nullopt;
    auto target = std::string{url.substr(end)};
    if (!target.starts_with('/'))
        target.insert(0, "/");
    return UrlParts{.scheme = std::string{scheme},
                    .host = std::move(host),
                    .origin = std::string{url.substr(0, end)},
                    .target = std::move(target)};
}

} // namespace guitai
