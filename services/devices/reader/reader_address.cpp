#include "services/devices/reader/reader_address.h"

#include <charconv>

namespace guitai
{

std::optional<ReaderAddress> readerAddressFrom(std::string_view text)
{
    constexpr auto overTcp = std::string_view{"tcp://"};
    if (!text.starts_with(overTcp)) {
        const auto device = std::filesystem::path{text};
        return device.is_absolute() ? std::optional{ReaderAddress{.device = device}} : std::nullopt;
    }
    text.remove_prefix(overTcp.size());
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return std::nullopt;
    auto address = ReaderAddress{.host = std::string{text.substr(0, colon)}};
    const auto digits = text.substr(colon + 1);
    const auto* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, address.port);
    const auto isNumeric =
        address.host.find_first_not_of("0123456789abcdefABCDEF.:") == std::string::npos;
    if (error != std::errc{} || stop != end || address.port == 0 || !isNumeric)
        return std::nullopt;
    return address;
}

OpenReaderLine lineTo(const ReaderAddress& address)
{
    return [address] {
        return address.device.empty() ? openTcpLine(address.host, address.port)
                                      : openSerialLine(address.device);
    };
}

} // namespace guitai
