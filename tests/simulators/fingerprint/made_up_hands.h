#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace guitai::emulated
{

/// What happens when a finger is pressed onto the emulated scanner.
enum class Skin {
    good,         ///< features come out
    worn,         ///< features come out, of poor quality
    dry,          ///< faint: features come out from a quality of 30 on only
    scarred,      ///< a good image without features
    missing,      ///< nothing lies on the scanner
    unplugged,    ///< the library finds no scanner
    crash,        ///< the library ends its process
    hang,         ///< the library never answers
    wildQuality,  ///< a quality of 200
    wildFeatures, ///< features whose header is of nothing
    otherFinger,  ///< features of another finger
    overrun,      ///< writes beyond its buffer
};

struct MadeUpFinger {
    Skin skin = Skin::good;
    /// Of the first press, the second …; the last stands for all that follow.
    std::vector<int> qualities = {80};

    bool operator==(const MadeUpFinger&) const = default;
};

/// Finger codes (11 to 20) and what they are like; one that is not named is good.
using MadeUpHands = std::map<int, MadeUpFinger>;

/// What lies on the scanner now.
struct Plate {
    int finger = 0; ///< 0: nothing
    int press = 0;  ///< 0 is the finger's first
};

// A folder holds both, for the library in its process and for who controls it.

void writeHands(const std::filesystem::path& folder, const MadeUpHands& hands);
void writePlate(const std::filesystem::path& folder, const Plate& plate);
/// Empty, or good, when a file is missing or holds something else.
MadeUpHands readHands(const std::filesystem::path& folder);
Plate readPlate(const std::filesystem::path& folder);

MadeUpFinger fingerOf(const MadeUpHands& hands, int code);
int qualityOf(const MadeUpFinger& finger, int press);

/// The environment variable that names the folder to the library.
inline constexpr auto handsFolderVariable = "GUITAI_MADE_UP_HANDS";

} // namespace guitai::emulated
