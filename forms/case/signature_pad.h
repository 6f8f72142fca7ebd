#pragma once

#include "services/bytes.h"

#include <wx/geometry.h>
#include <wx/image.h>
#include <wx/window.h>

#include <functional>
#include <vector>

namespace guitai
{

/// Where the resident signs with pen or mouse.
class SignaturePad : public wxWindow
{
public:
    explicit SignaturePad(wxWindow* parent);

    void clear();
    /// The strokes that were drawn are long enough to be a signature.
    bool isSigned() const;
    bool isEmpty() const { return m_strokes.empty(); }
    /// Called at the end of every stroke and after clearing.
    void onStroke(std::function<void()> changed) { m_changed = std::move(changed); }
    /// Black strokes on white, 900 pixels wide.
    Bytes png() const;
    /// A signature that was kept before; drawing begins a new one.
    void showKept(const wxImage& picture);
    bool showsKept() const { return m_kept.IsOk(); }

    bool AcceptsFocus() const override { return false; }

private:
    using Stroke = std::vector<wxPoint2DDouble>;
    void onPaint();
    void onMouse(wxMouseEvent& event);
    void endStroke();
    void drawStrokes(class wxGraphicsContext& graphics, double scale) const;

    std::vector<Stroke> m_strokes;
    bool m_drawing = false;
    wxImage m_kept;
    std::function<void()> m_changed;
};

} // namespace guitai
