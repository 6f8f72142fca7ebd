#include "services/devices/photo/photo_wire.h"

#include "services/rules/scan_file.h"

#include <array>
#include <limits>

namespace guitai
{

namespace
{

/// Refusals that the program can give; anything else is not understood.
constexpr auto photoRefusals = std::array{Refusal::Code::missing,
                                          Refusal::Code::malformed,
                                          Refusal::Code::photoNotJpeg,
                                          Refusal::Code::photoTruncated,
                                          Refusal::Code::photoTooManyPixels,
                                          Refusal::Code::photoWrongSize,
                                          Refusal::Code::scanTooSmall,
                                          Refusal::Code::photoTooLarge,
                                          Refusal::Code::photoWrongExtension,
                                          Refusal::Code::photoCarriesOther,
                                          Refusal::Code::photoBeyondLimits};

class WireWriter
{
public:
    WireWriter() : m_bytes(photoWirePrefix) {}

    void number(std::int64_t value)
    {
        const auto bits = static_cast<std::uint32_t>(static_cast<std::int32_t>(value));
        for (const auto shift : {24U, 16U, 8U, 0U})
            m_bytes.push_back(static_cast<std::byte>(bits >> shift & 0xFFU));
    }
    void bytes(std::span<const std::byte> value)
    {
        number(static_cast<std::int64_t>(value.size()));
        m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    }
    void text(std::string_view value) { bytes(bytesOf(value)); }
    void area(const PhotoArea& value)
    {
        for (const auto each : {value.x, value.y, value.width, value.height})
            number(each);
    }
    void image(const RgbImage& value)
    {
        number(value.width);
        number(value.height);
        bytes(value.pixels);
    }
    void end(const std::optional<int>& value)
    {
        number(value ? 1 : 0);
        number(value.value_or(0));
    }

    Bytes take()
    {
        auto length = m_bytes.size() - photoWirePrefix;
        for (auto i = photoWirePrefix; i > 0; --i, length >>= 8U)
            m_bytes[i - 1] = static_cast<std::byte>(length & 0xFFU);
        return std::move(m_bytes);
    }

private:
    Bytes m_bytes;
};

class WireReader
{
public:
    explicit WireReader(std::span<const std::byte> bytes) : m_rest(bytes) {}

    int number()
    {
        auto bits = std::uint32_t{};
        for (const auto byte : taken(4))
            bits = bits << 8U | std::to_integer<std::uint32_t>(byte);
        return static_cast<int>(bits);
    }
    /// A number that counts something.
    int count(int most)
    {
        const auto value = number();
        if (value < 0 || value > most)
            throw PhotoWireError{};
        return value;
    }
    std::span<const std::byte> bytes()
    {
        return taken(static_cast<std::size_t>(count(std::numeric_limits<int>::max())));
    }
    Bytes copy()
    {
        const auto value = bytes();
        return {value.begin(), value.end()};
    }
    std::string text() { return textOf(bytes()); }
    PhotoArea area()
    {
        auto value = PhotoArea{};
        for (auto* each : {&value.x, &value.y, &value.width, &value.height})
            *each = number();
        return value;
    }
    RgbImage image()
    {
        constexpr auto longest = 16'384;
        auto value = RgbImage{};
        value.width = count(longest);
        value.height = count(longest);
        value.pixels = copy();
        if (value.pixels.size() != std::size_t{3} * static_cast<std::size_t>(value.width) *
                                       static_cast<std::size_t>(value.height))
            throw PhotoWireError{};
        return value;
    }
    std::optional<int> end()
    {
        const auto there = count(1) == 1;
        const auto value = number();
        return there ? std::optional{value} : std::nullopt;
    }
    void finish() const
    {
        if (!m_rest.empty())
            throw PhotoWireError{};
    }

private:
    std::span<const std::byte> taken(std::size_t length)
    {
        if (length > m_rest.size())
            throw PhotoWireError{};
        const auto value = m_rest.first(length);
        m_rest = m_rest.subspan(length);
        return value;
    }

