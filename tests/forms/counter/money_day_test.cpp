#include "forms/drawer/drawer_page.h"
#include "forms/drawer/papers_panel.h"
#include "forms/wording/money_words.h"
#include "tests/forms/counter/counter_office.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace guitai;
using std::chrono::seconds;
using View = MainFrame::View;

namespace
{

constexpr auto phoneThatPays = "284512345678901201"; // Alipay's; 01: pays at once
const auto fee = Money::yuan(40);

/// A day of the clerk Zhang, by keys alone; the citizens act at the providers.
struct MoneyDay {
    static constexpr auto persons = 5;

    CounterOffice office{persons};
    Player& hands = office.keys.hands();
    std::size_t papers = 0;
    std::string withdrawn; ///< the order that is paid late

    void press(int key, int modifiers = 0) { hands.key(key, modifiers); }

    /// A fifty, and ten back.
    void takeFifty()
    {
        hands.untilFocus("tendered");
        hands.type("50");
        hands.rest();
        press(WXK_RETURN);
        hands.until("waiting for the receipt",
                    [this] { return office.isIdle() && !Player::isFocusOn("tendered"); });
        office.keys.play();
    }

    void show(int key, GatewayChannel channel)
    {
        press(key, wxMOD_ALT);
        hands.until("waiting for the code",
                    [this] { return office.isIdle() && !office.part().panel().code().empty(); });
        office.keys.play();
        REQUIRE(office.part().view()->attempts.front().channel == channel);
    }

    void scanAndPay(GatewayChannel channel)
    {
        REQUIRE(office.simulator.citizen("scan", channel, office.order()));
        if (channel == GatewayChannel::alipay) // WeChat Pay does not tell
            REQUIRE(office.passUntil([this] { return office.stage() == PaymentStage::scanned; }));
        REQUIRE(office.simulator.citizen("pay", channel, office.order()));
        waitUntilPaid();
    }

    void waitUntilPaid()
    {
        REQUIRE(office.passUntil(
            [this] { return office.stage() == PaymentStage::paid && office.isIdle(); }));
    }

    /// The voucher of the case that is open, and back to the start page.
    void printAndLeave()
    {
        press(WXK_F9);
        ++papers;
        hands.until("waiting for the voucher", [this] {
            return office.isIdle() && office.window.tray.papers.size() == papers;
        });
        office.keys.play();
        office.goHome();
    }

    MoneyMatter onlyMatter()
    {
        REQUIRE(office.money().items().size() == 1);
        return office.money().items().front().matter;
    }

