#include "services/payments/order_number.h"

#include "services/station_time.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace guitai
{

namespace
{

constexpr auto alphabet = std::string_view{"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"};
constexpr std::size_t shortLength = 20; ///< with a device of one character
constexpr std::size_t longLength = 21;
constexpr unsigned mostDevices = 99;

bool inAlphabet(char c)
{
    return alphabet.find(c) != std::string_view::npos;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isDevice(std::string_view device)
{
    return device.size() == 1 ? inAlphabet(device[0])
                              : device.size() == 2 && isDigit(device[0]) && isDigit(device[1]);
}

/// ISO 7064, hybrid system MOD 37,36: finds every single wrong character and every transposition
/// of neighbours but the pair 0 and the last of the alphabet.
char checkCharacter(std::string_view text)
{
    auto product = std::size_t{36};
    for (const auto c : text) {
        auto sum = (product + alphabet.find(c)) % 36;
        if (sum == 0)
            sum = 36;
        product = sum * 2 % 37;
    }
    return alphabet[(37 - product) % 36];
}

bool allOf(std::string_view text, std::string_view more)
{
    return std::all_of(text.begin(), text.end(), [more](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               more.find(c) != std::string_view::npos;
    });
}

} // namespace

std::string orderNumber(const OrderNumberParts& parts)
{
    const auto stationGood = parts.station.size() == 3 &&
                             std::all_of(parts.station.begin(), parts.station.end(), inAlphabet);
    if (!stationGood || !isDevice(parts.device) || !inAlphabet(parts.epoch) || !parts.day.ok() ||
        parts.counter > 999999 || parts.attempt < 1 || parts.attempt > 35)
        throw std::logic_error("order number out of range");
    const auto counter = std::to_string(parts.counter);
    auto number = parts.station + parts.device + parts.epoch + digitDate(parts.day).substr(2) +
                  std::string(6 - counter.size(), '0') + counter + 'A' + alphabet[parts.attempt];
    number += checkCharacter(number);
    return number;
}

std::optional<OrderNumberParts> orderNumberPartsFrom(std::string_view number)
{
    const auto lengthGood = number.size() == shortLength || number.size() == longLength;
    if (!lengthGood || !std::all_of(number.begin(), number.end(), inAlphabet) ||
        checkCharacter(number.substr(0, number.size() - 1)) != number.back())
        return std::nullopt;
    const auto device = number.substr(3, number.size() == longLength ? 2 : 1);
    const auto rest = number.substr(3 + device.size()); // epoch, yyMMdd, counter, "A", attempt
    if (!isDevice(device) || rest[13] != 'A')
        return std::nullopt;
    const auto day = parseDigitDate("20" + std::string{rest.substr(1, 6)});
    auto parts = OrderNumberParts{.station = std::string{number.substr(0, 3)},
                                  .device = std::string{device},
                                  .epoch = rest[0],
                                  .day = day.value_or(Date{}),
                                  .attempt = static_cast<unsigned>(alphabet.find(rest[14]))};
    const auto counter = rest.substr(7, 6);
    const auto [end, error] =
        std::from_chars(counter.data(), counter.data() + counter.size(), parts.counter);
    if (!day || error != std::errc{} || end != counter.data() + counter.size() ||
        parts.attempt == 0)
        return std::nullopt;
    return parts;
}

std::optional<std::string> orderDeviceOf(std::string_view window)
{
    auto number = 0U;
    const auto [end, error] = std::from_chars(window.data(), window.data() + window.size(), number);
    if (error != std::errc{} || end != window.data() + window.size() || number < 1 ||
        number > mostDevices)
        return std::nullopt;
    return number < alphabet.size() ? std::string{alphabet[number]} : std::to_string(number);
}

bool isOrderNumber(std::string_view number)
{
    return number.size() >= 6 && number.size() <= 32 && allOf(number, "_");
}

std::string refundNumber(std::string_view orderNumber, unsigned count)
{
    if (count < 1 || count > 99 || !isOrderNumber(orderNumber))
        throw std::logic_error("refund number out of range");
    return std::string{orderNumber} + 'R' + (count < 10 ? "0" : "") + std::to_string(count);
}

std::string reversalNumber(std::string_view orderNumber)
{
    return std::string{orderNumber} + "R00";
}

bool isRefundNumber(std::string_view number)
{
    return !number.empty() && number.size() <= 64 && allOf(number, "_");
}

std::optional<char> epochAfter(char epoch)
{
    const auto at = alphabet.find(epoch);
    if (at == std::string_view::npos || at + 1 == alphabet.size())
        return std::nullopt;
    return alphabet[at + 1];
}

} // namespace guitai
