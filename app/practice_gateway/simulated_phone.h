#pragma once

#include "app/practice_gateway/simulator_process.h"
#include "forms/electronic_payment.h"
#include "services/random_source.h"

namespace guitai
{

/// The telephone of the training mode's made-up person, over the simulator's control interface.
/// One thread at a time.
class SimulatedPhone final : public PracticePhone
{
public:
    /// Adopts `paysSoon`.
    SimulatedPhone(SimulatorProcess& simulator, RandomSource& random);

    void adopt(PracticeHabit habit) override;
    bool scan(GatewayChannel channel, const std::string& orderNumber) override;
    bool pay(GatewayChannel channel, const std::string& orderNumber) override;
    std::string paymentCode(GatewayChannel channel, PracticeHabit habit) override;

private:
    bool act(const char* action, GatewayChannel channel, const std::string& orderNumber);

    SimulatorProcess& m_simulator;
    RandomSource& m_random;
};

} // namespace guitai
