#include "forms/case/hands_picture.h"

#include "forms/widgets/form_grid.h"
#include "forms/widgets/theme.h"
#include "forms/wording/words.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>
#include <wx/intl.h>

#include <algorithm>
#include <memory>

namespace guitai
{

namespace
{

using Kind = FingerState::Kind;

/// Where a finger stands in a hand of 100 by 100, the thumb at the left: left edge, top, height.
struct Shape {
    double left, top, height;
};
constexpr auto shapes = std::array<Shape, 5>{{
    {2, 50, 36},  // thumb
    {23, 14, 50}, // index
    {42, 6, 58},  // middle
    {61, 12, 52}, // ring
    {80, 28, 36}, // little
}};
constexpr auto fingerWidth = 16.0;
constexpr auto palmTop = 58.0;

struct Look {
    theme::Role fill;
    theme::Role edge;
    std::optional<wxBrushStyle> pattern;
};

Look lookOf(Kind kind)
{
    switch (kind) {
    case Kind::untried:
        return {theme::Role::field, theme::Role::border, std::nullopt};
    case Kind::open:
        return {theme::Role::cautionSoft, theme::Role::caution, wxBRUSHSTYLE_FDIAGONAL_HATCH};
    case Kind::registered:
        return {theme::Role::goodSoft, theme::Role::good, std::nullopt};
    case Kind::exhausted:
        return {theme::Role::badSoft, theme::Role::bad, wxBRUSHSTYLE_CROSSDIAG_HATCH};
    case Kind::absent:
        return {theme::Role::panel, theme::Role::mutedText, wxBRUSHSTYLE_HORIZONTAL_HATCH};
    }
    return {theme::Role::field, theme::Role::border, std::nullopt};
}

/// Lines across the finger, which tell its state without colour.
void drawPattern(wxGraphicsContext& canvas, const wxRect2DDouble& box, wxBrushStyle pattern)
{
    const auto gap = box.m_width / 4;
    const auto line = [&](double y, double rise) {
        const auto clamp = [&](double at) {
            return std::clamp(at, box.m_y + gap, box.m_y + box.m_height - gap);
        };
        canvas.StrokeLine(box.m_x + 1, clamp(y), box.m_x + box.m_width - 1, clamp(y - rise));
    };
    for (auto y = box.m_y + 2 * gap; y < box.m_y + box.m_height - gap; y += gap * 1.5) {
        if (pattern != wxBRUSHSTYLE_HORIZONTAL_HATCH)
            line(y, gap);
        if (pattern == wxBRUSHSTYLE_HORIZONTAL_HATCH)
            line(y, 0);
        if (pattern == wxBRUSHSTYLE_CROSSDIAG_HATCH)
            line(y, -gap);
    }
}

} // namespace

HandsPicture::HandsPicture(wxWindow* parent)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxBORDER_NONE)
{
    for (std::size_t i = 0; i < m_places.size(); ++i)
        m_places[i].finger =
            static_cast<Finger>(static_cast<int>(Finger::rightThumb) + static_cast<int>(i));
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(wxSize(400, 190)));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    for (const auto& type : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS})
        Bind(type, [this](wxFocusEvent& event) {
            Refresh();
            event.Skip();
        });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        Refresh();
        event.Skip();
    });
    nameForScreenReaders(this, _("Both hands; Enter takes the finger whose turn it is"));
}

void HandsPicture::show(const Shown& shown, const FingerRules& rules)
{
    for (auto& place : m_places)
        place.state = stateOf(
            place.finger, handOf(place.finger) == Hand::right ? shown.right : shown.left, rules);
    m_turn = shown.turn;
    m_waiting = shown.waiting;
    Refresh();
}

const HandsPicture::Place& HandsPicture::placeOf(Finger finger) const
{
    return *std::ranges::find(m_places, finger, &Place::finger);
}

wxString HandsPicture::mark(Finger finger) const
{
    const auto& state = placeOf(finger).state;
    switch (state.kind) {
    case Kind::untried:
        return m_waiting && m_turn == finger ? wxString{"..."} : wxString{};
    case Kind::open:
    case Kind::registered:
        return wxString::Format("%d", state.best);
    case Kind::exhausted:
        return wxString::Format(wxString::FromUTF8("%d\u00d7"), state.attempts);
    case Kind::absent:
        return wxString::FromUTF8("\u2013");
    }
    return {};
}

