#pragma once

#include <filesystem>

namespace guitai
{

/// Draws the card of a made-up mother, marked as a specimen, as it lies under the camera for
/// papers in training. Needs a display; where the file cannot be written, nothing lies there.
void drawPracticePaper(const std::filesystem::path& file);

} // namespace guitai
