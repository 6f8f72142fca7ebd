#pragma once

#include "services/cases/voucher.h"

#include <string>
#include <vector>

namespace guitai
{

/// A text of the voucher that the program did not write itself.
struct VoucherField {
    std::string path; ///< in the case file where it has one ("applicant.name")
    std::string text;
};

/// Texts that came from people, settings or assets and stand on the sheet as they are; empty ones
/// are left out.
std::vector<VoucherField> textFields(const Voucher& voucher);

/// What a reader must find on the sheet, in the form in which it is printed: the texts above, and
/// numbers, dates and amounts. Written apart from the layout, which it checks.
std::vector<VoucherField> expectedFields(const Voucher& voucher);

} // namespace guitai
