#pragma once

#include "services/result.h"
#include "services/rules/photo_file.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace guitai
{

/// What the markers of one whole JPEG say (ISO/IEC 10918-1, annex B).
struct JpegOutline {
    PhotoSize size;
    unsigned process = 0; ///< marker of the frame: 0xC0 baseline … 0xC2 progressive …
    unsigned bits = 0;    ///< of each component
    unsigned components = 0;
    int orientation = 1;       ///< of EXIF
    bool carriesOther = false; ///< a segment holds a document or a program
    std::size_t length = 0;    ///< bytes up to and with the end-of-image marker

    bool decodes() const; ///< whether libjpeg's plain decoders take it, in 8-bit colour
};

inline constexpr std::int64_t mostPicturePixels = 40'000'000;

/// Walks from marker to marker up to the end of the image; decodes nothing. Refuses photoNotJpeg,
/// photoTruncated, photoTooManyPixels.
Result<JpegOutline> walkJpeg(std::span<const std::byte> bytes);

/// Whether something else begins within these bytes: the marks of documents, archives, scripts.
bool holdsForeignMark(std::span<const std::byte> bytes);

} // namespace guitai
