#pragma once

#include "forms/case/copies_part.h"
#include "forms/case/step_page.h"
#include "forms/widgets/buttons.h"

#include <wx/checkbox.h>

namespace guitai
{

/// The originals that must be seen, and the copies that are kept of them; which ones, the rules
/// say.
class DocumentsStep final : public StepPage
{
public:
    DocumentsStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void load() override;
    void refresh() override;
    void focusFirst() override;
    bool takeEnter() override { return m_copies->takeEnter(); }
    bool takeKey(int keyCode) override { return m_copies->takeKey(keyCode); }
    void leaving() override { m_copies->leaving(); }
    CopiesPart& copies() const { return *m_copies; }
    using StepPage::session; // for tests

private:
    struct Paper {
        DocumentKind kind{};
        wxCheckBox* box = nullptr;
        WrappedText* copy = nullptr; ///< what the case keeps of it
    };
    void buildPaper(DocumentKind kind);
    void showBoxes();
    void showCopies();
    void onKey(wxKeyEvent& event);
    void buildRelief();
    void tick(DocumentKind kind, bool seen);

    std::vector<Paper> m_papers; ///< one of each kind
    CopiesPart* m_copies = nullptr;
    std::vector<DocumentKind> m_shown;
    wxBoxSizer* m_list = nullptr;
    WrappedText* m_nothing = nullptr;
    ValueChoice<std::string>* m_relief = nullptr;
    ActionButton* m_all = nullptr;
};

} // namespace guitai
