#pragma once

#include "services/payments/gateway_task.h"
#include "services/payments/payment_parts.h"
#include "services/payments/payment_schedule.h"
#include "services/payments/payment_timers.h"
#include "services/payments/payment_view.h"
#include "services/rules/permissions.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// What an answer or the time changed.
struct PaymentChange {
    std::string chargeId;
    PaymentView view;
    std::vector<PaymentAlarm> alarms = {};

    bool operator==(const PaymentChange&) const = default;
};

/// The calls of attempts: which one is next and when, and what its answer does.
class AttemptCalls
{
public:
    AttemptCalls(const PaymentParts& parts, PaymentTimers& timers);

    /// Asks for the attempt from now on.
    void watch(const Attempt& attempt, NextCall next);
    /// The exact content of a payment by code: kept here and nowhere else, for a retry of what
    /// never left the machine.
    void keepContent(const std::string& orderNumber, const std::string& content);

    /// The call to make now for an attempt whose time has come, with what it may cause durable; no
    /// value when there is none (any more), or when the limiter has to wait.
    std::optional<GatewayTask> next(const std::string& orderNumber,
                                    std::vector<PaymentChange>& changes);
    PaymentChange received(const GatewayTask& task, const GatewayReply& reply);
    void lost(const GatewayTask& task);

    /// A step of our own; the attempt is asked for at once.
    void step(const Actor& actor,
              const Attempt& attempt,
              AttemptState next,
              AttemptCause cause,
              const std::string& reason = {});
    std::chrono::seconds ageOf(const Attempt& attempt) const;

private:
    std::optional<GatewayTask> task(const Attempt& attempt, CallTimer& timer);
    std::optional<GatewayTask> firstTask(const Attempt& attempt, CallTimer& timer);
    GatewayTask taskFor(const Attempt& attempt, GatewayCall call) const;
    /// True when the attempt went on by time alone.
    bool stepByTime(const Attempt& attempt, CallTimer& timer);
    bool isOver(const Attempt& attempt, const CallTimer& timer) const;
    /// A shift has to end some time: what could be withdrawn in neither way is unknown then, and a
    /// supervisor carries it over.
    bool isOverdue(const Attempt& attempt) const;
    bool isPastExpiry(const Attempt& attempt, const std::optional<ClockCheck>& check) const;

    Ruling rule(const Attempt& attempt, const GatewayTask& task, const GatewayReply& reply) const;
    void guardMoney(const ChargeRecord& charge,
                    const Attempt& attempt,
                    const GatewayReply& reply,
                    Ruling& ruling) const;
    bool canSettle(const ChargeRecord& charge, const Attempt& attempt) const;
    void record(const ChargeRecord& charge,
                const Attempt& attempt,
                const GatewayTask& task,
                const GatewayReply& reply,
                const Ruling& ruling,
                int unrecorded) const;
    void schedule(const Attempt& attempt, const Ruling& ruling, CallTimer& timer);
    Pause usualPause(const Attempt& attempt, AttemptState state, const CallTimer& timer) const;
    Moment now() const { return m_parts.clock.sinceBoot(); }
    ChargeRecord charge(const std::string& chargeId) const;
    GatewayTraits traitsOf(GatewayChannel channel) const;

    const PaymentParts& m_parts;
    PaymentTimers& m_timers;
    std::map<std::string, std::string> m_contents;
};

/// A step that the table of 5.1 does not have is a mistake of ours, and never written: it would not
/// fold. Throws std::logic_error.
void requireStep(const Attempt& attempt, AttemptState next);

/// Settles the charge, or each of a merged one, by an attempt, and accepts the cases.
void appendSettlement(JournalWriting& writing,
                      Journal& journal,
                      const ChargeRecord& charge,
                      const Attempt& attempt);
/// Whether the charge is open and every case waits for the money.
bool waitsForMoney(Journal& journal, const ChargeRecord& charge);

} // namespace guitai
