#pragma once

#include "services/devices/reader/chip_fields.h"
#include "services/result.h"

#include <span>

namespace guitai
{

inline constexpr std::size_t appendedAddressLength = 70; ///< bytes: 35 units

/// The address that was written to a chip after its holder had moved; it replaces the one of the
/// card's text. Refusals name "card.appendedAddress", never what it holds.
Result<ChipText> decodeAppendedAddress(std::span<const std::byte> block);

} // namespace guitai
