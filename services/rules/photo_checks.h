#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace guitai
{

/// What is looked at on a photo, in the order in which the clerk reads it. GA 461-2004 asks for
/// size, background, face width, hair top, eye line, centring and "no border", a natural look
/// without spots or highlights on the face; the others follow from it or from practice.
enum class PhotoCheckKind {
    size,           ///< pixels of the original across the photo, in hundredths of what it needs
    faces,          ///< how many
    eyes,           ///< how many of the applicant's are seen
    faceWidth,      ///< pixels from ear root to ear root
    hairTop,        ///< pixels from the upper edge to the hair
    eyeLine,        ///< pixels from the eyes to the lower edge
    centring,       ///< pixels by which the face is right (+) or left (-) of the middle
    background,     ///< hundredths of the background that are white
    sharpness,      ///< how much of the face is fine detail; a blurred one has little
    exposure,       ///< brightness of the face, 0 to 255
    glare,          ///< thousandths of the face without any drawing, white
    border,         ///< pixels of a frame around the picture
    rephotographed, ///< how far one pattern stands out, as the grid of a screen does
};
inline constexpr std::size_t photoCheckKinds = 13;
std::string_view nameOf(PhotoCheckKind kind);
template <class Enum>
std::optional<Enum> fromName(std::string_view name);
template <>
std::optional<PhotoCheckKind> fromName<PhotoCheckKind>(std::string_view name);

/// Where something is on the photo, in its pixels.
struct PhotoArea {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    bool operator==(const PhotoArea&) const = default;
};

/// What was measured, without an opinion.
struct PhotoMeasure {
    PhotoCheckKind kind{};
    int value = 0;
    PhotoArea area;

    bool operator==(const PhotoMeasure&) const = default;
};

/// The values that pass, both ends included; an end that is not there is open.
struct PhotoLimit {
    std::optional<int> least;
    std::optional<int> most;

    bool operator==(const PhotoLimit&) const = default;
};
using PhotoLimits = std::array<PhotoLimit, photoCheckKinds>; ///< by PhotoCheckKind

/// A doubt is told and stops nothing: the check cannot be sure.
enum class PhotoVerdict { passed, doubtful, failed };

struct PhotoCheck {
    PhotoMeasure measured;
    PhotoVerdict verdict{};
    int score = 0; ///< 0 to 100; from `photoPassMark` on it passed

    bool operator==(const PhotoCheck&) const = default;
};
inline constexpr int photoPassMark = 60;

/// 100 in the middle of what passes, 60 at its ends, falling to 0 outside.
int photoScore(int value, const PhotoLimit& limit);

/// One check a measure, in the same order.
std::vector<PhotoCheck> judgePhoto(const std::vector<PhotoMeasure>& measures,
                                   const PhotoLimits& limits);

} // namespace guitai
