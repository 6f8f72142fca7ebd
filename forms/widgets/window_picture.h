#pragma once

#include <filesystem>

class wxWindow;

namespace guitai
{

/// Draws the window as it is now into a PNG file; false when the file cannot be written. The
/// display is not asked, so what lies above the window is not in the picture.
bool savePicture(wxWindow& window, const std::filesystem::path& file);

} // namespace guitai
