#pragma once

#include "services/bytes.h"
#include "services/rules/photo_file.h"

#include <opencv2/core/mat.hpp>

#include <optional>
#include <span>

namespace guitai
{

/// Pixels (8-bit RGB) of a JPEG, decoded at the smallest of libjpeg's scales (n/8) whose shorter
/// side has at least `shortSide` pixels; as it is where it has fewer. None: it does not decode, is
/// cut short, or needs more memory than there is.
std::optional<cv::Mat> decodeJpeg(std::span<const std::byte> file, PhotoSize size, int shortSide);

/// A baseline JPEG with 350 dots an inch (GA 461-2004) and nothing of the original but pixels.
Bytes encodePhoto(const cv::Mat& rgb, int quality);
/// The same of a paper, whose size nobody knows.
Bytes encodeScan(const cv::Mat& rgb, int quality);

} // namespace guitai
