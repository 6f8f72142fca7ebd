#include "forms/case/case_flow_parts.h"

#include "forms/case/case_side.h"
#include "forms/case/practice_cards_strip.h"
#include "forms/case/step_rail.h"
#include "forms/text.h"

#include <wx/button.h>

namespace guitai
{

namespace
{

/// Narrower, and the fields need the room of the steps' names.
constexpr int widthForNames = 1100;

} // namespace

CaseFlowPage::Parts::Parts(CaseFlowPage& page, Workstation& workstation, Shell& window)
    : owner(page), shell(window), session(workstation, window), leaving(session, &page)
{
    // The middle first: Tab starts in the fields, then the side, then the rail.
    middle = new wxPanel(&owner);
    middle->SetSizer(new wxBoxSizer(wxVERTICAL));
    cards = new CardIntake(middle, session, [this](CardUse use) { cardTaken(use); });
    middle->GetSizer()->Add(cards, wxSizerFlags().Expand());
    side = new CaseSide(&owner, session);
    rail = new StepRail(&owner);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(rail, wxSizerFlags().Expand());
    row->Add(middle, wxSizerFlags(1).Expand());
    row->Add(side, wxSizerFlags().Expand());
    owner.SetSizer(row);

    owner.Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        const auto narrow = event.GetSize().GetWidth() < owner.FromDIP(widthForNames);
        side->setNarrow(narrow);
        rail->setCompact(narrow);
        event.Skip();
    });
    rail->onChoose([this](Step chosen) { goToStep(chosen); });
    side->onActions({.main = [this] { mainAction().run(); },
                     .print = [this] { print(); },
                     .park = [this] { park(); },
                     .discard = [this] { leaving.discard(); },
                     .goTo = [this](const ChecklistItem& item) { goTo(item); }});
    session.onChange([this] { refresh(); });
    owner.Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { onCharHook(event); });
}

StepPage& CaseFlowPage::Parts::page(Step wanted)
{
    auto& made = pages[wanted];
    if (!made) {
        made = makeStep(wanted, middle, session, *this);
        made->Hide();
        middle->GetSizer()->Add(made, wxSizerFlags(1).Expand());
    }
    return *made;
}

void CaseFlowPage::Parts::bring(Step next)
{
    if (shown)
        shown->leaving();
    cards->dismiss();
    auto& coming = page(next);
    if (shown && shown != &coming)
        shown->Hide();
    step = next;
    shown = &coming;
    coming.Show();
    coming.load();
    coming.FitInside();
    coming.Scroll(0, 0);
    offerPracticeCards();
    middle->Layout();
    refresh();
}

void CaseFlowPage::Parts::goToStep(Step next)
{
    if (!session.isOpen() || !mayShow(next, facts()))
        return;
    shell.clearNotice();
    session.save();
    bring(next);
    current().focusFirst();
}

void CaseFlowPage::Parts::goToNextStep()
{
    const auto next = stepAfter(step, facts());
    if (next && mayShow(*next, facts()))
        goToStep(*next);
}

void CaseFlowPage::Parts::focusMainAction()
{
    refreshActions();
    if (!owner.IsShownOnScreen())
        return; // money came while the clerk looks at another page
    if (side->mainButton()->IsEnabled())
        side->mainButton()->SetFocus();
    else
        rail->SetFocus();
}

void CaseFlowPage::Parts::refreshActions()
{
    if (shown)
        side->refresh(mainAction(), _("Enter"), whyNoPrint());
}

void CaseFlowPage::Parts::refresh()
{
    if (!shown)
        return;
    shown->refresh();
    showRail();
    refreshActions();
}

void CaseFlowPage::Parts::showRail()
{
    auto entries = std::array<StepRail::Entry, allSteps.size()>{};
    for (const auto each : allSteps)
        entries[static_cast<std::size_t>(each)] = {stateOf(each, facts()), mayShow(each, facts())};
    rail->show(step, entries);
}

MainAction CaseFlowPage::Parts::mainAction()
{
    if (auto own = current().mainAction())
        return *own;
    const auto next = stepAfter(step, facts());
    // TRANSLATORS: the main button; the name of the next step follows
    return {wxString::Format(_("Next: %s"), next ? words::name(*next) : wxString{}), {}, [this] {
                goToNextStep();
            }};
}

wxString CaseFlowPage::Parts::whyNoPrint() const
{
    if (const auto& confirmed = session.confirmed()) {
        if (confirmed->state == CaseState::awaitingApproval)
            return _("Cannot print: a supervisor has not decided yet.");
        if (confirmed->state == CaseState::awaitingPayment)
            return _("Cannot print: the fee is not paid yet.");
        if (session.printed())
            return _("Printed. A reprint is made on the page of the case.");
        return {};
    }
    const auto open = session.openItems();
    if (open.empty())
        return _("Cannot print: not confirmed and signed yet.");
    const auto first = words::phrase(open.front());
    const auto others = static_cast<int>(open.size()) - 1;
    if (others == 0)
        return wxString::Format(_("Cannot print, still open: %s (F8)"), first);
    return wxString::Format(wxPLURAL("Cannot print, still open: %s and %d more (F8)",
                                     "Cannot print, still open: %s and %d more (F8)",
                                     static_cast<unsigned>(others)),
                            first,
                            others);
}

