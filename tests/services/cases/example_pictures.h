#pragma once

#include "services/bytes.h"

namespace guitai
{

/// A JPEG by its markers: one grey scan of `width` × `height`, three components. Nothing decodes
/// it.
Bytes exampleJpeg(int width = 358, int height = 441);
/// A PNG by its chunks: header, data, end.
Bytes examplePng(std::uint32_t width = 600, std::uint32_t height = 200);

} // namespace guitai
