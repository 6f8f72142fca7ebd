#include "forms/case/approval_panel.h"

#include "forms/text.h"
#include "forms/widgets/form_grid.h"
#include "services/cases/notice_desk.h"
#include "services/rules/permissions.h"
#include "services/utf8.h"

#include <wx/sizer.h>

#include <algorithm>

namespace guitai
{

ApprovalPanel::ApprovalPanel(wxWindow* parent, CaseSession& session)
    : wxPanel(parent), m_session(session)
{
    SetSizer(new wxBoxSizer(wxVERTICAL));
}

void ApprovalPanel::refresh()
{
    auto open = std::vector<CaseException>{};
    if (const auto& confirmed = m_session.confirmed())
        std::copy_if(confirmed->exceptions.begin(),
                     confirmed->exceptions.end(),
                     std::back_inserter(open),
                     [](const CaseException& each) { return !each.decision; });
    auto kinds = std::vector<ExceptionKind>{};
    for (const auto& each : open)
        kinds.push_back(each.kind);
    if (kinds == m_kinds && m_problem)
        return;
    m_kinds = kinds;
    rebuild(open);
}

void ApprovalPanel::rebuild(const std::vector<CaseException>& open)
{
    auto* column = GetSizer();
    column->Clear(true);
    m_rows.clear();
    for (std::size_t i = 0; i < open.size(); ++i) {
        auto row = Row{.kind = open[i].kind};
        row.words = new WrappedText(this, words::name(row.kind), theme::Text::heading);
        auto* label = new wxStaticText(this, wxID_ANY, _("Reason (needed for a rejection)"));
        theme::paint(label, {.text = theme::Role::mutedText});
        row.reason = new wxTextCtrl(this, wxID_ANY);
        row.reason->SetMinSize(wxSize(FromDIP(80), -1));
        giveFieldHeight(row.reason);
        nameForScreenReaders(row.reason, words::name(row.kind) + ", " + label->GetLabel());
        const auto first = i == 0; // the letters act on the first one
        row.approve = new ActionButton(this,
                                       first ? _("&Approve...") : _("Approve..."),
                                       first ? wxString("Alt+A") : wxString{},
                                       ActionButton::Weight::plain);
        row.reject = new ActionButton(this,
                                      first ? _("&Reject...") : _("Reject..."),
                                      first ? wxString("Alt+R") : wxString{},
                                      ActionButton::Weight::plain);
        row.approve->Bind(wxEVT_BUTTON,
                          [this, i](wxCommandEvent&) { decide(i, DecisionOutcome::approved); });
        row.reject->Bind(wxEVT_BUTTON,
                         [this, i](wxCommandEvent&) { decide(i, DecisionOutcome::rejected); });
        auto* buttons = new wxBoxSizer(wxHORIZONTAL);
        buttons->Add(row.approve, wxSizerFlags());
        buttons->Add(row.reject, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
        column->Add(row.words, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
        column->Add(label, wxSizerFlags().Border(wxTOP, FromDIP(6)));
        column->Add(row.reason, wxSizerFlags().Expand().Border(wxTOP, FromDIP(3)));
        column->Add(buttons, wxSizerFlags().Border(wxTOP, FromDIP(8)));
        m_rows.push_back(row);
    }
    addNotice();
    m_problem = new WrappedText(this, {}, theme::Text::normal, theme::Role::bad);
    column->Add(m_problem, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    m_problem->Hide();
    layOutAround(this);
}

/// The resident need not wait at the window for the decision.
void ApprovalPanel::addNotice()
{
    if (!m_session.station().notices)
        return;
    auto* print =
        new ActionButton(this, _("Print what happens ne&xt"), {}, ActionButton::Weight::plain);
    print->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { printNotice(); });
    GetSizer()->Add(print, wxSizerFlags().Border(wxTOP, FromDIP(16)));
}

void ApprovalPanel::printNotice()
{
    if (!m_session.confirmed())
        return;
    m_session.run(
        [&notices = *m_session.station().notices,
         actor = m_session.shell().actor(),
         number = m_session.confirmed()->acceptanceNumber] { return notices.print(actor, number); },
        [this](const Result<Done>& printed) {
            m_session.shell().notify(printed ? Shell::Tone::information : Shell::Tone::warning,
                                     printed ? _("The sheet for the resident was printed.")
                                             : words::sentence(printed.refusal()));
        },
        [] {});
}

void ApprovalPanel::focusFirst()
{
    if (!m_rows.empty())
        m_rows.front().approve->SetFocus();
}

std::optional<Actor> ApprovalPanel::whoDecides(const wxString& what) const
{
    const auto& actor = m_session.shell().actor();
    const auto& confirmed = *m_session.confirmed();
    if (isPermitted(actor.role, Operation::decideException) &&
        actor.personId != confirmed.clerkPerson)
        return actor;
    // TRANSLATORS: what the supervisor signs in for; the exception follows
    return m_session.shell().askSupervisor(wxString::Format(_("To decide: %s"), what));
}

void ApprovalPanel::setBusy(bool busy)
{
    m_busy = busy;
    const auto why = busy ? _("The decision is being written down.") : wxString{};
    for (const auto& row : m_rows) {
        row.approve->setReason(why);
        row.reject->setReason(why);
    }
}

void ApprovalPanel::decide(std::size_t index, DecisionOutcome outcome)
{
    if (m_busy || index >= m_rows.size() || !m_session.confirmed())
        return;
    const auto kind = m_rows[index].kind;
    const auto reason = trimmed(fromUi(m_rows[index].reason->GetValue()));
    const auto tell = [this](const wxString& sentence) {
        m_problem->setText(sentence);
        m_problem->Show(!sentence.empty());
        layOutAround(m_problem);
    };
    tell({});
    if (outcome == DecisionOutcome::rejected && reason.empty()) {
        tell(words::sentence(Refusal{Refusal::Code::reasonNeeded, "reason"}));
        m_rows[index].reason->SetFocus();
        return;
    }
    const auto supervisor = whoDecides(words::name(kind));
    if (!supervisor)
        return;
    setBusy(true);
    m_session.run([&desk = m_session.station().cases,
                   actor = *supervisor,
                   number = m_session.confirmed()->acceptanceNumber,
                   kind,
                   outcome,
                   reason] { return desk.decide(actor, number, kind, outcome, reason); },
                  [this, tell](const Result<Case>& decided) {
                      setBusy(false);
                      if (!decided)
                          return tell(words::sentence(decided.refusal()));
                      m_session.adopt(decided.value());
                      m_session.shell().refreshCounts();
                      if (m_decided)
                          m_decided();
                  },
                  [this] { setBusy(false); });
}

} // namespace guitai
