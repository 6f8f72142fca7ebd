#pragma once

#include "forms/case/ethnicity_field.h"
#include "forms/case/step_page.h"
#include "forms/case/whole_name_box.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"

namespace guitai
{

/// Who the card is for, and what follows from it.
class ApplicantStep final : public StepPage
{
public:
    ApplicantStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void refresh() override;

private:
    void buildFields(FormGrid& grid);
    void buildEthnicity(FormGrid& grid);
    void buildEarlierCard(FormGrid& grid);
    void buildFacts(FormGrid& grid);
    wxSizer* buildDuplicate();
    void showNumberMeaning();
    void showNamePrintable();
    void showAddressSource();
    wxString chipMark(const std::string& entry, std::string ChipCopy::*said) const;
    void showFacts();
    void showDuplicate();
    std::string openCaseNumber() const;

    NoteField* m_number = nullptr;
    NoteField* m_name = nullptr;
    NoteField* m_address = nullptr;
    WholeNameBox* m_wholeName = nullptr;
    NoteField* m_expiry = nullptr;
    EthnicityField* m_ethnicity = nullptr;
    ValueChoice<bool>* m_held = nullptr;
    WrappedText* m_sex = nullptr;
    WrappedText* m_birth = nullptr;
    WrappedText* m_category = nullptr;
    WrappedText* m_validity = nullptr;
    WrappedText* m_fee = nullptr;
    Note* m_note = nullptr;
    wxPanel* m_duplicate = nullptr;
    Note* m_duplicateWords = nullptr;
    ActionButton* m_openRecord = nullptr;
    ActionButton* m_goOn = nullptr;
};

} // namespace guitai
