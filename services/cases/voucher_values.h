#pragma once

#include "services/cases/voucher.h"

#include <string>

namespace guitai
{

/// What the sheet of a settled case says; copy, reason and time are the desk's.
Voucher voucherValues(const Case& subject,
                      const RuleBook& rules,
                      const WindowIdentity& identity,
                      const StationTexts& texts);

/// The content of the postal-delivery scan code, from the template of city.json.
std::string postalEntryOf(const City& city, const std::string& acceptanceNumber);

/// "voucher-NUMBER", "voucher-NUMBER-copy-1": what the output calls the paper.
std::string voucherTitle(const std::string& acceptanceNumber, int copy);

} // namespace guitai
