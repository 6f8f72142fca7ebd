#include "tests/forms/counter/counter_office.h"

#include "forms/case/case_flow_page.h"
#include "forms/case/step_rail.h"
#include "forms/frame/worker_thread.h"
#include "forms/widgets/list_table.h"
#include "tests/forms/below.h"
#include "tests/services/cases/example_draft.h"

#include <wx/app.h>

#include <stdexcept>

namespace guitai
{

using namespace std::chrono_literals;

namespace
{

constexpr auto patienceOfTheWindow = 30s;

/// Another person with the same lost card.
Draft draftOf(int person)
{
    constexpr auto firstOrder = 100;
    auto draft = terminalDraft();
    draft.id = std::to_string(person) + draft.id.substr(1);
    draft.applicant.citizenNumber = numberOf(
        "110108", std::chrono::year{1995} / std::chrono::December / 12, firstOrder + 2 * person);
    return draft;
}

} // namespace

const std::vector<std::string> CounterOffice::float206{"0", "1", "2", "4", "10", "20", "10", "10"};

CounterOffice::CounterOffice(int cases)
    : window(std::make_unique<WorkerThread>()), simulator(window.window.clock)
{
    waitForRest();
    for (auto i = 0; i < cases; ++i)
        ask([this, i] { return window.confirmed("zhang", draftOf(i)); });
    m_station = std::make_unique<ElectronicStation>(
        ElectronicChannels::ofStation(
            {simulator.process().clients(), window.window.clock, m_random, m_log}),
        ElectronicStation::Parts{window.parts(), Assets{}, *window.station, m_log});
    window.station->electronic = &m_station->payment();
    waitForRest();
}

CounterOffice::~CounterOffice()
{
    m_station.reset();
    wxTheApp->ProcessPendingEvents(); // what it told last, while somebody listens
}

void CounterOffice::waitForRest()
{
    if (!liveUntil([this] { return isIdle(); }, patienceOfTheWindow))
        throw std::runtime_error("the window does not come to rest");
}

void CounterOffice::beginDay()
{
    auto& hands = keys.hands();
    keys.fill("User name", "zhang");
    keys.fill("Password", FrameWindow::password);
    hands.untilFocus("shift");
    for (const auto& pieces : float206) {
        hands.type(pieces);
        hands.key(WXK_RETURN);
    }
    hands.key(WXK_RETURN);
    hands.until("waiting for the start page",
                [this] { return view() == MainFrame::View::home && isIdle(); });
    keys.play();
}

void CounterOffice::openWaiting(int line)
{
    auto& hands = keys.hands();
    m_opened = home().waiting().rows().at(static_cast<std::size_t>(line)).key;
    hands.key('W', wxMOD_ALT);
    hands.untilFocus("What waits");
    for (auto i = 0; i < line; ++i)
        hands.key(WXK_DOWN);
    hands.key(WXK_RETURN);
    hands.until("waiting for the payment step", [this] {
        return view() == MainFrame::View::caseFlow && currentStep() == Step::payment && isIdle();
    });
    keys.play();
}

void CounterOffice::agree(const std::string& colleague)
{
    keys.fill("User name", colleague);
    keys.fill("Password", FrameWindow::password);
    keys.hands().until("waiting for the second person's sign-in", [this] {
        return isIdle() && !Player::isFocusOn("Password") && !Player::isFocusOn("User name");
    });
    keys.play();
}

void CounterOffice::goHome()
{
    keys.hands().key(WXK_ESCAPE);
    keys.hands().until("waiting for the start page",
                       [this] { return view() == MainFrame::View::home && isIdle(); });
    keys.play();
}

void CounterOffice::lookAround()
{
    using View = MainFrame::View;
    auto& hands = keys.hands();
    const auto go = [&](int key, View wanted) {
        hands.key(key);
        hands.until("waiting for a page", [this, wanted] { return view() == wanted; });
        hands.rest();
    };
    go(WXK_F10, View::money);
    go(WXK_F3, View::search);
    hands.type("110108");
    go(WXK_F2, View::drawer);
    go(WXK_ESCAPE, View::home);
    keys.play();
    openWaiting();
}

CaseFlowPage& CounterOffice::flow()
{
    return dynamic_cast<CaseFlowPage&>(window.frame->page(MainFrame::View::caseFlow));
}

ElectronicPart& CounterOffice::part()
{
    auto* found = below<ElectronicPart>(flow());
    if (!found)
        throw std::runtime_error("the payment step was not opened");
    return *found;
}

std::optional<PaymentStage> CounterOffice::stage()
{
    const auto& shown = part().view();
    return shown ? std::optional{shown->stage} : std::nullopt;
}

std::string CounterOffice::order()
{
    const auto& shown = part().view();
    return shown && !shown->attempts.empty() ? shown->attempts.front().orderNumber : std::string{};
}

Step CounterOffice::currentStep()
{
    return below<StepRail>(flow())->current();
}

HomePage& CounterOffice::home()
{
    return dynamic_cast<HomePage&>(window.frame->page(MainFrame::View::home));
}

MoneyPage& CounterOffice::money()
{
    return dynamic_cast<MoneyPage&>(window.frame->page(MainFrame::View::money));
}

RefundPage& CounterOffice::refundPage()
{
    return dynamic_cast<RefundPage&>(window.frame->page(MainFrame::View::payment));
}

void CounterOffice::pass(std::chrono::seconds time)
{
    simulator.pass(time);
    ask([wake = m_station->payment().wake] {
        wake();
        return Done{};
    });
}

bool CounterOffice::passUntil(const std::function<bool()>& holds)
{
    constexpr auto steps = 300;
    for (auto i = 0; i < steps; ++i) {
        if (liveUntil(holds, 200ms))
            return true;
        pass(2s);
    }
    return liveUntil(holds, patienceOfTheWindow);
}

Case CounterOffice::stored()
{
    return ask([this, number = m_opened] { return window.cases->load(number).value(); });
}

} // namespace guitai
