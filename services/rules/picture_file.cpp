#include "services/rules/picture_file.h"

#include "services/rules/jpeg_walk.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guitai
{

namespace
{

using enum Refusal::Code;

Refusal refusedPicture(Refusal::Code code, std::vector<std::string> arguments = {})
{
    return {code, "photo", std::move(arguments)};
}

bool startsWith(std::span<const std::byte> bytes, std::span<const unsigned char> mark)
{
    return bytes.size() >= mark.size() &&
           std::equal(
               mark.begin(), mark.end(), bytes.begin(), [](unsigned char left, std::byte right) {
                   return static_cast<std::byte>(left) == right;
               });
}

constexpr auto pngMark = std::array<unsigned char, 8>{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
constexpr auto jpegMark = std::array<unsigned char, 3>{0xFF, 0xD8, 0xFF};

/// Cameras put smaller copies of the picture behind it (CIPA DC-007) and fill up with zeros;
/// anything else does not belong there.
bool endsAsPicturesEnd(std::span<const std::byte> rest)
{
    while (true) {
        const auto next =
            std::ranges::find_if(rest, [](std::byte byte) { return byte != std::byte{0}; });
        rest = rest.subspan(static_cast<std::size_t>(next - rest.begin()));
        if (rest.empty())
            return true;
        if (!startsWith(rest, jpegMark))
            return false;
        const auto copy = walkJpeg(rest);
        if (!copy || copy.value().carriesOther)
            return false;
        rest = rest.subspan(copy.value().length);
    }
}

Result<PictureHeader> readJpegHeader(std::span<const std::byte> bytes)
{
    const auto walked = walkJpeg(bytes);
    if (!walked)
        return walked.refusals();
    const auto& outline = walked.value();
    if (outline.carriesOther || !endsAsPicturesEnd(bytes.subspan(outline.length)))
        return refusedPicture(photoCarriesOther);
    if (!outline.decodes())
        return refusedPicture(malformed);
    return PictureHeader{
        .format = PictureFormat::jpeg, .size = outline.size, .orientation = outline.orientation};
}

/// Walks from chunk to chunk (ISO/IEC 15948, 5.3); check sums are the decoder's.
class PngWalk
{
public:
    explicit PngWalk(std::span<const std::byte> bytes) : m_bytes(bytes), m_at(pngMark.size()) {}

    Result<PictureHeader> run()
    {
        constexpr std::size_t frame = 12; // length, type, check sum
        while (true) {
            if (m_bytes.size() - m_at < frame)
                return refusedPicture(photoTruncated);
            const auto length = std::size_t{numberAt(m_at)};
            const auto type = typeAt(m_at + 4);
            if (m_bytes.size() - m_at - frame < length)
                return refusedPicture(photoTruncated);
            const auto content = m_bytes.subspan(m_at + 8, length);
            m_at += frame + length;
            if ((type == "IHDR") != !m_header)
                return refusedPicture(photoNotJpeg);
            if (const auto fault = readChunk(type, content))
                return *fault;
            if (type == "IEND")
                break;
        }
        if (!m_hasData)
            return refusedPicture(photoTruncated);
        const auto rest = m_bytes.subspan(m_at);
        if (std::ranges::any_of(rest, [](std::byte byte) { return byte != std::byte{0}; }))
            return refusedPicture(photoCarriesOther);
        return *m_header;
    }

private:
    std::uint32_t numberAt(std::size_t at) const
    {
        auto number = std::uint32_t{};
        for (std::size_t i = 0; i < 4; ++i)
            number = number << 8U | std::to_integer<std::uint32_t>(m_bytes[at + i]);
        return number;
    }

    std::string typeAt(std::size_t at) const
    {
        auto type = std::string{};
        for (std::size_t i = 0; i < 4; ++i)
            type += static_cast<char>(m_bytes[at + i]);
        return type;
    }

    std::optional<Refusal> readChunk(const std::string& type, std::span<const std::byte> content)
    {
        if (type == "IHDR")
            return readHeader(content);
        m_hasData = m_hasData || (type == "IDAT" && !content.empty());
        // A lower-case first letter: the picture can do without this chunk.
        const auto ancillary = (static_cast<unsigned char>(type.front()) & 0x20U) != 0;
        if (ancillary && holdsForeignMark(content))
            return refusedPicture(photoCarriesOther);
        return std::nullopt;
    }

    std::optional<Refusal> readHeader(std::span<const std::byte> content)
    {
        constexpr std::size_t headerLength = 13;
        constexpr std::uint32_t longest = 100'000;
        if (content.size() != headerLength)
            return refusedPicture(photoNotJpeg);
        const auto at = m_at - headerLength - 4;
        const auto width = numberAt(at);
        const auto height = numberAt(at + 4);
        if (width == 0 || height == 0)
            return refusedPicture(photoNotJpeg);
        if (width > longest || height > longest || std::int64_t{width} * height > mostPicturePixels)
            return refusedPicture(photoTooManyPixels,
                                  {std::to_string(width), std::to_string(height)});
        m_header = PictureHeader{
            .format = PictureFormat::png,
            .size = {.width = static_cast<int>(width), .height = static_cast<int>(height)}};
        return std::nullopt;
    }

    std::span<const std::byte> m_bytes;
    std::size_t m_at;
    std::optional<PictureHeader> m_header;
    bool m_hasData = false;
};

/// "png" for .PNG, "jpeg" for .jpg and .JPEG; others as they are.
std::string kindOf(std::string_view extension)
{
    auto kind = std::string{extension};
    if (kind.starts_with('.'))
        kind.erase(0, 1);
    for (auto& letter : kind)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return kind == "jpg" || kind == "jpe" ? "jpeg" : kind;
}

} // namespace

Result<PictureHeader> readPictureHeader(std::span<const std::byte> bytes,
                                        std::string_view extension)
{
    if (bytes.empty())
        return refusedPicture(missing);
    if (bytes.size() > largestPictureFile)
        return refusedPicture(photoTooLarge,
                              {std::to_string(largestPictureFile), std::to_string(bytes.size())});
    const auto isPng = startsWith(bytes, pngMark);
    if (!isPng && !startsWith(bytes, jpegMark))
        return refusedPicture(photoNotJpeg);
    auto header = isPng ? PngWalk{bytes}.run() : readJpegHeader(bytes);
    if (header && !extension.empty() && kindOf(extension) != (isPng ? "png" : "jpeg"))
        return refusedPicture(photoWrongExtension, {isPng ? "PNG" : "JPEG"});
    return header;
}

} // namespace guitai
