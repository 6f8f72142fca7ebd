#pragma once

#include "services/devices/photo/photo_lab.h"
#include "services/rules/photo_standard.h"

#include <cstdint>
#include <span>
#include <stdexcept>

namespace guitai
{

// What the window and its photo program say to each other over their socket: one request, one
// answer, each a length of four bytes (big endian) and that many bytes. Numbers are four bytes,
// big endian; byte strings and texts carry their length before them. Both ends believe nothing of
// what they read: lengths are held against what is there.

struct PhotoRequest {
    PhotoSource source;
    std::optional<PhotoArea> part;
    PhotoStandard standard;
    std::optional<ScanStandard> scan = {}; ///< a page of a paper is asked for, not a photo
};

/// What the program found; a refusal leaves the rest empty, and a page is its JPEG alone.
struct PhotoAnswer {
    std::optional<Refusal> refusal;
    Bytes jpeg;
    RgbImage photo;
    std::vector<PhotoMeasure> measures;
    RgbImage picture;
    PhotoArea part;
    PhotoSize original;
};

/// The other end did not speak as it should.
class PhotoWireError : public std::runtime_error
{
public:
    PhotoWireError() : std::runtime_error("photo program: not understood") {}
};

inline constexpr std::size_t photoWirePrefix = 4;
inline constexpr std::size_t longestPhotoMessage = 64 * 1024 * 1024;

/// With the prefix.
Bytes toWire(const PhotoRequest& request);
Bytes toWire(const PhotoAnswer& answer);
/// The length that a prefix tells; throws PhotoWireError when it is over the limit.
std::size_t wireLength(std::span<const std::byte> prefix);
/// Without the prefix. Throw PhotoWireError.
PhotoRequest photoRequestFrom(std::span<const std::byte> bytes);
PhotoAnswer photoAnswerFrom(std::span<const std::byte> bytes);

} // namespace guitai
