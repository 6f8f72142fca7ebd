#include "services/devices/reader/card_read.h"

#include "services/devices/reader/card_text.h"

#include <cstdint>

namespace guitai
{

namespace
{

constexpr std::size_t chipPhotoLength = 1024;
constexpr std::size_t printLength = 512;

std::size_t bigEndianWord(std::span<const std::byte> data, std::size_t at)
{
    return std::to_integer<std::size_t>(data[at]) << 8U |
           std::to_integer<std::size_t>(data[at + 1]);
}

std::uint32_t littleEndian(std::span<const std::byte> bytes)
{
    auto value = std::uint32_t{0};
    for (auto i = bytes.size(); i-- > 0;)
        value = value << 8U | std::to_integer<std::uint32_t>(bytes[i]);
    return value;
}

std::string paddedNumber(std::uint32_t value, std::size_t digits)
{
    auto text = std::to_string(value);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

/// Cuts the first `length` bytes off.
Bytes takenFrom(std::span<const std::byte>& rest, std::size_t length)
{
    const auto taken = rest.first(length);
    rest = rest.subspan(length);
    return {taken.begin(), taken.end()};
}

} // namespace

std::optional<CardRead> splitCardRead(std::span<const std::byte> data, WithPrints prints)
{
    const auto words = std::size_t{prints == WithPrints::yes ? 3U : 2U};
    if (data.size() < 2 * words)
        return std::nullopt;
    const auto text = bigEndianWord(data, 0);
    const auto photo = bigEndianWord(data, 2);
    const auto print = prints == WithPrints::yes ? bigEndianWord(data, 4) : 0;
    const auto knownLengths = text == cardTextLength && photo == chipPhotoLength &&
                              print % printLength == 0 && print <= 2 * printLength;
    if (!knownLengths || data.size() != 2 * words + text + photo + print)
        return std::nullopt;
    auto rest = data.subspan(2 * words);
    auto read = CardRead{};
    read.text = takenFrom(rest, text);
    read.photo = takenFrom(rest, photo);
    read.prints = takenFrom(rest, print);
    return read;
}

std::optional<std::string> moduleNumber(std::span<const std::byte> data)
{
    if (data.size() != 16)
        return std::nullopt;
    return paddedNumber(littleEndian(data.subspan(0, 2)), 2) + "." +
           paddedNumber(littleEndian(data.subspan(2, 2)), 2) + "-" +
           paddedNumber(littleEndian(data.subspan(4, 4)), 8) + "-" +
           paddedNumber(littleEndian(data.subspan(8, 4)), 10) + "-" +
           paddedNumber(littleEndian(data.subspan(12, 4)), 10);
}

} // namespace guitai
