#include "forms/approvals/approvals_page.h"

#include "forms/approvals/evidence_words.h"
#include "forms/case/amounts.h"
#include "forms/frame/case_rows.h"
#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/fact_list.h"
#include "forms/widgets/list_table.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"
#include "forms/widgets/wrapped_text.h"
#include "forms/wording/words.h"
#include "services/rules/citizen_number.h"

#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <utility>

namespace guitai
{

namespace
{

constexpr int pageMargin = 22;
constexpr int evidenceWidth = 330;

wxString waitedWords(std::chrono::seconds waited)
{
    constexpr auto hour = std::int64_t{60};
    const auto minutes = std::max<std::int64_t>(waited.count() / 60, 0);
    if (minutes < hour)
        return wxString::Format(_("%d min"), static_cast<int>(minutes));
    return wxString::Format(
        _("%d h %d min"), static_cast<int>(minutes / hour), static_cast<int>(minutes % hour));
}

wxString exceptionWords(const Case& subject)
{
    auto text = wxString{};
    for (const auto kind : openExceptions(subject))
        text += (text.empty() ? wxString{} : wxString::FromUTF8("、")) + words::name(kind);
    return isAskedBack(subject) ? dotted({text, _("asked back")}) : text;
}

} // namespace

ApprovalsPage::ApprovalsPage(wxWindow* parent, Workstation& workstation, Shell& shell)
    : Page(parent), m_workstation(workstation), m_shell(shell)
{
    build();
}

void ApprovalsPage::build()
{
    auto* title = new wxStaticText(this, wxID_ANY, _("Approvals"));
    title->SetFont(theme::font(theme::Text::title));
    auto* hint = new WrappedText(this,
                                 _("What waits for a supervisor, the longest first. Choose a line "
                                   "and look at its evidence; only what was looked at can be "
                                   "approved. Nobody decides about an own case."),
                                 theme::Text::normal,
                                 theme::Role::mutedText);
    auto* card = new Card(this, theme::Role::panel, theme::Role::border);
    m_list = new ListTable(card,
                           _("&Waiting"),
                           {{.title = _("Waits"), .width = 96},
                            {.title = _("Name"), .width = 96},
                            {.title = _("To decide"), .width = 0},
                            {.title = _("Taken by"), .width = 84},
                            {.title = _("Seen"), .width = 52}},
                           _("Nothing waits for a decision."));
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(m_list, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(14)));
    card->SetSizer(inside);
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(title);
    left->Add(hint, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    left->Add(card, wxSizerFlags(1).Expand());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(pageMargin)));
    row->Add(buildSide(), wxSizerFlags().Expand());
    SetSizer(row);
    m_list->onSelect([this] { showChosen(); });
    m_list->onOpen([this](const std::string&) { openRecord(); });
}

wxWindow* ApprovalsPage::buildSide()
{
    m_side = new wxPanel(this);
    theme::paint(m_side, {.background = theme::Role::panel});
    m_name = new WrappedText(m_side, {}, theme::Text::heading);
    m_facts = new FactList(m_side);
    m_evidence = new WrappedText(m_side, {});
    m_who = new WrappedText(m_side, {}, theme::Text::small, theme::Role::mutedText);
    m_approve = new ActionButton(m_side, _("A&pprove"), "F8", ActionButton::Weight::main);
    m_reject = new ActionButton(m_side, _("&Reject..."), "F9", ActionButton::Weight::plain);
    m_askBack = new ActionButton(m_side, _("Ask &back..."), {}, ActionButton::Weight::plain);
    m_all = new ActionButton(
        m_side, _("Approve &all that were seen"), "Alt+A", ActionButton::Weight::plain);
    m_record = new ActionButton(m_side, _("Open the record"), "F7", ActionButton::Weight::quiet);
    m_ask = new AskLine(m_side);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_name, wxSizerFlags().Expand());
    column->Add(m_facts, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    column->Add(m_evidence, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    column->AddStretchSpacer();
    column->Add(m_who, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    for (auto* button : {m_approve, m_reject, m_askBack, m_all, m_record})
        column->Add(button, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    column->Add(m_ask, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    m_side->SetSizer(padded);
    m_side->SetMinSize(wxSize(FromDIP(evidenceWidth), -1));
    m_approve->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { approveChosen(); });
    m_reject->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { reject(); });
    m_askBack->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { askBack(); });
    m_all->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (wasLookedAt())
            approve(seenNumbers());
    });
    m_record->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openRecord(); });
    return m_side;
}

void ApprovalsPage::enter()
{
    m_ask->dismiss();
    m_seen.clear();
    m_waiting.clear();
    m_list->focusFirst();
    load();
}

