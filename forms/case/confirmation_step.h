#pragma once

#include "forms/case/case_summary.h"
#include "forms/case/signature_pad.h"
#include "forms/case/step_page.h"
#include "forms/widgets/buttons.h"

#include <wx/checkbox.h>
#include <wx/timer.h>

namespace guitai
{

/// The resident reads what was entered, confirms it and signs; then the case is filed.
class ConfirmationStep final : public StepPage
{
public:
    ConfirmationStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void load() override;
    void refresh() override;
    void leaving() override;
    bool takeEnter() override;
    std::optional<MainAction> mainAction() override;

    SignaturePad* pad() const { return m_pad; }

private:
    void buildSigning();
    void strokeEnded();
    /// Keeps the strokes, then goes on with `after`.
    void keepSignature(std::function<void()> after);
    void loadKept();
    void confirm();
    void file();
    wxString whyNot() const;
    Signer signer() const;

    CaseSummary* m_summary = nullptr;
    wxCheckBox* m_read = nullptr;
    wxStaticText* m_who = nullptr;
    SignaturePad* m_pad = nullptr;
    ActionButton* m_clear = nullptr;
    wxTimer m_keepTimer;
    bool m_unkept = false; ///< strokes that the draft does not name yet
    UnderWay m_busy{session()};
};

} // namespace guitai
