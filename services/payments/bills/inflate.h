#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

enum class InflateResult {
    whole,   ///< to the end, with the right length and check sum
    stopped, ///< the sink had enough
    damaged,
    tooLarge, ///< more than a bill can be: 512 MiB
};

/// Takes unpacked bytes in pieces of up to 64 KiB; false stops.
using PieceSink = std::function<bool(std::string_view)>;

/// RFC 1952, one or several members.
InflateResult inflateGzip(std::string_view packed, const PieceSink& sink);

/// A file inside a ZIP archive. Names may be in GBK and are not decoded.
struct ZipMember {
    std::string_view packed;
    std::uint32_t checkSum = 0; ///< CRC-32
    std::uint64_t size = 0;     ///< unpacked
    bool deflated = false;      ///< stored otherwise
};
/// From the central directory; no value when the archive is damaged, encrypted, split or ZIP64.
std::optional<std::vector<ZipMember>> zipMembers(std::string_view archive);
InflateResult inflateMember(const ZipMember& member, const PieceSink& sink);

} // namespace guitai
