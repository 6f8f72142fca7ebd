#pragma once

#include <wx/scrolwin.h>

class wxBoxSizer;

namespace guitai
{

/// The panel at the right of a page: what is chosen, and what may be done about it. Where the
/// window is too low for all of it, it scrolls, also to what has the focus.
class SidePanel : public wxScrolledWindow
{
public:
    /// `width` in DIP; more where what is in it needs more.
    SidePanel(wxWindow* parent, int width);

    wxBoxSizer* column() const { return m_column; }
    /// After parts were shown or hidden.
    void fit();
    void FitInside() override;

private:
    wxBoxSizer* m_column;
};

} // namespace guitai
