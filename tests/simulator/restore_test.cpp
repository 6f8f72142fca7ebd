#include "services/journal/journal_files.h"
#include "tests/simulator/payment_window.h"
#include "tests/support/gateway_simulator.h"

#include <doctest/doctest.h>

#include <set>

using namespace guitai;

namespace
{

/// A window whose database is lost after a backup, before providers that remember everything.
class RestoredWindow
{
public:
    RestoredWindow()
        : m_providers(m_clock), m_setup(m_providers.setup()), m_place{m_folder / "data"},
          m_numbers(makePaymentData(m_place.folder, 2))
    {
        m_providers.pass(std::chrono::minutes{1});
    }

    GatewaySimulator& providers() { return m_providers; }
    void backUp() { guitai::backUp(m_place, m_folder / "backup.db"); }
    void restore()
    {
        guitai::restore(m_place, m_folder / "backup.db", m_clock, Standing::movedAside);
    }
    /// The program runs, shows a code and is ended. Returns the order's number.
    std::string showCode(int at)
    {
        auto window = PaymentWindow{{.place = m_place,
                                     .outbox = m_folder / "outbox",
                                     .clock = m_clock,
                                     .providers = m_providers,
                                     .setup = m_setup}};
        const auto& number = m_numbers.at(static_cast<std::size_t>(at));
        const auto shown = window.desk().showCode(window.clerk, number, GatewayChannel::weChat);
        REQUIRE(shown);
        window.run();
        const auto view = window.desk().view(number).value();
        CHECK(view.stage == PaymentStage::codeShown);
        CHECK(window.charge(number).state == ChargeState::open);
        return view.attempts.at(0).orderNumber;
    }

private:
    SettableClock m_clock;
    GatewaySimulator m_providers;
    PaymentSetup m_setup;
    TemporaryFolder m_folder;
    JournalPlace m_place;
    std::vector<std::string> m_numbers;
};

} // namespace

TEST_CASE("a restored window never uses an order number again (payments.md 6.2, F34)")
{
    auto window = RestoredWindow{};
    auto orders = std::set{window.showCode(0)};
    window.backUp();
    const auto lost = window.showCode(1);
    REQUIRE(window.providers().citizen("scan", GatewayChannel::weChat, lost));
    REQUIRE(window.providers().citizen("pay", GatewayChannel::weChat, lost));
    orders.insert(lost);

    // The journal forgot that payment; under its number the provider would answer "paid". Restoring
    // the same backup twice must not lead back to the first restore's numbers, either.
    for (auto restores = 0; restores < 2; ++restores) {
        window.restore();
        CHECK(orders.insert(window.showCode(1)).second);
    }
    CHECK(orders.size() == 4);
    CHECK(window.providers().ledger().size() == 4);
    CHECK(window.providers().trade(GatewayChannel::weChat, lost)->captured == Money::yuan(40));
}