/// A supervisor's sign-in holds for this page only.
void ApprovalsPage::leave()
{
    m_second.reset();
    m_ask->dismiss();
}

bool ApprovalsPage::takeKey(int keyCode)
{
    switch (keyCode) {
    case WXK_F7:
        openRecord();
        return true;
    case WXK_F8:
        approveChosen();
        return true;
    case WXK_F9:
        reject();
        return true;
    case WXK_ESCAPE:
        if (!m_ask->IsShown())
            return false;
        m_ask->dismiss();
        m_list->focusFirst();
        return true;
    default:
        return false;
    }
}

void ApprovalsPage::load()
{
    m_workstation.background.run(
        m_lifetime,
        [&cases = m_workstation.cases] { return waitingForApproval(cases); },
        [this](auto answer) {
            if (auto waiting = received(answer, m_shell, m_workstation.log))
                show(*std::move(waiting));
        });
}

void ApprovalsPage::show(std::vector<Case> waiting)
{
    m_waiting = std::move(waiting);
    std::erase_if(m_seen, [this](const std::string& number) {
        return std::ranges::find(m_waiting, number, &Case::acceptanceNumber) == m_waiting.end();
    });
    fillList();
    if (!m_waiting.empty())
        m_list->select(0);
    showChosen();
}

void ApprovalsPage::fillList()
{
    const auto now = m_workstation.clock.now();
    auto rows = std::vector<ListTable::Row>{};
    for (const auto& subject : m_waiting) {
        const auto wasSeen = m_seen.contains(subject.acceptanceNumber);
        rows.push_back({.key = subject.acceptanceNumber,
                        .cells = {waitedWords(now - subject.confirmedAt),
                                  toUi(subject.draft.applicant.name),
                                  exceptionWords(subject),
                                  toUi(subject.clerkName),
                                  wasSeen ? wxString(wxUniChar(0x2713)) : wxString{}}});
    }
    m_list->setRows(std::move(rows));
}

const Case* ApprovalsPage::chosen() const
{
    const auto index = m_list->selected();
    return index && *index < m_waiting.size() ? &m_waiting[*index] : nullptr;
}

std::vector<std::string> ApprovalsPage::seenNumbers() const
{
    return {m_seen.begin(), m_seen.end()};
}

void ApprovalsPage::showChosen()
{
    const auto* subject = chosen();
    if (subject && m_seen.insert(subject->acceptanceNumber).second) {
        const auto index = *m_list->selected();
        fillList(); // the mark
        m_list->select(index);
        subject = chosen();
    }
    const auto inFront = subject ? subject->acceptanceNumber : std::string{};
    if (inFront != m_inFront)
        m_since = m_workstation.clock.sinceBoot();
    m_inFront = inFront;
    m_name->setText(subject ? toUi(subject->draft.applicant.name) : _("Nothing to decide"));
    m_facts->Show(subject != nullptr);
    m_evidence->Show(subject != nullptr);
    if (subject)
        showEvidence(*subject);
    setBusy(m_busy);
    m_side->Layout();
}

void ApprovalsPage::showEvidence(const Case& subject)
{
    m_facts->setFacts(
        {{_("Citizen number"), toUi(maskedCitizenNumber(subject.draft.applicant.citizenNumber))},
         {_("Category"), words::name(subject.category)},
         {_("Kind"), words::name(subject.kind)},
         {_("Fee"), yuan(subject.charge.due)},
         {_("Taken by"), toUi(subject.clerkName)}});
    auto text = wxString{};
    for (const auto kind : openExceptions(subject)) {
        const auto& exception = *std::ranges::find(subject.exceptions, kind, &CaseException::kind);
        auto evidence = evidenceWords(subject, kind, m_workstation.rules);
        if (const auto inquiries = inquiryWords(exception); !inquiries.empty())
            evidence += (evidence.empty() ? wxString{} : wxString("\n")) + inquiries;
        text += (text.empty() ? wxString{} : wxString("\n")) + wxString::FromUTF8("● ") +
                words::name(kind) + (evidence.empty() ? wxString{} : "\n" + evidence);
    }
    m_evidence->setText(text);
}

wxString ApprovalsPage::whoDecides() const
{
    return m_who->text();
}

std::optional<Actor> ApprovalsPage::decider()
{
    if (m_second)
        return m_second;
    if (isPermitted(m_shell.actor().role, Operation::decideException))
        return m_shell.actor();
    m_second = m_shell.askSupervisor(
        _("For the decisions on this page, until it is left. Every decision carries this name."));
    return m_second;
}

bool ApprovalsPage::wasLookedAt()
{
    constexpr auto shortestLook = std::chrono::milliseconds{700};
    const auto now = m_workstation.clock.sinceBoot();
    return now - std::exchange(m_since, now) >= shortestLook;
}

