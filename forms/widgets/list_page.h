#pragma once

#include "forms/widgets/list_table.h"

#include <functional>
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

/// Lays a page out as a list below its title and a hint, with a panel beside it. Tab leads from the
/// list into the panel, which is made after it.
ListTable* layListPage(wxWindow* page,
                       const ListPageTexts& texts,
                       const std::function<wxWindow*()>& makePanel);

} // namespace guitai
