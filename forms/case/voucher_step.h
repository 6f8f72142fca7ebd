#pragma once

#include "forms/case/sheet_view.h"
#include "forms/case/step_page.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"

namespace guitai
{

/// The collection voucher: looked at, printed once, then the next person.
class VoucherStep final : public StepPage
{
public:
    VoucherStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void load() override;
    void refresh() override;
    void focusFirst() override;
    std::optional<MainAction> mainAction() override;
    bool takeKey(int keyCode) override;

    bool showsPreview() const { return m_sheet->showsSheet(); }

private:
    wxSizer* buildPapers();
    void askForPreview();
    void askForPapers();
    void print();
    void resolve(bool cameOut);
    void show(const std::vector<PaperRow>& papers);

    SheetView* m_sheet = nullptr;
    WrappedText* m_number = nullptr;
    Note* m_note = nullptr;
    ActionButton* m_cameOut = nullptr;
    ActionButton* m_didNot = nullptr;
    ActionButton* m_record = nullptr;
    std::string m_unresolved; ///< id of a print of which nobody knows whether it came out
    UnderWay m_busy{session()};
};

} // namespace guitai
