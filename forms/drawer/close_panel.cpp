#include "forms/drawer/close_panel.h"

#include "forms/approvals/request_standing.h"
#include "forms/case/amounts.h"
#include "forms/drawer/cash_count_panel.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/fact_list.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace guitai
{

ClosePanel::ClosePanel(wxWindow* parent, const Around& around) : DrawerPanel(parent, around)
{
    heading(_("Count and close"),
            _("Count every note and coin. What should be there is told when the count is given; "
              "from then on no cash moves through this drawer."));
    m_countPart = buildCount();
    m_resultPart = buildResult();
    column()->Add(m_countPart, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(8)));
    column()->Add(m_resultPart, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(8)));
}

wxWindow* ClosePanel::buildCount()
{
    auto* part = new wxPanel(this);
    m_count = new CashCountPanel(part);
    m_countNote = new Note(part);
    m_give = new ActionButton(part, _("&Give the count"), _("Enter"), ActionButton::Weight::main);
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(m_count, wxSizerFlags().Expand());
    inside->Add(m_countNote, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    inside->Add(m_give, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    part->SetSizer(inside);
    m_count->onFault(
        [this](const wxString& sentence) { m_countNote->say(Note::Tone::caution, sentence); });
    m_count->onEnd([this] { m_give->SetFocus(); });
    m_give->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (m_again)
            countAgain();
        else
            giveCount({});
    });
    return part;
}

