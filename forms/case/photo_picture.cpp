#include "forms/case/photo_picture.h"

#include "services/rules/picture_file.h"

#include <wx/gdicmn.h>
#include <wx/imagjpeg.h>
#include <wx/log.h>
#include <wx/mstream.h>

#include <algorithm>
#include <cstring>
#include <fstream>

namespace guitai
{

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

Result<PhotoSource> readPictureFile(const std::filesystem::path& file)
{
    const auto unreadable = Refusal{Refusal::Code::fileUnreadable, "photo", {}};
    auto error = std::error_code{};
    // Asked first: a pipe or a device would never end.
    if (!std::filesystem::is_regular_file(file, error) || error)
        return unreadable;
    const auto size = std::filesystem::file_size(file, error);
    auto in = std::ifstream(file, std::ios::binary);
    if (error || !in)
        return unreadable;
    // One byte more than a picture may have is enough for the rule to refuse it.
    auto source = PhotoSource{.file = Bytes(std::min<std::uintmax_t>(size, largestPictureFile + 1)),
                              .extension = file.extension().string(),
                              .pixels = {}};
    in.read(reinterpret_cast<char*>(source.file.data()),
            static_cast<std::streamsize>(source.file.size()));
    if (in.bad())
        return unreadable;
    source.file.resize(static_cast<std::size_t>(in.gcount()));
    if (source.file.empty())
        return Refusal{Refusal::Code::photoNotJpeg, "photo", {}};
    return source;
}

wxRect rectOf(const PhotoArea& area)
{
    return {area.x, area.y, area.width, area.height};
}

PhotoArea areaOf(const wxRect& rect)
{
    return {rect.x, rect.y, rect.width, rect.height};
}

} // namespace guitai
