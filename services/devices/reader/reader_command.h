#pragma once

#include "services/bytes.h"

#include <array>

namespace guitai
{

/// What the security module (SAM) of a card reader can be asked (interface of GA 467).
enum class ReaderCommand {
    reset,
    status,
    moduleId,
    findCard,
    selectCard,
    readTextAndPhoto,
    readTextPhotoAndPrints, ///< modules older than the fingerprints answer `badCommand`
    readAppendedAddress,
    readManagementNumber,
    baud115200,
    baud57600,
    baud38400,
    baud19200,
    baud9600,
    largestRadioBlock, ///< takes one byte
};

/// Starts every frame in both directions.
inline constexpr auto readerPreamble =
    std::array{std::byte{0xAA}, std::byte{0xAA}, std::byte{0xAA}, std::byte{0x96}, std::byte{0x69}};

/// The whole frame: preamble, big-endian length of all that follows it, command, parameter, data,
/// and the exclusive or of everything after the preamble.
Bytes encodeCommand(ReaderCommand command, std::span<const std::byte> data = {});

/// Exclusive or of all bytes; zero over a frame's length, content and checksum.
std::byte exclusiveOr(std::span<const std::byte> bytes);

} // namespace guitai
