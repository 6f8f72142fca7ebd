#include "services/rules/photo_file.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guitai
{

namespace
{

constexpr std::size_t mostBytes = 2 * 1024 * 1024;
constexpr std::int64_t mostPixels = 40'000'000;

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

/// The fields of a frame header that decide (ISO/IEC 10918-1, B.2.2).
struct Frame {
    PhotoSize size;
    unsigned process = 0; ///< its marker
    unsigned bits = 0;    ///< of each component
    unsigned components = 0;
};

/// Walks from marker to marker; decodes nothing.
class JpegWalk
{
public:
    explicit JpegWalk(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    /// The frame of a whole JPEG, up to its end-of-image marker.
    Result<Frame> run();

private:
    unsigned byteAt(std::size_t at) const { return std::to_integer<unsigned>(m_bytes[at]); }
    unsigned wordAt(std::size_t at) const { return byteAt(at) << 8U | byteAt(at + 1); }
    bool has(std::size_t count) const { return m_bytes.size() - m_at >= count; }

    std::optional<unsigned> nextMarker();
    std::optional<Refusal> readSegment(unsigned code);
    std::optional<Refusal> readFrame(unsigned code, std::size_t length);
    bool skipScan();

    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0;
    std::optional<Frame> m_frame;
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
    m_frame = Frame{.size = {.width = static_cast<int>(wordAt(m_at + 5)),
                             .height = static_cast<int>(wordAt(m_at + 3))},
                    .process = code,
                    .bits = byteAt(m_at + 2),
                    .components = byteAt(m_at + 7)};
    const auto size = m_frame->size;
    if (size.width == 0 || size.height == 0 || length != fixedPart + 3 * m_frame->components)
        return refused(photoNotJpeg);
    if (std::int64_t{size.width} * size.height > mostPixels)
        return refused(photoTooManyPixels,
                       {std::to_string(size.width), std::to_string(size.height)});
    return std::nullopt;
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
    m_at += length;
    if (code != marker::startOfScan)
        return std::nullopt;
    if (!m_frame)
        return refused(photoNotJpeg);
    m_scanned = true;
    return skipScan() ? std::nullopt : std::optional{refused(photoTruncated)};
}

Result<Frame> JpegWalk::run()
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
        if (*code == marker::endOfImage)
            return m_scanned ? Result<Frame>{*m_frame} : refused(photoNotJpeg);
        if (*code == marker::temporary || isRestart(*code))
            continue;
        if (const auto refusal = readSegment(*code))
            return *refusal;
    }
    return refused(photoTruncated);
}

} // namespace

Result<PhotoSize> checkPhotoFile(std::span<const std::byte> bytes)
{
    using enum Refusal::Code;
    if (bytes.empty())
        return refused(missing);
    if (bytes.size() > mostBytes)
        return refused(photoTooLarge, {std::to_string(mostBytes), std::to_string(bytes.size())});
    const auto walked = JpegWalk{bytes}.run();
    if (!walked)
        return walked.refusals();
    const auto& frame = walked.value();
    if (frame.process > marker::progressive || frame.bits != 8 || frame.components != 3)
        return refused(malformed);
    if (frame.size != standardPhoto)
        return refused(photoWrongSize,
                       {std::to_string(standardPhoto.width),
                        std::to_string(standardPhoto.height),
                        std::to_string(frame.size.width),
                        std::to_string(frame.size.height)});
    return frame.size;
}

} // namespace guitai
