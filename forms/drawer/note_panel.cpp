#include "forms/drawer/note_panel.h"

#include "forms/case/option_list.h"
#include "forms/drawer/cash_count_panel.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/note.h"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace guitai
{

NotePanel::NotePanel(wxWindow* parent, const Around& around) : DrawerPanel(parent, around)
{
    heading(_("Bad note"),
            _("A counterfeit is never given back and never confiscated here: hand it to the duty "
              "officer and record it. The book does not change; the shortage shows at the count."));
    m_fault = new OptionList(this,
                             {{_("Counterfeit"), _("Handed to the duty officer")},
                              {_("Torn or damaged"), _("To be exchanged at a bank")}});
    column()->Add(m_fault, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(12)));
    buildFields();
    m_note = new Note(this);
    m_submit = new ActionButton(this, _("Re&cord it"), _("Enter"), ActionButton::Weight::main);
    column()->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    column()->Add(m_submit, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    m_fault->onTake([this](std::size_t) { m_denomination->SetFocus(); });
    m_submit->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submit(); });
}

void NotePanel::buildFields()
{
    auto grid = FormGrid{this};
    m_denomination = grid.row<wxChoice>(words::field("denomination"));
    for (const auto denomination : denominations)
        m_denomination->Append(denominationWords(denomination));
    const auto field = [&grid](const wxString& label) {
        return grid.row<wxTextCtrl>(
            label, wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    };
    m_serial = field(words::field("serialNumber"));
    m_noticed = field(words::field("noticed"));
    m_officer = field(_("To whom it was handed"));
    column()->Add(grid.sizer(), wxSizerFlags().Expand());
    m_serial->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { m_noticed->SetFocus(); });
    m_noticed->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { m_officer->SetFocus(); });
    m_officer->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { m_submit->SetFocus(); });
}

void NotePanel::begin()
{
    m_fault->setTaken(0);
    m_denomination->SetSelection(0);
    for (auto* field : {m_serial, m_noticed, m_officer})
        field->ChangeValue({});
    m_note->say(Note::Tone::plain, {});
    m_submit->setReason({});
    m_fault->SetFocus();
    Layout();
}

void NotePanel::submit()
{
    if (!m_submit->IsThisEnabled())
        return;
    const auto chosen = static_cast<std::size_t>(std::max(m_denomination->GetSelection(), 0));
    const auto note =
        NoteIncident{m_fault->taken() == 1U ? NoteFault::torn : NoteFault::counterfeit,
                     denominations.at(chosen),
                     fromUi(m_serial->GetValue().Strip(wxString::both)),
                     fromUi(m_noticed->GetValue()),
                     fromUi(m_officer->GetValue()),
                     {}};
    m_submit->setReason(_("The note is being recorded"));
    run([&cash = station().cash,
         actor = shell().actor(),
         note] { return cash.recordIncident(actor, note); },
        [this](const Result<Shift>& answer) { finish(answer); });
}

void NotePanel::finish(const Result<Shift>& answer)
{
    m_submit->setReason({});
    if (answer) {
        begin();
        m_note->say(Note::Tone::good,
                    _("It is recorded and will stand on the report of the shift."));
        Layout();
        return;
    }
    const auto& refusal = answer.refusal();
    m_note->say(Note::Tone::bad, words::sentence(refusal));
    if (refusal.field == "noticed")
        m_noticed->SetFocus();
    else if (refusal.field == "officer")
        m_officer->SetFocus();
    else if (refusal.field == "serialNumber")
        m_serial->SetFocus();
    Layout();
}

void NotePanel::failed()
{
    m_submit->setReason({});
}

} // namespace guitai
