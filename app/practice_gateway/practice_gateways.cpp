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

const char* habitOf(PracticeCitizen::Behaviour behaviour)
{
    switch (behaviour) {
    case PracticeCitizen::Behaviour::pays:
        return "pay";
    case PracticeCitizen::Behaviour::paysLate:
        return "pay_late";
    case PracticeCitizen::Behaviour::walksOff:
        return "scan_only";
    case PracticeCitizen::Behaviour::doesNothing:
        return "none";
    }
    return "none";
}

} // namespace

PracticeGateways::PracticeGateways(const std::filesystem::path& program,
                                   const std::filesystem::path& folder,
                                   PaymentChannels::Parts parts)
    : m_simulator({.program = program, .folder = folder}), m_random(parts.random)
{
    m_channels = std::make_unique<PaymentChannels>(setupOf(m_simulator), parts);
    if (!m_channels->problems().empty())
        throw ServiceFailure(ServiceFailure::Kind::internal, "the simulator's configuration");
    setCitizen({});
}

PaymentSetup PracticeGateways::setup() const
{
    return setupOf(m_simulator);
}

void PracticeGateways::setCitizen(const PracticeCitizen& citizen)
{
    m_simulator.control("/admin/citizen",
                        {{"habit",
                          {{"behaviour", habitOf(citizen.behaviour)},
                           {"scan_after_s", citizen.scansAfter.count()},
                           {"pay_after_s", citizen.paysAfter.count()}}}});
    m_citizen = citizen;
}

std::string PracticeGateways::paymentCode(GatewayChannel channel, int behaviour)
{
    if (behaviour < 0 || behaviour > 99)
        throw std::logic_error("a behaviour has two digits");
    auto code = std::string{channel == GatewayChannel::weChat ? "13" : "28"};
    for (const auto c : m_random.id().substr(0, 14))
        code += c >= 'a' ? static_cast<char>(c - 'a' + '0') : c;
    code += static_cast<char>('0' + behaviour / 10);
    return code + static_cast<char>('0' + behaviour % 10);
}

std::optional<std::filesystem::path> findSimulator()
{
    auto error = std::error_code{};
    const auto own = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (const auto& folder : {own,
                               own / "../tests/simulators/gateway", // in a build folder
                               own / "../libexec/guitai",
                               std::filesystem::path{GUITAI_LIBEXEC_FOLDER}}) {
        const auto program = folder / programName;
        if (std::filesystem::is_regular_file(program, error))
            return program.lexically_normal();
    }
    return std::nullopt;
}

} // namespace guitai
