#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

/// Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
/// No value means that the text is not UTF-8.
std::optional<std::u32string> decodeUtf8(std::string_view text);
std::string encodeUtf8(std::u32string_view points);
std::string encodeUtf8(char32_t point);
/// "U+00B7", "U+2CEB3": at least four upper-case digits.
std::string codePointName(char32_t point);
/// Number of code points; `text` must be UTF-8.
std::size_t lengthInCodePoints(std::string_view text);
/// Without blanks, tabs, line ends and ideographic spaces at both ends.
std::string trimmed(std::string_view text);

} // namespace guitai
