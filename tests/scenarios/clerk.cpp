#include "tests/scenarios/clerk.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace guitai
{

namespace
{

constexpr auto float206 = std::array{"0", "1", "2", "4", "10", "20", "10", "10"};
constexpr auto largeNotesOnly = std::array{"4", "0", "0", "0", "0", "0", "0", "0"};

} // namespace

ScenarioClerk::ScenarioClerk(const Scenario& scenario, ScenarioOffice& office)
    : m_scenario(scenario), m_office(office), m_hands([&office] { return office.isBusy(); })
{
}

void ScenarioClerk::play()
{
    signIn("zhang");
    openShift();
    m_hands.countAnew();
    takeCase();
    if (m_scenario.approval)
        decide();
    if (m_scenario.end.state != CaseState::rejected) {
        pay();
        if (m_scenario.end.vouchers > 0)
            print();
    }
    m_counted = m_hands.presses();
    for (const auto& later : m_scenario.later)
        goOn(later);
}

void ScenarioClerk::signIn(const std::string& name)
{
    m_hands.until("the sign-in page",
                  [this] { return m_office.view() == MainFrame::View::signIn; });
    m_hands.untilFocus("User name");
    m_hands.type(name);
    m_hands.press(WXK_RETURN);
    m_hands.untilFocus("Password");
    m_hands.type(ScenarioOffice::password);
    m_hands.press(WXK_RETURN);
    m_hands.until("the window after the sign-in",
                  [this] { return m_office.view() != MainFrame::View::signIn; });
    m_hands.rest();
}

void ScenarioClerk::openShift()
{
    m_hands.untilFocus("shift");
    const auto isShort = m_scenario.find(What::shortOfChange) != nullptr;
    for (const auto* pieces : isShort ? largeNotesOnly : float206) {
        m_hands.type(pieces);
        m_hands.press(WXK_RETURN);
    }
    m_hands.press(WXK_RETURN);
    m_hands.until("the start page", [this] { return m_office.view() == MainFrame::View::home; });
}

/// Enter leads from what is missing to what is missing, until the case is filed.
void ScenarioClerk::takeCase()
{
    m_hands.press(WXK_F5);
    m_hands.untilFocus("declared");
    auto before = std::string{};
    constexpr auto mostVisits = 120;
    for (auto visits = 0; !isFiled(); ++visits) {
        if (visits > mostVisits)
            throw NeverCame("the case does not come to its end; the focus is on " + before);
        happenBefore(step());
        before = m_hands.focus();
        if (std::getenv("GUITAI_SCENARIO_TRACE") != nullptr)
            std::fprintf(stderr, "%4d %s\n", m_hands.presses(), before.c_str());
        if (answer(field()) == Then::enter)
            m_hands.press(WXK_RETURN);
    }
}

bool ScenarioClerk::isFiled()
{
    const auto at = step();
    return at == Step::payment || at == Step::voucher;
}

Step ScenarioClerk::step()
{
    const auto at = onScreen([this] { return m_office.step(); });
    if (!at)
        throw NeverCame("no case is open");
    return *at;
}

/// The name of the field with the focus, as the checklist knows it.
std::string ScenarioClerk::field()
{
    const auto names = m_hands.focus();
    for (auto from = std::size_t{1}; from < names.size();) {
        const auto end = names.find('/', from);
        const auto name = names.substr(from, end - from);
        const auto isPath =
            name.find('.') != std::string::npos && name.find(' ') == std::string::npos;
        if (isPath || name == "declared" || name == "kind" || name == "clerkReason" ||
            name == "photo" || name == "duplicateSeen")
            return name;
        from = end + 1;
    }
    return {};
}

bool ScenarioClerk::once(What kind)
{
    return m_scenario.find(kind) != nullptr && m_happened.insert(kind).second;
}

const MadeUpPerson& ScenarioClerk::standing() const
{
    return m_scenario.guardian ? m_scenario.guardian->person : m_scenario.applicant.person;
}

void ScenarioClerk::happenBefore(Step step)
{
    const auto isHere = [&](What kind) {
        const auto* mishap = m_scenario.find(kind);
        return mishap != nullptr && mishap->at == nameOf(step) && once(kind);
    };
    if (isHere(What::restart))
        startAgain();
    if (isHere(What::park)) {
        m_hands.press(WXK_F4);
        resume();
    }
    if (isHere(What::lock)) {
        m_hands.press(WXK_F12);
        m_hands.untilFocus("Password");
        m_hands.type(ScenarioOffice::password);
        m_hands.press(WXK_RETURN);
        m_hands.until("the case after the lock",
                      [this] { return m_office.view() == MainFrame::View::caseFlow; });
    }
}

void ScenarioClerk::startAgain()
{
    onScreen([this] {
        m_office.restart();
        return true;
    });
    signIn("zhang");
    resume();
}

/// The draft stands alone on the start page.
void ScenarioClerk::resume()
{
    m_hands.until("the start page", [this] { return m_office.view() == MainFrame::View::home; });
    m_hands.rest();
    m_hands.press('R', wxMOD_ALT);
    m_hands.press(WXK_RETURN);
    m_hands.until("the draft", [this] { return m_office.step().has_value(); });
    m_hands.rest();
}

} // namespace guitai
