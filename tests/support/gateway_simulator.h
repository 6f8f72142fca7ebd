#pragma once

#include "app/practice_gateway/simulator_process.h"
#include "services/payments/payment_channels.h"
#include "tests/support/provider_control.h"
#include "tests/support/seeded_random.h"
#include "tests/support/temporary_folder.h"

namespace guitai
{

/// The program of the build folder.
std::filesystem::path simulatorProgram();

/// The providers for a test: the simulator as a process of its own, its time standing at the
/// test's clock. Keys are made once a test program and copied.
class GatewaySimulator : public ProviderControl
{
public:
    explicit GatewaySimulator(SettableClock& clock, std::uint64_t seed = 1);
    /// With the keys and the ledger of a folder.
    GatewaySimulator(SettableClock& clock, const std::filesystem::path& folder);

    SimulatorProcess& process() { return *m_process; }
    PaymentSetup setup(const std::string& file = "payment.json") const;

private:
    void start(const std::filesystem::path& folder, std::uint64_t seed);

    TemporaryFolder m_folder;
    std::unique_ptr<SimulatorProcess> m_process;
};

} // namespace guitai
