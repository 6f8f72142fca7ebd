#include "app/practice/player.h"
#include "tests/scenarios/clerk.h"

#include <thread>

namespace guitai
{

using namespace std::chrono_literals;

void ScenarioClerk::answerSignIn(const std::string& name)
{
    m_hands.untilFocus("User name");
    m_hands.type(name);
    m_hands.press(WXK_RETURN);
    m_hands.untilFocus("Password");
    if (once(What::wrongPassword)) {
        m_hands.type("not-the-password");
        m_hands.press(WXK_RETURN);
        m_hands.untilFocus("Password");
    }
    m_hands.type(ScenarioOffice::password);
    m_hands.press(WXK_RETURN);
}

void ScenarioClerk::decide()
{
    if (m_scenario.approval->ownDesk)
        decideAtOwnDesk();
    else
        decideHere();
}

/// The supervisor signs in at the clerk's window, once an exception.
void ScenarioClerk::decideHere()
{
    const auto isRejected = m_scenario.approval->outcome == DecisionOutcome::rejected;
    if (once(What::ownApproval)) {
        m_hands.press('A', wxMOD_ALT);
        answerSignIn("zhang");
        m_hands.press(WXK_ESCAPE);
        m_hands.rest();
    }
    for (auto left = m_scenario.end.exceptions.size(); left > 0; --left) {
        if (isRejected) {
            m_hands.press(WXK_TAB, wxMOD_SHIFT); // the reason stands before the buttons
            m_hands.type(m_scenario.approval->reason);
        }
        m_hands.press(isRejected ? 'R' : 'A', wxMOD_ALT);
        answerSignIn("wang");
        m_hands.until("the decision", [this] {
            return m_office.view() == MainFrame::View::caseFlow && !Player::isFocusOn("Password") &&
                   !Player::isFocusOn("User name");
        });
        m_hands.rest();
        if (isRejected)
            return;
    }
}

void ScenarioClerk::decideAtOwnDesk()
{
    const auto goHome = [this] {
        m_hands.press(WXK_ESCAPE);
        m_hands.until("the start page",
                      [this] { return m_office.view() == MainFrame::View::home; });
    };
    const auto openWaiting = [this] {
        m_hands.press('W', wxMOD_ALT);
        m_hands.press(WXK_RETURN);
        m_hands.rest();
    };
    goHome();
    m_hands.press('Q', wxMOD_CONTROL);
    signIn("wang");
    m_hands.press(WXK_ESCAPE); // no drawer: this person only decides
    m_hands.until("the start page", [this] { return m_office.view() == MainFrame::View::home; });
    openWaiting();
    for (auto left = m_scenario.end.exceptions.size(); left > 0; --left)
        m_hands.press('P', wxMOD_ALT);
    goHome();
    m_hands.press('Q', wxMOD_CONTROL);
    signIn("zhang");
    m_hands.until("the start page", [this] { return m_office.view() == MainFrame::View::home; });
    openWaiting();
}

void ScenarioClerk::pay()
{
    for (const auto& payment : m_scenario.payments) {
        m_hands.untilFocus("tendered");
        switch (payment.by) {
        case ScenarioPayment::By::cash:
            payCash(payment);
            break;
        case ScenarioPayment::By::paymentCode:
            payByCode(payment);
            break;
        case ScenarioPayment::By::weChat:
        case ScenarioPayment::By::alipay:
            payOnScreen(payment);
            break;
        }
    }
}

void ScenarioClerk::payCash(const ScenarioPayment& payment)
{
    const auto typeAmount = [this](const std::string& yuan) {
        m_hands.press('A', wxMOD_CONTROL);
        m_hands.digits(yuan);
    };
    if (once(What::tooLittle)) {
        typeAmount("5");
        m_hands.press(WXK_RETURN); // refused beside the field
    }
    if (once(What::mistypedCash)) {
        typeAmount(m_scenario.find(What::mistypedCash)->value);
        m_hands.press(WXK_RETURN); // so much change is asked about
        m_hands.press('E', wxMOD_ALT);
        m_hands.untilFocus("tendered");
    }
    const auto text = payment.tendered.text();
    const auto yuan = text.substr(0, text.find('.'));
    if (m_answered.insert("tendered").second && m_happened.empty())
        m_hands.digits(yuan);
    else
        typeAmount(yuan);
    m_hands.press(WXK_RETURN);
    m_hands.until("the receipt", [] { return !Player::isFocusOn("tendered"); });
    m_hands.rest();
}

void ScenarioClerk::payByCode(const ScenarioPayment& payment)
{
    m_hands.type(payment.code); // a scanner types where the focus is
    m_hands.press(WXK_RETURN);
    waitUntilPaid();
}

std::string ScenarioClerk::order()
{
    return onScreen([this] {
        const auto* view = m_office.payment();
        return view != nullptr && *view && !(*view)->attempts.empty()
                   ? (*view)->attempts.front().orderNumber
                   : std::string{};
    });
}

void ScenarioClerk::passUntil(const std::string& what, const std::function<bool()>& holds)
{
    constexpr auto steps = 300;
    for (auto i = 0; i < steps; ++i) {
        m_hands.rest();
        if (onScreen(holds))
            return;
        onScreen([this] {
            m_office.pass(2s);
            return true;
        });
        std::this_thread::sleep_for(3ms); // the provider is a process of its own
    }
    throw NeverCame("waited for " + what + "; the focus is on " + m_hands.focus());
}

void ScenarioClerk::waitUntilPaid()
{
    passUntil("the payment", [this] {
        const auto* view = m_office.payment();
        return view == nullptr || (*view && (*view)->state == ChargeState::settled);
    });
    m_hands.rest();
}

void ScenarioClerk::payOnScreen(const ScenarioPayment& payment)
{
    using Citizen = ScenarioPayment::Citizen;
    const auto isWeChat = payment.by == ScenarioPayment::By::weChat;
    const auto channel = isWeChat ? GatewayChannel::weChat : GatewayChannel::alipay;
    m_hands.press(isWeChat ? 'W' : 'L', wxMOD_ALT);
    passUntil("the code", [this] {
        const auto* view = m_office.payment();
        return view != nullptr && *view && !(*view)->attempts.empty() &&
               !(*view)->attempts.front().code.empty();
    });
    const auto shown = order();
    auto& providers = m_office.providers();
    switch (payment.citizen) {
    case Citizen::pays:
        providers.citizen("scan", channel, shown);
        if (!providers.citizen("pay", channel, shown))
            throw NeverCame("the telephone refuses: " + providers.why());
        waitUntilPaid();
        return;
    case Citizen::walksOff:
        providers.citizen("scan", channel, shown);
        return giveUp();
    case Citizen::ignores:
        return giveUp();
    case Citizen::paysLate:
        m_latePayment = shown;
        return giveUp();
    case Citizen::expires:
        passUntil("the end of the code", [this] { return m_office.cashIsFree(); });
        return;
    }
}

void ScenarioClerk::giveUp()
{
    m_hands.press('C', wxMOD_ALT);
    passUntil("the end of the code", [this] { return m_office.cashIsFree(); });
}

void ScenarioClerk::print()
{
    const auto before = m_office.papers().size();
    m_hands.until("the last step", [this] {
        const auto at = m_office.step();
        return at == Step::payment || at == Step::voucher;
    });
    if (once(What::printerJam)) {
        onScreen([this] { return m_office.jamPrinter(true), true; });
        m_hands.press(WXK_F9);
        onScreen([this] { return m_office.jamPrinter(false), true; });
        m_hands.press('N', wxMOD_ALT); // it did not come out
    }
    m_hands.press(WXK_F9);
    m_hands.until("the voucher", [this, before] { return m_office.papers().size() > before; });
    m_hands.rest();
}

void ScenarioClerk::goOn(const ScenarioLater& later)
{
    using Kind = ScenarioLater::Kind;
    if (later.kind == Kind::refundLate)
        return payLate(later.reason);
    if (onScreen([this] { return m_office.view(); }) == MainFrame::View::caseFlow) {
        m_hands.press('P', wxMOD_ALT);
        m_hands.until("the page of the case",
                      [this] { return m_office.view() == MainFrame::View::record; });
    }
    m_hands.rest();
    switch (later.kind) {
    case Kind::reprint:
        m_hands.press(WXK_F9);
        m_hands.type(later.reason);
        m_hands.press(WXK_RETURN);
        break;
    case Kind::withdraw:
        m_hands.press('D', wxMOD_ALT);
        m_hands.type(later.reason);
        m_hands.press(WXK_RETURN);
        if (m_scenario.end.tender && *m_scenario.end.tender != Tender::exempt)
            answerSignIn("wang");
        break;
    case Kind::ready:
        m_hands.press('A', wxMOD_ALT);
        break;
    case Kind::handOver:
        handOverTheCard();
        break;
    case Kind::refundLate:
        break;
    }
    m_hands.rest();
}

/// To whom the case expects; a proxy shows the papers, and the cards that are out come back.
void ScenarioClerk::handOverTheCard()
{
    m_hands.press('O', wxMOD_ALT);
    if (m_scenario.delivery.method == DeliveryMethod::proxy)
        m_hands.press(WXK_SPACE);
    m_hands.press(WXK_RETURN); // hands over, or leads to the next open answer
    constexpr auto cards = 2;
    const auto isOpen = [] {
        const auto* panel = wxWindow::FindWindowByName("handOver");
        return panel != nullptr && panel->IsShownOnScreen();
    };
    for (auto i = 0; i < cards && onScreen(isOpen); ++i) {
        m_hands.press(WXK_DOWN);
        m_hands.press(WXK_RETURN);
        m_hands.rest();
    }
}

/// The code was photographed before it was given up; the list of unsettled money learns of it, and
/// a second person agrees that the money goes back.
void ScenarioClerk::payLate(const std::string& reason)
{
    auto& providers = m_office.providers();
    providers.citizen("scan", GatewayChannel::alipay, m_latePayment);
    if (!providers.citizen("pay", GatewayChannel::alipay, m_latePayment))
        throw NeverCame("the telephone refuses: " + providers.why());
    m_hands.press(WXK_F10);
    m_hands.until("the money that is not settled",
                  [this] { return m_office.isWatched(MoneyMatter::watched); });
    m_hands.rest();
    m_hands.press(WXK_F7);
    passUntil("the late payment", [this] { return m_office.isWatched(MoneyMatter::paidTwice); });
    m_hands.press(WXK_F8);
    m_hands.untilFocus("Reason");
    m_hands.type(reason);
    m_hands.press(WXK_RETURN);
    answerSignIn("wang");
    passUntil("the refund", [this] { return m_office.isRefundDone(); });
}

} // namespace guitai
