#include "tests/simulators/gateway/bills.h"
#include "tests/simulators/gateway/text.h"

#include <zlib.h>

#include <stdexcept>

namespace guitai::simulator
{

namespace
{

constexpr auto gzipWindow = MAX_WBITS + 16;

std::string deflated(const std::string& bytes, int window)
{
    auto stream = z_stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        throw std::runtime_error("zlib");
    auto packed = std::string(deflateBound(&stream, bytes.size()) + 32, '\0');
    auto input = bytes;
    stream.next_in = reinterpret_cast<unsigned char*>(input.data());
    stream.avail_in = static_cast<unsigned>(input.size());
    stream.next_out = reinterpret_cast<unsigned char*>(packed.data());
    stream.avail_out = static_cast<unsigned>(packed.size());
    const auto done = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (done != Z_STREAM_END)
        throw std::runtime_error("zlib");
    return packed;
}

void put(std::string& bytes, std::uint64_t value, int size)
{
    for (auto i = 0; i < size; ++i)
        bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

/// Time and date as MS-DOS wrote them.
std::uint32_t dosTime(Instant at)
{
    const auto text = digitsText(at);
    const auto part = [&text](std::size_t from, std::size_t size) {
        return static_cast<std::uint32_t>(std::stoul(text.substr(from, size)));
    };
    return ((part(0, 4) - 1980U) << 25U) | (part(4, 2) << 21U) | (part(6, 2) << 16U) |
           (part(8, 2) << 11U) | (part(10, 2) << 5U) | (part(12, 2) / 2U);
}

/// What the local header and the directory say alike: from version to the length of the name.
std::string commonHeader(const ArchiveMember& member, const std::string& packed, Instant at)
{
    const auto check = crc32(0,
                             reinterpret_cast<const unsigned char*>(member.content.data()),
                             static_cast<unsigned>(member.content.size()));
    auto header = std::string{};
    put(header, 20, 2); // version needed
    put(header, 0, 2);  // flags: the names are not UTF-8
    put(header, 8, 2);  // deflate
    put(header, dosTime(at), 4);
    put(header, check, 4);
    put(header, packed.size(), 4);
    put(header, member.content.size(), 4);
    put(header, member.name.size(), 2);
    put(header, 0, 2); // further fields
    return header;
}

} // namespace

std::string gzipped(const std::string& bytes)
{
    return deflated(bytes, gzipWindow);
}

std::string zipped(const std::vector<ArchiveMember>& members, Instant at)
{
    auto archive = std::string{};
    auto directory = std::string{};
    for (const auto& member : members) {
        const auto packed = deflated(member.content, -MAX_WBITS);
        const auto header = commonHeader(member, packed, at);
        const auto offset = archive.size();
        archive += "PK\x03\x04" + header + member.name + packed;
        directory += "PK\x01\x02";
        put(directory, 20, 2); // made by
        directory += header;
        put(directory, 0, 2); // comment
        put(directory, 0, 2); // disk
        put(directory, 0, 2); // internal attributes
        put(directory, 0, 4); // external attributes
        put(directory, offset, 4);
        directory += member.name;
    }
    const auto start = archive.size();
    archive += directory + "PK\x05\x06";
    put(archive, 0, 4); // disks
    put(archive, members.size(), 2);
    put(archive, members.size(), 2);
    put(archive, directory.size(), 4);
    put(archive, start, 4);
    put(archive, 0, 2);
    return archive;
}

} // namespace guitai::simulator
