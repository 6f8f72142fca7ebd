#pragma once

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
    void showPhoto(const wxImage& picture);
    void showToCrop(const wxImage& picture);
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
    wxPoint m_dragFrom;
};

/// The largest part of the photo's shape in the middle of a picture of that size.
wxRect largestPart(const wxSize& picture);
/// The part moved and resized so that it lies in the picture and keeps shape and at least the size
/// of a photo.
wxRect fittingPart(wxRect part, const wxSize& picture);

} // namespace guitai
