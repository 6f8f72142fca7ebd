#include "forms/frame/shift_page.h"

#include "forms/drawer/cash_count_panel.h"
#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/middle_column.h"
#include "forms/widgets/native_style.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace guitai
{

ShiftPage::ShiftPage(wxWindow* parent, Workstation& workstation, Shell& shell, Session& session)
    : Page(parent), m_workstation(workstation), m_shell(shell), m_session(session)
{
    build();
}

void ShiftPage::build()
{
    SetName("shift"); // the practice play waits for it
    m_middle = new MiddleColumn(this);
    auto* card = new Card(m_middle, theme::Role::panel, theme::Role::border);
    auto* title = new wxStaticText(card, wxID_ANY, _("Open the shift"));
    title->SetFont(theme::font(theme::Text::title));
    auto* hint = new wxStaticText(
        card, wxID_ANY, _("Count the money in the drawer. Enter goes to the next line."));
    theme::paint(hint, {.text = theme::Role::mutedText});
    m_note = new Note(card);
    m_count = new CashCountPanel(card);
    buildReason(card);
    m_submit = new ActionButton(card, _("&Open the shift"), _("Enter"), ActionButton::Weight::main);
    auto* later =
        new ActionButton(card, _("&Later, no cash until then"), "Esc", ActionButton::Weight::quiet);

    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(title);
    inside->Add(hint, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(8)));
    inside->Add(m_count, wxSizerFlags().Expand());
    inside->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    inside->Add(m_reasonLabel, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    inside->Add(m_reason, wxSizerFlags().Expand());
    inside->Add(m_submit, wxSizerFlags().Expand().Border(wxTOP, FromDIP(14)));
    inside->Add(later, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(inside, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(24)));
    card->SetSizer(padded);
    card->SetMinSize(wxSize(FromDIP(600), -1));
    m_middle->add(card);
    m_count->onFault(
        [this](const wxString& sentence) { m_note->say(Note::Tone::caution, sentence); });
    m_count->onEnd([this] { m_submit->SetFocus(); });
    m_count->onTotal([this] { m_middle->arrange(); });
    m_submit->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submit(); });
    later->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_shell.goHome(); });
}

/// Asked for only when the float is not what the last drawer held.
void ShiftPage::buildReason(wxWindow* parent)
{
    m_reasonLabel = new wxStaticText(parent, wxID_ANY, words::field("reason"));
    m_reason = new wxTextCtrl(
        parent, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    giveFieldHeight(m_reason);
    nameForScreenReaders(m_reason, words::field("reason"));
    m_reason->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { submit(); });
}

void ShiftPage::askReason(bool asked)
{
    m_reasonLabel->Show(asked);
    m_reason->Show(asked);
    if (asked)
        m_reason->SetFocus();
    m_middle->arrange();
}

void ShiftPage::enter()
{
    m_count->clear();
    m_note->say(Note::Tone::plain, {});
    m_reason->ChangeValue({});
    askReason(false);
    m_count->focusFirst();
}

void ShiftPage::submit()
{
    if (!m_submit->IsThisEnabled())
        return;
    const auto opening = m_count->count();
    if (!opening)
        return;
    m_submit->setReason(_("The shift is being opened"));
    m_workstation.background.run(
        m_lifetime,
        [&cash = m_workstation.cash,
         actor = m_shell.actor(),
         opening = *opening,
         reason = fromUi(m_reason->GetValue())] { return cash.openShift(actor, opening, reason); },
        [this](auto answer) { finish(std::move(answer)); });
}

void ShiftPage::finish(std::future<Result<Shift>> answer)
{
    m_submit->setReason({});
    const auto opened = received(answer, m_shell, m_workstation.log);
    if (!opened)
        return;
    if (*opened)
        return m_session.shiftOpened(opened->value());
    m_note->say(Note::Tone::bad, words::sentence(opened->refusal()));
    if (opened->refusal().code == Refusal::Code::floatDiffers)
        askReason(true);
}

} // namespace guitai
