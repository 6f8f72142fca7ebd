#pragma once

#include "services/result.h"
#include "services/rules/photo_file.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace guitai
{

enum class PictureFormat { jpeg, png };

/// What a picture's file says of itself before anything of it is decoded.
struct PictureHeader {
    PictureFormat format{};
    PhotoSize size; ///< as stored
    /// How to turn it upright: 1 to 8 of the EXIF tag "Orientation" (CIPA DC-008, 4.6.4), 1 where
    /// none is told.
    int orientation = 1;

    bool operator==(const PictureHeader&) const = default;
};

inline constexpr std::size_t largestPictureFile = 20 * 1024 * 1024; ///< bytes

/// The header of a picture from outside, which a photo will be cut from. Refuses what is neither
/// JPEG (ISO/IEC 10918-1) nor PNG (ISO/IEC 15948), ends early, has over 40 megapixels or over
/// 20 MiB, is of another kind than its name's extension says (`photoWrongExtension`; an empty
/// extension says nothing) or carries something else beside the picture: a program, a document,
/// an archive (`photoCarriesOther`).
Result<PictureHeader> readPictureHeader(std::span<const std::byte> bytes,
                                        std::string_view extension = {});

} // namespace guitai
