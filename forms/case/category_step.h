#pragma once

#include "forms/case/handover_part.h"
#include "forms/case/option_list.h"
#include "forms/case/step_page.h"
#include "forms/widgets/note.h"

namespace guitai
{

/// Why the person comes to the window, and what is asked for.
class CategoryStep final : public StepPage
{
public:
    CategoryStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void load() override;
    void refresh() override;
    bool takeEnter() override;
    HandoverPart* handover() const { return m_handover; }

private:
    void buildCategories();
    wxSizer* buildTerminal();
    wxSizer* buildReason();
    void buildRequest();
    wxString servicePointsInWords() const;
    void showParts();

    OptionList* m_categories = nullptr;
    wxPanel* m_terminal = nullptr;
    HandoverPart* m_handover = nullptr;
    wxPanel* m_reason = nullptr;
    Note* m_points = nullptr;
    ValueChoice<ApplicationKind>* m_kind = nullptr;
    WrappedText* m_fee = nullptr;
};

} // namespace guitai
