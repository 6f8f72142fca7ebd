#pragma once

#include "forms/case/option_list.h"
#include "forms/case/step_page.h"

#include <wx/checkbox.h>

namespace guitai
{

/// How the card reaches its holder.
class DeliveryStep final : public StepPage
{
public:
    DeliveryStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void load() override;
    void refresh() override;

private:
    void buildMethods();
    void buildProxy();
    void buildPost();
    void buildTemporary();
    void buildOldCard();
    void buildOtherFees();
    void choose(DeliveryMethod method);
    void showParts();
    void proposeRecipient(Draft& next) const;

    OptionList* m_methods = nullptr;
    wxPanel* m_proxy = nullptr;
    wxPanel* m_post = nullptr;
    ValueChoice<std::string>* m_district = nullptr;
    wxCheckBox* m_consent = nullptr;
    wxCheckBox* m_temporary = nullptr;
    wxPanel* m_oldCard = nullptr;
};

} // namespace guitai
