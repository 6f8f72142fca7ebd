#include "forms/case/photo_marks.h"

#include "forms/case/photo_picture.h"
#include "forms/widgets/theme.h"
#include "forms/wording/words.h"

#include <wx/window.h>

#include <algorithm>

namespace guitai
{

namespace
{

PhotoMark::Shape shapeFor(PhotoCheckKind kind)
{
    switch (kind) {
        using enum PhotoCheckKind;
    case faceWidth:
    case hairTop:
    case eyeLine:
    case centring:
        return PhotoMark::Shape::line;
    case faces:
    case eyes:
    case sharpness:
    case exposure:
    case glare:
        return PhotoMark::Shape::ring;
    case size:
    case background:
    case border:
    case rephotographed:
        return PhotoMark::Shape::frame;
    }
    return PhotoMark::Shape::frame;
}

/// A distance from an edge is a line at its end; an area without height or width is one already.
PhotoArea lineOf(const PhotoMeasure& measured)
{
    auto area = measured.area;
    if (measured.kind == PhotoCheckKind::hairTop) {
        area.y += area.height;
        area.height = 0;
    }
    return area;
}

wxRect onScreen(const PhotoArea& area, const wxRect& place)
{
    const auto across = static_cast<double>(place.width) / photoWidth;
    const auto down = static_cast<double>(place.height) / photoHeight;
    auto rect = wxRect(place.x + static_cast<int>(area.x * across),
                       place.y + static_cast<int>(area.y * down),
                       static_cast<int>(area.width * across),
                       static_cast<int>(area.height * down));
    rect.x = std::clamp(rect.x, place.x, place.GetRight());
    rect.y = std::clamp(rect.y, place.y, place.GetBottom());
    rect.width = std::min(rect.width, place.GetRight() - rect.x);
    rect.height = std::min(rect.height, place.GetBottom() - rect.y);
    return rect;
}

void drawShape(wxDC& dc, const PhotoMark& mark, const wxRect& at)
{
    switch (mark.shape) {
    case PhotoMark::Shape::line:
        return dc.DrawLine(at.GetTopLeft(), at.GetTopLeft() + wxSize(at.width, at.height));
    case PhotoMark::Shape::ring:
        return dc.DrawEllipse(at);
    case PhotoMark::Shape::frame:
        return dc.DrawRectangle(at);
    }
}

/// The words on a ground of their own, inside the photo, below those that stand there already.
void drawLabel(wxDC& dc,
               const PhotoMark& mark,
               const wxRect& at,
               const wxRect& place,
               std::vector<wxRect>& taken)
{
    const auto size = dc.GetTextExtent(mark.label);
    auto box = wxRect(at.GetTopLeft(), wxSize(size.x + 8, size.y + 4));
    box.x = std::clamp(box.x, place.x + 2, std::max(place.x + 2, place.GetRight() - box.width - 2));
    box.y = std::clamp(box.y, place.y + 2, place.GetBottom() - box.height - 2);
    for (auto tries = 0; tries < 12; ++tries) {
        const auto hit =
            std::ranges::find_if(taken, [&](const wxRect& other) { return other.Intersects(box); });
        if (hit == taken.end())
            break;
        box.y = hit->GetBottom() + 2;
        if (box.GetBottom() > place.GetBottom())
            box.y = place.y + 2;
    }
    taken.push_back(box);
    const auto ground = mark.isDoubt ? theme::Role::cautionSoft : theme::Role::badSoft;
    dc.SetPen(wxPen(theme::colour(mark.isDoubt ? theme::Role::caution : theme::Role::bad), 1));
    dc.SetBrush(wxBrush(theme::colour(ground)));
    dc.DrawRoundedRectangle(box, 3);
    dc.SetTextForeground(theme::colour(mark.isDoubt ? theme::Role::caution : theme::Role::bad));
    dc.DrawText(mark.label, box.x + 4, box.y + 2);
}

} // namespace

std::vector<PhotoMark> marksOf(const std::vector<PhotoCheck>& checks)
{
    auto marks = std::vector<PhotoMark>{};
    for (const auto& check : checks) {
        if (check.verdict == PhotoVerdict::passed)
            continue;
        const auto kind = check.measured.kind;
        marks.push_back({shapeFor(kind),
                         lineOf(check.measured),
                         words::name(kind),
                         check.verdict == PhotoVerdict::doubtful});
    }
    return marks;
}

void drawMarks(wxDC& dc, const wxRect& place, const std::vector<PhotoMark>& marks)
{
    auto taken = std::vector<wxRect>{};
    dc.SetFont(theme::font(theme::Text::small));
    for (const auto& mark : marks) {
        const auto at = onScreen(mark.area, place);
        const auto colour = theme::colour(mark.isDoubt ? theme::Role::caution : theme::Role::bad);
        dc.SetBrush(*wxTRANSPARENT_BRUSH);
        // Light under dark, so that one of them is seen on any picture.
        dc.SetPen(wxPen(*wxWHITE, 4));
        drawShape(dc, mark, at);
        dc.SetPen(wxPen(colour, 2, mark.isDoubt ? wxPENSTYLE_SHORT_DASH : wxPENSTYLE_SOLID));
        drawShape(dc, mark, at);
    }
    for (const auto& mark : marks)
        drawLabel(dc, mark, onScreen(mark.area, place), place, taken);
}

} // namespace guitai
