// payment_life DATA CONTROL CLIENTS SCENARIO CHANNEL: pays one case through the services that the
// window uses, over the real clients, before the payment simulator at CONTROL. With KILL_CALL and
// KILL_STEP set it ends itself by SIGKILL at that mark of that call. A second run with the scenario
// "finish" is the start after it: it goes on to the end, as the clerk would.
#include "tests/simulator/payment_window.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <unistd.h>

using namespace guitai;
using namespace std::chrono_literals;

namespace
{

void endAtTheMark(std::string_view call, CallStep step)
{
    const auto* wantedCall = std::getenv("KILL_CALL");
    const auto* wantedStep = std::getenv("KILL_STEP");
    if (wantedCall == nullptr || wantedStep == nullptr || call != wantedCall)
        return;
    if (static_cast<int>(step) == std::atoi(wantedStep))
        ::kill(::getpid(), SIGKILL);
}

void require(bool condition, const char* what)
{
    if (!condition)
        throw std::runtime_error(what);
}

class Life
{
public:
    Life(PaymentWindow& window, ProviderControl& providers, GatewayChannel channel)
        : m_window(window), m_providers(providers), m_channel(channel),
          m_number(window.journal().findCases({}).at(0).acceptanceNumber)
    {
    }

    void play(const std::string& scenario)
    {
        if (scenario == "finish")
            return finish();
        if (scenario.starts_with("payment code"))
            showThePhone(scenario == "payment code" ? "01" : "02");
        else
            scanOurs();
        if (scenario.ends_with("then cash"))
            switchToCash();
        else if (!scenario.starts_with("payment code"))
            require(m_providers.citizen("pay", m_channel, order()), "the phone refuses");
        require(m_window.passUntil([&] { return state() == ChargeState::settled; }), "not settled");
        if (scenario == "refund")
            return giveBack();
        m_window.print(m_number);
    }

private:
    ChargeState state() { return m_window.charge(m_number).state; }
    PaymentView view() { return m_window.desk().view(m_number).value(); }
    std::string order() { return view().attempts.at(0).orderNumber; }

    void scanOurs()
    {
        (void)m_window.desk().showCode(m_window.clerk, m_number, m_channel).value();
        m_window.run();
        require(m_providers.citizen("scan", m_channel, order()), "the phone does not scan");
        m_window.pass(2s);
    }

    /// 01: paid at once; 02: the password is typed long after we have given up.
    void showThePhone(const std::string& behaviour)
    {
        const auto digits =
            (m_channel == GatewayChannel::weChat ? "1345123456789012" : "2845123456789012") +
            behaviour;
        (void)m_window.desk().payByCode(m_window.clerk, m_number, digits).value();
        m_window.run();
    }

    void switchToCash()
    {
        (void)m_window.desk().giveUp(m_window.clerk, m_number).value();
        const auto isFreeOrPaid = [&] { return view().free || state() != ChargeState::open; };
        require(m_window.passUntil(isFreeOrPaid), "never free");
        if (state() == ChargeState::open)
            (void)m_window.cash().payCash(m_window.clerk, m_number, Money::yuan(40), false).value();
    }

    void giveBack()
    {
        if (state() == ChargeState::settled)
            (void)m_window.cases()
                .withdraw(m_window.clerk, m_window.supervisor, m_number, "改日再来")
                .value();
        if (state() == ChargeState::refundPending && view().refunds.empty())
            (void)m_window.desk()
                .requestRefund(m_window.clerk,
                               m_window.supervisor,
                               view().chargeId,
                               m_window.charge(m_number).orderNumber,
                               Money::yuan(40),
                               "申请人撤回")
                .value();
        require(m_window.passUntil([&] { return state() == ChargeState::refunded; }),
                "not refunded");
    }

    /// A supervisor returns what came late.
    void returnLatePayments()
    {
        for (const auto& row : m_window.desk().workList().attempts)
            if (row.state == "latePaid")
                (void)m_window.desk()
                    .requestRefund(m_window.supervisor,
                                   m_window.supervisor,
                                   row.chargeId,
                                   row.orderNumber,
                                   row.amount,
                                   "重复支付")
                    .value();
    }

    void finish()
    {
        m_window.pass(5s);
        if (state() == ChargeState::open)
            switchToCash();
        if (std::getenv("GIVE_BACK") != nullptr)
            giveBack();
        m_window.pass(1h);
        returnLatePayments();
        m_window.pass(3h);
        if (state() == ChargeState::settled)
            m_window.print(m_number);
    }

    PaymentWindow& m_window;
    ProviderControl& m_providers;
    GatewayChannel m_channel;
    std::string m_number;
};

} // namespace

int main(int count, char** arguments)
{
    if (count != 6)
        return 2;
    try {
        const auto data = std::filesystem::path{arguments[1]};
        const auto control = SimulatorControl{arguments[2]};
        auto clock = SettableClock{};
        auto providers = ProviderControl{clock, control};
        providers.follow();
        const auto setup = std::get<PaymentSetup>(
            readPaymentFile(std::filesystem::path{arguments[3]} / "payment.json"));
        const auto channel = std::string_view{arguments[5]} == "wechat" ? GatewayChannel::weChat
                                                                        : GatewayChannel::alipay;
        auto window = PaymentWindow{{.place = {data},
                                     .outbox = data / "outbox",
                                     .clock = clock,
                                     .providers = providers,
                                     .setup = setup,
                                     .watch = endAtTheMark}};
        Life{window, providers, channel}.play(arguments[4]);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "payment_life: " << error.what() << '\n';
        return 1;
    }
}
