#include "tests/forms/case/payment_office.h"

#include <doctest/doctest.h>

using namespace guitai;
using std::chrono::seconds;

namespace
{

constexpr auto paymentCode = "134512345678901201"; // 01: pays at once

void typeTendered(PaymentOffice& office, const std::string& text)
{
    office.window().type("tendered", text);
    office.window().press(WXK_RETURN);
}

} // namespace

TEST_CASE("a code on both screens, paid by telephone")
{
    auto office = PaymentOffice{};
    for (const auto channel : {GatewayChannel::weChat, GatewayChannel::alipay}) {
        if (office.stored().state == CaseState::accepted)
            break;
        CAPTURE(nameOf(channel));
        CHECK(office.cashIsOffered());
        office.part().showCode(channel);
        office.work();
        REQUIRE(!office.part().panel().code().empty());
        CHECK_FALSE(office.cashIsOffered());
        CHECK(office.citizen().kind == CitizenView::Kind::scan);
        CHECK(office.citizen().code == office.part().panel().code());
        CHECK(office.citizen().caseTail.length() == 5);

        if (channel == GatewayChannel::weChat) { // the first one is given up
            office.part().giveUp();
            CHECK(office.part().panel().code().empty());
            CHECK(office.citizen().kind != CitizenView::Kind::scan);
            REQUIRE(office.passUntil([&] { return office.part().isFree(); }));
            continue;
        }
        const auto order = office.order();
        REQUIRE(office.simulator.citizen("scan", channel, order));
        office.pass(seconds{3});
        CHECK(office.part().panel().sentence() == words::sentence(PaymentStage::scanned));
        REQUIRE(office.simulator.citizen("pay", channel, order));
        REQUIRE(office.passUntil([&] { return office.stored().state == CaseState::accepted; }));
    }
    const auto paid = office.stored();
    CHECK(paid.charge.tender == Tender::alipay);
    CHECK(office.citizen().kind == CitizenView::Kind::paid);
    CHECK_FALSE(office.cashIsOffered());
    auto captured = Money{};
    for (const auto& trade : office.trades())
        captured = captured + trade.captured - trade.refunded;
    CHECK(captured == paid.charge.due);
}

TEST_CASE("the second screen asks as long as money may come for the case")
{
    auto office = PaymentOffice{};
    office.part().showCode(GatewayChannel::weChat);
    office.work();
    const auto code = office.citizen().code;
    REQUIRE(!code.empty());
    CHECK(office.citizen().until - office.citizen().from == PaymentPolicy{}.countdown);

    SUBCASE("while the clerk looks elsewhere, and after coming back")
    {
        office.window().page->leave();
        CHECK(office.citizen().code == code);
        office.window().page->enter();
        CHECK(office.part().panel().code() == code);
        REQUIRE(office.simulator.citizen("scan", GatewayChannel::weChat, office.order()));
        REQUIRE(office.simulator.citizen("pay", GatewayChannel::weChat, office.order()));
        REQUIRE(office.passUntil([&] { return office.stored().state == CaseState::accepted; }));
        CHECK(office.citizen().kind == CitizenView::Kind::paid);
    }
    SUBCASE("not for the next person")
    {
        office.window().start();
        CHECK(office.citizen().kind == CitizenView::Kind::greeting);
        CHECK(office.citizen().code.empty());
    }
}

TEST_CASE("switching to cash in the middle")
{
    auto office = PaymentOffice{};
    office.part().showCode(GatewayChannel::weChat);
    office.work();

    SUBCASE("pressed twice, closes the code once; then cash settles")
    {
        office.part().giveUp();
        office.part().giveUp();
        REQUIRE(office.passUntil([&] { return office.part().isFree(); }));
        REQUIRE(office.cashIsOffered());
        typeTendered(office, "50");
        CHECK(office.stored().charge.tender == Tender::cash);
        REQUIRE(office.trades().size() == 1);
        CHECK(office.trades().front().state == "closed");
    }
    SUBCASE("who paid a moment before has paid; cash is not offered")
    {
        REQUIRE(office.simulator.citizen("scan", GatewayChannel::weChat, office.order()));
        REQUIRE(office.simulator.citizen("pay", GatewayChannel::weChat, office.order()));
        office.part().giveUp();
        REQUIRE(office.passUntil([&] { return office.stored().state == CaseState::accepted; }));
        CHECK(office.stored().charge.tender == Tender::weChat);
        CHECK_FALSE(office.cashIsOffered());
    }
    SUBCASE("a dead network keeps the charge locked and says so")
    {
        office.simulator.fault("drop_before", "", {{"times", 1000}});
        office.part().giveUp();
        office.pass(seconds{10});
        CHECK_FALSE(office.cashIsOffered());
        CHECK(office.step().mainAction()->label == "Waiting for the payment");
        CHECK(office.step().mainAction()->reason != "");
        office.simulator.clearFaults();
        REQUIRE(office.passUntil([&] { return office.part().isFree(); }));
        CHECK(office.cashIsOffered());
    }
}

TEST_CASE("the code of the person's telephone")
{
    auto office = PaymentOffice{};

    SUBCASE("read by the scanner into whatever field has the focus")
    {
        typeTendered(office, paymentCode);
        REQUIRE(office.passUntil([&] { return office.stored().state == CaseState::accepted; }));
        CHECK(office.stored().charge.tender == Tender::weChat);
        CHECK(office.step().tendered()->value().empty());
    }
    SUBCASE("another wallet's is refused in words, and nothing is sent")
    {
        typeTendered(office, "6212345678901234567");
        CHECK(!office.part().told().empty());
        CHECK(office.trades().empty());
        CHECK(office.cashIsOffered());
    }
}

TEST_CASE("change that runs short is told before and while a note is on the counter")
{
    auto office = PaymentOffice{};
    auto& window = office.window();
    const auto shown = [&] {
        window.page->open(office.stored()); // opened anew from the list
        window.page->enter();
        CaseWindow::settle();
        return office.step().noteText();
    };
    CHECK(shown().empty());
    const auto everyTen = DrawerOrder{DrawerMove::out, {{1000, 20}}, "换零", "测试甲"};
    REQUIRE(window.cash->moveCash(window.shell.clerk, everyTen, window.shell.supervisor));
    CHECK(shown().Contains("100"));
    window.type("tendered", "50");
    CHECK(office.step().changeText().Contains("10"));
    CHECK(office.step().piecesText() ==
          _("Change is short: the drawer should not hold it. Ask for another note, or bring change "
            "in (F2)."));
    window.type("tendered", "40");
    CHECK(office.step().piecesText().empty());
    window.type("tendered", "50"); // the clerk finds ten yuan all the same
    window.press(WXK_RETURN);
    CHECK(office.stored().state == CaseState::accepted);
}
