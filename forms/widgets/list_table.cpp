#include "forms/widgets/list_table.h"

#include "forms/widgets/form_grid.h"
#include "forms/widgets/native_style.h"
#include "forms/widgets/theme.h"

#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <utility>

namespace guitai
{

ListTable::ListTable(wxWindow* parent,
                     const wxString& heading,
                     const std::vector<Column>& columns,
                     const wxString& emptySentence)
    : wxPanel(parent), m_title(wxControl::RemoveMnemonics(heading)),
      m_heading(new wxStaticText(this, wxID_ANY, heading)),
      m_count(new wxStaticText(this, wxID_ANY, {})),
      m_empty(new wxStaticText(this, wxID_ANY, wxControl::EscapeMnemonics(emptySentence))),
      m_list(new wxDataViewListCtrl(
          this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxBORDER_NONE))
{
    m_heading->SetFont(theme::font(theme::Text::strong));
    for (auto* muted : {m_count, m_empty})
        theme::paint(muted, {.text = theme::Role::mutedText});
    for (const auto& column : columns)
        m_list->AppendTextColumn(column.title,
                                 wxDATAVIEW_CELL_INERT,
                                 column.width > 0 ? FromDIP(column.width) : wxCOL_WIDTH_AUTOSIZE,
                                 wxALIGN_LEFT,
                                 wxDATAVIEW_COL_RESIZABLE);
    m_list->SetRowHeight(FromDIP(30));
    m_list->SetMinSize(wxSize(FromDIP(120), FromDIP(90)));
    native::setMnemonicTarget(m_heading, m_list);
    nameForScreenReaders(m_list, m_title);
    m_list->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED,
                 [this](wxDataViewEvent& event) { openSelected(event); });
    m_list->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (m_select)
            m_select();
    });

    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(m_heading, wxSizerFlags(1).CentreVertical());
    top->Add(m_count, wxSizerFlags().CentreVertical());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(top, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
    column->Add(m_list, wxSizerFlags(1).Expand());
    column->Add(m_empty, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(8)));
    SetSizer(column);
    setRows({});
}

void ListTable::setRows(std::vector<Row> rows)
{
    m_rows = std::move(rows);
    const auto selected = m_list->GetSelectedRow();
    m_list->DeleteAllItems();
    for (const auto& row : m_rows) {
        auto cells = wxVector<wxVariant>{};
        for (const auto& cell : row.cells)
            cells.push_back(wxVariant(cell));
        m_list->AppendItem(cells);
    }
    const auto none = m_rows.empty();
    if (!none) {
        const auto last = static_cast<int>(m_rows.size()) - 1;
        m_list->SelectRow(
            static_cast<unsigned>(selected == wxNOT_FOUND ? 0 : std::min(selected, last)));
    }
    m_count->SetLabel(none ? wxString{} : wxString::Format("%zu", m_rows.size()));
    m_list->Show(!none);
    m_empty->Show(none);
    Layout();
    if (!none && std::exchange(m_wantsFocus, false) && IsShownOnScreen())
        m_list->SetFocus();
}

std::optional<std::size_t> ListTable::selected() const
{
    const auto row = m_list->GetSelectedRow();
    return row == wxNOT_FOUND ? std::nullopt : std::optional{static_cast<std::size_t>(row)};
}

/// Tells as an arrow key does; the control is silent about rows that the program chooses.
void ListTable::select(std::size_t index)
{
    m_list->SelectRow(static_cast<unsigned>(index));
    if (m_select)
        m_select();
}

void ListTable::focusFirst()
{
    m_wantsFocus = m_rows.empty(); // a list without lines is hidden
    if (!m_wantsFocus)
        m_list->SetFocus();
}

void ListTable::open(std::size_t index)
{
    if (index < m_rows.size() && m_open) {
        const auto key = m_rows[index].key; // the callback may replace the rows
        m_open(key);
    }
}

void ListTable::openSelected(wxDataViewEvent& event)
{
    const auto row = m_list->ItemToRow(event.GetItem());
    if (row != wxNOT_FOUND)
        open(static_cast<std::size_t>(row));
}

} // namespace guitai