wxWindow* ClosePanel::buildResult()
{
    auto* part = new wxPanel(this);
    m_facts = new FactList(part);
    m_verdict = new Note(part);
    m_note = new Note(part);
    m_request = new RequestStanding(part, station(), shell(), [this] { loadRequest(); });
    m_reasonLabel = new wxStaticText(part, wxID_ANY, _("&Reason, as it will stand on the report"));
    m_reason =
        new wxTextCtrl(part, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    giveFieldHeight(m_reason);
    nameForScreenReaders(m_reason, words::field("reason"));
    m_close = new ActionButton(part, _("&Close the shift"), _("Enter"), ActionButton::Weight::main);
    m_handOver = new ActionButton(
        part, _("&Hand over to the next clerk"), "Alt+H", ActionButton::Weight::plain);
    m_recount = new ActionButton(
        part, _("Count &again, with a witness"), "Alt+A", ActionButton::Weight::quiet);
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(m_facts, wxSizerFlags().Expand());
    inside->Add(m_verdict, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    inside->Add(m_request, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    inside->Add(m_reasonLabel, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    inside->Add(m_reason, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    inside->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    inside->Add(m_close, wxSizerFlags().Expand().Border(wxTOP, FromDIP(14)));
    inside->Add(m_handOver, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    inside->Add(m_recount, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    part->SetSizer(inside);
    m_reason->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { m_close->SetFocus(); });
    m_close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { end(End::close); });
    m_handOver->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { end(End::handOver); });
    m_recount->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        m_again = true;
        showState();
    });
    return part;
}

void ClosePanel::begin()
{
    m_again = false;
    m_reason->ChangeValue({});
    setBusy({});
    showState();
}

void ClosePanel::showState()
{
    const auto& drawer = host().drawer();
    const auto isCounting = !drawer || !drawer->counted || m_again;
    m_countPart->Show(isCounting);
    m_resultPart->Show(!isCounting);
    m_countNote->say(Note::Tone::plain, {});
    m_note->say(Note::Tone::plain, {});
    if (isCounting) {
        m_count->clear();
        m_count->focusFirst();
    } else {
        showResult(*drawer->counted);
    }
    Layout();
}

void ClosePanel::showResult(const DrawerFacts::Counted& counted)
{
    const auto difference = counted.difference();
    m_facts->setFacts({{_("Counted"), yuan(counted.total)},
                       {_("Expected in the drawer"), yuan(counted.expected)}});
    const auto isEven = difference == Money{};
    if (isEven)
        m_verdict->say(Note::Tone::good, _("The drawer holds what it should."));
    else if (difference > Money{})
        m_verdict->say(Note::Tone::caution,
                       wxString::Format(_("%s more than expected."), yuan(difference)));
    else
        m_verdict->say(Note::Tone::caution,
                       wxString::Format(_("%s less than expected."), yuan(Money{} - difference)));
    m_reasonLabel->Show(!isEven);
    m_reason->Show(!isEven);
    if (isEven)
        m_close->SetFocus();
    else
        m_reason->SetFocus();
    showRequest({});
    loadRequest();
}

void ClosePanel::giveCount(const std::optional<Actor>& witness)
{
    if (!m_give->IsThisEnabled())
        return;
    const auto typed = m_count->count();
    if (!typed)
        return;
    setBusy(_("The count is being stored"));
    run(
        [&cash = station().cash, actor = shell().actor(), count = *typed, witness] {
            return cash.countDrawer(actor, count, witness);
        },
        [this](const Result<Shift>& answer) { counted(answer); });
}

void ClosePanel::countAgain()
{
    if (!m_count->count())
        return;
    const auto witness = shell().askSecondPerson(
        _("A witness of the count"),
        _("The drawer was counted already. A colleague watches the second count and signs in."),
        Operation::witnessCash);
    if (witness)
        giveCount(witness);
}

void ClosePanel::counted(const Result<Shift>& answer)
{
    setBusy({});
    if (!answer) {
        m_countNote->say(Note::Tone::bad, words::sentence(answer.refusal()));
        Layout();
        return;
    }
    m_again = false;
    host().drawerChanged(factsOf(answer.value()));
    showState();
}

void ClosePanel::end(End how)
{
    const auto isUnexplained =
        m_reason->IsShown() && m_reason->GetValue().Strip().empty() && !m_request->isUsable();
    if (!isUnexplained)
        return end(how, {});
    m_note->say(Note::Tone::caution, _("Say why the count differs; it stands on the report."));
    m_reason->SetFocus();
    Layout();
}

void ClosePanel::end(End how, const std::optional<Actor>& supervisor)
{
    if (!m_close->IsThisEnabled())
        return;
    auto taker = std::optional<Actor>{};
    if (how == End::handOver) {
        const auto& counted = host().drawer()->counted;
        taker = shell().askSecondPerson(
            _("Who takes the drawer over"),
            wxString::Format(_("The next clerk looks at the count of %s and signs in here. With "
                               "that both sign for the drawer."),
                             yuan(counted->total)),
            Operation::openShift);
        if (!taker)
            return;
    }
    send(how, supervisor, taker);
}

void ClosePanel::send(End how,
                      const std::optional<Actor>& supervisor,
                      const std::optional<Actor>& taker)
{
    setBusy(_("The shift is being closed"));
    auto closing = ShiftClosing{fromUi(m_reason->GetValue()), supervisor};
    if (!supervisor && m_request->isUsable())
        closing.request = m_request->shown()->request.id;
    run(
        [&cash = station().cash, actor = shell().actor(), closing, taker]() -> Result<Shift> {
            if (!taker)
                return cash.closeShift(actor, closing);
            const auto done = cash.handOver(actor, *taker, closing);
            if (!done)
                return done.refusals();
            return done.value().closed;
        },
        [this, how, taker](const Result<Shift>& closed) {
            setBusy({});
            if (!closed)
                return refused(how, closed.refusal());
            ended(closed.value(),
                  taker ? wxString::Format(
                              _("The drawer is handed over. %s signs in at this window now."),
                              toUi(taker->userId))
                        : _("The shift is closed. Print the report and sign it."));
        });
}

/// What only a supervisor lets pass is asked for at once; everything else is said.
void ClosePanel::refused(End how, const Refusal& refusal)
{
    const auto needsSupervisor = refusal.code == Refusal::Code::supervisorNeeded ||
                                 refusal.code == Refusal::Code::attemptsUnknown;
    m_note->say(needsSupervisor ? Note::Tone::caution : Note::Tone::bad, words::sentence(refusal));
    if (refusal.code == Refusal::Code::attemptsUnknown) { // explained, too
        m_reasonLabel->Show();
        m_reason->Show();
    }
    Layout();
    if (!needsSupervisor)
        return;
    if (m_reason->GetValue().Strip().empty())
        return m_reason->SetFocus();
    const auto answer = shell().askSupervisorOrSend(words::sentence(refusal));
    if (answer.supervisor)
        end(how, answer.supervisor);
    else if (answer.send)
        sendRequest();
}

void ClosePanel::ended(const Shift& closed, const wxString& sentence)
{
    session().shiftClosed();
    host().drawerChanged({});
    shell().notify(Shell::Tone::information, sentence);
    host().showPaper({.kind = PaperChoice::Kind::closed, .number = closed.close->number});
}

void ClosePanel::setBusy(const wxString& why)
{
    for (auto* button : {m_give, m_close, m_handOver, m_recount})
        button->setReason(why);
}

} // namespace guitai
