#pragma once

#include "forms/widgets/list_table.h"
#include "forms/widgets/side_panel.h"

#include <vector>

namespace guitai
{

/// What a page says around its list.
struct ListPageTexts {
    wxString title;
    wxString hint; ///< below the title: what stands in the list, and what to do with it
    wxString list; ///< the list's label, with its letter
    std::vector<ListTable::Column> columns;
    wxString empty; ///< in place of rows
};

struct ListPageParts {
    ListTable* list;
    SidePanel* side; ///< empty; Tab leads into it from the list
};

/// Lays a page out as a list below its title and a hint, with a panel beside it, so many DIP wide.
ListPageParts layListPage(wxWindow* page, const ListPageTexts& texts, int sideWidth);

} // namespace guitai
