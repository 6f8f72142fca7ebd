#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

/// Every byte outside the unreserved set of RFC 3986, 2.3 as %XX, upper case.
std::string percentEncoded(std::string_view text);

/// The parts of an absolute http or https URL.
struct UrlParts {
    std::string scheme;
    std::string host;   ///< lower case, without the port
    std::string origin; ///< "https://host:port", as written
    std::string target; ///< path and query, as written: what is sent and signed

    bool operator==(const UrlParts&) const = default;
};

/// No value for user names in the authority, fragments, controls, blanks or another scheme.
std::optional<UrlParts> urlPartsFrom(std::string_view url);

} // namespace guitai
