#include "forms/case/note_field.h"
#include "forms/frame/home_page.h"
#include "forms/money/paid_claim_dialog.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/list_table.h"
#include "forms/wording/money_words.h"
#include "tests/forms/money/money_office.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>
#include <wx/testing.h>

using namespace guitai;
using std::chrono::seconds;
using View = MainFrame::View;

namespace
{

const auto fee = Money::yuan(40);

ListTable& waiting(MoneyOffice& office)
{
    return dynamic_cast<HomePage&>(office.window.frame->page(View::home)).waiting();
}

/// The supervisor signs in at the clerk's window.
template <class Action>
void agreed(Action action)
{
    wxTEST_DIALOG(action(), SignsIn{"wang"});
}

/// The Enter key in a field.
void enter(NoteField* field)
{
    auto event = wxKeyEvent(wxEVT_CHAR_HOOK);
    event.m_keyCode = WXK_RETURN;
    event.SetEventObject(field->text());
    field->text()->HandleWindowEvent(event);
    auto release = wxKeyEvent(wxEVT_KEY_UP);
    release.m_keyCode = WXK_RETURN;
    field->text()->HandleWindowEvent(release);
}

MoneyMatter only(MoneyOffice& office)
{
    REQUIRE(office.list().items().size() == 1);
    return office.list().items().front().matter;
}

/// The case of the last payment is withdrawn on its record, as a clerk does.
void withdraw(MoneyOffice& office, const std::string& number)
{
    const auto withdrawn = office.window.cases->withdraw(
        office.window.actor("zhang"), office.window.actor("wang"), number, "申请人撤回");
    REQUIRE(withdrawn);
}

/// What a clerk reads while the person holds the telephone over the counter.
class Claim final : public wxModalExpectation
{
public:
    struct Read {
        wxString answer, wording, found, problem;
    };
    Claim(
        std::string digits, Read& read, std::function<void()> meanwhile = [] {})
        : m_digits(std::move(digits)), m_read(read), m_meanwhile(std::move(meanwhile))
    {
    }

    int Invoke(wxDialog* dialog) const override
    {
        auto& asked = dynamic_cast<PaidClaimDialog&>(*dialog);
        m_meanwhile();
        asked.number()->setValue(m_digits);
        enter(asked.number());
        m_read = {asked.answer(), asked.wording(), asked.found(), asked.number()->problem()};
        return wxID_CANCEL;
    }

private:
    wxString GetDefaultDescription() const override { return "the person says it is paid"; }

    std::string m_digits;
    Read& m_read;
    std::function<void()> m_meanwhile;
};

} // namespace

TEST_CASE("the person says it is paid: only the provider's answer counts")
{
    auto office = MoneyOffice{};
    const auto number = office.openCase();
    office.window.click("WeChat Pay");
    office.work();
    const auto order = office.order();
    const auto tail = order.substr(order.size() - 6);
    auto read = Claim::Read{};

    SUBCASE("while the code is shown, the words speak of the camera")
    {
        wxTEST_DIALOG(office.part().hearClaim(), Claim("12", read, [&] { office.work(); }));
        CHECK(read.answer == words::sentence(PaymentStage::codeShown));
        CHECK(read.wording == words::forTheClaim(PaymentStage::codeShown, GatewayChannel::weChat));
        CHECK(read.wording.Contains("album"));
        CHECK_FALSE(read.problem.empty()); // two digits find half the city
        CHECK(read.found.empty());
    }
    SUBCASE("the digits of another payment find nothing, and nothing is settled")
    {
        wxTEST_DIALOG(office.part().hearClaim(), Claim("000000", read, [&] { office.work(); }));
        CHECK(read.found.Contains("No payment of this window"));
        CHECK(office.stored(number).state == CaseState::awaitingPayment);
    }
    SUBCASE("paid in truth: asking finds out before the next look would")
    {
        REQUIRE(office.phone.pay(GatewayChannel::weChat, order));
        wxTEST_DIALOG(office.part().hearClaim(), Claim(tail, read, [&] { office.work(); }));
        CHECK(read.answer == words::sentence(PaymentStage::paid));
        CAPTURE(fromUi(read.found));
        CHECK(read.found.Contains(words::sentence(PaymentStage::paid)));
        CHECK(office.stored(number).state == CaseState::accepted);
    }
    SUBCASE("a withdrawn code: the bank gives back by itself what the provider never got")
    {
        office.part().giveUp();
        REQUIRE(office.passUntil([&] { return office.part().isFree(); }));
        wxTEST_DIALOG(office.part().hearClaim(), Claim(tail, read, [&] { office.work(); }));
        CHECK(read.wording.Contains("bank"));
        CHECK(read.found.Contains("40"));
    }
    SUBCASE("the work list searches by the digits too")
    {
        REQUIRE(office.phone.pay(GatewayChannel::weChat, order));
        REQUIRE(
            office.passUntil([&] { return office.stored(number).state == CaseState::accepted; }));
        const auto file = office.window.money->file(number);
        const auto provider = file->attempt->providerNumber;
        REQUIRE(provider.size() > 8);
        office.window.press(WXK_F10);
        wxTEST_DIALOG(office.window.click("The person says it is paid..."),
                      Claim(provider.substr(provider.size() - 8), read));
        CHECK(read.found.Contains(words::sentence(PaymentStage::paid)));
        CHECK(read.answer.empty());
    }
}

