#pragma once

#include <wx/scrolwin.h>

namespace guitai
{

/// Cards one above the other in the middle of a page, with a scroll bar where the window is too
/// low for them. The focus scrolls itself into view.
class MiddleColumn : public wxScrolledWindow
{
public:
    /// Fills `page`.
    explicit MiddleColumn(wxWindow* page);

    /// Below what was added before.
    void add(wxWindow* card, int gapAbove = 0);
    /// After something inside was shown, hidden or changed its height.
    void arrange();

private:
    class wxBoxSizer* m_column;
};

} // namespace guitai
