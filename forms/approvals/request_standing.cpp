#include "forms/approvals/request_standing.h"

#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"
#include "forms/wording/request_words.h"
#include "services/cases/notice_desk.h"

#include <wx/sizer.h>

namespace guitai
{

namespace
{

Note::Tone toneOf(const RequestView& view)
{
    if (view.isUsable())
        return Note::Tone::good;
    return view.request.state == RequestState::rejected ? Note::Tone::bad : Note::Tone::caution;
}

/// Whether somebody goes home without what they came for.
bool concernsResident(const RequestView& view)
{
    const auto state = view.request.state;
    return view.request.subject.kind != RequestKind::cashDifference && !view.isStale &&
           (state == RequestState::waiting || state == RequestState::rejected);
}

} // namespace

RequestStanding::RequestStanding(wxWindow* parent,
                                 Workstation& workstation,
                                 Shell& shell,
                                 std::function<void()> answered)
    : wxPanel(parent), m_workstation(workstation), m_shell(shell), m_answered(std::move(answered))
{
    m_words = new Note(this);
    m_answer =
        new ActionButton(this, _("Ans&wer the supervisor..."), {}, ActionButton::Weight::main);
    m_sheet =
        new ActionButton(this, _("Print what happens ne&xt"), {}, ActionButton::Weight::plain);
    m_ask = new AskLine(this);
    m_answer->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { ask(); });
    m_sheet->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { printSheet(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && m_ask->IsShown())
            m_ask->dismiss();
        else
            event.Skip();
    });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_words, wxSizerFlags().Expand());
    for (auto* part : std::initializer_list<wxWindow*>{m_answer, m_sheet, m_ask})
        column->Add(part, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    SetSizer(column);
    show(std::nullopt);
}

void RequestStanding::show(const std::optional<RequestView>& view)
{
    m_view = view && !view->isOver() ? view : std::nullopt;
    if (m_view)
        m_words->say(toneOf(*m_view), words::standing(*m_view, m_workstation.time));
    const auto asks = m_view && m_view->awaitsAnswer();
    m_answer->Show(asks);
    m_sheet->Show(m_view && concernsResident(*m_view) && m_workstation.notices != nullptr);
    if (m_ask->IsShown() && !asks)
        m_ask->dismiss();
    Show(m_view.has_value());
    Layout();
}

void RequestStanding::ask()
{
    m_ask->ask(toUi(m_view->request.inquiries.back().question),
               _("Send the answer"),
               [this](const wxString& words) { answer(words); });
}

template <class Work>
void RequestStanding::run(Work work, const wxString& done, std::function<void()> then)
{
    m_workstation.background.run(
        m_lifetime, std::move(work), [this, done, then = std::move(then)](auto answer) {
            const auto result = received(answer, m_shell, m_workstation.log);
            if (!result)
                return;
            if (!*result)
                return m_shell.notify(Shell::Tone::warning, words::sentence(result->refusal()));
            m_shell.notify(Shell::Tone::information, done);
            then();
        });
}

void RequestStanding::answer(const wxString& words)
{
    run([&requests = *m_workstation.requests,
         actor = m_shell.actor(),
         id = m_view->request.id,
         text = fromUi(words)] { return requests.answer(actor, id, text); },
        _("The answer was stored; the supervisor sees it in the queue."),
        [this] {
            m_shell.refreshCounts();
            m_answered();
        });
}

void RequestStanding::printSheet()
{
    run([&notices = *m_workstation.notices,
         actor = m_shell.actor(),
         id = m_view->request.id] { return notices.printOfRequest(actor, id); },
        _("The sheet for the resident was printed."),
        [] {});
}

} // namespace guitai
