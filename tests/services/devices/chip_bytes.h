#pragma once

#include "services/bytes.h"

#include "tests/simulators/reader/emulated_card.h"

#include <string_view>

namespace guitai
{

/// The emulator's bytes as the services take them.
Bytes fromChip(const simulator::ChipBytes& bytes);

/// "AA 96 69" as bytes.
Bytes bytesFromHex(std::string_view spaced);

/// A whole answer: preamble, length, the three status bytes (the third given), data, checksum.
Bytes answerFrame(std::byte status, std::span<const std::byte> data = {});

} // namespace guitai
