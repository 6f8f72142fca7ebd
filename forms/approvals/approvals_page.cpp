#include "forms/approvals/approvals_page.h"

#include "forms/approvals/matter_words.h"
#include "forms/case/pages_view.h"
#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/fact_list.h"
#include "forms/widgets/list_page.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"
#include "forms/widgets/wrapped_text.h"
#include "forms/wording/request_words.h"
#include "forms/wording/words.h"

#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <utility>

namespace guitai
{

namespace
{

constexpr int evidenceWidth = 330;

} // namespace

ApprovalsPage::ApprovalsPage(wxWindow* parent, Workstation& workstation, Shell& shell)
    : Page(parent), m_workstation(workstation), m_shell(shell)
{
    build();
}

void ApprovalsPage::build()
{
    const auto parts =
        layListPage(this,
                    {.title = _("Approvals"),
                     .hint = _("What waits for a supervisor, the longest first. Choose a line "
                               "and look at its evidence; only what was looked at can be "
                               "approved. Nobody decides about an own case."),
                     .list = _("&Waiting"),
                     .columns = {{.title = _("Waits"), .width = 96},
                                 {.title = _("Name"), .width = 96},
                                 {.title = _("To decide"), .width = 0},
                                 {.title = _("Taken by"), .width = 84},
                                 {.title = _("Seen"), .width = 52}},
                     .empty = _("Nothing waits for a decision.")},
                    evidenceWidth);
    m_list = parts.list;
    m_side = parts.side;
    buildSide();
    m_pages = new PagesView(this, m_workstation, m_shell, PagesView::Use::reading);
    m_pages->onClosed([this] { m_list->focusFirst(); });
    m_list->onSelect([this] { showChosen(); });
    m_list->onOpen([this](const std::string&) { openRecord(); });
}

void ApprovalsPage::buildSide()
{
    m_name = new WrappedText(m_side, {}, theme::Text::heading);
    m_facts = new FactList(m_side);
    m_evidence = new WrappedText(m_side, {});
    m_who = new WrappedText(m_side, {}, theme::Text::small, theme::Role::mutedText);
    m_approve = new ActionButton(m_side, _("A&pprove"), "F8", ActionButton::Weight::main);
    m_reject = new ActionButton(m_side, _("&Reject..."), "F9", ActionButton::Weight::plain);
    m_askBack = new ActionButton(m_side, _("Ask &back..."), {}, ActionButton::Weight::plain);
    m_all = new ActionButton(
        m_side, _("Approve &all that were seen"), "Alt+A", ActionButton::Weight::plain);
    m_copies =
        new ActionButton(m_side, _("&View the copies"), "Alt+V", ActionButton::Weight::plain);
    m_record = new ActionButton(m_side, _("Open the record"), "F7", ActionButton::Weight::quiet);
    m_ask = new AskLine(m_side);
    auto* column = m_side->column();
    column->Add(m_name, wxSizerFlags().Expand());
    column->Add(m_facts, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    column->Add(m_evidence, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    column->AddStretchSpacer();
    column->Add(m_who, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    for (auto* button : {m_approve, m_reject, m_askBack, m_all, m_copies, m_record})
        column->Add(button, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    column->Add(m_ask, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    m_approve->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { approveChosen(); });
    m_reject->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { reject(); });
    m_askBack->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { askBack(); });
    m_all->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (wasLookedAt())
            approve(seenNumbers());
    });
    m_record->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openRecord(); });
    m_copies->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { showCopies(); });
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
    m_pages->close();
    m_ask->dismiss();
}