TEST_CASE("the work list of money says so when everything is settled")
{
    auto office = MoneyOffice{};
    CHECK(waiting(office).rows().empty());
    office.window.press(WXK_F10);
    REQUIRE(office.window.view() == View::money);
    CHECK(office.list().items().empty());
    CHECK(office.window.shows("All money is settled"));
    office.window.press(WXK_F8); // nothing to open
    office.window.press(WXK_F7);
    CHECK(office.window.view() == View::money);
    office.window.press(WXK_ESCAPE);
    CHECK(office.window.view() == View::home);
}

TEST_CASE("cash in the middle, paid late all the same, and given back")
{
    auto office = MoneyOffice{};
    const auto number = office.openCase();
    office.switchedToCash(number);
    REQUIRE(office.stored(number).charge.tender == Tender::cash);

    office.window.frame->goHome();
    REQUIRE(waiting(office).rows().size() == 1); // the withdrawn code may still be paid
    waiting(office).open(0);
    REQUIRE(office.window.view() == View::money);
    CHECK(only(office) == MoneyMatter::watched);
    const auto order = office.list().items().front().orderNumber;

    REQUIRE(office.phone.pay(GatewayChannel::alipay, order)); // the code was photographed
    CHECK(only(office) == MoneyMatter::watched);              // nobody has told the window
    office.window.press(WXK_F7);
    office.work();
    CHECK(only(office) == MoneyMatter::paidTwice); // the page in front changed by itself
    CHECK(office.list().nextStep() == words::nextStep(MoneyMatter::paidTwice));
    CHECK(office.stored(number).charge.state == ChargeState::overpaid);

    office.window.press(WXK_F8);
    REQUIRE(office.window.view() == View::payment);
    CHECK(office.payment().amount()->value() == "40.00");
    CHECK(office.payment().told() == words::nextStep(MoneyMatter::paidTwice));

    SUBCASE("with a second person, a reason and the provider's confirmation")
    {
        office.window.press(WXK_F8);
        CHECK_FALSE(office.payment().reason()->problem().empty());
        office.payment().reason()->setValue("重复支付");
        wxTEST_DIALOG(enter(office.payment().reason()), SignsIn{""}); // nobody agrees
        CHECK(office.payment().shown()->refunds.empty());
        agreed([&] { enter(office.payment().reason()); });
        REQUIRE(office.payment().shown()->refunds.size() == 1);
        CHECK(office.payment().told() == words::sentence(RefundStanding::decided));
        CHECK(office.simulator.trade(GatewayChannel::alipay, order)->refunded == Money{});
        REQUIRE(office.passUntil(
            [&] { return office.payment().told() == words::sentence(RefundStanding::done); }));
        CHECK(office.simulator.trade(GatewayChannel::alipay, order)->refunded == fee);
        CHECK(office.stored(number).charge.state == ChargeState::settled);
        office.window.press(WXK_ESCAPE);
        CHECK(office.window.view() == View::money);
        CHECK(office.list().items().empty());
    }
    SUBCASE("a part of it first, then the rest")
    {
        office.payment().amount()->setValue("15");
        office.payment().reason()->setValue("先退一部分");
        agreed([&] { office.payment().refund(); });
        REQUIRE(office.passUntil([&] {
            return office.simulator.trade(GatewayChannel::alipay, order)->refunded ==
                   Money::yuan(15);
        }));
        REQUIRE(
            office.passUntil([&] { return office.payment().shown()->open == Money::yuan(25); }));
        CHECK(office.payment().amount()->value() == "25.00");
        office.payment().amount()->setValue("26"); // more than is left
        office.payment().reason()->setValue("其余");
        office.payment().refund();
        CHECK_FALSE(office.payment().amount()->problem().empty());
        CHECK(office.payment().shown()->refunds.size() == 1);
    }
    SUBCASE("an answer that is lost on the way back refunds nothing twice")
    {
        office.simulator.fault("drop_after", "alipay.refund", {{"times", 1}});
        office.payment().reason()->setValue("重复支付");
        agreed([&] { office.payment().refund(); });
        // The answer is lost; the same refund is asked about, never made again.
        REQUIRE(office.passUntil(
            [&] { return office.payment().told() == words::sentence(RefundStanding::done); }));
        CHECK(office.simulator.trade(GatewayChannel::alipay, order)->refunded == fee);
    }
}

TEST_CASE("late money for a case that nobody paid settles it when a supervisor accepts it")
{
    auto office = MoneyOffice{};
    const auto number = office.openCase();
    office.part().showCode(GatewayChannel::alipay);
    office.work();
    const auto order = office.order();
    office.part().giveUp();
    REQUIRE(office.passUntil([&] { return office.part().isFree(); }));
    REQUIRE(office.phone.pay(GatewayChannel::alipay, order));
    office.window.press(WXK_F10);
    REQUIRE(office.passUntil([&] { return only(office) == MoneyMatter::paidLate; }));
    office.list().list().open(0);
    office.payment().reason()->setValue("群众已付");
    agreed([&] { office.payment().accept(); });
    CHECK(office.stored(number).charge.tender == Tender::alipay);
    CHECK(office.stored(number).state == CaseState::accepted);
    office.window.press(WXK_ESCAPE);
    CHECK(office.list().items().empty());
}

