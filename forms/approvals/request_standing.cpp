#include "forms/approvals/request_standing.h"

#include "forms/frame/received.h"
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

RequestStanding::RequestStanding(wxWindow* parent, Workstation& workstation, Shell& shell)
    : wxPanel(parent), m_workstation(workstation), m_shell(shell)
{
    m_words = new Note(this);
    m_sheet =
        new ActionButton(this, _("Print what happens ne&xt"), {}, ActionButton::Weight::plain);
    m_sheet->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { printSheet(); });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_words, wxSizerFlags().Expand());
    column->Add(m_sheet, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    SetSizer(column);
    show(std::nullopt);
}

void RequestStanding::show(const std::optional<RequestView>& view)
{
    m_view = view && !view->isOver() ? view : std::nullopt;
    if (m_view)
        m_words->say(toneOf(*m_view), words::standing(*m_view, m_workstation.time));
    m_sheet->Show(m_view && concernsResident(*m_view) && m_workstation.notices != nullptr);
    Show(m_view.has_value());
    Layout();
}

void RequestStanding::printSheet()
{
    m_workstation.background.run(
        m_lifetime,
        [&notices = *m_workstation.notices, actor = m_shell.actor(), id = m_view->request.id] {
            return notices.printOfRequest(actor, id);
        },
        [this](auto answer) {
            const auto printed = received(answer, m_shell, m_workstation.log);
            if (printed && *printed)
                m_shell.notify(Shell::Tone::information,
                               _("The sheet for the resident was printed."));
            else if (printed)
                m_shell.notify(Shell::Tone::warning, words::sentence(printed->refusal()));
        });
}

} // namespace guitai
