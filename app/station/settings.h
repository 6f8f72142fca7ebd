#pragma once

#include "services/cases/voucher.h"
#include "services/devices/reader/reader_address.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace guitai
{

/// A settings file is wrong; what() names file and member and tells what to mend.
class SettingsError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// What a station sets for a window; every member may be left out.
struct Settings {
    std::string language = "zh_CN"; ///< "zh_CN" or "en"
    std::chrono::minutes idleLock{5};
    StationTexts station;
    std::string camera;                       ///< "/dev/video0"; empty: none
    std::string paperCamera;                  ///< the same, above the desk; empty: the other one
    std::string printerQueue;                 ///< papers go there, unless a folder is named
    std::optional<ReaderAddress> reader = {}; ///< of cards; none: everything is typed
    std::filesystem::path portraitDecoder;    ///< of chips; empty: portraits are not shown
    std::filesystem::path papersFolder;       ///< empty: DATA/papers when no queue is named
    /// The scanner's vendor libraries (GA/T 1011 and GA/T 1012); empty: no scanner.
    std::filesystem::path fingerCaptureLibrary;
    std::filesystem::path fingerFeatureLibrary; ///< empty: the same file
};

/// Strict: unknown members and other types are refused. `origin` stands in the messages.
Settings parseSettings(std::string_view text, const std::string& origin);

/// DATA/settings.json, else /etc/guitai/settings.json, else the defaults.
Settings loadSettings(const std::filesystem::path& dataFolder,
                      const std::filesystem::path& systemFile = "/etc/guitai/settings.json");

} // namespace guitai
