#pragma once

#include "services/bytes.h"
#include "services/cases/voucher.h"
#include "services/devices/photo/photo_lab.h"
#include "services/result.h"
#include "services/rules/photo_file.h"

#include <wx/image.h>

#include <filesystem>
#include <optional>

namespace guitai
{

inline constexpr int photoWidth = standardPhoto.width;
inline constexpr int photoHeight = standardPhoto.height;

/// Pixels of a photo that was kept, and so was made by the photo program; no value when it does
/// not decode. For the worker: no window, no image shared with the UI thread.
std::optional<RgbImage> decodedPicture(const Bytes& jpeg);
wxImage imageOf(const RgbImage& picture);

/// The bytes of a file that was chosen as a photo, undecoded, and its extension; reads at most
/// what such a file may have. Blocks: for the worker.
Result<PhotoSource> readPictureFile(const std::filesystem::path& file);

wxRect rectOf(const PhotoArea& area);
PhotoArea areaOf(const wxRect& rect);

} // namespace guitai
