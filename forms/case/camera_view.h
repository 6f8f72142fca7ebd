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

/// What the camera sees, in the shape of a photo, with lines where head and eyes belong. Pictures
/// come as news on the camera's descriptor: nothing here waits.
class CameraView : public wxWindow
{
public:
    CameraView(wxWindow* parent, Camera& camera);
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

    Camera& m_camera;
    std::function<void()> m_changed;
    std::unique_ptr<News> m_news;
    std::unique_ptr<wxEventLoopSource> m_source;
    int m_watched = -1;
    wxTimer m_retry; ///< a program that ended has no descriptor that would tell
    wxBitmap m_picture;
    RgbImage m_last;
    int m_frames = 0;
};

} // namespace guitai
