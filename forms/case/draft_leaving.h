#pragma once

#include "forms/case/case_session.h"

#include <wx/window.h>

namespace guitai
{

/// The ways out of a draft that is not confirmed: parked for later, or discarded after a question.
/// A second key press while the first is under way does nothing.
class DraftLeaving
{
public:
    DraftLeaving(CaseSession& session, wxWindow* owner) : m_session(session), m_owner(owner) {}

    void park();
    void discard();

private:
    template <class Work>
    void finishWith(Work work, const wxString& notice);

    CaseSession& m_session;
    wxWindow* m_owner;
    bool m_underWay = false;
};

} // namespace guitai
