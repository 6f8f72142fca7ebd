#pragma once

#include "services/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

/// What a merchant order number is made of. All of it is stored before anything is sent, and
/// nothing of it comes from the clock at sending: a retry makes the same number.
struct OrderNumberParts {
    std::string station;  ///< three of [0-9A-Z]
    std::string device;   ///< the window: one of [0-9A-Z], or two digits
    char epoch = '1';     ///< changes when the database is restored, made anew or cloned
    Date day{};           ///< business day at the station
    unsigned counter = 0; ///< of the device, up to 999999
    unsigned attempt = 1; ///< 1 to 35

    bool operator==(const OrderNumberParts&) const = default;
};

/// "B07A1260115000123A14": station, device, epoch, yyMMdd, counter, "A", attempt, check character
/// (ISO 7064 MOD 37,36). A device of two digits makes it one longer, so that numbers of the two
/// forms never meet. Valid at both providers, which take 6 to 32 and up to 64 characters.
/// Throws std::logic_error for parts out of range.
std::string orderNumber(const OrderNumberParts& parts);
/// No value for another form or a wrong check character: then it is no number of ours.
std::optional<OrderNumberParts> orderNumberPartsFrom(std::string_view number);

/// The device of a window: windows 1 to 35 have a character of their own, 1 to 9 and A to Z; the
/// others their two digits. No value when it is not 1 to 99.
std::optional<std::string> orderDeviceOf(std::string_view window);

/// [0-9A-Za-z_]{6,32}: what both providers accept.
bool isOrderNumber(std::string_view number);
/// Order number, "R", two digits; unique per order. Throws std::logic_error outside 1 to 99.
std::string refundNumber(std::string_view orderNumber, unsigned count);
/// Of what the provider gives back by itself when an order is reversed: "R00", which no refund of
/// ours has.
std::string reversalNumber(std::string_view orderNumber);
bool isRefundNumber(std::string_view number);
/// Epochs go 1 to 9, A to Z; no value when all were used, and the device needs another letter.
std::optional<char> epochAfter(char epoch);

} // namespace guitai
