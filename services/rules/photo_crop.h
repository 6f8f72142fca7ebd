#pragma once

#include "services/rules/photo_file.h"
#include "services/rules/photo_standard.h"

namespace guitai
{

/// Where the head is on a picture, in its pixels.
struct HeadPlace {
    double centreX = 0;
    double eyeY = 0;
    double hairTop = 0;
    double faceWidth = 0; ///< ear root to ear root
};

/// The part of a picture that becomes the photo: in the shape of `standardPhoto`, the
/// face as wide as GA 461-2004 wants it, the hair within its margin, the eyes high enough. Where
/// both cannot be, the eyes win and high hair is cut, as the standard says. Never leaves the
/// picture: what a picture does not show is not made up.
PhotoArea photoPart(const HeadPlace& head, PhotoSize picture, const PhotoStandard& standard);

/// The largest part in the shape of the photo, in the middle.
PhotoArea middlePart(PhotoSize size);

} // namespace guitai
