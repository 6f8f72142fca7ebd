#include "services/payments/bills/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <span>

namespace guitai
{

namespace
{

constexpr std::uint64_t maxUnpacked = std::uint64_t{512} << 20U;
constexpr int gzipBits = MAX_WBITS + 16;
constexpr int rawBits = -MAX_WBITS;

/// zlib's stream, ended in every case.
class Stream
{
public:
    Stream(std::string_view packed, int bits)
    {
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        m_stream.avail_in = static_cast<uInt>(packed.size());
        m_started = packed.size() <= UINT32_MAX && inflateInit2(&m_stream, bits) == Z_OK;
    }
    ~Stream()
    {
        if (m_started)
            inflateEnd(&m_stream);
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    bool started() const { return m_started; }
    bool atEnd() const { return m_stream.avail_in == 0; }
    bool again() { return inflateReset(&m_stream) == Z_OK; }
    /// Fills a part of `room`; Z_OK, Z_STREAM_END or an error.
    int next(std::span<char> room, std::string_view& piece)
    {
        m_stream.next_out = reinterpret_cast<Bytef*>(room.data());
        m_stream.avail_out = static_cast<uInt>(room.size());
        const auto result = inflate(&m_stream, Z_NO_FLUSH);
        piece = {room.data(), room.size() - m_stream.avail_out};
        return result;
    }

private:
    z_stream m_stream{};
    bool m_started = false;
};

InflateResult unpack(std::string_view packed, int bits, const PieceSink& sink)
{
    auto stream = Stream{packed, bits};
    auto room = std::vector<char>(std::size_t{64} << 10U);
    auto total = std::uint64_t{};
    while (stream.started()) {
        auto piece = std::string_view{};
        const auto result = stream.next(room, piece);
        if (result != Z_OK && result != Z_STREAM_END)
            return InflateResult::damaged;
        total += piece.size();
        if (total > maxUnpacked)
            return InflateResult::tooLarge;
        if (!piece.empty() && !sink(piece))
            return InflateResult::stopped;
        if (result == Z_STREAM_END && stream.atEnd())
            return InflateResult::whole;
        if (result == Z_STREAM_END && (bits != gzipBits || !stream.again()))
            return InflateResult::damaged;
    }
    return InflateResult::damaged;
}

/// Little-endian numbers of a ZIP record; records were measured before.
std::uint32_t number(std::string_view record, std::size_t at, std::size_t bytes)
{
    auto value = std::uint32_t{};
    for (auto i = bytes; i-- > 0;)
        value = value << 8U | static_cast<unsigned char>(record[at + i]);
    return value;
}

constexpr std::size_t endLength = 22;
constexpr std::size_t entryLength = 46;
constexpr std::size_t localLength = 30;

std::optional<ZipMember> memberFrom(std::string_view archive, std::string_view entry)
{
    const auto flags = number(entry, 8, 2);
    const auto method = number(entry, 10, 2);
    const auto packedSize = number(entry, 20, 4);
    const auto start = std::size_t{number(entry, 42, 4)};
    if ((flags & 1U) != 0 || (method != 0 && method != 8) || start > archive.size() ||
        archive.size() - start < localLength)
        return std::nullopt;
    const auto local = archive.substr(start);
    const auto data =
        localLength + std::size_t{number(local, 26, 2)} + std::size_t{number(local, 28, 2)};
    if (number(local, 0, 4) != 0x04034b50 || data > local.size() ||
        local.size() - data < packedSize)
        return std::nullopt;
    return ZipMember{.packed = local.substr(data, packedSize),
                     .checkSum = number(entry, 16, 4),
                     .size = number(entry, 24, 4),
                     .deflated = method == 8};
}

} // namespace

InflateResult inflateGzip(std::string_view packed, const PieceSink& sink)
{
    return unpack(packed, gzipBits, sink);
}

std::optional<std::vector<ZipMember>> zipMembers(std::string_view archive)
{
    const auto end = archive.rfind("PK\x05\x06");
    if (end == std::string_view::npos || archive.size() - end < endLength)
        return std::nullopt;
    const auto count = number(archive, end + 10, 2);
    auto at = std::size_t{number(archive, end + 16, 4)};
    auto members = std::vector<ZipMember>{};
    for (auto i = 0U; i < count; ++i) {
        if (at > archive.size() || archive.size() - at < entryLength ||
            number(archive, at, 4) != 0x02014b50)
            return std::nullopt;
        const auto entry = archive.substr(at);
        const auto member = memberFrom(archive, entry);
        if (!member)
            return std::nullopt;
        members.push_back(*member);
        at += entryLength + number(entry, 28, 2) + number(entry, 30, 2) + number(entry, 32, 2);
    }
    return members;
}

InflateResult inflateMember(const ZipMember& member, const PieceSink& sink)
{
    auto sum = crc32(0, nullptr, 0);
    auto size = std::uint64_t{};
    const auto counting = [&](std::string_view piece) {
        sum = crc32(
            sum, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(piece.size()));
        size += piece.size();
        return sink(piece);
    };
    auto result = InflateResult::whole;
    if (member.deflated)
        result = unpack(member.packed, rawBits, counting);
    else if (!counting(member.packed))
        result = InflateResult::stopped;
    if (result == InflateResult::whole && (sum != member.checkSum || size != member.size))
        return InflateResult::damaged;
    return result;
}

} // namespace guitai
