#include "forms/frame/record_actions.h"

#include "forms/approvals/evidence_words.h"
#include "forms/frame/hand_over_panel.h"
#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"
#include "forms/widgets/wrapped_text.h"
#include "services/cases/notice_desk.h"

#include <wx/sizer.h>

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

constexpr int columnWidth = 300;

/// In the order in which they stand; deciding stands above, with its exception.
constexpr auto listed = std::array{CaseAction::notice,
                                   CaseAction::pay,
                                   CaseAction::print,
                                   CaseAction::reprint,
                                   CaseAction::markReady,
                                   CaseAction::handOver,
                                   CaseAction::takeBack,
                                   CaseAction::refund,
                                   CaseAction::withdraw};

wxString labelOf(CaseAction action)
{
    switch (action) {
    case CaseAction::decide:
        return _("Decide");
    case CaseAction::notice:
        return _("Print what happens ne&xt");
    case CaseAction::pay:
        return _("Go on to &payment");
    case CaseAction::print:
        return _("Go on to the &voucher");
    case CaseAction::reprint:
        return _("Marked &reprint");
    case CaseAction::refund:
        return _("Pay&ment and refund");
    case CaseAction::withdraw:
        return _("With&draw the case");
    case CaseAction::markReady:
        return _("Card has &arrived");
    case CaseAction::handOver:
        return _("Hand &over the card");
    case CaseAction::takeBack:
        return _("Take the old card &back");
    }
    return {};
}

wxString keyOf(CaseAction action)
{
    if (action == CaseAction::reprint)
        return "F9";
    return action == CaseAction::refund ? wxString("F8") : wxString{};
}

/// What comes earlier or later in the life of a case, and what it has behind it.
bool isOfAnotherState(Refusal::Code why)
{
    return why == Refusal::Code::wrongState || why == Refusal::Code::alreadyPrinted;
}

/// The desks answer with what they made; a page loads it anew and needs only the yes or no.
template <class T>
Result<Done> withoutValue(const Result<T>& result)
{
    if (result)
        return Done{};
    return result.refusals();
}

} // namespace

RecordActions::RecordActions(wxWindow* parent,
                             Workstation& workstation,
                             Shell& shell,
                             std::function<void()> changed)
    : SidePanel(parent, columnWidth), m_workstation(workstation), m_shell(shell),
      m_changed(std::move(changed))
{
    build();
}

