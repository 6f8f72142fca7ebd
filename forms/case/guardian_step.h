#pragma once

#include "forms/case/step_page.h"
#include "forms/case/whole_name_box.h"
#include "forms/widgets/note.h"

namespace guitai
{

/// Who applies for a child under 16 (Identity Card Law art. 7).
class GuardianStep final : public StepPage
{
public:
    GuardianStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void load() override;
    void refresh() override;

private:
    void buildFields();
    void showWhetherNeeded();
    void showNumberMeaning();

    wxPanel* m_fields = nullptr;
    NoteField* m_number = nullptr;
    NoteField* m_name = nullptr;
    WholeNameBox* m_wholeName = nullptr;
    ValueChoice<Relation>* m_relation = nullptr;
    ValueChoice<bool>* m_sameRegister = nullptr;
    Note* m_note = nullptr;
};

} // namespace guitai
