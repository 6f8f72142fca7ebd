// Random lives of a window before the simulator's process, over the real clients and TLS: every
// fault that can strike a payment, kills after any step of a call, citizens who
// pay at the wrong moment, clocks that are set. Afterwards the provider's ledger and the journal
// agree to the fen, or the case stands on the work list (10.4).
//
//   GUITAI_ORACLE_SEEDS=2000 payment_oracle_tests      more lives
//   GUITAI_ORACLE_SEED=47    payment_oracle_tests      one life again
#include "services/failure.h"
#include "services/journal/journal_files.h"
#include "tests/simulator/oracle_faults.h"
#include "tests/simulator/payment_window.h"
#include "tests/support/gateway_simulator.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace guitai;
using namespace std::chrono_literals;

namespace
{

/// The program was killed: nothing of it but the disk is left.
struct Killed {
};

class Life
{
public:
    Life(GatewaySimulator& providers,
         SettableClock& clock,
         std::filesystem::path data,
         std::vector<std::string> numbers,
         std::uint64_t seed)
        : m_chance(seed * 7919 + 17), m_providers(providers), m_clock(clock),
          m_data(std::move(data)), m_numbers(std::move(numbers)), m_setup(providers.setup())
    {
        m_policy.unscanned = below(4) == 0 ? UnscannedPolicy::wait : UnscannedPolicy::watch;
        m_faultPercent = 15 * below(4);
        m_mayLie = below(4) == 0;
        m_providers.rules({{"typing_s", below(2) == 0 ? 6 : 100}});
        open();
    }

    void play()
    {
        for (auto steps = 8 + below(17); steps > 0; --steps)
            attempt([this] { step(); });
        heal();
    }

    void check()
    {
        auto expected = Money{};
        for (const auto& number : m_numbers)
            expected = expected + heldElectronically(m_window->charge(number));
        const auto work = m_window->desk().workList();
        const auto listed = !work.attempts.empty() || !work.refunds.empty();
        auto net = Money{};
        for (const auto& trade : m_providers.ledger()) {
            net = net + trade.captured - trade.refunded;
            INFO("order ", trade.order);
            CHECK(m_window->journal().attempts({.orderNumber = trade.order}).size() == 1);
        }
        INFO("the providers hold ", net.text(), ", we say ", expected.text());
        CHECK((net == expected || listed));
        if (!m_needsSomebody)
            CHECK_FALSE(listed);
        CHECK(m_window->journal().verify().problems.empty());
    }

    int kills() const { return m_kills; }
    int faults() const { return m_faults; }

private:
    int below(int most) { return static_cast<int>(m_chance() % static_cast<std::uint64_t>(most)); }
    const std::string& anyCase()
    {
        return m_numbers[static_cast<std::size_t>(below(static_cast<int>(m_numbers.size())))];
    }
    PaymentDesk& desk() { return m_window->desk(); }

    void open()
    {
        while (!opens())
            m_providers.pass(30s);
    }

    /// Not while the clock stands before the last event.
    bool opens()
    {
        m_window.reset();
        try {
            m_window = std::make_unique<PaymentWindow>(
                PaymentWindow::Parts{.place = {m_data},
                                     .outbox = m_data / "outbox",
                                     .clock = m_clock,
                                     .providers = m_providers,
                                     .setup = m_setup,
                                     .watch = [this](std::string_view, CallStep) { mayDie(); },
                                     .policy = m_policy});
            return true;
        } catch (const ServiceFailure& failure) {
            REQUIRE(failure.kind() == ServiceFailure::Kind::clock);
            return false;
        }
    }

    /// At any mark of any call.
    void mayDie()
    {
        if (m_diesAt > 0 && --m_diesAt == 0) {
            ++m_kills;
            throw Killed{};
        }
    }

    template <class Act>
    void attempt(Act act)
    {
        try {
            act();
        } catch (const Killed&) {
            open();
        } catch (const ServiceFailure& failure) {
            // the clock was set back: nothing is written until it is right again
            REQUIRE(failure.kind() == ServiceFailure::Kind::clock);
        }
    }

    void step()
    {
        if (below(100) < m_faultPercent)
            disturb();
        switch (below(14)) {
        case 0:
        case 1:
        case 2:
            (void)desk().showCode(m_window->clerk,
                                  anyCase(),
                                  below(2) == 0 ? GatewayChannel::weChat : GatewayChannel::alipay);
            return m_window->run();
        case 3:
            (void)desk().payByCode(m_window->clerk, anyCase(), paymentCode());
            return m_window->run();
        case 4:
            (void)desk().giveUp(m_window->clerk, anyCase());
            return m_window->run();
        case 5:
            (void)m_window->cash().payCash(m_window->clerk, anyCase(), Money::yuan(40), false);
            return;
        case 6:
        case 7:
            return citizen();
        case 8:
            m_diesAt = 1 + below(12);
            return;
        case 9:
            return machine();
        case 10:
            return withdraw();
        case 11:
            return resolve();
        default:
            return m_window->pass(std::chrono::seconds{1 + below(below(3) == 0 ? 120 : 12)});
        }
    }

