#pragma once

#include "forms/case/case_session.h"
#include "forms/case/missing_box.h"
#include "forms/case/step_page.h"
#include "forms/widgets/buttons.h"

#include <wx/panel.h>

namespace guitai
{

/// The right side of the case page: the person, what is promised and owed, what is missing, and the
/// two actions.
class CaseSide : public wxPanel
{
public:
    CaseSide(wxWindow* parent, const CaseSession& session);

    struct Handlers {
        std::function<void()> main;
        std::function<void()> print;
        std::function<void()> park;
        std::function<void()> discard;
        std::function<void(const ChecklistItem&)> goTo;
    };
    void onActions(Handlers handlers);
    /// Shows the session's state; `main` and the reason why nothing can be printed come from the
    /// page.
    void refresh(const MainAction& main, const wxString& mainKey, const wxString& whyNoPrint);

    void setNarrow(bool narrow);

    ActionButton* mainButton() const { return m_main; }
    ActionButton* printButton() const { return m_print; }
    ActionButton* discardButton() const { return m_discard; }
    MissingBox* missing() const { return m_missing; }
    wxString why() const { return m_why->text(); }

private:
    void build();
    wxSizer* buildPerson();
    wxSizer* buildFacts();
    WrappedText* factLine(wxFlexGridSizer* grid, const wxString& label, theme::Text font);
    void showPerson();
    void showFacts();
    void paintPhoto();
    void fit();

    const CaseSession& m_session;
    Handlers m_handlers;
    wxWindow* m_photo = nullptr;
    WrappedText* m_name = nullptr;
    wxStaticText* m_tag = nullptr;
    wxStaticText* m_number = nullptr;
    WrappedText* m_promised = nullptr;
    WrappedText* m_delivery = nullptr;
    WrappedText* m_due = nullptr;
    MissingBox* m_missing = nullptr;
    ActionButton* m_main = nullptr;
    ActionButton* m_print = nullptr;
    ActionButton* m_park = nullptr;
    ActionButton* m_discard = nullptr;
    WrappedText* m_why = nullptr;
};

} // namespace guitai
