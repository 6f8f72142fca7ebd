#include "services/payments/charge_record.h"

#include <algorithm>

namespace guitai
{

bool ChargeRecord::isMergedId(std::string_view chargeId)
{
    return chargeId.find("-M") != std::string_view::npos;
}

const Attempt* ChargeRecord::attempt(std::string_view orderNumber) const
{
    const auto found = std::ranges::find(attempts, orderNumber, &Attempt::orderNumber);
    return found == attempts.end() ? nullptr : &*found;
}

const Attempt* ChargeRecord::blocking() const
{
    const auto found = std::ranges::find_if(
        attempts, [](const Attempt& attempt) { return blocksCharge(attempt.state); });
    return found == attempts.end() ? nullptr : &*found;
}

const ElectronicRefund* ChargeRecord::refund(std::string_view refundNumber) const
{
    const auto found = std::ranges::find(refunds, refundNumber, &ElectronicRefund::refundNumber);
    return found == refunds.end() ? nullptr : &*found;
}

Money ChargeRecord::refundedOf(std::string_view orderNumber) const
{
    auto sum = Money{};
    for (const auto& refund : refunds)
        if (refund.orderNumber == orderNumber && refund.stage == RefundStage::done)
            sum = sum + refund.amount;
    return sum;
}

Money ChargeRecord::underWayOf(std::string_view orderNumber) const
{
    auto sum = Money{};
    for (const auto& refund : refunds)
        if (refund.orderNumber == orderNumber && isUnderWay(refund.stage))
            sum = sum + refund.amount;
    return sum;
}

Money ChargeRecord::handedOf(std::string_view orderNumber) const
{
    auto sum = Money{};
    for (const auto& handover : handovers) {
        const auto* made = refund(handover.refundNumber);
        if (handover.orderNumber == orderNumber &&
            (made == nullptr || made->stage == RefundStage::handedOver))
            sum = sum + handover.amount;
    }
    return sum;
}

Money ChargeRecord::keptOf(const Attempt& attempt) const
{
    if (!attempt.captured())
        return {};
    const auto& order = attempt.orderNumber;
    return attempt.amount - refundedOf(order) - underWayOf(order) - handedOf(order);
}

Money ChargeRecord::owedOf(const ChargeItem& item) const
{
    auto owed = item.due;
    for (const auto& refund : refunds)
        if (refund.chargeId == item.chargeId && refund.cause == RefundCause::withdrawn &&
            (isUnderWay(refund.stage) || refund.stage == RefundStage::done))
            owed = owed - refund.amount;
    for (const auto& handover : handovers) {
        const auto* of = attempt(handover.orderNumber);
        const auto* made = refund(handover.refundNumber);
        const auto isLate = of != nullptr && of->state == AttemptState::latePaid;
        if (handover.chargeId == item.chargeId && !isLate &&
            (made == nullptr || made->stage == RefundStage::handedOver))
            owed = owed - handover.amount;
    }
    return owed;
}

bool ChargeRecord::hasSurplus() const
{
    return std::ranges::any_of(attempts, [this](const Attempt& attempt) {
        return attempt.state == AttemptState::latePaid && keptOf(attempt) > Money{};
    });
}

} // namespace guitai
