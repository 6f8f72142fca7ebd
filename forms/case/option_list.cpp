#include "forms/case/option_list.h"

#include "forms/widgets/form_grid.h"
#include "forms/widgets/native_style.h"

#include <wx/sizer.h>

namespace guitai
{

OptionList::OptionList(wxWindow* parent, const std::vector<Option>& options) : wxPanel(parent)
{
    auto* grid = new wxFlexGridSizer(2, FromDIP(6), FromDIP(14));
    grid->AddGrowableCol(1, 1);
    for (const auto& option : options)
        addRow(*grid, option);
    SetSizer(grid);
    Bind(wxEVT_CHAR_HOOK, &OptionList::onKey, this);
}

void OptionList::addRow(wxFlexGridSizer& grid, const Option& option)
{
    const auto index = m_rows.size();
    auto row = Row{};
    row.button = new wxToggleButton(this,
                                    wxID_ANY,
                                    wxString::Format("%zu   ", index + 1) + option.label,
                                    wxDefaultPosition,
                                    wxDefaultSize,
                                    wxBU_LEFT);
    row.button->SetMinSize(wxSize(FromDIP(300), FromDIP(38)));
    theme::addStyleClass(row.button, "guitai-button");
    theme::addStyleClass(row.button, "guitai-option");
    native::alignLabelLeft(row.button);
    nameForScreenReaders(row.button, option.label + ". " + option.explanation);
    row.button->Bind(wxEVT_TOGGLEBUTTON, [this, index](wxCommandEvent&) { take(index); });
    row.explanation =
        new WrappedText(this, option.explanation, theme::Text::small, theme::Role::mutedText);
    row.words = option.explanation;
    grid.Add(row.button, wxSizerFlags().Expand());
    grid.Add(row.explanation, wxSizerFlags().Expand().CentreVertical());
    m_rows.push_back(row);
}

void OptionList::setTaken(std::optional<std::size_t> index)
{
    m_taken = index;
    dress();
}

void OptionList::dress()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i].button->SetValue(m_taken == i);
}

void OptionList::forbid(std::size_t index, const wxString& reason)
{
    auto& row = m_rows[index];
    row.button->Enable(reason.empty());
    row.explanation->setText(reason.empty() ? row.words : reason);
}

void OptionList::explain(std::size_t index, const wxString& explanation)
{
    m_rows[index].words = explanation;
    m_rows[index].explanation->setText(explanation);
}

void OptionList::take(std::size_t index)
{
    if (index >= m_rows.size() || !m_rows[index].button->IsThisEnabled())
        return;
    m_taken = index;
    dress();
    if (m_take)
        m_take(index);
}

void OptionList::SetFocus()
{
    const auto wanted = m_taken.value_or(0);
    if (m_rows[wanted].button->IsEnabled())
        m_rows[wanted].button->SetFocus();
    else
        moveFocus(1);
}

void OptionList::onKey(wxKeyEvent& event)
{
    const auto key = event.GetKeyCode();
    if (event.GetModifiers() != wxMOD_NONE)
        return event.Skip();
    const auto digit = key >= WXK_NUMPAD1 && key <= WXK_NUMPAD9 ? key - WXK_NUMPAD0 : key - '0';
    if (digit >= 1 && digit <= static_cast<int>(m_rows.size())) {
        m_rows[static_cast<std::size_t>(digit - 1)].button->SetFocus();
        take(static_cast<std::size_t>(digit - 1));
    } else if (key == WXK_DOWN) {
        moveFocus(1);
    } else if (key == WXK_UP) {
        moveFocus(-1);
    } else {
        event.Skip();
    }
}

void OptionList::moveFocus(int by)
{
    const auto* focused = FindFocus();
    auto at = by > 0 ? -1 : static_cast<int>(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].button == focused)
            at = static_cast<int>(i);
    for (at += by; at >= 0 && at < static_cast<int>(m_rows.size()); at += by) {
        auto* button = m_rows[static_cast<std::size_t>(at)].button;
        if (button->IsEnabled())
            return button->SetFocus();
    }
}

} // namespace guitai
