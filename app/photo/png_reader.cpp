#include "app/photo/png_reader.h"

#include <png.h>

namespace guitai
{

std::optional<cv::Mat> decodePng(std::span<const std::byte> file)
{
    auto image = png_image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, file.data(), file.size()) == 0)
        return std::nullopt;
    image.format = PNG_FORMAT_RGB;
    auto picture = cv::Mat(static_cast<int>(image.height), static_cast<int>(image.width), CV_8UC3);
    auto white = png_color{255, 255, 255};
    const auto read = png_image_finish_read(&image, &white, picture.data, 0, nullptr);
    png_image_free(&image);
    if (read == 0 || PNG_IMAGE_FAILED(image))
        return std::nullopt;
    return picture;
}

} // namespace guitai
