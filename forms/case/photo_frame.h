#pragma once

#include "forms/case/photo_marks.h"

#include <wx/bitmap.h>
#include <wx/image.h>
#include <wx/window.h>

#include <functional>

namespace guitai
{

/// A picture, and on a larger one the frame of the photo: 358 × 441 in shape, moved with the arrows
/// or the mouse, made smaller and larger with + and -.
class PhotoFrame : public wxWindow
{
public:
    explicit PhotoFrame(wxWindow* parent);

    void showNothing(const wxString& words);
    /// A finished photo, and what is wrong with it.
    void showPhoto(const wxImage& picture, std::vector<PhotoMark> marks = {});
    /// A picture with the frame around `part`, at least `least` pixels of the picture wide.
    void showToCrop(const wxImage& picture, const wxRect& part, int least);
    const std::vector<PhotoMark>& marks() const { return m_marks; }
    bool isCropping() const { return m_cropping; }
    const wxImage& picture() const { return m_picture; }
    /// The part of the picture inside the frame, in pixels of the picture.
    wxRect part() const { return m_part; }

    bool AcceptsFocus() const override { return m_cropping; }

private:
    void onPaint();
    void onKey(wxKeyEvent& event);
    void onMouse(wxMouseEvent& event);
    void move(int dx, int dy);
    void resize(int percent);
    /// Where the picture stands in the window.
    wxRect placeOfPicture() const;
    void drawFrame(wxDC& dc, const wxRect& place) const;

    wxImage m_picture;
    wxString m_words;
    wxBitmap m_shown; ///< the picture at the size of the window
    bool m_cropping = false;
    wxRect m_part;
    int m_least = 0; ///< width of the part
    std::vector<PhotoMark> m_marks;
    wxPoint m_dragFrom;
};

/// The largest part of the photo's shape in the middle of a picture of that size.
wxRect largestPart(const wxSize& picture);
/// The part moved and resized so that it lies in the picture and keeps shape and at least the
/// width `least`.
wxRect fittingPart(wxRect part, const wxSize& picture, int least);

} // namespace guitai
