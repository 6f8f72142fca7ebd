#include "services/payments/http/http_exchange.h"

#include <algorithm>

namespace guitai
{

namespace
{

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameName(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return lower(x) == lower(y);
    });
}

} // namespace

std::optional<std::string> HttpHeaders::one(std::string_view name) const
{
    auto found = std::optional<std::string>{};
    for (const auto& header : m_headers) {
        if (!sameName(header.name, name))
            continue;
        if (found)
            return std::nullopt;
        found = header.value;
    }
    return found;
}

std::string_view nameOf(HttpMethod method)
{
    return method == HttpMethod::get ? "GET" : "POST";
}

bool neverLeft(const HttpOutcome& outcome)
{
    const auto* failure = std::get_if<HttpFailure>(&outcome);
    return failure != nullptr && !failure->maybeSent &&
           failure->cause != HttpFailure::Cause::stopped;
}

std::string_view nameOf(HttpFailure::Cause cause)
{
    switch (cause) {
    case HttpFailure::Cause::nameLookup:
        return "nameLookup";
    case HttpFailure::Cause::connection:
        return "connection";
    case HttpFailure::Cause::tls:
        return "tls";
    case HttpFailure::Cause::timeout:
        return "timeout";
    case HttpFailure::Cause::interrupted:
        return "interrupted";
    case HttpFailure::Cause::tooLarge:
        return "tooLarge";
    case HttpFailure::Cause::stopped:
        return "stopped";
    }
    return "unknown";
}

} // namespace guitai
