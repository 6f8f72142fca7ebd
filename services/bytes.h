#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

using Bytes = std::vector<std::byte>;

std::span<const std::byte> bytesOf(std::string_view text);
std::string textOf(std::span<const std::byte> bytes);

std::string toHex(std::span<const std::byte> bytes); ///< lower case
std::optional<Bytes> fromHex(std::string_view text);
std::string toBase64(std::span<const std::byte> bytes); ///< RFC 4648, padded, one line
std::optional<Bytes> fromBase64(std::string_view text);

/// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256(std::span<const std::byte> bytes);
/// HMAC-SHA-256 as 64 lower-case hexadecimal digits.
std::string hmacSha256(std::span<const std::byte> key, std::span<const std::byte> bytes);

} // namespace guitai
