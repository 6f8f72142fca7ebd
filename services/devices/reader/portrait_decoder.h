#pragma once

#include "services/bytes.h"
#include "services/cases/voucher.h"

#include <chrono>
#include <filesystem>

namespace guitai
{

/// The plug-in point for the portrait of a chip, whose compression is licensed per device: a
/// program of whoever holds the licence. It reads the chip's 1024 bytes from its standard input and
/// writes the picture to its standard output: 38,556 bytes, 102 × 126 pixels of blue, green and
/// red from the top, or the same as a BMP file of 38,862 bytes. Nothing else is taken.
class PortraitDecoder
{
public:
    explicit PortraitDecoder(std::filesystem::path program,
                             std::chrono::milliseconds patience = std::chrono::seconds{2});

    /// Throws ServiceFailure (device) when the program is not there, fails, says something else or
    /// takes longer; it is ended then. Blocks.
    RgbImage decode(const Bytes& portrait) const;

private:
    std::filesystem::path m_program;
    std::chrono::milliseconds m_patience;
};

inline constexpr int portraitWidth = 102;  ///< pixels
inline constexpr int portraitHeight = 126; ///< pixels

} // namespace guitai
