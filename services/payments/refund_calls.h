#pragma once

#include "services/payments/attempt_calls.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// The calls of refunds (WeChat Pay API v3: refunds; Alipay Open Platform: trade methods): the same
/// number and the same content until the answer is definite.
class RefundCalls
{
public:
    RefundCalls(const PaymentParts& parts, PaymentTimers& timers);

    /// Asks for the refund from now on; a planned one is sent.
    void watch(const ElectronicRefund& refund, const std::string& chargeId);
    std::optional<GatewayTask> next(const std::string& refundNumber);
    PaymentChange received(const GatewayTask& task, const GatewayReply& reply);
    void lost(const GatewayTask& task);

private:
    std::optional<Moment> pauseLeft(const ChargeRecord& charge,
                                    const ElectronicRefund& refund) const;
    void record(const ChargeRecord& charge,
                const ElectronicRefund& refund,
                const GatewayTask& task,
                const GatewayReply& reply,
                RefundStage next,
                std::optional<PaymentAlarm> alarm) const;
    Moment now() const { return m_parts.clock.sinceBoot(); }

    const PaymentParts& m_parts;
    PaymentTimers& m_timers;
};

} // namespace guitai