    void payByEveryWay();
    void switchToCash();
    void payLate();
    void refundLateMoney();
    void countTenShort();
    void closeShift();
    ShiftReport printedReport();
};

void MoneyDay::payByEveryWay()
{
    office.openWaiting();
    takeFifty();
    CHECK(office.stored().charge.change == Money::yuan(10));
    printAndLeave();

    office.openWaiting();
    show('W', GatewayChannel::weChat);
    scanAndPay(GatewayChannel::weChat);
    printAndLeave();

    office.openWaiting();
    show('L', GatewayChannel::alipay);
    scanAndPay(GatewayChannel::alipay);
    printAndLeave();

    office.openWaiting();
    office.keys.fill("tendered", phoneThatPays); // a scanner types where the focus is
    office.keys.play();
    waitUntilPaid();
    printAndLeave();
}

void MoneyDay::switchToCash()
{
    office.openWaiting();
    show('L', GatewayChannel::alipay);
    withdrawn = office.order();
    press('C', wxMOD_ALT);
    hands.until("waiting for the code's end",
                [this] { return office.part().panel().code().empty(); });
    office.keys.play();
    REQUIRE(office.passUntil([this] { return office.part().isFree(); }));
    takeFifty();
    CHECK(office.stored().charge.tender == Tender::cash);
    printAndLeave();
}

/// The code was photographed before it was withdrawn; the work list learns of it.
void MoneyDay::payLate()
{
    REQUIRE(office.simulator.citizen("scan", GatewayChannel::alipay, withdrawn));
    REQUIRE(office.simulator.citizen("pay", GatewayChannel::alipay, withdrawn));
    press(WXK_F10);
    hands.until("waiting for the work list",
                [this] { return office.isIdle() && office.money().items().size() == 1; });
    office.keys.play();
    CHECK(onlyMatter() == MoneyMatter::watched);
    press(WXK_F7);
    office.keys.play();
    office.pass(seconds{2}); // far less than the watch waits between two looks
    REQUIRE(liveUntil([this] { return office.isIdle() && onlyMatter() == MoneyMatter::paidTwice; },
                      seconds{30}));
    CHECK(office.money().nextStep() == words::nextStep(MoneyMatter::paidTwice));
    CHECK(office.stored().charge.state == ChargeState::overpaid);
}

void MoneyDay::refundLateMoney()
{
    press(WXK_F8);
    office.keys.fill("Reason", "重复支付");
    office.agree("wang");
    REQUIRE(office.passUntil(
        [this] { return office.refundPage().told() == words::sentence(RefundStanding::done); }));
    press(WXK_ESCAPE);
    hands.until("waiting for an empty work list", [this] {
        return office.view() == View::money && office.isIdle() && office.money().items().empty();
    });
    office.keys.play();
    CHECK(office.stored().charge.state == ChargeState::settled);
}

/// 286 yuan should be there.
void MoneyDay::countTenShort()
{
    press(WXK_F2);
    hands.untilFocus("Pieces of 100 yuan");
    for (const auto* pieces : {"2", "1", "1", "0", "1", "1", "0", "0"}) {
        hands.type(pieces);
        press(WXK_RETURN);
    }
    office.keys.play();
    CHECK_FALSE(office.window.shows("286")); // blind
    press(WXK_RETURN);
    hands.untilFocus("Reason");
    office.keys.play();
    CHECK(office.window.shows("10 yuan less than expected."));
}

/// A difference is explained and seen by a supervisor.
void MoneyDay::closeShift()
{
    office.keys.fill("Reason", "找零差错");
    press(WXK_RETURN);
    office.agree("wang");
    CHECK_FALSE(office.window.frame->shift().has_value());
}

ShiftReport MoneyDay::printedReport()
{
    press(WXK_F9);
    ++papers;
    hands.until("waiting for the report",
                [this] { return office.isIdle() && office.window.tray.papers.size() == papers; });
    office.keys.play();
    return office.window.reportPrinter.shifts.back();
}

Money collectedBy(const ShiftReport& report, Tender tender)
{
    auto sum = Money{};
    for (const auto& line : report.collected)
        if (line.tender == tender)
            sum = sum + line.amount;
    return sum;
}

/// What a report says of a channel: collected and late, less what went back.
Money heldBy(const ShiftReport& report, Tender tender)
{
    auto sum = collectedBy(report, tender);
    for (const auto& late : report.late)
        if (late.channel == tender)
            sum = sum + late.amount;
    for (const auto& refund : report.refunds)
        if (refund.tender == tender)
            sum = sum - refund.amount;
    return sum;
}

Money heldAt(CounterOffice& office, GatewayChannel channel)
{
    auto sum = Money{};
    for (const auto& trade : office.simulator.ledger())
        if (trade.channel == channel)
            sum = sum + trade.captured - trade.refunded;
    return sum;
}

void checkReport(const ShiftReport& report)
{
    CHECK(report.number == 1);
    CHECK(report.openingFloat == Money::yuan(206));
    CHECK(report.cashCollected == fee * 2);
    CHECK(report.expected == Money::yuan(286));
    REQUIRE(report.counts.size() == 1);
    CHECK(report.counts.front().total == Money::yuan(276));
    CHECK(report.difference == Money{} - Money::yuan(10));
    CHECK(report.differenceReason == "找零差错");
    CHECK(report.collectedTotal == fee * MoneyDay::persons);
    CHECK(report.vouchers == MoneyDay::persons);
    CHECK(report.unknown.empty());
    using What = ReportedApproval::What;
    auto approved = std::vector<What>{};
    for (const auto& approval : report.approvals) {
        CHECK(approval.who == "王建国");
        approved.push_back(approval.what);
    }
    std::ranges::sort(approved);
    CHECK(approved == std::vector{What::refund, What::close});
}

} // namespace

TEST_CASE("a day of money, by keys alone, adds up")
{
    auto day = MoneyDay{};
    day.office.beginDay();
    day.payByEveryWay();
    day.switchToCash();
    day.payLate();
    day.refundLateMoney();
    day.countTenShort();
    day.closeShift();
    const auto report = day.printedReport();
    checkReport(report);

    // The drawer: the float, two fifties in, twice ten out.
    CHECK(report.expected == report.openingFloat + Money::yuan(50 - 10) * 2);
    CHECK(collectedBy(report, Tender::cash) == fee * 2);
    // The providers' own books, to the fen.
    CHECK(heldBy(report, Tender::weChat) == heldAt(day.office, GatewayChannel::weChat));
    CHECK(heldBy(report, Tender::alipay) == heldAt(day.office, GatewayChannel::alipay));
    CHECK(collectedBy(report, Tender::weChat) == fee);
    CHECK(collectedBy(report, Tender::alipay) == fee * 2);
    REQUIRE(report.late.size() == 1);
    CHECK(report.late.front().orderNumber == day.withdrawn);
}
