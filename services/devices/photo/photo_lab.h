#pragma once

#include "services/bytes.h"
#include "services/cases/voucher.h"
#include "services/result.h"
#include "services/rules/copy_rules.h"
#include "services/rules/photo_checks.h"
#include "services/rules/photo_file.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// A picture that a photo is to be made of: a file's bytes with the extension of its name, or the
/// pixels that a camera gave.
struct PhotoSource {
    Bytes file;
    std::string extension;
    RgbImage pixels; ///< used when there is no file
};

/// A photo made after the standard, with what was found on it.
struct CheckedPhoto {
    Bytes jpeg;     ///< `standardPhoto`, without metadata
    RgbImage photo; ///< the same picture, decoded
    std::vector<PhotoCheck> checks;
    RgbImage picture; ///< the whole picture, small enough for the screen
    PhotoArea part;   ///< of `picture`, that became the photo
    PhotoSize original;
};

/// Makes photos and pages of pictures. Implemented by a program of its own, so that a hostile file
/// harms nothing (threat 16). Every call blocks, for half a second at most as a rule and 15 s at
/// worst.
class PhotoLab
{
public:
    virtual ~PhotoLab() = default;

    /// Crops to the standard around the face that it finds, or to `part` (in pixels of
    /// `CheckedPhoto::picture`), and checks the result. Refuses what `readPictureHeader` refuses,
    /// and `photoTruncated`, `photoWrongSize` (smaller than a photo) and `photoBeyondLimits`.
    /// Throws ServiceFailure(device) when the program cannot do its work.
    virtual Result<CheckedPhoto> make(const PhotoSource& source,
                                      const std::optional<PhotoArea>& part) = 0;
    /// The page of a paper that the picture shows, upright as its file tells, at most as large as
    /// `standard` says, as `checkScanFile` takes it. Refuses as `make` does, `scanTooSmall` instead
    /// of `photoWrongSize`; throws as it does.
    virtual Result<Bytes> scan(const PhotoSource& source, const ScanStandard& standard) = 0;
    /// Prepares for the next call, so that it need not wait for the start of a program.
    virtual void warmUp() {}
};

} // namespace guitai
