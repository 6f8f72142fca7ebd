#pragma once

#include "services/cases/voucher.h"

#include <vector>

namespace guitai::tests
{

/// Expiry renewal, paid in cash, collected by the holder; post is possible. All people are made up.
Voucher adultVoucher();
/// First issue under 16 with a guardian, free of charge.
Voucher childVoucher();
/// The longest that the rules let in: name and guardian of 50 characters, address of 100.
Voucher longestVoucher();

/// Every combination of kind, delivery, tender, copy and practice mark over the people above and
/// others with rare characters.
std::vector<Voucher> manyVouchers();

} // namespace guitai::tests
