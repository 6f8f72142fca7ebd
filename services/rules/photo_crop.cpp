#include "services/rules/photo_crop.h"

#include <algorithm>
#include <cmath>

namespace guitai
{

namespace
{

constexpr auto shape = static_cast<double>(standardPhoto.height) / standardPhoto.width;

double middleOf(const PhotoLimit& limit)
{
    return (limit.least.value_or(0) + limit.most.value_or(0)) / 2.0;
}

/// Photo pixels for one pixel of the picture.
double scaleFor(const HeadPlace& head, const PhotoStandard& standard)
{
    using enum PhotoCheckKind;
    const auto wanted = middleOf(standard[faceWidth]) / head.faceWidth;
    const auto least = *standard[faceWidth].least / head.faceWidth;
    // High hair: a face that is a little smaller keeps both margins.
    const auto room = standardPhoto.height - *standard[eyeLine].least - *standard[hairTop].least;
    const auto fits = room / std::max(1.0, head.eyeY - head.hairTop);
    return std::clamp(fits, std::min(least, wanted), wanted);
}

} // namespace

PhotoArea middlePart(PhotoSize size)
{
    auto width = size.width;
    auto height = static_cast<int>(std::lround(width * shape));
    if (height > size.height) {
        height = size.height;
        width = std::min(size.width, static_cast<int>(std::lround(height / shape)));
    }
    return {(size.width - width) / 2, (size.height - height) / 2, width, height};
}

PhotoArea photoPart(const HeadPlace& head, PhotoSize picture, const PhotoStandard& standard)
{
    using enum PhotoCheckKind;
    const auto scale = scaleFor(head, standard);
    const auto largest = middlePart(picture);
    const auto width = std::min(standardPhoto.width / scale, static_cast<double>(largest.width));
    const auto height = std::min(width * shape, static_cast<double>(largest.height));
    const auto used = standardPhoto.width / width; // the scale that came out
    const auto eyesAbove = *standard[eyeLine].least / used;
    // The hair's margin first; the eyes then, which win.
    auto top = head.hairTop - middleOf(standard[hairTop]) / used;
    top = std::max(top, head.eyeY + eyesAbove - height);
    const auto left = head.centreX - width / 2;
    auto part = PhotoArea{.x = static_cast<int>(std::lround(left)),
                          .y = static_cast<int>(std::lround(top)),
                          .width = std::max(1, static_cast<int>(std::lround(width))),
                          .height = std::max(1, static_cast<int>(std::lround(height)))};
    part.width = std::min(part.width, picture.width);
    part.height = std::min(part.height, picture.height);
    part.x = std::clamp(part.x, 0, picture.width - part.width);
    part.y = std::clamp(part.y, 0, picture.height - part.height);
    return part;
}

} // namespace guitai
