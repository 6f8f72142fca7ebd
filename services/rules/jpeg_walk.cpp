#include "services/rules/jpeg_walk.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guitai
{

namespace
{

/// Markers of ISO/IEC 10918-1, table B.1; the byte after 0xFF.
namespace marker
{
constexpr unsigned temporary = 0x01;
constexpr unsigned baseline = 0xC0;
constexpr unsigned progressive = 0xC2;
constexpr unsigned huffmanTables = 0xC4;
constexpr unsigned reserved = 0xC8;
constexpr unsigned arithmeticConditions = 0xCC;
constexpr unsigned lastFrame = 0xCF;
constexpr unsigned firstRestart = 0xD0;
constexpr unsigned lastRestart = 0xD7;
constexpr unsigned startOfImage = 0xD8;
constexpr unsigned endOfImage = 0xD9;
constexpr unsigned startOfScan = 0xDA;
constexpr unsigned application1 = 0xE1;
constexpr unsigned lastApplication = 0xEF;
constexpr unsigned comment = 0xFE;
constexpr unsigned fill = 0xFF;
} // namespace marker

bool isFrame(unsigned code)
{
    return code >= marker::baseline && code <= marker::lastFrame && code != marker::huffmanTables &&
           code != marker::reserved && code != marker::arithmeticConditions;
}

bool isRestart(unsigned code)
{
    return code >= marker::firstRestart && code <= marker::lastRestart;
}

Refusal refused(Refusal::Code code, std::vector<std::string> arguments = {})
{
    return {code, "photo", std::move(arguments)};
}

/// Reads numbers of a TIFF structure, whose byte order its first two letters tell (TIFF 6.0).
class TiffNumbers
{
public:
    explicit TiffNumbers(std::span<const std::byte> bytes)
        : m_bytes(bytes), m_littleEndian(!bytes.empty() && bytes[0] == std::byte{'I'})
    {
    }

    std::optional<unsigned> number(std::size_t at, std::size_t count) const
    {
        if (at > m_bytes.size() || m_bytes.size() - at < count)
            return std::nullopt;
        auto value = 0U;
        for (std::size_t i = 0; i < count; ++i) {
            const auto place = m_littleEndian ? at + count - 1 - i : at + i;
            value = value << 8U | std::to_integer<unsigned>(m_bytes[place]);
        }
        return value;
    }

private:
    std::span<const std::byte> m_bytes;
    bool m_littleEndian;
};

/// The tag "Orientation" of an EXIF segment's first directory; 1 when there is none that is valid.
int orientationIn(std::span<const std::byte> segment)
{
    constexpr auto tag = 0x0112U;
    constexpr std::size_t nameLength = 6, entryLength = 12;
    const auto name = std::string_view{"Exif\0\0", nameLength};
    if (segment.size() < nameLength ||
        !std::equal(name.begin(), name.end(), segment.begin(), [](char letter, std::byte byte) {
            return static_cast<std::byte>(letter) == byte;
        }))
        return 1;
    const auto tiff = TiffNumbers{segment.subspan(nameLength)};
    const auto directory = tiff.number(4, 4);
    const auto entries = directory ? tiff.number(*directory, 2) : std::nullopt;
    for (std::size_t i = 0; entries && i < *entries; ++i) {
        const auto at = *directory + 2 + i * entryLength;
        if (tiff.number(at, 2) != tag)
            continue;
        const auto value = tiff.number(at + 8, 2).value_or(1);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

/// Walks from marker to marker; decodes nothing.
class JpegWalk
{
public:
    explicit JpegWalk(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    /// The outline of a whole JPEG, up to its end-of-image marker.
    Result<JpegOutline> run();

private:
    unsigned byteAt(std::size_t at) const { return std::to_integer<unsigned>(m_bytes[at]); }
    unsigned wordAt(std::size_t at) const { return byteAt(at) << 8U | byteAt(at + 1); }
    bool has(std::size_t count) const { return m_bytes.size() - m_at >= count; }

    std::optional<unsigned> nextMarker();
    std::optional<Refusal> readSegment(unsigned code);
    std::optional<Refusal> readFrame(unsigned code, std::size_t length);
    void readMetadata(unsigned code, std::span<const std::byte> segment);
    bool skipScan();

    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0;
    std::optional<JpegOutline> m_frame;
    int m_orientation = 1;
    bool m_carriesOther = false;
    bool m_scanned = false;
};

/// None when the next bytes are no marker.
std::optional<unsigned> JpegWalk::nextMarker()
{
    if (byteAt(m_at) != marker::fill)
        return std::nullopt;
    while (has(1) && byteAt(m_at) == marker::fill)
        ++m_at;
    if (!has(1))
        return marker::fill;
    return byteAt(m_at++);
}

/// Entropy-coded data ends at a marker that is neither a stuffed zero nor a restart. False when the
/// file ends first.
bool JpegWalk::skipScan()
{
    for (; has(2); ++m_at) {
        if (byteAt(m_at) != marker::fill)
            continue;
        const auto next = byteAt(m_at + 1);
        if (next != 0 && next != marker::fill && !isRestart(next))
            return true;
    }
    return false;
}

std::optional<Refusal> JpegWalk::readFrame(unsigned code, std::size_t length)
{
    using enum Refusal::Code;
    constexpr std::size_t fixedPart = 8;
    if (m_frame || length < fixedPart)
        return refused(photoNotJpeg);
    m_frame = JpegOutline{.size = {.width = static_cast<int>(wordAt(m_at + 5)),
                                   .height = static_cast<int>(wordAt(m_at + 3))},
                          .process = code,
                          .bits = byteAt(m_at + 2),
                          .components = byteAt(m_at + 7)};
    const auto size = m_frame->size;
    if (size.width == 0 || size.height == 0 || length != fixedPart + 3 * m_frame->components)
        return refused(photoNotJpeg);
    if (std::int64_t{size.width} * size.height > mostPicturePixels)
        return refused(photoTooManyPixels,
                       {std::to_string(size.width), std::to_string(size.height)});
    return std::nullopt;
}

void JpegWalk::readMetadata(unsigned code, std::span<const std::byte> segment)
{
    if (code == marker::application1 && m_orientation == 1)
        m_orientation = orientationIn(segment);
    const auto isText = code == marker::comment ||
                        (code >= marker::application1 - 1 && code <= marker::lastApplication);
    m_carriesOther = m_carriesOther || (isText && holdsForeignMark(segment));
}

std::optional<Refusal> JpegWalk::readSegment(unsigned code)
{
    using enum Refusal::Code;
    if (!has(2))
        return refused(photoTruncated);
    const std::size_t length = wordAt(m_at);
    if (length < 2)
        return refused(photoNotJpeg);
    if (!has(length))
        return refused(photoTruncated);
    if (isFrame(code))
        if (auto refusal = readFrame(code, length))
            return refusal;
    readMetadata(code, m_bytes.subspan(m_at + 2, length - 2));
    m_at += length;
    if (code != marker::startOfScan)
        return std::nullopt;
    if (!m_frame)
        return refused(photoNotJpeg);
    m_scanned = true;
    return skipScan() ? std::nullopt : std::optional{refused(photoTruncated)};
}

Result<JpegOutline> JpegWalk::run()
{
    using enum Refusal::Code;
    if (!has(3) || byteAt(0) != marker::fill || byteAt(1) != marker::startOfImage ||
        byteAt(2) != marker::fill)
        return refused(photoNotJpeg);
    m_at = 2;
    while (has(1)) {
        const auto code = nextMarker();
        if (!code || *code == 0 || *code == marker::startOfImage)
            return refused(photoNotJpeg);
        if (*code == marker::fill)
            break;
        if (*code == marker::endOfImage) {
            if (!m_scanned)
                return refused(photoNotJpeg);
            m_frame->orientation = m_orientation;
            m_frame->carriesOther = m_carriesOther;
            m_frame->length = m_at;
            return *m_frame;
        }
        if (*code == marker::temporary || isRestart(*code))
            continue;
        if (const auto refusal = readSegment(*code))
            return *refusal;
    }
    return refused(photoTruncated);
}

} // namespace

bool JpegOutline::decodes() const
{
    return process <= marker::progressive && bits == 8 && components == 3;
}

Result<JpegOutline> walkJpeg(std::span<const std::byte> bytes)
{
    return JpegWalk{bytes}.run();
}

bool holdsForeignMark(std::span<const std::byte> bytes)
{
    using namespace std::string_view_literals;
    static constexpr auto marks = std::array{"%PDF-"sv,
                                             "PK\x03\x04"sv,
                                             "<script"sv,
                                             "<html"sv,
                                             "<?php"sv,
                                             "\x7F"
                                             "ELF"sv};
    const auto text = std::string_view{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    return std::ranges::any_of(
        marks, [text](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

} // namespace guitai
