#pragma once

#include "forms/case/approval_panel.h"
#include "forms/case/electronic_part.h"
#include "forms/case/step_page.h"
#include "forms/widgets/note.h"
#include "services/payments/cash_desk.h"

#include <wx/checkbox.h>

namespace guitai
{

/// After the confirmation: what a supervisor decides, then cash with its change or a code for the
/// telephone, then how it ended.
class PaymentStep final : public StepPage
{
public:
    PaymentStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void load() override;
    void refresh() override;
    void focusFirst() override;
    std::optional<MainAction> mainAction() override;
    bool takeEnter() override;
    void leaving() override;

    NoteField* tendered() const { return m_tendered; }
    wxCheckBox* changeChecked() const { return m_checked; }
    wxString changeText() const { return m_change->text(); }
    wxString piecesText() const { return m_pieces->text(); }
    wxString noteText() const { return m_note->sentence(); }
    ElectronicPart* electronic() const { return m_electronic; }

private:
    wxSizer* buildAmounts();
    wxSizer* buildNoteKeys();
    void moveFocus();
    void addNote(std::int64_t yuan);
    void setTendered(Money amount);
    void quoteAgain();
    void askForPieces();
    void showQuote();
    void showState();
    void showSettled(const Case& confirmed);
    wxString whyNotPay() const;
    void pay();
    void reload();
    bool cashIsFree() const { return !m_electronic || m_electronic->isFree(); }
    Money due() const;

    WrappedText* m_due = nullptr;
    WrappedText* m_lines = nullptr;
    ApprovalPanel* m_approval = nullptr;
    wxPanel* m_cash = nullptr;
    ElectronicPart* m_electronic = nullptr; ///< none: cash only
    NoteField* m_tendered = nullptr;
    WrappedText* m_change = nullptr;
    WrappedText* m_pieces = nullptr;
    wxCheckBox* m_checked = nullptr;
    Note* m_note = nullptr;
    ActionButton* m_openShift = nullptr;
    std::optional<CashQuote> m_quote;
    std::optional<CashCount> m_drawer; ///< in the drawer, as far as the book tells
    UnderWay m_busy{session()};
    bool m_wasFree = true; ///< when the focus was looked after last
};

} // namespace guitai
