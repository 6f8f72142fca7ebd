#pragma once

#include "forms/widgets/wrapped_text.h"

#include <wx/panel.h>
#include <wx/tglbtn.h>

#include <functional>
#include <optional>
#include <vector>

namespace guitai
{

/// A few large options of which one is taken, each with a line that explains it. Arrows walk, Space
/// and Enter take, and the digits 1, 2, 3 … take at once. Nothing is taken at the beginning, which
/// a group of radio buttons cannot show.
class OptionList : public wxPanel
{
public:
    struct Option {
        wxString label;
        wxString explanation;
    };
    OptionList(wxWindow* parent, const std::vector<Option>& options);

    void onTake(std::function<void(std::size_t)> take) { m_take = std::move(take); }
    void setTaken(std::optional<std::size_t> index);
    std::optional<std::size_t> taken() const { return m_taken; }
    /// A reason instead of the explanation, and the option cannot be taken; empty allows it again.
    void forbid(std::size_t index, const wxString& reason);
    void explain(std::size_t index, const wxString& explanation);
    void take(std::size_t index);
    wxToggleButton* button(std::size_t index) const { return m_rows[index].button; }

    void SetFocus() override;

private:
    struct Row {
        wxToggleButton* button = nullptr;
        WrappedText* explanation = nullptr;
        wxString words;
    };
    void addRow(class wxFlexGridSizer& grid, const Option& option);
    void onKey(wxKeyEvent& event);
    void moveFocus(int by);
    void dress();

    std::vector<Row> m_rows;
    std::optional<std::size_t> m_taken;
    std::function<void(std::size_t)> m_take;
};

} // namespace guitai
