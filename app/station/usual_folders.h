#pragma once

#include <filesystem>

namespace guitai
{

/// Where a window's data is when nobody says otherwise: XDG_DATA_HOME/guitai, else
/// ~/.local/share/guitai.
std::filesystem::path usualDataFolder();

/// Files here replace built-in data (fees, days, city, areas) of a real window. Practice keeps to
/// what is built in, unless a folder is named.
inline constexpr auto usualAssetsFolder = "/etc/guitai/assets";

} // namespace guitai
