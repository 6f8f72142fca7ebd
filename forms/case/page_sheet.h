#pragma once

#include <wx/bitmap.h>
#include <wx/image.h>
#include <wx/window.h>

namespace guitai
{

/// A page of a paper on the screen: the whole of it, or as large as it was scanned, moved about.
class PageSheet : public wxWindow
{
public:
    explicit PageSheet(wxWindow* parent);

    void show(const wxImage& page);
    void showWords(const wxString& words);
    const wxImage& page() const { return m_page; }

    bool isWhole() const { return m_whole; }
    void setWhole(bool whole);
    /// By tenths of what is seen.
    void move(int across, int down);
    wxPoint offset() const { return m_offset; } ///< pixels of the page left of and above the window

    bool AcceptsFocus() const override { return true; }

private:
    void onPaint();
    void clampOffset();
    wxSize roomFor() const;

    wxImage m_page;
    wxBitmap m_bitmap; ///< the page as large as it is shown
    wxString m_words;
    bool m_whole = true;
    wxPoint m_offset;
};

} // namespace guitai
