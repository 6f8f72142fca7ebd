#pragma once

#include "services/result.h"

#include <cstddef>
#include <span>

namespace guitai
{

/// Pixels.
struct PhotoSize {
    int width = 0;
    int height = 0;

    bool operator==(const PhotoSize&) const = default;
};

/// GA 461-2004: 26 × 32 mm at 350 dots an inch.
inline constexpr auto standardPhoto = PhotoSize{358, 441};

/// GA 461-2004: `standardPhoto`, 24-bit, JPEG. Reads the header only; checks markers up to the
/// end-of-image, so a truncated file is found without decoding. Refuses over 2 MiB and over
/// 40 megapixels before anything is decoded. Grey and CMYK pictures, other than 8 bits a component
/// and the processes that libjpeg's plain decoders do not share (lossless, arithmetic) are
/// `malformed`; baseline, extended and progressive Huffman coding pass.
Result<PhotoSize> checkPhotoFile(std::span<const std::byte> bytes);

} // namespace guitai
