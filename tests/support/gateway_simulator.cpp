#include "tests/support/gateway_simulator.h"

namespace guitai
{

namespace
{

namespace fs = std::filesystem;

/// Making keys takes seconds: the first simulator of a program makes them for all.
const TemporaryFolder& keysOfThisProgram()
{
    static const auto folder = [] {
        auto made = std::make_unique<TemporaryFolder>("gateway-keys");
        const auto maker =
            SimulatorProcess{{.program = GUITAI_GATEWAY_SIMULATOR, .folder = made->path()}};
        return made;
    }();
    return *folder;
}

} // namespace

std::filesystem::path simulatorProgram()
{
    return GUITAI_GATEWAY_SIMULATOR;
}

GatewaySimulator::GatewaySimulator(SettableClock& clock, std::uint64_t seed)
    : ProviderControl(clock)
{
    for (const auto* part : {"provider", "clients"})
        fs::copy(keysOfThisProgram() / part, m_folder / part, fs::copy_options::recursive);
    start(m_folder.path(), seed);
}

GatewaySimulator::GatewaySimulator(SettableClock& clock, const fs::path& folder)
    : ProviderControl(clock)
{
    start(folder, 1);
}

void GatewaySimulator::start(const fs::path& folder, std::uint64_t seed)
{
    m_process = std::make_unique<SimulatorProcess>(SimulatorProcess::Options{
        .program = GUITAI_GATEWAY_SIMULATOR, .folder = folder, .seed = seed});
    connect(m_process->controlInterface());
    placeClock();
}

PaymentSetup GatewaySimulator::setup(const std::string& file) const
{
    return std::get<PaymentSetup>(readPaymentFile(m_process->clients() / file));
}

} // namespace guitai
