#pragma once

#include "forms/case/step_page.h"
#include "forms/case/whole_name_box.h"
#include "forms/widgets/note.h"

#include <array>

namespace guitai
{

/// What a guardian can be to the child, in the order in which it is offered.
inline constexpr std::array guardianRelations{Relation::father,
                                              Relation::mother,
                                              Relation::stepFather,
                                              Relation::stepMother,
                                              Relation::paternalGrandfather,
                                              Relation::paternalGrandmother,
                                              Relation::maternalGrandfather,
                                              Relation::maternalGrandmother,
                                              Relation::elderBrother,
                                              Relation::elderSister,
                                              Relation::otherKin,
                                              Relation::notRelated};

/// Who applies for a child under 16 (Identity Card Law art. 7).
class GuardianStep final : public StepPage
{
public:
    GuardianStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void load() override;
    void refresh() override;

private:
    void buildFields();
    void buildRole(FormGrid& grid);
    void buildGround();
    void buildIncome();
    void buildPrincipal();
    void buildInstitution();
    void addPart(wxPanel* part);
    NoteField* numberField(FormGrid& grid, const std::string& path, Member member);
    ValueChoice<Relation>* relationField(FormGrid& grid, const std::string& path);
    void showWhetherNeeded();
    void showParts();
    void show(wxWindow* part, bool needed);
    wxString noteWords() const;
    void showNumberMeaning();

    wxPanel* m_fields = nullptr;
    NoteField* m_number = nullptr;
    NoteField* m_name = nullptr;
    WholeNameBox* m_wholeName = nullptr;
    ValueChoice<Relation>* m_relation = nullptr;
    ValueChoice<GuardianRole>* m_role = nullptr;
    wxPanel* m_ground = nullptr; ///< why no parent acts
    wxPanel* m_income = nullptr;
    wxPanel* m_principal = nullptr;
    wxPanel* m_institution = nullptr;
    ValueChoice<bool>* m_sameRegister = nullptr;
    Note* m_note = nullptr;
};

} // namespace guitai
