#pragma once

#include "forms/case/camera_view.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/cover.h"
#include "forms/widgets/note.h"

#include <functional>

namespace guitai
{

/// What the camera sees of a paper, large, over the page that owns it. Enter takes a page, and the
/// next one; Esc ends.
class CaptureView final : public Cover
{
public:
    CaptureView(wxWindow* owner, Camera& camera);

    void open(const wxString& paper);
    /// Called with the picture of a page.
    void onShot(std::function<void(RgbImage)> shot) { m_shot = std::move(shot); }
    /// What became of the last page; nothing more is taken while it is on its way.
    void say(Note::Tone tone, const wxString& sentence);
    void shoot();
    const CameraView& camera() const { return *m_camera; }
    wxString sentence() const { return m_note->sentence(); }

private:
    void cameraChanged();
    void closing() override;

    CameraView* m_camera = nullptr;
    WrappedText* m_title = nullptr;
    Note* m_note = nullptr;
    std::function<void(RgbImage)> m_shot;
};

} // namespace guitai
