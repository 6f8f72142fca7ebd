#include "forms/reconciliation/difference_panel.h"

#include "forms/case/amounts.h"
#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"
#include "forms/widgets/wrapped_text.h"
#include "forms/wording/payment_words.h"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace guitai
{

DifferencePanel::DifferencePanel(wxWindow* parent,
                                 Workstation& workstation,
                                 Shell& shell,
                                 std::function<void()> changed)
    : wxPanel(parent), m_workstation(workstation), m_shell(shell), m_changed(std::move(changed))
{
    build();
}

void DifferencePanel::build()
{
    m_title = new wxStaticText(this, wxID_ANY, {});
    m_title->SetFont(theme::font(theme::Text::heading));
    m_remedy = new WrappedText(this, {});
    m_facts = new FactList(this);
    m_work = new wxPanel(this);
    m_work->SetSizer(buildWork());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_title);
    column->Add(m_remedy, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    column->Add(m_facts, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    column->Add(m_work, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    SetSizer(padded);
}

wxSizer* DifferencePanel::buildWork()
{
    auto grid = FormGrid{m_work};
    m_person = grid.row<wxChoice>(_("&Who looks at it"));
    m_words = grid.row<wxTextCtrl>(_("&Note"));
    m_note = new Note(m_work);
    m_assign = new ActionButton(m_work, _("&Assign it"), "Alt+A", ActionButton::Weight::plain);
    m_settle = new ActionButton(m_work, _("It is &settled"), "Alt+S", ActionButton::Weight::plain);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(m_assign, wxSizerFlags(1).Expand());
    buttons->Add(m_settle, wxSizerFlags(1).Expand().Border(wxLEFT, FromDIP(8)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(grid.sizer(), wxSizerFlags().Expand());
    column->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    column->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    m_assign->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { assign(); });
    m_settle->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { settle(); });
    return column;
}

void DifferencePanel::clear()
{
    m_title->SetLabel({});
    m_remedy->setText({});
    m_facts->setFacts({});
    m_work->Hide();
    Layout();
}

void DifferencePanel::show(GatewayChannel channel,
                           Date day,
                           const Difference& difference,
                           const WorkItem* item)
{
    m_channel = channel;
    m_day = day;
    m_title->SetLabel(words::name(difference.kind));
    m_remedy->setText(words::remedy(difference.kind));
    m_item = item ? *item : WorkItem{};
    m_facts->setFacts(facts(difference, item));
    showWork(item);
    Layout();
}

FactList::Facts DifferencePanel::facts(const Difference& difference, const WorkItem* item) const
{
    const auto amount = [](const std::optional<Money>& money) {
        return money ? yuan(*money) : _("none");
    };
    auto facts = FactList::Facts{{_("Order"), toUi(difference.orderNumber)}};
    if (!difference.refundNumber.empty())
        facts.emplace_back(_("Refund number"), toUi(difference.refundNumber));
    facts.emplace_back(_("Here"), amount(difference.local));
    facts.emplace_back(_("In the bill"), amount(difference.bill));
    if (!item)
        return facts;
    if (item->isResolved()) {
        facts.emplace_back(_("Settled"), toUi(item->resolution));
        facts.emplace_back(_("Agreed by"), nameOf(item->approver));
        return facts;
    }
    facts.emplace_back(_("With"), item->owner.empty() ? _("nobody yet") : nameOf(item->owner));
    if (!item->note.empty())
        facts.emplace_back(_("Note"), toUi(item->note));
    facts.emplace_back(_("Due"), toUi(m_workstation.time.dateMinuteText(item->due)));
    return facts;
}

void DifferencePanel::showWork(const WorkItem* item)
{
    m_work->Show(item && !item->isResolved());
    m_words->ChangeValue({});
    m_note->say(Note::Tone::plain, {});
    m_assign->setReason({});
    m_settle->setReason(item && item->owner.empty() ? _("Assign it first: somebody looks, "
                                                        "somebody else settles")
                                                    : wxString{});
}

void DifferencePanel::focusFirst()
{
    if (m_work->IsShown())
        m_person->SetFocus();
}

void DifferencePanel::setPeople(const std::vector<User>& people)
{
    m_people.clear();
    m_person->Clear();
    for (const auto& user : people) {
        if (user.disabled || !isPermitted(user.role, Operation::readReport))
            continue;
        m_people.push_back(user);
        m_person->Append(toUi(user.displayName + " (" + user.id + ")"));
    }
    if (!m_people.empty())
        m_person->SetSelection(0);
    m_names.clear();
    for (const auto& user : people)
        m_names[user.id] = user.displayName;
}

wxString DifferencePanel::nameOf(const std::string& userId) const
{
    const auto known = m_names.find(userId);
    return toUi(known == m_names.end() ? userId : known->second);
}

void DifferencePanel::assign()
{
    const auto chosen = m_person->GetSelection();
    if (chosen == wxNOT_FOUND || !m_assign->IsThisEnabled())
        return m_person->SetFocus();
    const auto& person = m_people.at(static_cast<std::size_t>(chosen));
    m_workstation.background.run(
        m_lifetime,
        [&desk = m_workstation.reconciliation,
         actor = m_shell.actor(),
         channel = m_channel,
         day = m_day,
         item = m_item,
         owner = person.id,
         note = fromUi(m_words->GetValue())] {
            return desk.assign(actor, channel, day, item.difference.id, owner, item.due, note);
        },
        [this, name = toUi(person.displayName)](auto answer) {
            finish(std::move(answer), wxString::Format(_("%s looks at it."), name));
        });
}

void DifferencePanel::settle()
{
    if (!m_settle->IsThisEnabled())
        return;
    m_workstation.background.run(
        m_lifetime,
        [&desk = m_workstation.reconciliation,
         actor = m_shell.actor(),
         channel = m_channel,
         day = m_day,
         id = m_item.difference.id,
         how = fromUi(m_words->GetValue())] { return desk.resolve(actor, channel, day, id, how); },
        [this](auto answer) {
            finish(std::move(answer), _("The difference is settled; the ledger did not change."));
        });
}

void DifferencePanel::finish(std::future<Result<Done>> answer, const wxString& sentence)
{
    const auto done = received(answer, m_shell, m_workstation.log);
    if (!done)
        return;
    if (*done) {
        m_shell.notify(Shell::Tone::information, sentence);
        return m_changed();
    }
    m_note->say(Note::Tone::bad, words::sentence(done->refusal()));
    m_words->SetFocus();
    Layout();
}

} // namespace guitai
