#include "forms/case/capture_view.h"

#include <wx/intl.h>
#include <wx/sizer.h>

namespace guitai
{

CaptureView::CaptureView(wxWindow* owner, Camera& camera) : Cover(owner)
{
    m_title = new WrappedText(this, {}, theme::Text::heading);
    m_camera = new CameraView(this, camera, CameraView::Subject::paper);
    m_camera->onChange([this] { cameraChanged(); });
    m_note = new Note(this);
    auto* take = new ActionButton(this, _("Take the page"), _("Enter"), ActionButton::Weight::main);
    auto* back = new ActionButton(this, _("Close"), "Esc", ActionButton::Weight::quiet);
    take->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { shoot(); });
    back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { close(); });
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(take);
    buttons->Add(back, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_title, wxSizerFlags().Expand());
    column->Add(m_camera, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, FromDIP(8)));
    column->Add(m_note, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    column->Add(buttons);
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(14)));
    SetSizer(padded);
}

void CaptureView::open(const wxString& paper)
{
    m_title->setText(paper);
    openOver();
    m_camera->start();
    m_camera->SetFocus();
    cameraChanged();
}

void CaptureView::closing()
{
    m_camera->stop();
}

void CaptureView::say(Note::Tone tone, const wxString& sentence)
{
    m_note->say(tone, sentence);
    Layout();
}

void CaptureView::cameraChanged()
{
    switch (m_camera->state()) {
    case CameraState::off:
        break;
    case CameraState::starting:
        say(Note::Tone::plain, _("The camera is starting ..."));
        break;
    case CameraState::live:
        say(Note::Tone::plain,
            _("Lay the paper flat and whole into the picture. Enter takes the page."));
        break;
    case CameraState::lost:
        say(Note::Tone::bad,
            _("The camera is gone. Look at its cable: the picture comes back by itself."));
        break;
    }
}

void CaptureView::shoot()
{
    auto picture = m_camera->shot();
    if (picture.width == 0 || m_camera->state() != CameraState::live || !m_shot)
        return;
    m_shot(std::move(picture));
}

} // namespace guitai
