#pragma once

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <optional>
#include <span>

namespace guitai
{

/// Pixels (8-bit RGB) of a PNG, on white where it is transparent. None: it does not decode or is
/// cut short.
std::optional<cv::Mat> decodePng(std::span<const std::byte> file);

} // namespace guitai
