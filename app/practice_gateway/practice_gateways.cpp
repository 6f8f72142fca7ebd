#include "app/practice_gateway/practice_gateways.h"

#include "services/failure.h"

#include <stdexcept>

namespace guitai
{

namespace
{

constexpr auto programName = "guitai-gateway-simulator";

PaymentSetup setupOf(const SimulatorProcess& simulator)
{
    auto read = readPaymentFile(simulator.paymentFile());
    if (auto* setup = std::get_if<PaymentSetup>(&read))
        return std::move(*setup);
    throw ServiceFailure(ServiceFailure::Kind::internal, "the simulator's payment.json");
}

} // namespace

PracticeGateways::PracticeGateways(const std::filesystem::path& program,
                                   const std::filesystem::path& folder,
                                   PaymentChannels::Parts parts)
    : m_simulator({.program = program, .folder = folder}), m_phone(m_simulator, parts.random)
{
    m_channels = std::make_unique<PaymentChannels>(setupOf(m_simulator), parts);
    if (!m_channels->problems().empty())
        throw ServiceFailure(ServiceFailure::Kind::internal, "the simulator's configuration");
}

PaymentSetup PracticeGateways::setup() const
{
    return setupOf(m_simulator);
}

std::optional<std::filesystem::path> findSimulator()
{
    return findPracticeFile(programName, "tests/simulators/gateway");
}

} // namespace guitai
