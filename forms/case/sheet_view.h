#pragma once

#include <wx/bitmap.h>
#include <wx/image.h>
#include <wx/window.h>

namespace guitai
{

/// A sheet of paper on the screen, as large as there is room for.
class SheetView : public wxWindow
{
public:
    /// `name` is for screen readers.
    SheetView(wxWindow* parent, const wxString& name);

    void show(const wxImage& sheet);
    void showWords(const wxString& words);
    bool showsSheet() const { return m_sheet.IsOk(); }
    bool AcceptsFocus() const override { return false; }

private:
    void onPaint();

    wxImage m_sheet;
    wxBitmap m_scaled;
    wxString m_words;
};

} // namespace guitai
