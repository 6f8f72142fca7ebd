#include "tests/services/devices/chip_bytes.h"

#include <algorithm>
#include <stdexcept>

namespace guitai
{

Bytes fromChip(const simulator::ChipBytes& bytes)
{
    auto result = Bytes{};
    result.reserve(bytes.size());
    for (const auto byte : bytes)
        result.push_back(std::byte{byte});
    return result;
}

Bytes bytesFromHex(std::string_view spaced)
{
    auto digits = std::string{spaced};
    std::erase(digits, ' ');
    auto bytes = fromHex(digits);
    if (!bytes)
        throw std::logic_error("no hexadecimal text");
    return *bytes;
}

Bytes answerFrame(std::byte status, std::span<const std::byte> data)
{
    const auto length = data.size() + 4;
    auto frame = bytesFromHex("AA AA AA 96 69");
    frame.push_back(static_cast<std::byte>(length >> 8U));
    frame.push_back(static_cast<std::byte>(length & 0xFFU));
    frame.insert(frame.end(), {std::byte{0}, std::byte{0}, status});
    frame.insert(frame.end(), data.begin(), data.end());
    auto sum = std::byte{0};
    for (auto i = std::size_t{5}; i < frame.size(); ++i)
        sum ^= frame[i];
    frame.push_back(sum);
    return frame;
}

} // namespace guitai