bool ApprovalsPage::takeKey(int keyCode)
{
    if (m_pages->isOpen())
        return m_pages->takeKey(keyCode);
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

DecidingDesks ApprovalsPage::desks() const
{
    return {m_workstation.cases, m_workstation.requests};
}

void ApprovalsPage::load()
{
    m_workstation.background.run(
        m_lifetime,
        [desks = desks()] { return waitingMatters(desks); },
        [this](auto answer) {
            if (auto waiting = received(answer, m_shell, m_workstation.log))
                show(*std::move(waiting));
        });
}

void ApprovalsPage::show(std::vector<WaitingMatter> waiting)
{
    m_waiting = std::move(waiting);
    std::erase_if(m_seen, [this](const std::string& key) {
        return std::ranges::find(m_waiting, key, &WaitingMatter::key) == m_waiting.end();
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
    for (const auto& matter : m_waiting) {
        const auto wasSeen = m_seen.contains(matter.key());
        rows.push_back({.key = matter.key(),
                        .cells = {waitedWords(now - matter.since()),
                                  whomItConcerns(matter),
                                  matterWords(matter),
                                  toUi(matter.request ? matter.request->requesterName
                                                      : matter.subject->clerkName),
                                  wasSeen ? wxString(wxUniChar(0x2713)) : wxString{}}});
    }
    m_list->setRows(std::move(rows));
}

const WaitingMatter* ApprovalsPage::chosen() const
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
    const auto* matter = chosen();
    if (matter && m_seen.insert(matter->key()).second) {
        const auto index = *m_list->selected();
        fillList(); // the mark
        m_list->select(index);
        matter = chosen();
    }
    const auto inFront = matter ? matter->key() : std::string{};
    if (inFront != m_inFront)
        m_since = m_workstation.clock.sinceBoot();
    m_inFront = inFront;
    m_name->setText(matter ? whomItConcerns(*matter) : _("Nothing to decide"));
    m_facts->Show(matter != nullptr);
    m_evidence->Show(matter != nullptr);
    m_copies->Show(matter && matter->subject && !matter->subject->draft.copies.empty());
    if (matter) {
        m_facts->setFacts(factsOf(*matter, m_workstation.time));
        m_evidence->setText(evidenceOf(*matter, m_workstation.rules));
    }
    setBusy(m_busy);
    m_side->fit();
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
    const auto* matter = chosen();
    if (matter && wasLookedAt())
        approve({matter->key()});
}

void ApprovalsPage::approve(const std::vector<std::string>& keys)
{
    if (m_busy || keys.empty())
        return;
    const auto supervisor = decider();
    if (!supervisor)
        return;
    setBusy(true);
    m_workstation.background.run(
        m_lifetime,
        [desks = desks(), supervisor = *supervisor, keys] {
            return approveAll(desks, supervisor, keys);
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
                               wxString::Format(wxPLURAL("%u matter was approved.",
                                                         "%u matters were approved.",
                                                         static_cast<unsigned>(outcome->approved)),
                                                static_cast<unsigned>(outcome->approved)));
            m_shell.refreshCounts();
            load();
        });
}

void ApprovalsPage::reject()
{
    const auto* matter = chosen();
    askFor(_("Why is it rejected: %s?"),
           _("Re&ject"),
           rejectMatter,
           matter && matter->request ? _("The request was rejected; the clerk reads why.")
                                     : _("The case was rejected."));
}

void ApprovalsPage::askBack()
{
    askFor(_("What does the clerk have to answer: %s?"),
           _("A&sk"),
           askBackAbout,
           _("The question stands on the clerk's start page; the case waits on."));
}

void ApprovalsPage::askFor(const wxString& question,
                           const wxString& label,
                           Act act,
                           const wxString& afterwards)
{
    const auto* matter = chosen();
    if (m_busy || !matter)
        return;
    const auto what = matter->request ? words::name(matter->request->request.subject.kind)
                                      : words::name(openExceptions(*matter->subject).front());
    m_ask->ask(wxString::Format(question, what),
               label,
               [this, act, afterwards, key = matter->key()](const wxString& words) {
                   settle(
                       [act, desks = desks(), key, words = fromUi(words)](const Actor& supervisor) {
                           return act(desks, supervisor, key, words);
                       },
                       afterwards);
               });
}

void ApprovalsPage::settle(std::function<Result<Done>(const Actor&)> act,
                           const wxString& afterwards)
{
    const auto supervisor = decider();
    if (!supervisor)
        return;
    setBusy(true);
    m_workstation.background.run(
        m_lifetime,
        [supervisor = *supervisor, act = std::move(act)] { return act(supervisor); },
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

void ApprovalsPage::showCopies()
{
    const auto* matter = chosen();
    if (matter && matter->subject)
        m_pages->read(m_second.value_or(m_shell.actor()),
                      *matter->subject,
                      [this, key = matter->key()] { return IsShown() && key == m_inFront; });
}

void ApprovalsPage::openRecord()
{
    const auto* matter = chosen();
    const auto number = !matter           ? std::string{}
                        : matter->request ? matter->request->request.subject.acceptanceNumber
                                          : matter->subject->acceptanceNumber;
    if (!number.empty())
        m_shell.openRecord(number);
}

} // namespace guitai
