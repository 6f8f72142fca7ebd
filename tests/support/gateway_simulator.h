#pragma once

#include "app/practice_gateway/simulator_process.h"
#include "services/payments/payment_channels.h"
#include "tests/support/seeded_random.h"
#include "tests/support/settable_clock.h"
#include "tests/support/temporary_folder.h"

namespace guitai
{

/// The program of the build folder.
std::filesystem::path simulatorProgram();

/// One order as the provider's ledger has it.
struct ProviderTrade {
    GatewayChannel channel{};
    std::string order;
    std::string state; ///< "unscanned", "waiting", "typing", "paid", "closed", "revoked", "failed"
    Money total;
    Money captured;
    Money refunded;
};

/// The providers for a test: the simulator as a process of its own, its time standing at the
/// test's clock. Keys are made once a test program and copied.
class GatewaySimulator
{
public:
    explicit GatewaySimulator(SettableClock& clock, std::uint64_t seed = 1);
    /// With the keys and the ledger of a folder.
    GatewaySimulator(SettableClock& clock, const std::filesystem::path& folder);

    SimulatorProcess& process() { return *m_process; }
    PaymentSetup setup(const std::string& file = "payment.json") const;

    /// Time passes for the station and for the providers.
    void pass(std::chrono::seconds time);
    /// The providers' clock is set apart from the station's.
    void skew(std::chrono::seconds ahead);

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

private:
    void placeClock();
    bool act(const nlohmann::json& wish);

    SettableClock& m_clock;
    std::chrono::seconds m_ahead{0};
    TemporaryFolder m_folder;
    std::unique_ptr<SimulatorProcess> m_process;
    std::string m_why;
};

} // namespace guitai
