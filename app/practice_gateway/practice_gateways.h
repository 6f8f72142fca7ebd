#pragma once

#include "app/practice_gateway/simulated_phone.h"
#include "services/payments/payment_channels.h"

namespace guitai
{

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

    /// What the made-up person does, who stands before the window in training.
    PracticePhone& phone() { return m_phone; }
    SimulatorProcess& simulator() { return m_simulator; }

private:
    SimulatorProcess m_simulator;
    std::unique_ptr<PaymentChannels> m_channels;
    SimulatedPhone m_phone;
};

/// Beside the running program, else where packages put it; no value when it is nowhere.
std::optional<std::filesystem::path> findSimulator();

} // namespace guitai