    std::span<const std::byte> m_rest;
};

void writeRefusal(WireWriter& out, const Refusal& refusal)
{
    auto place = photoRefusals.size();
    for (std::size_t i = 0; i < photoRefusals.size(); ++i)
        if (photoRefusals[i] == refusal.code)
            place = i;
    if (place == photoRefusals.size())
        throw std::logic_error("a refusal that the photo program does not give");
    out.number(static_cast<std::int64_t>(place));
    out.number(static_cast<std::int64_t>(refusal.arguments.size()));
    for (const auto& argument : refusal.arguments)
        out.text(argument);
}

/// Arguments are numbers and names of formats; a longer one is none of ours.
Refusal readRefusal(WireReader& in)
{
    constexpr std::size_t longestArgument = 16;
    auto refusal = Refusal{photoRefusals[static_cast<std::size_t>(
                               in.count(static_cast<int>(photoRefusals.size()) - 1))],
                           "photo",
                           {}};
    const auto count = in.count(4);
    for (auto i = 0; i < count; ++i) {
        refusal.arguments.push_back(in.text());
        if (refusal.arguments.back().size() > longestArgument)
            throw PhotoWireError{};
    }
    return refusal;
}

} // namespace

Bytes toWire(const PhotoRequest& request)
{
    auto out = WireWriter{};
    out.bytes(request.source.file);
    out.text(request.source.extension);
    out.image(request.source.pixels);
    out.number(request.part ? 1 : 0);
    out.area(request.part.value_or(PhotoArea{}));
    for (const auto& limit : request.standard.limits) {
        out.end(limit.least);
        out.end(limit.most);
    }
    out.number(request.standard.faceWidthPerEyeDistance);
    out.number(request.standard.jpegQuality);
    const auto scan = request.scan.value_or(ScanStandard{});
    out.number(request.scan ? 1 : 0);
    out.number(scan.longestSide);
    out.number(scan.jpegQuality);
    return out.take();
}

PhotoRequest photoRequestFrom(std::span<const std::byte> bytes)
{
    auto in = WireReader{bytes};
    auto request = PhotoRequest{};
    request.source.file = in.copy();
    request.source.extension = in.text();
    request.source.pixels = in.image();
    const auto hasPart = in.count(1) == 1;
    const auto part = in.area();
    if (hasPart)
        request.part = part;
    for (auto& limit : request.standard.limits) {
        limit.least = in.end();
        limit.most = in.end();
    }
    request.standard.faceWidthPerEyeDistance = in.number();
    request.standard.jpegQuality = in.number();
    const auto isScan = in.count(1) == 1;
    const auto longestSide = in.count(longestScanSide);
    const auto scan = ScanStandard{.longestSide = longestSide, .jpegQuality = in.count(100)};
    if (isScan)
        request.scan = scan;
    in.finish();
    return request;
}

Bytes toWire(const PhotoAnswer& answer)
{
    auto out = WireWriter{};
    out.number(answer.refusal ? 1 : 0);
    if (answer.refusal) {
        writeRefusal(out, *answer.refusal);
        return out.take();
    }
    out.bytes(answer.jpeg);
    out.image(answer.photo);
    out.number(static_cast<std::int64_t>(answer.measures.size()));
    for (const auto& measure : answer.measures) {
        out.number(static_cast<std::int64_t>(measure.kind));
        out.number(measure.value);
        out.area(measure.area);
    }
    out.image(answer.picture);
    out.area(answer.part);
    out.number(answer.original.width);
    out.number(answer.original.height);
    return out.take();
}

PhotoAnswer photoAnswerFrom(std::span<const std::byte> bytes)
{
    constexpr auto longest = 100'000;
    constexpr auto lastKind = static_cast<int>(photoCheckKinds) - 1;
    auto in = WireReader{bytes};
    auto answer = PhotoAnswer{};
    if (in.count(1) == 1) {
        answer.refusal = readRefusal(in);
        in.finish();
        return answer;
    }
    answer.jpeg = in.copy();
    answer.photo = in.image();
    const auto measures = in.count(lastKind + 1);
    for (auto i = 0; i < measures; ++i) {
        const auto kind = static_cast<PhotoCheckKind>(in.count(lastKind));
        const auto value = in.number();
        answer.measures.push_back({kind, value, in.area()});
    }
    answer.picture = in.image();
    answer.part = in.area();
    answer.original.width = in.count(longest);
    answer.original.height = in.count(longest);
    in.finish();
    return answer;
}

std::size_t wireLength(std::span<const std::byte> prefix)
{
    auto length = std::size_t{};
    for (const auto byte : prefix.first(photoWirePrefix))
        length = length << 8U | std::to_integer<std::size_t>(byte);
    if (length > longestPhotoMessage)
        throw PhotoWireError{};
    return length;
}

} // namespace guitai
