#pragma once

#include "services/bytes.h"
#include "services/cases/voucher.h"
#include "services/result.h"
#include "services/rules/photo_file.h"

#include <wx/image.h>

#include <filesystem>
#include <optional>

namespace guitai
{

inline constexpr int photoWidth = standardPhoto.width;
inline constexpr int photoHeight = standardPhoto.height;

/// Pixels of a JPEG; no value when it does not decode. For the worker: no window, no image shared
/// with the UI thread.
std::optional<RgbImage> decodedPicture(const Bytes& jpeg);
wxImage imageOf(const RgbImage& picture);

/// A file that was chosen as a photo: its bytes, and its picture when it can be shown. `refusal`
/// says why it cannot be taken as it is; with a picture it can still be cropped.
struct ChosenPhoto {
    Bytes jpeg;
    std::optional<RgbImage> picture;
    std::optional<Refusal> refusal;
};
/// Reads at most what a photo may have, checks form and size, decodes. Blocks: for the worker.
ChosenPhoto readPhotoFile(const std::filesystem::path& file);

/// A part of the picture, scaled to the photo's size, as JPEG with 350 dpi.
Bytes croppedPhoto(const wxImage& picture, const wxRect& part);

} // namespace guitai