void RecordActions::build()
{
    m_exceptions = new wxPanel(this);
    nameForScreenReaders(m_exceptions, _("Exceptions"));
    m_exceptions->SetSizer(new wxBoxSizer(wxVERTICAL));
    m_ask = new AskLine(this);
    m_handOver = new HandOverPanel(this, m_workstation.rules.city.proxyPapers);
    m_handOver->onShown([this] { showButtons(); });
    column()->Add(m_exceptions, wxSizerFlags().Expand());
    for (const auto action : listed) {
        const auto key = keyOf(action);
        const auto weight = action == CaseAction::pay || action == CaseAction::print
                                ? ActionButton::Weight::main
                                : ActionButton::Weight::plain;
        auto* button = new ActionButton(this, labelOf(action), key, weight);
        auto* why = new WrappedText(this, {}, theme::Text::small, theme::Role::mutedText);
        column()->Add(button, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
        column()->Add(why, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
        button->Bind(wxEVT_BUTTON, [this, action](wxCommandEvent&) { begin(action); });
        m_buttons[action] = {button, why};
    }
    column()->Add(m_ask, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    column()->Add(m_handOver, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
}

void RecordActions::show(const Case& subject,
                         std::vector<PaperRow> papers,
                         UserNames names,
                         std::vector<RequestView> requests)
{
    m_case = subject;
    m_requests = std::move(requests);
    m_papers = std::move(papers);
    m_names = std::move(names);
    showButtons();
    showExceptions();
    fit();
}

/// The hand-over asks in their place.
void RecordActions::showButtons()
{
    const auto asking = m_handOver->IsShown();
    for (const auto& [action, entry] : m_buttons) {
        const auto may = mayAct(m_shell.actor(), action, *m_case, m_papers);
        const auto why = may ? wxString{} : words::sentence(may.refusal());
        entry.button->setReason(why);
        entry.why->setText(why);
        const auto fits = !asking && (may || !isOfAnotherState(may.refusal().code));
        entry.button->Show(fits);
        entry.why->Show(fits && !why.empty());
    }
}

void RecordActions::showExceptions()
{
    m_goOn = nullptr;
    m_exceptions->DestroyChildren();
    m_exceptions->GetSizer()->Clear();
    // an empty panel would take the focus
    m_exceptions->Show(!m_case->exceptions.empty() || !m_requests.empty());
    for (const auto& view : m_requests)
        addRequest(view);
    for (const auto& exception : m_case->exceptions)
        addException(exception);
}

void RecordActions::addException(const CaseException& exception)
{
    auto* note = new Note(m_exceptions);
    m_exceptions->GetSizer()->Add(note, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    const auto what = words::name(exception.kind);
    if (exception.decision) {
        // TRANSLATORS: kind of exception, outcome, user who decided
        note->say(Note::Tone::plain,
                  wxString::Format(_("%s: %s by %s"),
                                   what,
                                   words::name(exception.decision->outcome),
                                   m_names.of(exception.decision->supervisor)));
        return;
    }
    // TRANSLATORS: kind of exception, user who asked for it
    note->say(Note::Tone::caution,
              wxString::Format(_("Waits for a supervisor: %s. Asked for by %s."),
                               what,
                               m_names.of(exception.requester)));
    if (const auto inquiries = inquiryWords(exception); !inquiries.empty()) {
        auto* asked = new WrappedText(m_exceptions, inquiries);
        m_exceptions->GetSizer()->Add(asked, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    }
    if (m_case->state != CaseState::awaitingApproval)
        return;
    if (exception.isAskedBack())
        addAnswer(exception);
    auto* approve = new ActionButton(m_exceptions, _("A&pprove"), {}, ActionButton::Weight::main);
    auto* reject = new ActionButton(m_exceptions, _("Re&ject"), {}, ActionButton::Weight::plain);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(approve, wxSizerFlags(1).Expand().Border(wxRIGHT, FromDIP(8)));
    row->Add(reject, wxSizerFlags(1).Expand());
    m_exceptions->GetSizer()->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(14)));
    // CallAfter: the answer may rebuild these very buttons.
    approve->Bind(wxEVT_BUTTON, [this, kind = exception.kind](wxCommandEvent&) {
        CallAfter([this, kind] { decide(kind, DecisionOutcome::approved); });
    });
    reject->Bind(wxEVT_BUTTON, [this, kind = exception.kind](wxCommandEvent&) {
        CallAfter([this, kind] { decide(kind, DecisionOutcome::rejected); });
    });
}

void RecordActions::addAnswer(const CaseException& exception)
{
    auto* answer = new ActionButton(
        m_exceptions, _("Ans&wer the supervisor..."), {}, ActionButton::Weight::main);
    m_exceptions->GetSizer()->Add(answer, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    answer->Bind(wxEVT_BUTTON,
                 [this, kind = exception.kind, question = exception.inquiries.back().question](
                     wxCommandEvent&) {
                     m_ask->ask(toUi(question),
                                _("Send the answer"),
                                [this, kind](const wxString& words) { sendAnswer(kind, words); });
                 });
}

void RecordActions::sendAnswer(ExceptionKind kind, const wxString& words)
{
    run([&cases = m_workstation.cases,
         actor = m_shell.actor(),
         number = m_case->acceptanceNumber,
         kind,
         answer = fromUi(
             words)] { return withoutValue(cases.answerInquiry(actor, number, kind, answer)); },
        _("The answer was stored; the supervisor sees it in the queue."));
}

bool RecordActions::dismiss()
{
    const auto asking = m_ask->IsShown() || m_handOver->IsShown();
    if (m_ask->IsShown())
        m_ask->dismiss();
    if (m_handOver->IsShown())
        m_handOver->dismiss();
    return asking;
}

void RecordActions::begin(CaseAction action)
{
    if (!m_case || action == CaseAction::decide)
        return;
    if (const auto& why = button(action)->reason(); !why.empty())
        return m_shell.notify(Shell::Tone::warning, why); // by its key
    const auto number = m_case->acceptanceNumber;
    switch (action) {
    case CaseAction::decide:
        return;
    case CaseAction::notice:
        return printNotice();
    case CaseAction::pay:
    case CaseAction::print:
        return m_shell.openCase(number);
    case CaseAction::refund:
        return m_shell.openPayment(number, {});
    case CaseAction::reprint:
        if (const auto* approved = approvedRequest(RequestKind::reprint))
            return goOn(*approved);
        return m_ask->ask(_("Why is the voucher printed again?"),
                          _("Print the marked copy"),
                          [this](const wxString& reason) { reprint(reason); });
    case CaseAction::withdraw:
        if (const auto* approved = approvedRequest(RequestKind::refund))
            return goOn(*approved);
        return m_ask->ask(_("Why is the case withdrawn?"),
                          _("Withdraw the case"),
                          [this](const wxString& reason) { withdraw(reason); });
    case CaseAction::markReady:
        return run([&cases = m_workstation.cases,
                    actor = m_shell.actor(),
                    number] { return withoutValue(cases.markReady(actor, number)); },
                   _("The card can be collected now."));
    case CaseAction::handOver:
        return m_handOver->ask(*m_case, [this](const CardHandOver& how) { handOver(how); });
    case CaseAction::takeBack:
        return m_handOver->askBack(*m_case, [this](const CardsBack& back) { takeBack(back); });
    }
}

void RecordActions::handOver(const CardHandOver& how)
{
    run([&cases = m_workstation.cases,
         actor = m_shell.actor(),
         number = m_case->acceptanceNumber,
         how] { return withoutValue(cases.handOver(actor, number, how)); },
        _("The card was handed over."));
}

void RecordActions::takeBack(const CardsBack& back)
{
    run([&cases = m_workstation.cases,
         actor = m_shell.actor(),
         number = m_case->acceptanceNumber,
         back] { return withoutValue(cases.takeBack(actor, number, back)); },
        _("It is noted what became of the card."));
}

void RecordActions::printNotice()
{
    if (m_workstation.notices)
        run([&notices = *m_workstation.notices,
             actor = m_shell.actor(),
             number = m_case->acceptanceNumber] { return notices.print(actor, number); },
            _("The sheet for the resident was printed."));
}

void RecordActions::decide(ExceptionKind kind, DecisionOutcome outcome)
{
    if (outcome == DecisionOutcome::approved)
        return decideWithReason(kind, outcome, {});
    m_ask->ask(
        _("Why is it rejected?"), _("Reject"), [this, kind, outcome](const wxString& reason) {
            decideWithReason(kind, outcome, fromUi(reason));
        });
}

void RecordActions::decideWithReason(ExceptionKind kind,
                                     DecisionOutcome outcome,
                                     const std::string& reason)
{
    if (isPermitted(m_shell.actor().role, Operation::decideException))
        return settleDecision(kind, outcome, m_shell.actor(), reason);
    const auto supervisor =
        m_shell.askSupervisor(wxString::Format(_("A supervisor decides: %s."), words::name(kind)));
    if (supervisor)
        settleDecision(kind, outcome, *supervisor, reason);
}

void RecordActions::settleDecision(ExceptionKind kind,
                                   DecisionOutcome outcome,
                                   const Actor& supervisor,
                                   const std::string& reason)
{
    m_workstation.background.run(
        m_lifetime,
        [&cases = m_workstation.cases,
         supervisor,
         number = m_case->acceptanceNumber,
         kind,
         outcome,
         reason] { return withoutValue(cases.decide(supervisor, number, kind, outcome, reason)); },
        [this, kind, outcome, reason, supervisor](auto answer) {
            const auto done = received(answer, m_shell, m_workstation.log);
            if (!done)
                return;
            if (*done) {
                m_shell.notify(Shell::Tone::information, _("The decision was stored."));
                m_shell.refreshCounts();
                return m_changed();
            }
            const auto why = words::sentence(done->refusal());
            m_shell.notify(Shell::Tone::warning, why);
            // A supervisor whose own case it is can let another one sign in here.
            const auto ownDesk = supervisor == m_shell.actor();
            if (ownDesk && done->refusal().code == Refusal::Code::ownWork)
                if (const auto other = m_shell.askSupervisor(why))
                    settleDecision(kind, outcome, *other, reason);
        });
}

void RecordActions::run(std::function<Result<Done>()> work,
                        const wxString& done,
                        std::function<void()> then)
{
    m_workstation.background.run(
        m_lifetime, std::move(work), [this, done, then = std::move(then)](auto answer) {
            const auto result = received(answer, m_shell, m_workstation.log);
            if (!result)
                return;
            if (*result)
                m_shell.notify(Shell::Tone::information, done);
            else
                m_shell.notify(Shell::Tone::warning, words::sentence(result->refusal()));
            m_shell.refreshCounts();
            if (*result && then)
                then();
            else
                m_changed();
        });
}

} // namespace guitai
