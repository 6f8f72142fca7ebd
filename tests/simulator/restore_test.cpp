#include "services/journal/journal_files.h"
#include "services/payments/bills/bill_fetch.h"
#include "services/payments/order_number.h"
#include "services/payments/reconciliation_desk.h"
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
    PaymentWindow open()
    {
        return PaymentWindow{{.place = m_place,
                              .outbox = m_folder / "outbox",
                              .clock = m_clock,
                              .providers = m_providers,
                              .setup = m_setup}};
    }
    const std::string& number(int at) const { return m_numbers.at(static_cast<std::size_t>(at)); }
    /// The program runs, shows a code and is ended. Returns the order's number.
    std::string showCode(int at)
    {
        auto window = open();
        const auto& number = this->number(at);
        const auto shown = window.desk().showCode(window.clerk, number, GatewayChannel::weChat);
        REQUIRE(shown);
        window.run();
        const auto view = window.desk().view(number).value();
        CHECK(view.stage == PaymentStage::codeShown);
        CHECK(window.charge(number).state == ChargeState::open);
        return view.attempts.at(0).orderNumber;
    }

    void pay(const std::string& order)
    {
        for (const auto* action : {"scan", "pay"})
            REQUIRE(m_providers.citizen(action, GatewayChannel::weChat, order));
    }
    /// WeChat Pay's bill of a day beside the journal, as a supervisor compares it.
    DayComparison compare(PaymentWindow& window, Date day)
    {
        auto channels = PaymentChannels{m_setup, {m_clock, m_random, m_log}};
        const auto bills = fetchBills(*channels.gateways().at(GatewayChannel::weChat), day);
        REQUIRE(bills.haveTrades());
        auto desk = ReconciliationDesk{
            {window.journal(), exampleRules(), m_printer, m_clock, m_random, {}, {}}};
        return desk.compare(window.supervisor, GatewayChannel::weChat, day, *bills.trades.value)
            .value();
    }
    Date today() const { return StationTime{}.dateOf(m_clock.now()); }

private:
    SettableClock m_clock;
    SeededRandom m_random;
    NoLog m_log;
    FakePrinter m_printer;
    GatewaySimulator m_providers;
    PaymentSetup m_setup;
    TemporaryFolder m_folder;
    JournalPlace m_place;
    std::vector<std::string> m_numbers;
};

} // namespace

TEST_CASE("a restored window never uses an order number again")
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

TEST_CASE("restored on the next day, a window finds again what the lost day took")
{
    auto window = RestoredWindow{};
    const auto lostDay = window.today();
    const auto open = window.showCode(0); // the backup knows it as shown
    window.backUp();
    const auto lost = window.showCode(1); // the backup does not know it
    window.pay(open);
    window.pay(lost);
    window.providers().pass(std::chrono::hours{25} + std::chrono::minutes{30});
    REQUIRE(window.today() != lostDay);
    window.restore();

    auto after = window.open();
    after.pass(std::chrono::seconds{10});
    // what the backup knew is asked for, and settles its case
    CHECK(after.charge(window.number(0)).orderNumber == open);
    CHECK(heldElectronically(after.charge(window.number(0))) == Money::yuan(40));
    CHECK(heldElectronically(after.charge(window.number(1))) == Money{});
    // what it did not know stands in the bill of the lost day, and only that
    const auto sheet = window.compare(after, lostDay);
    REQUIRE(sheet.items.size() == 1);
    CHECK(sheet.items.front().difference.kind == DifferenceClass::billOnlyUnknown);
    CHECK(sheet.items.front().difference.orderNumber == lost);
    CHECK(sheet.sheet.matched == 1);
    CHECK(sheet.sheet.isBalanced());
    // the day's first new order has a day and an epoch that no order had
    REQUIRE(after.desk().showCode(after.clerk, window.number(1), GatewayChannel::weChat));
    after.run();
    const auto fresh = after.desk().view(window.number(1))->attempts.at(0).orderNumber;
    const auto parts = orderNumberPartsFrom(fresh).value();
    for (const auto& before : {open, lost}) {
        CHECK(fresh != before);
        CHECK(parts.epoch != orderNumberPartsFrom(before)->epoch);
        CHECK(parts.day != orderNumberPartsFrom(before)->day);
    }
    CHECK(after.journal().verify().problems.empty());
}
