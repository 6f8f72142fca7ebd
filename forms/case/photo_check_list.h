#pragma once

#include "forms/widgets/wrapped_text.h"
#include "services/cases/draft.h"
#include "services/rules/photo_checks.h"

#include <wx/panel.h>

#include <vector>

class wxFlexGridSizer;

namespace guitai
{

/// What was found on a photo: a mark, the check's name, its score and a sentence; what did not pass
/// comes first. Nothing here can be edited.
class PhotoCheckList : public wxPanel
{
public:
    struct Row {
        PhotoVerdict verdict{};
        wxString name;
        int score = 0;
        wxString sentence;
        bool overruled = false;

        bool operator==(const Row&) const = default;
    };

    explicit PhotoCheckList(wxWindow* parent);
    void setRows(std::vector<Row> rows);
    const std::vector<Row>& rows() const { return m_rows; }

private:
    std::vector<Row> m_rows;
    wxFlexGridSizer* m_grid;
};

/// The rows of a photo that was checked just now; of one that was kept earlier, what is known of
/// it: the faults.
std::vector<PhotoCheckList::Row> rowsOf(const std::vector<PhotoCheck>& checks, const Photo& kept);

} // namespace guitai
