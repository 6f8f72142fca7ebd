#include "services/payments/refund_rules.h"

#include "services/cases/case_events.h"
#include "services/rules/person_name.h"
#include "services/utf8.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr std::size_t longestReason = 80;

} // namespace

Result<std::string> refundReason(const std::string& reason)
{
    if (trimmed(reason).empty())
        return Refusal{Refusal::Code::reasonNeeded, "reason", {}};
    return parseText(reason, longestReason, "reason");
}

bool isPerson(Journal& journal, const Actor& actor, const std::string& userId)
{
    const auto row = journal.user(userId);
    return actor.userId == userId || (row && row->personId == actor.personId);
}

bool isFinances(const ElectronicRefund& refund)
{
    if (!isUnderWay(refund.stage))
        return false;
    const auto isRefused =
        refund.stage == RefundStage::sent && refund.refusal != GatewayProblem::none;
    return refund.frozen || refund.stage == RefundStage::abnormal || isRefused;
}

Money refundable(Journal& journal,
                 const ChargeRecord& charge,
                 const Attempt& attempt,
                 const std::string& chargeId)
{
    const auto left = charge.keptOf(attempt);
    if (attempt.state == AttemptState::latePaid)
        return left;
    const auto item = std::ranges::find(charge.items, chargeId, &ChargeItem::chargeId);
    if (attempt.state != AttemptState::paid || item == charge.items.end())
        return {};
    const auto subject = loadCase(journal, item->acceptanceNumber);
    if (!subject || subject->charge.state != ChargeState::refundPending)
        return {};
    return std::min(left, charge.owedOf(*item));
}

Money cashOwed(const ChargeRecord& charge, const Case& subject)
{
    const auto item =
        std::ranges::find(charge.items, subject.acceptanceNumber, &ChargeItem::acceptanceNumber);
    if (item == charge.items.end() || subject.charge.tender != Tender::cash ||
        subject.charge.state != ChargeState::refundPending)
        return {};
    return charge.owedOf(*item);
}

const ElectronicRefund*
newestRefund(const ChargeRecord& charge, const Attempt& attempt, const std::string& itemId)
{
    const auto found =
        std::find_if(charge.refunds.rbegin(), charge.refunds.rend(), [&](const auto& refund) {
            return refund.orderNumber == attempt.orderNumber && refund.chargeId == itemId;
        });
    return found == charge.refunds.rend() ? nullptr : &*found;
}

} // namespace guitai
