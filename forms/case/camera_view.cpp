#include "forms/case/camera_view.h"

#include "forms/case/photo_picture.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/theme.h"

#include <wx/dcbuffer.h>
#include <wx/evtloop.h>
#include <wx/evtloopsrc.h>
#include <wx/image.h>
#include <wx/intl.h>

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto retryInterval = 250; ///< milliseconds

/// A part of what the camera sees, over its whole height, at this size: one pixel for one.
wxImage scaledPart(const CameraFrame& frame, const wxRect& part, const wxSize& size)
{
    auto image = wxImage(std::max(1, size.x), std::max(1, size.y), false);
    auto* to = image.GetData();
    for (auto y = 0; y < image.GetHeight(); ++y) {
        const auto row = y * frame.height / image.GetHeight();
        for (auto x = 0; x < image.GetWidth(); ++x) {
            const auto column = part.x + x * part.width / image.GetWidth();
            const auto at = std::size_t{3} *
                            (static_cast<std::size_t>(row) * static_cast<std::size_t>(frame.width) +
                             static_cast<std::size_t>(column));
            for (std::size_t channel = 0; channel < 3; ++channel)
                *to++ = std::to_integer<unsigned char>(frame.pixels[at + channel]);
        }
    }
    return image;
}

wxString wordsFor(CameraState state)
{
    switch (state) {
    case CameraState::off:
    case CameraState::live:
        return {};
    case CameraState::starting:
        return _("The camera is starting ...");
    case CameraState::lost:
        return _("No camera: look at its cable");
    }
    return {};
}

} // namespace

class CameraView::News final : public wxEventLoopSourceHandler
{
public:
    explicit News(CameraView& view) : m_view(view) {}
    void OnReadWaiting() override { m_view.takeNews(); }
    void OnWriteWaiting() override {}
    void OnExceptionWaiting() override { m_view.takeNews(); }

private:
    CameraView& m_view;
};

CameraView::CameraView(wxWindow* parent, Camera& camera, Subject subject)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxBORDER_NONE),
      m_camera(camera), m_subject(subject), m_news(std::make_unique<News>(*this))
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(
        FromDIP(subject == Subject::person ? wxSize(photoWidth, photoHeight) : wxSize(320, 180)));
    nameForScreenReaders(this, _("Camera"));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    m_retry.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { takeNews(); });
}

CameraView::~CameraView()
{
    m_source.reset();
    m_camera.stop();
}

void CameraView::start()
{
    m_picture = wxBitmap{};
    m_last = {};
    m_frames = 0;
    m_camera.start();
    watch();
    m_retry.Start(retryInterval);
    Refresh();
}

void CameraView::stop()
{
    m_retry.Stop();
    m_source.reset();
    m_watched = -1;
    m_camera.stop();
    m_picture = wxBitmap{};
    m_last = {}; // nobody's picture stays
}

/// Another program of the camera has another descriptor.
void CameraView::watch()
{
    const auto descriptor = m_camera.descriptor();
    if (descriptor == m_watched)
        return;
    m_source.reset();
    m_watched = descriptor;
    if (descriptor >= 0)
        m_source.reset(wxEventLoopBase::AddSourceForFD(
            descriptor, m_news.get(), wxEVENT_SOURCE_INPUT | wxEVENT_SOURCE_EXCEPTION));
}

void CameraView::takeNews()
{
    const auto before = m_camera.state();
    const auto changed = m_camera.update();
    // A source is not taken away while it tells its news.
    CallAfter([this] {
        if (isOn())
            watch();
    });
    if (!changed)
        return;
    takePicture();
    if (m_camera.state() != before && m_changed)
        m_changed();
    Refresh();
}

void CameraView::takePicture()
{
    const auto frame = m_camera.frame();
    if (frame.width == 0) {
        m_picture = wxBitmap{};
        return;
    }
    m_last = {frame.width, frame.height, Bytes(frame.pixels.begin(), frame.pixels.end())};
    const auto part = partOf(frame);
    const auto place = placeOf(part.GetSize());
    m_picture = wxBitmap(scaledPart(frame, part, place.GetSize()));
    m_corner = place.GetTopLeft();
    m_camera.release();
    ++m_frames;
}

/// Of a person the middle in the shape of a photo, of a paper everything.
wxRect CameraView::partOf(const CameraFrame& frame) const
{
    const auto width = m_subject == Subject::paper
                           ? frame.width
                           : std::min(frame.width, frame.height * photoWidth / photoHeight);
    return {(frame.width - width) / 2, 0, width, frame.height};
}

/// Where the part stands in the window: a paper keeps its shape.
wxRect CameraView::placeOf(const wxSize& part) const
{
    const auto room = GetClientSize();
    if (m_subject == Subject::person)
        return room;
    const auto scale =
        std::min(static_cast<double>(room.x) / part.x, static_cast<double>(room.y) / part.y);
    const auto size = wxSize(static_cast<int>(part.x * scale), static_cast<int>(part.y * scale));
    return {wxPoint((room.x - size.x) / 2, (room.y - size.y) / 2), size};
}

RgbImage CameraView::shot() const
{
    return m_last;
}

void CameraView::onPaint()
{
    auto dc = wxAutoBufferedPaintDC(this);
    dc.SetBackground(theme::colour(theme::Role::panel));
    dc.Clear();
    if (m_picture.IsOk()) {
        dc.DrawBitmap(m_picture, m_corner);
        if (m_subject == Subject::person)
            drawGuides(dc);
        return;
    }
    dc.SetFont(theme::font(theme::Text::normal));
    dc.SetTextForeground(theme::colour(theme::Role::mutedText));
    dc.DrawLabel(wordsFor(state()), wxRect(GetClientSize()), wxALIGN_CENTRE);
}

/// Face, hair and eyes as the standard wants them; the program crops, the lines help to stand
/// right.
void CameraView::drawGuides(wxDC& dc) const
{
    const auto size = GetClientSize();
    const auto x = [&](int pixels) { return pixels * size.x / photoWidth; };
    const auto y = [&](int pixels) { return pixels * size.y / photoHeight; };
    constexpr auto faceWidth = 207, faceHeight = 300, hairTop = 14, eyes = 212;
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    for (const auto& pen : {wxPen(*wxBLACK, 3), wxPen(*wxWHITE, 1)}) {
        dc.SetPen(pen);
        dc.DrawEllipse(
            x((photoWidth - faceWidth) / 2), y(hairTop + 30), x(faceWidth), y(faceHeight));
        dc.DrawLine(x(photoWidth / 4), y(eyes), x(photoWidth * 3 / 4), y(eyes));
    }
}

} // namespace guitai
