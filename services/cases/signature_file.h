#pragma once

#include "services/result.h"

#include <cstddef>
#include <span>

namespace guitai
{

/// A PNG of one signature: whole from header to end chunk (PNG third edition, section 5), at most
/// 1 MiB and 4,096 pixels a side. Reads chunk headers only; nothing is decoded.
Result<Done> checkSignatureFile(std::span<const std::byte> bytes);

} // namespace guitai
