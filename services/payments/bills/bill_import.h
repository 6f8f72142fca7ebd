#pragma once

#include "services/payments/bills/bill.h"
#include "services/result.h"

#include <filesystem>
#include <string>

namespace guitai
{

/// A bill as an imported file holds it: the form is seen from its first bytes. `sha1` is what the
/// provider told, empty when it told nothing; it may be of the packed or of the plain bytes.
BillFile billFileFrom(std::string bytes, const std::string& sha1 = {});

/// Reads a file that somebody downloaded from a provider's portal. Refuses: fileUnreadable,
/// fileTooLarge (64 MiB).
Result<BillFile> readBillFile(const std::filesystem::path& file, const std::string& sha1 = {});

} // namespace guitai
