#include "forms/widgets/form_grid.h"

#include "forms/widgets/native_style.h"
#include "forms/widgets/theme.h"

#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/statline.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace guitai
{

namespace
{

constexpr int columns = 4;
constexpr int fieldColumns = 3;

bool isTall(wxWindow* control)
{
    return control->HasFlag(wxTE_MULTILINE) && wxDynamicCast(control, wxTextCtrl);
}

wxSizerFlags labelFlags()
{
    return wxSizerFlags().Align(wxALIGN_CENTRE_VERTICAL | wxALIGN_RIGHT);
}

constexpr int fieldHeight = 34;

/// A short field still shows what is in it; a longer one may grow.
void letGrow(wxWindow* control)
{
    auto size = control->GetMinSize();
    size.SetWidth(control->FromDIP(90));
    control->SetMinSize(size);
    giveFieldHeight(control);
}

} // namespace

void nameForScreenReaders(wxWindow* control, const wxString& name)
{
    const auto spoken = wxControl::RemoveMnemonics(name);
    control->SetName(spoken); // for whoever looks for the control in this program
    native::setAccessibleName(control, spoken);
}

void giveFieldHeight(wxWindow* control)
{
    const auto isText = wxDynamicCast(control, wxTextCtrl) && !isTall(control);
    if (!isText && !wxDynamicCast(control, wxChoice) && !wxDynamicCast(control, wxComboBox))
        return;
    // Never lower than the text: at a large font it decides.
    const auto height = std::max(control->FromDIP(fieldHeight), control->GetBestSize().y);
    control->SetMinSize(wxSize(control->GetMinSize().x, height));
}

FormGrid::FormGrid(wxWindow* parent)
    : m_parent(parent), m_sizer(new wxGridBagSizer(parent->FromDIP(10), parent->FromDIP(12)))
{
    m_sizer->SetEmptyCellSize(wxSize(0, 0));
}

wxStaticText* FormGrid::makeLabel(const wxString& label)
{
    auto* text = new wxStaticText(
        m_parent, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxALIGN_RIGHT);
    // Grids below each other on a page keep one edge.
    const auto usual = m_parent->FromDIP(112);
    text->SetMinSize(wxSize(std::max(usual, text->GetBestSize().GetWidth()), -1));
    return text;
}

void FormGrid::addRow(wxStaticText* label, wxWindow* control, const wxString& name)
{
    if (m_halfOpen)
        ++m_row;
    m_halfOpen = false;
    native::setMnemonicTarget(label, control);
    nameForScreenReaders(control, name);
    letGrow(control);
    const auto labelAlign = isTall(control) ? wxALIGN_RIGHT | wxALIGN_TOP : labelFlags().GetFlags();
    m_sizer->Add(label, wxGBPosition(m_row, 0), wxDefaultSpan, labelAlign);
    m_sizer->Add(control, wxGBPosition(m_row, 1), wxGBSpan(1, fieldColumns), wxEXPAND);
    ++m_row;
    growColumns();
}

void FormGrid::addHalf(wxStaticText* label, wxWindow* control, const wxString& name)
{
    native::setMnemonicTarget(label, control);
    nameForScreenReaders(control, name);
    letGrow(control);
    const auto column = m_halfOpen ? 2 : 0;
    m_sizer->Add(label, wxGBPosition(m_row, column), wxDefaultSpan, labelFlags().GetFlags());
    m_sizer->Add(control, wxGBPosition(m_row, column + 1), wxDefaultSpan, wxEXPAND);
    if (m_halfOpen)
        ++m_row;
    m_halfOpen = !m_halfOpen;
    growColumns();
}

void FormGrid::section(const wxString& heading, const wxString& remark)
{
    if (m_halfOpen)
        ++m_row;
    m_halfOpen = false;
    auto* line = new wxStaticLine(m_parent);
    auto* title = new wxStaticText(m_parent, wxID_ANY, wxControl::EscapeMnemonics(heading));
    title->SetFont(theme::font(theme::Text::strong));
    auto* words = new wxBoxSizer(wxHORIZONTAL);
    words->Add(title, wxSizerFlags(1).CentreVertical());
    if (!remark.empty()) {
        auto* muted = new wxStaticText(m_parent, wxID_ANY, wxControl::EscapeMnemonics(remark));
        muted->SetFont(theme::font(theme::Text::small));
        theme::paint(muted, {.text = theme::Role::mutedText});
        words->Add(muted, wxSizerFlags().CentreVertical());
    }
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddSpacer(m_parent->FromDIP(6));
    column->Add(line, wxSizerFlags().Expand());
    column->AddSpacer(m_parent->FromDIP(10));
    column->Add(words, wxSizerFlags().Expand());
    m_sizer->Add(column, wxGBPosition(m_row, 0), wxGBSpan(1, columns), wxEXPAND);
    ++m_row;
    growColumns();
}

void FormGrid::wide(wxWindow* window)
{
    if (m_halfOpen)
        ++m_row;
    m_halfOpen = false;
    m_sizer->Add(window, wxGBPosition(m_row, 1), wxGBSpan(1, fieldColumns), wxEXPAND);
    ++m_row;
    growColumns();
}

void FormGrid::growColumns()
{
    // A column can be told to grow once something stands in it.
    for (const auto column : {1, 3})
        if (column < m_sizer->GetCols() && !m_sizer->IsColGrowable(static_cast<size_t>(column)))
            m_sizer->AddGrowableCol(static_cast<size_t>(column), 1);
}

} // namespace guitai
