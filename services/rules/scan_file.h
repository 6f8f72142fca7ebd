#pragma once

#include "services/result.h"
#include "services/rules/photo_file.h"

#include <cstddef>
#include <span>

namespace guitai
{

inline constexpr int longestScanSide = 4000;                ///< pixels of any kept page
inline constexpr int shortestScanSide = 300;                ///< of a page that can still be read
inline constexpr std::size_t largestScan = 4 * 1024 * 1024; ///< bytes

/// A page as the photo program makes it: one whole JPEG (ISO/IEC 10918-1) in 8-bit colour and
/// nothing beside it. Walks over the markers, decodes nothing. Refuses what `walkJpeg` refuses,
/// `photoTooLarge`, `photoCarriesOther`, `scanTooSmall`, and `malformed` for other processes, for a
/// page that is turned by metadata and for one beyond `longestScanSide`.
Result<PhotoSize> checkScanFile(std::span<const std::byte> bytes);

/// Whether a picture of that size can become a page; the refusal says what is needed.
Result<PhotoSize> checkScanSize(PhotoSize size);

} // namespace guitai
