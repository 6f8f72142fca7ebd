#pragma once

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class wxDataViewListCtrl;
class wxDataViewEvent;
class wxStaticText;

namespace guitai
{

/// A list with a heading, columns and a sentence for when it is empty. Arrows choose, Enter opens.
class ListTable : public wxPanel
{
public:
    struct Column {
        wxString title;
        int width = 0; ///< in DIP; 0: takes the rest
    };
    struct Row {
        std::string key; ///< handed back when the row is opened
        std::vector<wxString> cells;

        bool operator==(const Row&) const = default;
    };

    /// `heading` may hold a mnemonic, which brings the focus to the list.
    ListTable(wxWindow* parent,
              const wxString& heading,
              const std::vector<Column>& columns,
              const wxString& emptySentence);

    void setRows(std::vector<Row> rows);
    const std::vector<Row>& rows() const { return m_rows; }
    void onOpen(std::function<void(const std::string& key)> open) { m_open = std::move(open); }
    /// Called when another row was chosen.
    void onSelect(std::function<void()> select) { m_select = std::move(select); }
    std::optional<std::size_t> selected() const;
    void select(std::size_t index);
    void focusFirst();
    /// Opens a row as Enter on it does.
    void open(std::size_t index);

private:
    void openSelected(wxDataViewEvent& event);

    std::vector<Row> m_rows;
    std::function<void(const std::string&)> m_open;
    std::function<void()> m_select;
    wxString m_title;
    wxStaticText* m_heading;
    wxStaticText* m_count;
    wxStaticText* m_empty;
    wxDataViewListCtrl* m_list;
    bool m_wantsFocus = false; ///< as soon as there are rows
};

} // namespace guitai
