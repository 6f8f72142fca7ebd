#include "forms/case/draft_leaving.h"

#include <wx/msgdlg.h>

namespace guitai
{

template <class Work>
void DraftLeaving::finishWith(Work work, const wxString& notice)
{
    m_underWay = true;
    m_session.run(
        std::move(work),
        [this, notice](const Result<Done>& answer) {
            m_underWay = false;
            auto& shell = m_session.shell();
            if (!answer)
                return shell.notify(Shell::Tone::error, words::sentence(answer.refusal()));
            m_session.close();
            shell.refreshCounts();
            if (!notice.empty())
                shell.notify(Shell::Tone::information, notice);
            shell.goHome();
        },
        [this] { m_underWay = false; });
}

void DraftLeaving::park()
{
    if (m_underWay)
        return;
    if (m_session.confirmed() || m_session.isPristine())
        return m_session.shell().goHome();
    m_session.save();
    finishWith([&desk = m_session.station().cases,
                actor = m_session.shell().actor(),
                id = m_session.draft().id] { return desk.parkDraft(actor, id); },
               _("The case is parked. It stands on the start page."));
}

void DraftLeaving::discard()
{
    if (m_underWay || m_session.confirmed())
        return;
    if (m_session.isPristine())
        return m_session.shell().goHome();
    if (wxMessageBox(_("Discard this draft? What was entered will be gone."),
                     _("Discard the draft"),
                     wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION,
                     m_owner) != wxYES)
        return;
    m_session.save(); // a draft that was never stored has nothing to discard
    finishWith([&desk = m_session.station().cases,
                actor = m_session.shell().actor(),
                id = m_session.draft().id] { return desk.discardDraft(actor, id); },
               {});
}

} // namespace guitai