void HandsPicture::onPaint()
{
    auto dc = wxAutoBufferedPaintDC(this);
    dc.SetBackground(theme::colour(theme::Role::window));
    dc.Clear();
    const auto canvas = std::unique_ptr<wxGraphicsContext>{wxGraphicsContext::Create(dc)};
    if (!canvas)
        return;
    canvas->SetAntialiasMode(wxANTIALIAS_DEFAULT);
    const auto size = GetClientSize();
    const auto gap = FromDIP(16);
    const auto width = std::min((size.GetWidth() - gap) / 2, size.GetHeight());
    // As the person sees them: the left hand at the left.
    drawHand(*canvas, Hand::left, {0, 0, width, size.GetHeight()});
    drawHand(*canvas, Hand::right, {width + gap, 0, width, size.GetHeight()});
}

void HandsPicture::drawHand(wxGraphicsContext& canvas, Hand hand, const wxRect& room) const
{
    const auto caption = FromDIP(20);
    const auto unitX = room.width / 100.0;
    const auto unitY = (room.height - caption) / 100.0;
    const auto isRight = hand == Hand::right;
    const auto mirrored = [&](double left, double width) {
        return room.x + (isRight ? left : 100 - left - width) * unitX;
    };
    canvas.SetPen(wxPen(theme::colour(theme::Role::border), FromDIP(1)));
    canvas.SetBrush(wxBrush(theme::colour(theme::Role::panel)));
    canvas.DrawRoundedRectangle(
        mirrored(20, 78), palmTop * unitY, 78 * unitX, 42 * unitY, 14 * unitX);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const auto& shape = shapes[i];
        const auto first = static_cast<int>(isRight ? Finger::rightThumb : Finger::leftThumb);
        drawFinger(canvas,
                   placeOf(static_cast<Finger>(first + static_cast<int>(i))),
                   {mirrored(shape.left, fingerWidth),
                    shape.top * unitY,
                    fingerWidth * unitX,
                    shape.height * unitY});
    }
    canvas.SetFont(theme::font(theme::Text::small), theme::colour(theme::Role::mutedText));
    const auto words = isRight ? _("Right hand") : _("Left hand");
    auto width = 0.0;
    auto height = 0.0;
    canvas.GetTextExtent(words, &width, &height);
    canvas.DrawText(words, room.x + (room.width - width) / 2, room.height - height);
}

void HandsPicture::drawFinger(wxGraphicsContext& canvas,
                              const Place& place,
                              const wxRect2DDouble& box) const
{
    const auto look = lookOf(place.state.kind);
    const auto isTurn = m_turn == place.finger;
    const auto edge = isTurn ? theme::Role::accent : look.edge;
    canvas.SetPen(wxPen(theme::colour(edge), FromDIP(isTurn ? (HasFocus() ? 4 : 3) : 1)));
    canvas.SetBrush(wxBrush(theme::colour(look.fill)));
    canvas.DrawRoundedRectangle(box.m_x, box.m_y, box.m_width, box.m_height, box.m_width / 2);
    if (look.pattern) {
        canvas.SetPen(wxPen(theme::colour(look.edge), FromDIP(1)));
        drawPattern(canvas, box, *look.pattern);
    }
    const auto words = mark(place.finger);
    if (words.empty())
        return;
    canvas.SetFont(theme::font(theme::Text::strong), theme::colour(theme::Role::text));
    auto width = 0.0;
    auto height = 0.0;
    canvas.GetTextExtent(words, &width, &height);
    const auto x = box.m_x + (box.m_width - width) / 2;
    const auto y = box.m_y + box.m_width * 0.35;
    canvas.SetPen(*wxTRANSPARENT_PEN);
    canvas.SetBrush(wxBrush(theme::colour(look.fill)));
    canvas.DrawRectangle(x - 1, y, width + 2, height); // the words stand free of the pattern
    canvas.DrawText(words, x, y);
}

} // namespace guitai
