#pragma once

#include "services/rules/photo_checks.h"

#include <string>
#include <string_view>

namespace guitai
{

/// What a photo for an identity card has to be: photo.json. Pixels are those of `standardPhoto`.
/// GA 461-2004 (superseded by GA/T 461-2019): face 207 ± 14 pixels wide, hair 7 to 21 pixels below
/// the upper edge, eyes at least 207 above the lower one, JPEG of quality 70.
struct PhotoStandard {
    PhotoLimits limits;
    /// From ear root to ear root, in hundredths of the distance of the pupils: ears are often under
    /// hair, pupils are not.
    int faceWidthPerEyeDistance = 0;
    int jpegQuality = 0;

    const PhotoLimit& operator[](PhotoCheckKind kind) const
    {
        return limits[static_cast<std::size_t>(kind)];
    }
    bool operator==(const PhotoStandard&) const = default;
};

/// Reads photo.json. Throws AssetError.
PhotoStandard parsePhotoStandard(std::string_view text, const std::string& origin);

} // namespace guitai
