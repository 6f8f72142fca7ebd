#include "app/station/usual_folders.h"

#include <cstdlib>

namespace guitai
{

std::filesystem::path usualDataFolder()
{
    if (const auto* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/')
        return std::filesystem::path{data} / "guitai";
    if (const auto* home = std::getenv("HOME"); home != nullptr && *home == '/')
        return std::filesystem::path{home} / ".local/share/guitai";
    return "guitai-data";
}

} // namespace guitai