    void disturb()
    {
        const auto& kind =
            faultKinds().at(static_cast<std::size_t>(below(static_cast<int>(faultKinds().size()))));
        if (kind.needsSomebody && !m_mayLie)
            return;
        m_needsSomebody = m_needsSomebody || kind.needsSomebody;
        auto more = kind.more;
        more["times"] = 1 + below(3);
        m_providers.fault(kind.action, kind.route, more);
        ++m_faults;
    }

    std::string paymentCode()
    {
        const auto beginning = below(2) == 0 ? std::string{"13012345678901"} : "28012345678901";
        return beginning + std::to_string(10 + below(90)) + "0" + std::to_string(1 + below(8));
    }

    void citizen()
    {
        const auto trades = m_providers.ledger();
        if (trades.empty())
            return;
        const auto& trade =
            trades[static_cast<std::size_t>(below(static_cast<int>(trades.size())))];
        m_providers.citizen("scan", trade.channel, trade.order);
        if (below(4) == 0)
            m_providers.citizen("abandon", trade.channel, trade.order);
        else if (below(3) != 0)
            m_providers.citizen("pay", trade.channel, trade.order);
    }

    /// The station's clock is set; the providers' is right.
    void setClock(std::chrono::seconds by)
    {
        m_clock.jumpWall(by);
        m_wrong += by;
        m_providers.skew(-m_wrong);
    }

    void machine()
    {
        switch (below(4)) {
        case 0:
            m_window.reset();
            m_clock.reboot();
            m_providers.pass(1s);
            return open();
        case 1:
            return m_wrong > 150s ? void() : setClock(50s);
        case 2:
            return setClock(-20s);
        default:
            return open();
        }
    }

    void withdraw()
    {
        const auto& number = anyCase();
        if (m_window->cases().withdraw(m_window->clerk, m_window->supervisor, number, "改日再来") &&
            below(2) == 0)
            giveBack(number);
    }

    void giveBack(const std::string& number)
    {
        const auto charge = m_window->charge(number);
        if (!charge.orderNumber.empty())
            (void)desk().requestRefund(m_window->clerk,
                                       m_window->supervisor,
                                       charge.id,
                                       charge.orderNumber,
                                       charge.due,
                                       "申请人撤回");
    }

    /// A supervisor goes through the work list.
    void resolve()
    {
        for (const auto& row : desk().workList().attempts) {
            if (row.frozen) {
                (void)desk().release(m_window->supervisor, row.orderNumber, "已核对");
                continue;
            }
            if (row.state != "latePaid")
                continue;
            if (below(2) == 0 &&
                desk().acceptLatePayment(m_window->supervisor, row.orderNumber, "认"))
                continue;
            (void)desk().requestRefund(m_window->supervisor,
                                       m_window->supervisor,
                                       row.chargeId,
                                       row.orderNumber,
                                       row.amount,
                                       "重复支付");
        }
    }

    /// The network is well again, the citizen went home, clerk and supervisor finish.
    void heal()
    {
        m_diesAt = 0;
        m_providers.clearFaults();
        setClock(-m_wrong);
        open();
        m_window->pass(5min); // past any clock that was set back
        for (const auto& number : m_numbers)
            (void)desk().giveUp(m_window->clerk, number);
        m_window->pass(1h);
        resolve();
        for (const auto& number : m_numbers)
            if (m_window->charge(number).state == ChargeState::refundPending)
                giveBack(number);
        m_window->pass(3h);
        resolve();
        m_window->pass(1h);
    }

    std::mt19937_64 m_chance;
    GatewaySimulator& m_providers;
    SettableClock& m_clock;
    std::filesystem::path m_data;
    std::vector<std::string> m_numbers;
    PaymentSetup m_setup;
    PaymentPolicy m_policy;
    std::unique_ptr<PaymentWindow> m_window;
    std::chrono::seconds m_wrong{};
    int m_faultPercent = 0;
    bool m_mayLie = false;
    bool m_needsSomebody = false;
    int m_diesAt = 0;
    int m_kills = 0;
    int m_faults = 0;
};

std::uint64_t numberFrom(const char* variable, std::uint64_t otherwise)
{
    const auto* text = std::getenv(variable);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

} // namespace

TEST_CASE("the simulator's ledger and the journal agree after any life")
{
    if (std::filesystem::is_directory("/dev/shm"))
        setenv("TMPDIR", "/dev/shm", 1);
    const auto pattern = TemporaryFolder{};
    const auto numbers = makePaymentData(pattern.path() / "data", 2);
    const auto only = numberFrom("GUITAI_ORACLE_SEED", 0);
    const auto first = only != 0 ? only : 1;
    const auto last = only != 0 ? only : numberFrom("GUITAI_ORACLE_SEEDS", 20);
    auto kills = 0;
    auto faults = 0;
    for (auto seed = first; seed <= last; ++seed) {
        INFO("again by GUITAI_ORACLE_SEED=", seed);
        auto clock = SettableClock{};
        clock.pass(1min);
        auto providers = GatewaySimulator{clock, seed};
        const auto data = TemporaryFolder{};
        std::filesystem::copy(
            pattern / "data", data / "data", std::filesystem::copy_options::recursive);
        auto life = Life{providers, clock, data / "data", numbers, seed};
        life.play();
        life.check();
        kills += life.kills();
        faults += life.faults();
    }
    MESSAGE((last - first + 1), " lives, ", faults, " faults, ", kills, " kills");
}
