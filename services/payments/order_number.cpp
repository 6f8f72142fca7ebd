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
constexpr std::size_t numberLength = 20;

bool inAlphabet(char c)
{
    return alphabet.find(c) != std::string_view::npos;
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
    if (!stationGood || !inAlphabet(parts.device) || !inAlphabet(parts.epoch) || !parts.day.ok() ||
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
    if (number.size() != numberLength || !std::all_of(number.begin(), number.end(), inAlphabet) ||
        checkCharacter(number.substr(0, numberLength - 1)) != number.back() || number[17] != 'A')
        return std::nullopt;
    const auto day = parseDigitDate("20" + std::string{number.substr(5, 6)});
    auto parts = OrderNumberParts{.station = std::string{number.substr(0, 3)},
                                  .device = number[3],
                                  .epoch = number[4],
                                  .day = day.value_or(Date{}),
                                  .attempt = static_cast<unsigned>(alphabet.find(number[18]))};
    const auto counter = number.substr(11, 6);
    const auto [end, error] =
        std::from_chars(counter.data(), counter.data() + counter.size(), parts.counter);
    if (!day || error != std::errc{} || end != counter.data() + counter.size() ||
        parts.attempt == 0)
        return std::nullopt;
    return parts;
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
