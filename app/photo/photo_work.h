#pragma once

#include "app/photo/face_finder.h"
#include "services/devices/photo/photo_wire.h"

namespace guitai
{

/// Header, limits, decoding, upright, face, crop, measures, JPEG: all that is done with one
/// picture. `std::bad_alloc` and cv::Exception leave when memory does not suffice.
PhotoAnswer workOn(const PhotoRequest& request, FaceFinder& finder);

} // namespace guitai
