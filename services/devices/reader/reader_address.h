#pragma once

#include "services/devices/reader/reader_line.h"

#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

/// Where a card reader is: a serial device, or a converter on the network.
struct ReaderAddress {
    std::filesystem::path device = {}; ///< empty: on the network
    std::string host = {};             ///< numeric
    std::uint16_t port = 0;

    bool operator==(const ReaderAddress&) const = default;
};

/// "/dev/ttyUSB0" or "tcp://192.0.2.7:4001"; no value for anything else.
std::optional<ReaderAddress> readerAddressFrom(std::string_view text);
OpenReaderLine lineTo(const ReaderAddress& address);

} // namespace guitai
