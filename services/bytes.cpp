#include "services/bytes.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cstring>
#include <stdexcept>

namespace guitai
{

std::span<const std::byte> bytesOf(std::string_view text)
{
    return std::as_bytes(std::span{text.data(), text.size()});
}

std::string textOf(std::span<const std::byte> bytes)
{
    auto text = std::string(bytes.size(), '\0');
    if (!bytes.empty())
        std::memcpy(text.data(), bytes.data(), bytes.size());
    return text;
}

std::string toHex(std::span<const std::byte> bytes)
{
    constexpr auto digits = std::string_view{"0123456789abcdef"};
    auto text = std::string{};
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        const auto value = std::to_integer<unsigned>(byte);
        text += digits[value >> 4U];
        text += digits[value & 15U];
    }
    return text;
}

std::optional<Bytes> fromHex(std::string_view text)
{
    const auto digit = [](char c) -> int {
        if (c >= '0' && c <= '9')
            return c - '0';
        if (c >= 'a' && c <= 'f')
            return c - 'a' + 10;
        if (c >= 'A' && c <= 'F')
            return c - 'A' + 10;
        return -1;
    };
    if (text.size() % 2 != 0)
        return std::nullopt;
    auto bytes = Bytes{};
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto high = digit(text[i]);
        const auto low = digit(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes.push_back(static_cast<std::byte>(high * 16 + low));
    }
    return bytes;
}

std::string toBase64(std::span<const std::byte> bytes)
{
    auto text = std::string((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const auto length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                        reinterpret_cast<const unsigned char*>(bytes.data()),
                                        static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

std::optional<Bytes> fromBase64(std::string_view text)
{
    if (text.empty())
        return Bytes{};
    if (text.size() % 4 != 0)
        return std::nullopt;
    auto bytes = Bytes(text.size() / 4 * 3);
    const auto length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                        reinterpret_cast<const unsigned char*>(text.data()),
                                        static_cast<int>(text.size()));
    if (length < 0)
        return std::nullopt;
    const auto padding = text.ends_with("==") ? 2U : text.ends_with("=") ? 1U : 0U;
    bytes.resize(static_cast<std::size_t>(length) - padding);
    return bytes;
}

std::string sha256(std::span<const std::byte> bytes)
{
    auto digest = std::array<std::byte, 32>{};
    if (EVP_Digest(bytes.data(),
                   bytes.size(),
                   reinterpret_cast<unsigned char*>(digest.data()),
                   nullptr,
                   EVP_sha256(),
                   nullptr) != 1)
        throw std::logic_error("SHA-256");
    return toHex(digest);
}

std::string hmacSha256(std::span<const std::byte> key, std::span<const std::byte> bytes)
{
    auto digest = std::array<std::byte, 32>{};
    if (HMAC(EVP_sha256(),
             key.data(),
             static_cast<int>(key.size()),
             reinterpret_cast<const unsigned char*>(bytes.data()),
             bytes.size(),
             reinterpret_cast<unsigned char*>(digest.data()),
             nullptr) == nullptr)
        throw std::logic_error("HMAC");
    return toHex(digest);
}

} // namespace guitai