bool CaseFlowPage::Parts::focusIsOnButton() const
{
    auto* focused = wxWindow::FindFocus();
    return wxDynamicCast(focused, wxButton) || focused == rail;
}

void CaseFlowPage::Parts::onCharHook(wxKeyEvent& event)
{
    const auto key = event.GetKeyCode();
    const auto onlyAlt = event.GetModifiers() == wxMOD_ALT;
    if (onlyAlt && key >= '0' && key <= '9') {
        goToStep(allSteps[static_cast<std::size_t>(key == '0' ? 9 : key - '1')]);
        return;
    }
    const auto isEnter = key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
    if (isEnter && enter.isHeld())
        return; // one press: it must not confirm, pay and print in one go
    if (isEnter && event.GetModifiers() == wxMOD_CONTROL && mainAction().reason.empty()) {
        mainAction().run();
        return;
    }
    if (isEnter && event.GetModifiers() == wxMOD_NONE && !focusIsOnButton()) {
        enterPressed();
        return;
    }
    event.Skip();
}

/// To the next field with something missing on this step; when there is none, the main action.
void CaseFlowPage::Parts::enterPressed()
{
    if (current().takeEnter() || goToMissingHere())
        return;
    const auto action = mainAction();
    if (action.reason.empty())
        action.run();
    else
        goToNextMissing();
}

bool CaseFlowPage::Parts::goToMissingHere()
{
    const auto here = current().focusedPath();
    const auto at = current().orderOf(here);
    const ChecklistItem* before = nullptr;
    const auto open = session.openItems();
    for (const auto& item : open) {
        if (item.step != step || current().fieldAt(pathOf(item)) == nullptr)
            continue;
        const auto order = current().orderOf(pathOf(item));
        if (!here.empty() && order == at)
            continue; // where we are: Enter never holds the clerk back
        if (here.empty() || order > at)
            return current().focusField(pathOf(item));
        if (!before)
            before = &item;
    }
    return before && current().focusField(pathOf(*before));
}

void CaseFlowPage::Parts::goTo(const ChecklistItem& item)
{
    if (!mayShow(item.step, facts()))
        return;
    if (step != item.step)
        goToStep(item.step);
    if (!current().focusField(pathOf(item)))
        current().focusFirst();
}

void CaseFlowPage::Parts::goToNextMissing()
{
    const auto open = session.openItems();
    if (open.empty()) {
        if (!session.confirmed())
            goToStep(Step::confirmation);
        return;
    }
    const auto here = current().focusedPath();
    const auto at = here.empty() ? -1 : static_cast<int>(current().orderOf(here));
    for (const auto& item : open) {
        const auto order = static_cast<int>(page(item.step).orderOf(pathOf(item)));
        if (item.step > step || (item.step == step && order > at))
            return goTo(item);
    }
    goTo(open.front());
}

void CaseFlowPage::Parts::print()
{
    if (!whyNoPrint().empty()) {
        shell.notify(Shell::Tone::warning, whyNoPrint());
        return;
    }
    if (step != Step::voucher)
        goToStep(Step::voucher);
    current().takeKey(WXK_F9);
}

void CaseFlowPage::Parts::park()
{
    current().leaving();
    leaving.park();
}

/// The step that a card concerns shows what it says, and the focus goes to what is still missing.
void CaseFlowPage::Parts::cardTaken(CardUse use)
{
    if (use != CardUse::applicant && step == Step::applicant)
        shell.notify(Shell::Tone::information, _("The card was taken as the guardian's."));
    if (step == Step::category)
        shell.notify(Shell::Tone::information,
                     use == CardUse::applicant ? _("The card was taken as the applicant's.")
                                               : _("The card was taken as the guardian's."));
    current().load();
    if (step != Step::category && !goToMissingHere())
        focusMainAction();
}

void CaseFlowPage::Parts::offerPracticeCards()
{
    const auto wanted = step == Step::category || step == Step::applicant ||
                        step == Step::guardian || step == Step::delivery;
    auto* station = session.station().cards;
    if (!practiceCards && wanted && station && station->practice) {
        practiceCards = new PracticeCardsStrip(middle, *station->practice);
        middle->GetSizer()->Add(practiceCards, wxSizerFlags().Expand());
    }
    if (!practiceCards)
        return;
    // Below the step, which may have been made later.
    middle->GetSizer()->Detach(practiceCards);
    middle->GetSizer()->Add(practiceCards, wxSizerFlags().Expand());
    practiceCards->Show(wanted && !session.confirmed());
}

} // namespace guitai
