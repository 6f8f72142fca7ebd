#pragma once

#include "services/payments/shift.h"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <vector>

class wxFlexGridSizer;
class wxStaticText;
class wxTextCtrl;

namespace guitai
{

/// "100 yuan", "5 jiao"
wxString denominationWords(std::int64_t fen);

/// Pieces by denomination, with amounts and a total that grow as they are typed. Enter goes to the
/// next denomination. It shows what was typed and nothing else: counts are blind.
class CashCountPanel : public wxPanel
{
public:
    explicit CashCountPanel(wxWindow* parent);

    void clear();
    void focusFirst();
    /// None, and the focus on it, when a field holds no count; `onFault` hears of it.
    std::optional<CashCount> count();
    Money total() const { return m_sum; }

    void onFault(std::function<void(const wxString& sentence)> tell) { m_fault = std::move(tell); }
    void onTotal(std::function<void()> tell) { m_changed = std::move(tell); }
    /// Enter in the last field.
    void onEnd(std::function<void()> go) { m_end = std::move(go); }

private:
    struct Line {
        std::int64_t denomination = 0; ///< fen
        wxTextCtrl* pieces = nullptr;
        wxStaticText* amount = nullptr;
    };
    wxFlexGridSizer* buildColumn(std::size_t begin, std::size_t end);
    void addLine(wxFlexGridSizer* grid, std::int64_t denomination);
    void showTotal();
    void focusAfter(std::size_t index);

    std::vector<Line> m_lines;
    Money m_sum;
    wxStaticText* m_total = nullptr;
    std::function<void(const wxString&)> m_fault;
    std::function<void()> m_changed;
    std::function<void()> m_end;
};

} // namespace guitai