TEST_CASE("a withdrawn case leads from its record to the refund")
{
    auto office = MoneyOffice{};
    const auto number = office.openCase();
    office.paidByTelephone(number, GatewayChannel::weChat);
    withdraw(office, number);
    office.window.frame->openRecord(number);
    office.window.press(WXK_F8);
    REQUIRE(office.window.view() == View::payment);
    office.payment().reason()->setValue("申请人撤回");

    SUBCASE("which the provider makes")
    {
        agreed([&] { office.payment().refund(); });
        REQUIRE(office.passUntil(
            [&] { return office.stored(number).charge.state == ChargeState::refunded; }));
        CHECK(office.payment().told() == words::sentence(RefundStanding::done));
        office.window.press(WXK_ESCAPE);
        CHECK(office.window.view() == View::record);
    }
    SUBCASE("which a supervisor approves in the queue: Enter goes on, once")
    {
        auto desk = RequestDesk{office.window.parts()};
        {
            wxTEST_DIALOG(office.payment().refund(), SendsIt{});
        }
        CHECK(office.payment().shown()->refunds.empty());
        CHECK(office.window.shows("waits for the supervisor since"));
        const auto asked = desk.waiting();
        REQUIRE(asked.size() == 1);
        office.window.click("Print what happens next");
        REQUIRE(office.window.reportPrinter.notices.size() == 1);
        CHECK(office.window.reportPrinter.notices[0].asked->subject ==
              asked.front().request.subject);
        REQUIRE(desk.decide(
            office.window.actor("wang"), asked.front().request.id, DecisionOutcome::approved, {}));
        office.window.press(WXK_ESCAPE);
        office.window.press(WXK_F8);
        REQUIRE(office.window.view() == View::payment);
        office.window.click("Go on as approved");
        CHECK(office.payment().shown()->refunds.size() == 1);
        office.payment().goOn(); // the key is still down
        REQUIRE(office.passUntil(
            [&] { return office.stored(number).charge.state == ChargeState::refunded; }));
        CHECK(office.payment().shown()->refunds.size() == 1);
        for (const auto& trade : office.simulator.ledger())
            CHECK(trade.refunded == fee);
    }
    SUBCASE("which the provider cannot make: the finance desk does")
    {
        agreed([&] { office.payment().handOver(); }); // not what the provider still gives back
        CHECK_FALSE(office.window.frame->notice().empty());
        CHECK(office.payment().shown()->handovers.empty());
        {
            wxTEST_DIALOG(office.payment().handOver(), SendsIt{}); // nor is a supervisor asked
        }
        CHECK(office.window.requests->waiting().empty());
        office.simulator.fault("refund_abnormal", "wechat.refund", {{"times", 1}});
        agreed([&] { office.payment().refund(); });
        REQUIRE(office.passUntil(
            [&] { return office.payment().told() == words::sentence(RefundStanding::stuck); }));
        office.window.press(WXK_F10);
        CHECK(only(office) == MoneyMatter::refundStuck);
        office.window.press(WXK_F9);
        office.list().question().field()->SetValue(toUi("银行卡已注销"));
        agreed([&] { office.list().question().answer(); });
        CHECK(office.list().items().empty());
        office.window.frame->openPayment(number, {});
        CHECK(office.payment().told() == words::sentence(RefundStanding::handedOver));
        CHECK(office.window.shows(toUi("银行卡已注销")));
        office.pass(std::chrono::hours{1});
        for (const auto& trade : office.simulator.ledger())
            CHECK(trade.refunded == fee); // the one that got stuck, and no second
    }
}

TEST_CASE("cash of a shift that is over goes back by the finance desk, also without a network")
{
    auto office = MoneyOffice{};
    office.window.station->electronic = nullptr; // the window takes cash only
    const auto clerk = office.window.actor("zhang");
    const auto number = office.window.confirmed("zhang", terminalDraft()).acceptanceNumber;
    REQUIRE(office.window.cash->payCash(clerk, number, fee, false));
    REQUIRE(office.window.cash->countDrawer(clerk, {{1000, 4}}));
    REQUIRE(office.window.cash->closeShift(clerk));
    withdraw(office, number);
    office.window.press(WXK_F10);
    CHECK(only(office) == MoneyMatter::cashOwed);
    office.window.press(WXK_F7);
    CHECK_FALSE(office.window.frame->notice().empty()); // there is no provider to ask
    office.window.press(WXK_F8);
    CHECK(office.window.view() == View::payment);
    office.payment().reason()->setValue("跨班退款");
    agreed([&] { office.window.press(WXK_F9); });
    CHECK(office.payment().told() == words::sentence(RefundStanding::handedOver));
    office.window.press(WXK_ESCAPE);
    CHECK(office.list().items().empty());
}
