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
    const auto& shown = m_request->shown();
    if (shown && m_reason->GetValue().empty())
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

} // namespace guitai
