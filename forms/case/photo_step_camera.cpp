#include "forms/case/photo_step.h"

namespace guitai
{

/// Nobody is filmed while the clerk looks at another step.
void PhotoStep::leaving()
{
    if (isLive())
        switchCamera();
}

wxWindow* PhotoStep::button(Button which) const
{
    switch (which) {
    case Button::camera:
        return m_live;
    case Button::adjust:
        return m_adjust;
    case Button::overrule:
        return m_overrule;
    }
    return nullptr;
}

void PhotoStep::switchCamera()
{
    if (!m_camera || m_busy)
        return;
    const auto on = !m_camera->isOn();
    m_frame->Show(!on);
    m_camera->Show(on);
    Layout();
    if (on) {
        m_refused = false;
        m_camera->start();
        m_camera->SetFocus();
        cameraChanged();
        return;
    }
    m_camera->stop();
    m_verdict->say(Note::Tone::plain, {});
    refresh();
    m_path->SetFocus();
}

void PhotoStep::cameraChanged()
{
    switch (m_camera->state()) {
    case CameraState::off:
        break;
    case CameraState::starting:
        m_verdict->say(Note::Tone::plain, _("The camera is starting ..."));
        break;
    case CameraState::live:
        m_verdict->say(Note::Tone::plain,
                       _("The person looks into the camera, the eyes on the line. Enter takes the "
                         "photo."));
        break;
    case CameraState::lost:
        m_verdict->say(Note::Tone::bad,
                       _("The camera is gone. Look at its cable: the picture comes back by "
                         "itself."));
        break;
    }
    showButtons();
}

void PhotoStep::shoot()
{
    auto picture = m_camera->shot();
    if (picture.width == 0 || m_camera->state() != CameraState::live || !station().photos)
        return;
    switchCamera();
    m_importedPath.clear();
    m_path->ChangeValue({});
    m_verdict->say(Note::Tone::plain, _("The photo is being checked ..."));
    make({{}, {}, std::move(picture)}, std::nullopt);
    showButtons();
}

} // namespace guitai
