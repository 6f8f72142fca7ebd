// A difference that a supervisor is asked about who is not at the desk.
#include "forms/drawer/close_panel.h"

#include "forms/approvals/request_standing.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"

#include <wx/textctrl.h>

namespace guitai
{

void ClosePanel::loadRequest()
{
    if (station().requests == nullptr)
        return;
    run([&requests = *station().requests,
         shift = host().drawer()->shift] { return requests.about(aboutDifference(shift)); },
        [this](const std::optional<RequestView>& view) { showRequest(view); });
}

void ClosePanel::showRequest(const std::optional<RequestView>& view)
{
    m_request->show(view);
    m_answer->Show(m_request->awaitsAnswer());
    const auto& shown = m_request->shown();
    if (shown && !m_request->awaitsAnswer() && m_reason->GetValue().empty())
        m_reason->ChangeValue(toUi(shown->request.reason));
    if (m_request->isUsable())
        m_close->SetFocus(); // Enter goes on
    Layout();
}

void ClosePanel::sendRequest()
{
    setBusy(_("The request is being stored"));
    run([&requests = *station().requests,
         actor = shell().actor(),
         reason = fromUi(m_reason->GetValue())] { return requests.askClose(actor, reason); },
        [this](const Result<ApprovalRequest>& asked) {
            setBusy({});
            if (!asked) {
                m_note->say(Note::Tone::bad, words::sentence(asked.refusal()));
                Layout();
                return;
            }
            m_note->say(Note::Tone::plain, {});
            shell().notify(Shell::Tone::information,
                           _("It was sent to the supervisor; go on with the next person. The "
                             "answer stands on the start page."));
            shell().refreshCounts();
            loadRequest();
        });
}

/// The reason's field holds the answer: the question stands above it.
void ClosePanel::answerRequest()
{
    const auto answer = fromUi(m_reason->GetValue());
    run([&requests = *station().requests,
         actor = shell().actor(),
         id = m_request->shown()->request.id,
         answer] { return requests.answer(actor, id, answer); },
        [this](const Result<ApprovalRequest>& answered) {
            if (!answered)
                return m_note->say(Note::Tone::bad, words::sentence(answered.refusal()));
            shell().notify(Shell::Tone::information,
                           _("The answer was stored; the supervisor sees it in the queue."));
            loadRequest();
        });
}

} // namespace guitai
