#include "app/practice_gateway/simulated_phone.h"

namespace guitai
{

namespace
{

/// What the simulator lets its citizens do by themselves; seconds since the code was made.
struct Habit {
    const char* behaviour;
    int scansAfter = 3;
    int paysAfter = 8;
};

Habit habitOf(PracticeHabit habit)
{
    switch (habit) {
    case PracticeHabit::paysSoon:
        return {"pay"};
    case PracticeHabit::paysAtOnce:
        return {"pay", 0, 1};
    case PracticeHabit::paysLate:
        return {"pay_late", 0, 60};
    case PracticeHabit::walksOff:
    case PracticeHabit::hasNoMoney:
        return {"scan_only"};
    case PracticeHabit::doesNothing:
        return {"none"};
    }
    return {"none"};
}

/// The last two digits by which the simulator knows what the owner of a payment code does.
const char* endingOf(PracticeHabit habit)
{
    switch (habit) {
    case PracticeHabit::paysAtOnce:
        return "01";
    case PracticeHabit::paysSoon:
    case PracticeHabit::paysLate:
        return "02"; // types the password first
    case PracticeHabit::walksOff:
        return "03";
    case PracticeHabit::hasNoMoney:
        return "04";
    case PracticeHabit::doesNothing:
        return "05"; // holds out an old code
    }
    return "01";
}

} // namespace

SimulatedPhone::SimulatedPhone(SimulatorProcess& simulator, RandomSource& random)
    : m_simulator(simulator), m_random(random)
{
    adopt(PracticeHabit::paysSoon);
}

void SimulatedPhone::adopt(PracticeHabit habit)
{
    const auto wanted = habitOf(habit);
    m_simulator.control("/admin/citizen",
                        {{"habit",
                          {{"behaviour", wanted.behaviour},
                           {"scan_after_s", wanted.scansAfter},
                           {"pay_after_s", wanted.paysAfter}}}});
}

bool SimulatedPhone::act(const char* action, GatewayChannel channel, const std::string& orderNumber)
{
    const auto* provider = channel == GatewayChannel::weChat ? "wechat" : "alipay";
    const auto answer = m_simulator.control(
        "/admin/citizen",
        {{"action", action}, {"provider", provider}, {"out_trade_no", orderNumber}});
    return answer.value("done", false);
}

bool SimulatedPhone::scan(GatewayChannel channel, const std::string& orderNumber)
{
    return act("scan", channel, orderNumber);
}

bool SimulatedPhone::pay(GatewayChannel channel, const std::string& orderNumber)
{
    scan(channel, orderNumber); // refused when it was scanned before, which does no harm
    return act("pay", channel, orderNumber);
}

std::string SimulatedPhone::paymentCode(GatewayChannel channel, PracticeHabit habit)
{
    auto code = std::string{channel == GatewayChannel::weChat ? "13" : "28"};
    for (const auto c : m_random.id().substr(0, 14))
        code += c >= 'a' ? static_cast<char>(c - 'a' + '0') : c;
    return code + endingOf(habit);
}

} // namespace guitai
