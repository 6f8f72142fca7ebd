#pragma once

#include "services/approvals/approval_request.h"
#include "services/journal/journal.h"
#include "services/money.h"
#include "services/payments/charge_record.h"
#include "services/payments/shift.h"
#include "services/result.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

// What approvals are bound to, taken from the journal as it is now. The desks compare with it, and
// requests are made of it.

ReprintEvidence reprintEvidence(const std::vector<PaperRow>& papers);
/// Of a paid case that `userId` withdraws.
RefundEvidence withdrawalEvidence(Journal& journal, const Case& subject, const std::string& userId);
/// Of an electronic payment.
RefundEvidence paymentEvidence(const Attempt& attempt, Money amount, Money open);
/// `chargeId` is the case's own charge, of a merged order the item's. Late money is nobody's item
/// yet: the request is about the whole charge then.
RequestSubject aboutPayment(const ChargeRecord& charge,
                            const Attempt& attempt,
                            const std::string& chargeId,
                            RefundStep step);
/// Of cash that the finance desk gives back.
RefundEvidence cashEvidence(Money owed);
DifferenceEvidence differenceEvidence(const Shift& shift, std::vector<std::string> carried);

/// Copies from which on a supervisor agrees: the first reprint is the clerk's own.
inline constexpr int copiesWithoutSupervisor = 1;
/// Code points of the reason that a copy has room for.
inline constexpr std::size_t longestReprintReason = 100;
/// Copies that left the machine or may have; a failed one did not.
int copiesMade(const std::vector<PaperRow>& papers);

/// The clerk of the case, and the owner of the drawer that took its money.
std::vector<Party> partiesOf(Journal& journal, const Case& subject);
/// The drawer out of which the charge's money goes back now: that of `userId`, when it took the
/// money and was not counted yet (a count would not hold any more). Empty: there is none.
std::string drawerFor(Journal& journal, const Charge& charge, const std::string& userId);

/// What stands in the journal about a subject now.
struct RequestMatter {
    RequestEvidence evidence;
    std::vector<Party> parties; ///< who has a part in it besides the one who asks

    bool operator==(const RequestMatter&) const = default;
};
/// For `userId`, who would do it; `amount` of a refund by the provider. Refuses what could not be
/// done anyhow: wrongState, missing (nothing was printed), unresolvedPrint, noSuchCase, notCounted,
/// shiftNotOpen, refundTooMuch, noSuchAttempt.
Result<RequestMatter> matterNow(Journal& journal,
                                const RequestSubject& subject,
                                const std::string& userId,
                                std::optional<Money> amount);

} // namespace guitai
