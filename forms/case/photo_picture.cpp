#include "forms/case/photo_picture.h"

#include "services/rules/photo_file.h"

#include <wx/imagjpeg.h>
#include <wx/log.h>
#include <wx/mstream.h>

#include <cstring>
#include <fstream>

namespace guitai
{

namespace
{

/// One byte more than a photo may have: enough for the rule to refuse the file.
constexpr auto longestRead = std::size_t{2 * 1024 * 1024 + 1};
constexpr auto photoDpi = 350;
constexpr auto jpegQuality = 90;

std::optional<Bytes> firstBytes(const std::filesystem::path& file)
{
    auto error = std::error_code{};
    if (!std::filesystem::is_regular_file(file, error) || error)
        return std::nullopt; // a pipe or a device would never end
    auto in = std::ifstream(file, std::ios::binary);
    if (!in)
        return std::nullopt;
    auto bytes = Bytes(longestRead);
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (in.bad())
        return std::nullopt;
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

} // namespace

std::optional<RgbImage> decodedPicture(const Bytes& jpeg)
{
    const auto quiet = wxLogNull{};
    auto stream = wxMemoryInputStream(jpeg.data(), jpeg.size());
    auto handler = wxJPEGHandler{};
    auto image = wxImage{};
    if (!handler.LoadFile(&image, stream, false) || !image.IsOk())
        return std::nullopt;
    const auto* first = reinterpret_cast<const std::byte*>(image.GetData());
    const auto size = static_cast<std::size_t>(image.GetWidth()) *
                      static_cast<std::size_t>(image.GetHeight()) * 3;
    return RgbImage{image.GetWidth(), image.GetHeight(), Bytes(first, first + size)};
}

wxImage imageOf(const RgbImage& picture)
{
    auto image = wxImage(picture.width, picture.height, false);
    std::memcpy(image.GetData(), picture.pixels.data(), picture.pixels.size());
    return image;
}

ChosenPhoto readPhotoFile(const std::filesystem::path& file)
{
    auto chosen = ChosenPhoto{};
    auto bytes = firstBytes(file);
    if (!bytes) {
        chosen.refusal = Refusal{Refusal::Code::fileUnreadable, "photo"};
        return chosen;
    }
    chosen.jpeg = std::move(*bytes);
    const auto size = checkPhotoFile(chosen.jpeg);
    if (!size)
        chosen.refusal = size.refusal();
    if (size || size.refusal().code == Refusal::Code::photoWrongSize) {
        chosen.picture = decodedPicture(chosen.jpeg);
        if (!chosen.picture)
            chosen.refusal = Refusal{Refusal::Code::photoTruncated, "photo"};
    }
    return chosen;
}

Bytes croppedPhoto(const wxImage& picture, const wxRect& part)
{
    auto image = picture.GetSubImage(part).Scale(photoWidth, photoHeight, wxIMAGE_QUALITY_HIGH);
    image.SetOption(wxIMAGE_OPTION_QUALITY, jpegQuality);
    image.SetOption(wxIMAGE_OPTION_RESOLUTIONUNIT, wxIMAGE_RESOLUTION_INCHES);
    image.SetOption(wxIMAGE_OPTION_RESOLUTION, photoDpi);
    auto stream = wxMemoryOutputStream{};
    auto handler = wxJPEGHandler{};
    if (!handler.SaveFile(&image, stream, false))
        return {};
    auto bytes = Bytes(stream.GetSize());
    stream.CopyTo(bytes.data(), bytes.size());
    return bytes;
}

} // namespace guitai
