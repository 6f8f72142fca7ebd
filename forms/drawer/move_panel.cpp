#include "forms/drawer/move_panel.h"

#include "forms/case/amounts.h"
#include "forms/case/option_list.h"
#include "forms/drawer/cash_count_panel.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/note.h"

#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <array>

namespace guitai
{

namespace
{

constexpr auto kinds =
    std::array{DrawerMove::in, DrawerMove::bankDeposit, DrawerMove::safeDrop, DrawerMove::out};

} // namespace

MovePanel::MovePanel(wxWindow* parent, const Around& around) : DrawerPanel(parent, around)
{
    heading(_("Cash in or out"),
            _("What goes in or out without a charge: count it, say why, print the slip."));
    m_kind = new OptionList(
        this,
        {{_("Brought in"), _("Change or a larger float")},
         {_("To the bank"), _("The day's takings; a second person signs in")},
         {_("Into the safe"), _("A second person signs in")},
         {_("Taken out"), _("For another reason; never to pay for anything from the takings")}});
    m_count = new CashCountPanel(this);
    column()->Add(m_kind, wxSizerFlags().Expand());
    column()->Add(m_count, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(12)));
    buildFields();
    m_note = new Note(this);
    m_submit = new ActionButton(
        this, _("Record and &show the slip"), _("Enter"), ActionButton::Weight::main);
    column()->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    column()->Add(m_submit, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    m_kind->onTake([this](std::size_t) { takeKind(); });
    m_count->onFault(
        [this](const wxString& sentence) { m_note->say(Note::Tone::caution, sentence); });
    m_count->onEnd([this] { m_reason->SetFocus(); });
    m_submit->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submit(); });
}

void MovePanel::buildFields()
{
    auto grid = FormGrid{this};
    m_reason = grid.row<wxTextCtrl>(
        _("R&eason"), wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    m_receiver = grid.row<wxTextCtrl>(
        _("Who receives &it"), wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    column()->Add(grid.sizer(), wxSizerFlags().Expand());
    m_reason->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        if (leaves())
            m_receiver->SetFocus();
        else
            m_submit->SetFocus();
    });
    m_receiver->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { m_submit->SetFocus(); });
}

void MovePanel::begin()
{
    m_kind->setTaken(0);
    m_count->clear();
    m_reason->ChangeValue({});
    m_receiver->ChangeValue({});
    m_note->say(Note::Tone::plain, {});
    m_submit->setReason({});
    m_receiver->Enable(false);
    m_kind->SetFocus();
    Layout();
}

DrawerMove MovePanel::kind() const
{
    return kinds.at(m_kind->taken().value_or(0));
}

void MovePanel::takeKind()
{
    m_receiver->Enable(leaves());
    m_note->say(Note::Tone::plain, {});
    m_count->focusFirst();
}

void MovePanel::submit()
{
    if (!m_submit->IsThisEnabled())
        return;
    const auto pieces = m_count->count();
    if (!pieces)
        return;
    const auto order =
        DrawerOrder{kind(), *pieces, fromUi(m_reason->GetValue()), fromUi(m_receiver->GetValue())};
    if (!leaves())
        return send(order, {});
    for (auto* field : {m_reason, m_receiver}) // before somebody is called to sign in
        if (field->GetValue().Strip().empty())
            return refuse({Refusal::Code::missing, field == m_reason ? "reason" : "receiver"});
    const auto second = shell().askSecondPerson(
        _("A witness of what leaves the drawer"),
        wxString::Format(_("%s leave the drawer. A second person counts along and signs in."),
                         yuan(m_count->total())),
        Operation::witnessCash);
    if (second)
        send(order, second);
}

void MovePanel::send(const DrawerOrder& order, const std::optional<Actor>& second)
{
    m_submit->setReason(_("The movement is being stored"));
    run(
        [&cash = station().cash, actor = shell().actor(), order, second] {
            return cash.moveCash(actor, order, second);
        },
        [this](const Result<Shift>& answer) { finish(answer); });
}

void MovePanel::finish(const Result<Shift>& answer)
{
    m_submit->setReason({});
    if (!answer)
        return refuse(answer.refusal());
    const auto& shift = answer.value();
    const auto& movement = shift.movements.back();
    host().drawerChanged(factsOf(shift));
    shell().notify(Shell::Tone::information,
                   wxString::Format(_("Slip %lld: %s are recorded. Print the slip and sign it."),
                                    static_cast<long long>(movement.slip),
                                    yuan(movement.amount)));
    host().showPaper({.kind = PaperChoice::Kind::slip, .shift = shift.id, .number = movement.slip});
}

void MovePanel::refuse(const Refusal& refusal)
{
    m_note->say(Note::Tone::bad, words::sentence(refusal));
    if (refusal.field == "reason")
        m_reason->SetFocus();
    else if (refusal.field == "receiver")
        m_receiver->SetFocus();
    else if (refusal.field == "pieces")
        m_count->focusFirst();
    Layout();
}

void MovePanel::failed()
{
    m_submit->setReason({});
}

} // namespace guitai