void ApprovalsPage::approveChosen()
{
    const auto* subject = chosen();
    if (subject && wasLookedAt())
        approve({subject->acceptanceNumber});
}

void ApprovalsPage::approve(const std::vector<std::string>& numbers)
{
    if (m_busy || numbers.empty())
        return;
    const auto supervisor = decider();
    if (!supervisor)
        return;
    setBusy(true);
    m_workstation.background.run(
        m_lifetime,
        [&cases = m_workstation.cases, supervisor = *supervisor, numbers] {
            return approveAll(cases, supervisor, numbers);
        },
        [this](auto answer) {
            setBusy(false);
            const auto outcome = received(answer, m_shell, m_workstation.log);
            if (!outcome)
                return;
            if (!outcome->refused.empty())
                m_shell.notify(Shell::Tone::warning, words::sentence(outcome->refused.front()));
            else
                m_shell.notify(Shell::Tone::information,
                               wxString::Format(wxPLURAL("%u case was approved.",
                                                         "%u cases were approved.",
                                                         static_cast<unsigned>(outcome->approved)),
                                                static_cast<unsigned>(outcome->approved)));
            m_shell.refreshCounts();
            load();
        });
}

void ApprovalsPage::reject()
{
    askFor(
        _("Why is it rejected: %s?"),
        _("Re&ject"),
        [](CaseDesk& cases,
           const Actor& supervisor,
           const std::string& number,
           ExceptionKind kind,
           const std::string& reason) {
            return cases.decide(supervisor, number, kind, DecisionOutcome::rejected, reason);
        },
        _("The case was rejected."));
}

void ApprovalsPage::askBack()
{
    askFor(
        _("What does the clerk have to answer: %s?"),
        _("A&sk"),
        [](CaseDesk& cases,
           const Actor& supervisor,
           const std::string& number,
           ExceptionKind kind,
           const std::string& question) {
            return cases.askBack(supervisor, number, kind, question);
        },
        _("The question stands on the clerk's start page; the case waits on."));
}

void ApprovalsPage::askFor(const wxString& question,
                           const wxString& label,
                           Act act,
                           const wxString& afterwards)
{
    const auto* subject = chosen();
    const auto kinds = subject ? openExceptions(*subject) : std::vector<ExceptionKind>{};
    if (m_busy || kinds.empty())
        return;
    m_ask->ask(wxString::Format(question, words::name(kinds.front())),
               label,
               [this,
                act = std::move(act),
                afterwards,
                number = subject->acceptanceNumber,
                kind = kinds.front()](const wxString& words) {
                   settle(
                       [act, number, kind, words = fromUi(words)](CaseDesk& cases,
                                                                  const Actor& supervisor) {
                           return act(cases, supervisor, number, kind, words);
                       },
                       afterwards);
               });
}

void ApprovalsPage::settle(std::function<Result<Case>(CaseDesk&, const Actor&)> act,
                           const wxString& afterwards)
{
    const auto supervisor = decider();
    if (!supervisor)
        return;
    setBusy(true);
    m_workstation.background.run(
        m_lifetime,
        [&cases = m_workstation.cases, supervisor = *supervisor, act = std::move(act)] {
            return act(cases, supervisor);
        },
        [this, afterwards](auto answer) {
            setBusy(false);
            const auto done = received(answer, m_shell, m_workstation.log);
            if (done && !*done)
                m_shell.notify(Shell::Tone::warning, words::sentence(done->refusal()));
            else if (done)
                m_shell.notify(Shell::Tone::information, afterwards);
            m_list->focusFirst();
            m_shell.refreshCounts();
            load();
        });
}

void ApprovalsPage::setBusy(bool busy)
{
    m_busy = busy;
    const auto why = busy       ? _("The decision is being written down.")
                     : chosen() ? wxString{}
                                : _("Nothing waits for a decision.");
    for (auto* button : {m_approve, m_reject, m_askBack, m_record})
        button->setReason(why);
    m_all->setReason(m_seen.size() > 1 ? why : _("Look at two or more first."));
    const auto mayDecide = isPermitted(m_shell.actor().role, Operation::decideException);
    m_who->setText(
        m_second
            ? wxString::Format(_("Decides: %s, until this page is left"), toUi(m_second->userId))
        : mayDecide ? wxString::Format(_("Decides: %s"), toUi(m_shell.user().displayName))
                    : _("A supervisor signs in at the first decision."));
}

void ApprovalsPage::openRecord()
{
    if (const auto* subject = chosen())
        m_shell.openRecord(subject->acceptanceNumber);
}

} // namespace guitai
