#pragma once

#include "app/practice_gateway/simulator_process.h"
#include "services/payments/payment_channels.h"

namespace guitai
{

/// What the citizen of the training mode does with a code: nobody there holds a phone.
struct PracticeCitizen {
    enum class Behaviour {
        pays,     ///< scans, and pays a little later
        paysLate, ///< photographs the code and pays when the window has given up
        walksOff, ///< scans and never pays
        doesNothing,
    };
    Behaviour behaviour = Behaviour::pays;
    std::chrono::seconds scansAfter{3}; ///< since the code was made
    std::chrono::seconds paysAfter{8};  ///< since the code was made

    bool operator==(const PracticeCitizen&) const = default;
};

/// The two channels of the training mode: the real clients, talking over TLS to a simulator that
/// runs beside the program. Only the configuration differs from a real station's.
class PracticeGateways
{
public:
    /// Takes as long as the making of the keys at the first start, some seconds. Throws
    /// ServiceFailure when the simulator cannot be started.
    PracticeGateways(const std::filesystem::path& program,
                     const std::filesystem::path& folder,
                     PaymentChannels::Parts parts);

    std::map<GatewayChannel, PaymentGateway*> gateways() const { return m_channels->gateways(); }
    /// What a real station would have in its payment.json.
    PaymentSetup setup() const;

    /// Holds for codes that are made from now on; any thread but one at a time.
    void setCitizen(const PracticeCitizen& citizen);
    const PracticeCitizen& citizen() const { return m_citizen; }
    /// A payment code as a citizen's phone shows it, new each time; by its last two digits the
    /// simulator pays at once (01), after the password (02), walks off (03), has no money (04), …
    std::string paymentCode(GatewayChannel channel, int behaviour);

    SimulatorProcess& simulator() { return m_simulator; }

private:
    SimulatorProcess m_simulator;
    std::unique_ptr<PaymentChannels> m_channels;
    PracticeCitizen m_citizen;
    RandomSource& m_random;
};

/// Beside the running program, else where packages put it; no value when it is nowhere.
std::optional<std::filesystem::path> findSimulator();

} // namespace guitai
