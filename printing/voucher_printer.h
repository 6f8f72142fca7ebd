#pragma once

#include "services/cases/voucher.h"

#include <memory>

namespace guitai
{

/// The printer of papers. Finds its fonts at once: throws ServiceFailure(printer) naming the Debian
/// package of one that is missing. May be used from several threads.
std::unique_ptr<VoucherPrinter> makeVoucherPrinter();

} // namespace guitai
