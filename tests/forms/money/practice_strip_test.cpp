#include "forms/case/practice_strip.h"

#include "tests/forms/money/money_office.h"

#include <doctest/doctest.h>

using namespace guitai;
using std::chrono::seconds;

namespace
{

void choose(MoneyOffice& office, PracticeHabit habit)
{
    office.part().practice()->habit()->setValue(habit);
    office.part().practice()->adopt();
}

} // namespace

TEST_CASE("the practice person")
{
    auto office = MoneyOffice{};
    const auto number = office.openCase();
    auto& strip = *office.part().practice();
    const auto isPaid = [&] { return office.stored(number).state == CaseState::accepted; };

    SUBCASE("is marked as training")
    {
        CHECK(office.window.shows("Training: nobody pays"));
    }
    SUBCASE("pays by itself what it was told to pay")
    {
        choose(office, PracticeHabit::paysSoon);
        office.part().showCode(GatewayChannel::weChat);
        office.work();
        CHECK_FALSE(isPaid());
        REQUIRE(office.passUntil(isPaid));
        CHECK(office.stored(number).charge.tender == Tender::weChat);
    }
    SUBCASE("scans and pays when told so")
    {
        office.part().showCode(GatewayChannel::alipay);
        office.work();
        strip.scanNow();
        office.pass(seconds{3});
        CHECK(office.part().panel().sentence() == words::sentence(PaymentStage::scanned));
        strip.payNow();
        REQUIRE(office.passUntil(isPaid));
    }
    SUBCASE("walks off, and the code ends unpaid")
    {
        choose(office, PracticeHabit::walksOff);
        office.part().showCode(GatewayChannel::alipay);
        office.work();
        office.pass(seconds{10});
        CHECK(office.part().panel().sentence() == words::sentence(PaymentStage::scanned));
        office.part().giveUp();
        REQUIRE(office.passUntil([&] { return office.part().isFree(); }));
        CHECK_FALSE(isPaid());
    }
    SUBCASE("shows a payment code that pays, or one without money")
    {
        choose(office, PracticeHabit::hasNoMoney);
        strip.showPaymentCode(GatewayChannel::weChat);
        office.work();
        REQUIRE(office.passUntil([&] { return office.part().isFree(); }));
        CHECK_FALSE(isPaid());
        choose(office, PracticeHabit::paysAtOnce);
        strip.showPaymentCode(GatewayChannel::alipay);
        REQUIRE(office.passUntil(isPaid));
    }
}

TEST_CASE("nobody practises where real people pay")
{
    auto office = PaymentOffice{};
    CHECK(office.part().practice() == nullptr);
}
