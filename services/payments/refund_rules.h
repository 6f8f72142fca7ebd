#pragma once

#include "services/cases/case.h"
#include "services/journal/journal.h"
#include "services/payments/charge_record.h"
#include "services/result.h"
#include "services/rules/permissions.h"

#include <string>

namespace guitai
{

/// The reason of a refund or of another decision about money, as it is kept: needed, and no longer
/// than WeChat Pay shows it to the payer (WeChat Pay API v3: refunds).
Result<std::string> refundReason(const std::string& reason);
/// Whether `actor` is the person behind the account, also under another name.
bool isPerson(Journal& journal, const Actor& actor, const std::string& userId);
/// Whether a refund that began will not be made by the provider as things stand: stuck there,
/// refused, or frozen by an answer that does not fit (2.8, 3.6). Nobody else may give the money
/// back while the provider still may.
bool isFinances(const ElectronicRefund& refund);
/// What may still go back of a payment: of late money all that is here; of a settled charge what
/// the withdrawn case, whose item is `chargeId`, is owed.
Money refundable(Journal& journal,
                 const ChargeRecord& charge,
                 const Attempt& attempt,
                 const std::string& chargeId);

/// Cash that the window did not give back: the drawer that took it is closed. Nothing for a case
/// that was not paid in cash.
Money cashOwed(const ChargeRecord& charge, const Case& subject);
/// The newest refund of a payment for an item; nullptr: none was begun.
const ElectronicRefund*
newestRefund(const ChargeRecord& charge, const Attempt& attempt, const std::string& itemId);

} // namespace guitai
