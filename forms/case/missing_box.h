#pragma once

#include "forms/widgets/note.h"
#include "services/cases/checklist.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <functional>
#include <vector>

namespace guitai
{

/// What is missing or wrong, always in the same place; each line goes to its field.
class MissingBox : public Card
{
public:
    explicit MissingBox(wxWindow* parent);

    void show(const std::vector<ChecklistItem>& items);
    /// Fewer lines where the window is low; what does not fit is counted in the last one.
    void showAtMost(std::size_t lines);
    std::size_t mostLines() const;
    std::size_t linesShown() const { return std::min(m_items.size(), m_limit); }
    int lineHeight() const;
    void onChoose(std::function<void(const ChecklistItem&)> choose)
    {
        m_choose = std::move(choose);
    }
    wxString headline() const { return m_headline->GetLabelText(); }
    wxButton* lineButton(std::size_t index) const { return m_lines.at(index).phrase; }
    const std::vector<ChecklistItem>& items() const { return m_items; }

private:
    struct Line {
        wxButton* phrase = nullptr;
        wxStaticText* step = nullptr;
    };
    void makeLines();
    void fillLine(std::size_t index);
    void showLines();
    void dress();

    std::vector<ChecklistItem> m_items;
    std::size_t m_limit;
    std::function<void(const ChecklistItem&)> m_choose;
    wxStaticText* m_headline;
    wxStaticText* m_key;
    wxStaticText* m_more;
    std::vector<Line> m_lines;
    wxBoxSizer* m_column;
};

} // namespace guitai
