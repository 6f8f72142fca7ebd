#pragma once

#include "printing/page.h"

#include <string_view>

namespace guitai
{

/// How much of a QR symbol may be lost: M 15 %, Q 25 %.
enum class ErrorCorrection { medium, quartile };

/// The smallest symbol that holds `content`. Digits alone use numeric mode, so the 22 digits of an
/// acceptance number fit version 1 at level Q (21 × 21 modules). Throws ServiceFailure(printer)
/// when no symbol holds it.
CodeModules qrModules(std::string_view content, ErrorCorrection correction);

} // namespace guitai
