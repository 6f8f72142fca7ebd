#include "services/cases/signature_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace guitai
{

namespace
{

constexpr std::size_t largestFile = 1024 * 1024;
constexpr std::uint32_t longestSide = 4096;
constexpr std::size_t chunkFrame = 12; ///< length, type and check sum
constexpr std::uint32_t headerLength = 13;

std::uint32_t numberAt(std::span<const std::byte> bytes, std::size_t place)
{
    auto number = std::uint32_t{};
    for (const auto byte : bytes.subspan(place, 4))
        number = (number << 8U) | std::to_integer<std::uint32_t>(byte);
    return number;
}

bool isChunk(std::span<const std::byte> bytes, std::size_t place, std::string_view type)
{
    const auto name = bytes.subspan(place + 4, 4);
    return std::ranges::equal(
        name, type, {}, {}, [](char letter) { return static_cast<std::byte>(letter); });
}

bool isSide(std::uint32_t length)
{
    return length > 0 && length <= longestSide;
}

/// Walks over the chunks; each fits into what is left, and the end chunk is the last.
bool endsWhole(std::span<const std::byte> bytes, std::size_t place)
{
    while (bytes.size() - place >= chunkFrame) {
        const auto length = numberAt(bytes, place);
        if (length > bytes.size() - place - chunkFrame)
            return false;
        if (isChunk(bytes, place, "IEND"))
            return place + chunkFrame + length == bytes.size();
        place += chunkFrame + length;
    }
    return false;
}

} // namespace

Result<Done> checkSignatureFile(std::span<const std::byte> bytes)
{
    constexpr auto magic = std::array<std::uint8_t, 8>{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    const auto field = std::string{"confirmation.signature"};
    if (bytes.size() > largestFile)
        return Refusal{Refusal::Code::fileTooLarge, field, {std::to_string(largestFile)}};
    const auto malformed = Refusal{Refusal::Code::malformed, field, {}};
    if (bytes.size() < magic.size() + chunkFrame + headerLength ||
        !std::equal(magic.begin(), magic.end(), bytes.begin(), [](auto expected, auto byte) {
            return std::byte{expected} == byte;
        }))
        return malformed;
    const auto header = magic.size();
    if (numberAt(bytes, header) != headerLength || !isChunk(bytes, header, "IHDR") ||
        !isSide(numberAt(bytes, header + 8)) || !isSide(numberAt(bytes, header + 12)) ||
        !endsWhole(bytes, header))
        return malformed;
    return Done{};
}

} // namespace guitai
