#pragma once

#include "services/rules/finger_rules.h"

#include <wx/panel.h>

#include <vector>

class wxFlexGridSizer;

namespace guitai
{

/// What the terminal made of each finger beside the retry at the window, and the result of each
/// (GA/T 1012: 1, 2, 3). Takes no focus.
class TriesTable final : public wxPanel
{
public:
    explicit TriesTable(wxWindow* parent);

    struct Row {
        wxString finger, terminal, window, result;
        bool operator==(const Row&) const = default;
    };
    /// Without a try at the terminal there is nothing to compare: no rows, hidden.
    void show(const std::vector<FingerTry>& terminal,
              const std::vector<FingerTry>& window,
              const FingerRules& rules);
    const std::vector<Row>& rows() const { return m_rows; }

private:
    void build();

    wxFlexGridSizer* m_grid = nullptr;
    std::vector<Row> m_rows;
};

} // namespace guitai
