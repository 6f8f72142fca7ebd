#pragma once

#include "app/practice_gateway/simulator_control.h"
#include "services/money.h"
#include "services/payments/gateway.h"
#include "tests/support/settable_clock.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// One order as the provider's ledger has it.
struct ProviderTrade {
    GatewayChannel channel{};
    std::string order;
    std::string state; ///< "unscanned", "waiting", "typing", "paid", "closed", "revoked", "failed"
    Money total;
    Money captured;
    Money refunded;
};

/// What a test does with providers that the simulator plays: their citizens, faults, clock and
/// ledger. Their time stands at the test's clock.
class ProviderControl
{
public:
    explicit ProviderControl(SettableClock& clock) : m_clock(clock) {}
    /// Of a simulator that another program started.
    ProviderControl(SettableClock& clock, const SimulatorControl& control)
        : m_clock(clock), m_control(&control)
    {
    }

    /// Time passes for the station and for the providers.
    void pass(std::chrono::seconds time);
    /// The providers' clock is set apart from the station's.
    void skew(std::chrono::seconds ahead);
    /// Moves the station's clock to where the providers' stands.
    void follow();
    /// New books, no faults, no habits.
    void reset();

    /// What the citizen does; false when the phone refuses (`why()` tells).
    bool citizen(const std::string& action, const std::string& code);
    bool citizen(const std::string& action, GatewayChannel channel, const std::string& order);
    const std::string& why() const { return m_why; }
    /// {"route", "out_trade_no", "nth"} may be in `match`; further arguments in `more`.
    void fault(const std::string& action,
               const std::string& route,
               const nlohmann::json& more = nlohmann::json::object());
    void clearFaults();
    void rules(const nlohmann::json& changes);

    std::vector<ProviderTrade> ledger();
    std::optional<ProviderTrade> trade(GatewayChannel channel, const std::string& order);
    /// Routes of the calls that arrived, in order.
    std::vector<std::string> routes();
    nlohmann::json exchanges();

protected:
    void connect(const SimulatorControl& control);
    void placeClock();

private:
    bool act(const nlohmann::json& wish);

    SettableClock& m_clock;
    const SimulatorControl* m_control = nullptr;
    std::chrono::seconds m_ahead{0};
    std::string m_why;
};

} // namespace guitai
