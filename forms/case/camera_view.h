#pragma once

#include "services/cases/voucher.h"
#include "services/devices/camera/camera.h"

#include <wx/bitmap.h>
#include <wx/timer.h>
#include <wx/window.h>

#include <functional>
#include <memory>

class wxEventLoopSource;

namespace guitai
{

/// What the camera sees, of a person with lines where head and eyes belong. Pictures
/// come as news on the camera's descriptor: nothing here waits.
class CameraView : public wxWindow
{
public:
    /// A person is seen in the shape of a photo, a paper as wide as the camera sees it.
    enum class Subject { person, paper };
    CameraView(wxWindow* parent, Camera& camera, Subject subject = Subject::person);
    ~CameraView() override;

    /// Called when the camera came, went, or showed its first picture.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }
    void start();
    void stop();
    bool isOn() const { return m_camera.state() != CameraState::off; }
    CameraState state() const { return m_camera.state(); }
    /// The whole picture that was seen last; width 0: none.
    RgbImage shot() const;
    int framesShown() const { return m_frames; } ///< since the start; for measurements

    bool AcceptsFocus() const override { return isOn(); }

private:
    class News;
    void watch();
    void takeNews();
    void takePicture();
    void onPaint();
    void drawGuides(wxDC& dc) const;

    wxRect partOf(const CameraFrame& frame) const;
    wxRect placeOf(const wxSize& part) const;

    Camera& m_camera;
    Subject m_subject;
    std::function<void()> m_changed;
    std::unique_ptr<News> m_news;
    std::unique_ptr<wxEventLoopSource> m_source;
    int m_watched = -1;
    wxTimer m_retry; ///< a program that ended has no descriptor that would tell
    wxBitmap m_picture;
    wxPoint m_corner; ///< of the picture in the window
    RgbImage m_last;
    int m_frames = 0;
};

} // namespace guitai
