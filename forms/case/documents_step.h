#pragma once

#include "forms/case/step_page.h"
#include "forms/widgets/buttons.h"

#include <wx/checkbox.h>

namespace guitai
{

/// The originals that must be seen; which ones, the rules say.
class DocumentsStep final : public StepPage
{
public:
    DocumentsStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void load() override;
    void refresh() override;
    void focusFirst() override;

private:
    void showBoxes();
    void onKey(wxKeyEvent& event);
    void buildRelief();
    void tick(DocumentKind kind, bool seen);

    std::vector<std::pair<DocumentKind, wxCheckBox*>> m_boxes; ///< one of each kind
    std::vector<DocumentKind> m_shown;
    wxBoxSizer* m_list = nullptr;
    WrappedText* m_nothing = nullptr;
    ValueChoice<std::string>* m_relief = nullptr;
    ActionButton* m_all = nullptr;
};

} // namespace guitai
