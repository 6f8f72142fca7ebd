#include "forms/case/photo_step.h"

#include "forms/text.h"
#include "services/utf8.h"

#include <wx/dnd.h>
#include <wx/filedlg.h>

namespace guitai
{

namespace
{

class PhotoDrop final : public wxFileDropTarget
{
public:
    explicit PhotoDrop(PhotoStep& step) : m_step(step) {}
    bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override
    {
        if (names.size() != 1)
            return false;
        m_step.importFile(std::filesystem::path(fromUi(names.front())));
        return true;
    }

private:
    PhotoStep& m_step;
};

} // namespace

PhotoStep::PhotoStep(wxWindow* parent, CaseSession& session, StepHost& host)
    : StepPage(parent, session, host)
{
    heading(_("Photo"),
            _("Choose a JPEG of 358 x 441 pixels, or drop it here. A larger picture is cropped."));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* choosing = buildChoosing();
    m_frame = new PhotoFrame(this);
    row->Add(m_frame, wxSizerFlags().Top());
    row->Add(choosing, wxSizerFlags(1).Border(wxLEFT, FromDIP(20)));
    column()->Add(row, wxSizerFlags().Expand());
    SetDropTarget(new PhotoDrop(*this));
}

wxSizer* PhotoStep::buildChoosing()
{
    auto* label = new wxStaticText(this, wxID_ANY, _("&File"));
    m_path = new wxTextCtrl(this, wxID_ANY);
    m_path->SetMinSize(wxSize(FromDIP(80), -1));
    giveFieldHeight(m_path);
    nameForScreenReaders(m_path, _("File of the photo; Enter reads it"));
    place("photo", m_path);
    m_browse = new ActionButton(this, _("&Browse..."), "Alt+B", ActionButton::Weight::plain);
    m_browse->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { browse(); });
    m_crop = new ActionButton(
        this, _("&Take the part in the frame"), _("Enter"), ActionButton::Weight::plain);
    m_crop->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { crop(); });
    m_remove = new ActionButton(this, _("&Remove"), {}, ActionButton::Weight::quiet);
    m_remove->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { remove(); });
    m_verdict = new Note(this);

    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(m_browse, wxSizerFlags());
    buttons->Add(m_remove, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    auto* choosing = new wxBoxSizer(wxVERTICAL);
    choosing->Add(label, wxSizerFlags());
    choosing->Add(m_path, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    choosing->Add(buttons, wxSizerFlags().Border(wxTOP, FromDIP(8)));
    choosing->Add(m_verdict, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    choosing->Add(m_crop, wxSizerFlags().Border(wxTOP, FromDIP(8)));
    return choosing;
}

void PhotoStep::load()
{
    m_path->ChangeValue({});
    m_importedPath.clear();
    m_refused = false;
    m_frame->showNothing(_("No photo yet"));
    StepPage::load();
}

void PhotoStep::refresh()
{
    StepPage::refresh();
    showPicture();
    showButtons();
}

void PhotoStep::showPicture()
{
    if (m_frame->isCropping() || m_refused || m_busy)
        return;
    if (!draft().photo) {
        m_frame->showNothing(_("No photo yet"));
        m_verdict->say(Note::Tone::plain, {});
        return;
    }
    if (session().picture().IsOk())
        m_frame->showPhoto(session().picture());
    const auto problem = session().problemAt("photo");
    if (problem)
        m_verdict->say(Note::Tone::bad, words::sentence(problem->refusal));
    else
        m_verdict->say(Note::Tone::good,
                       wxString::Format(_("The photo is kept: JPEG, %d x %d pixels."),
                                        draft().photo->width,
                                        draft().photo->height));
}

void PhotoStep::showButtons()
{
    m_crop->Show(m_frame->isCropping());
    m_remove->Show(draft().photo.has_value());
    m_browse->setReason(m_busy ? _("The file is being read.") : wxString{});
    Layout();
}

void PhotoStep::focusFirst()
{
    m_path->SetFocus();
}

bool PhotoStep::takeEnter()
{
    if (m_busy)
        return true;
    if (m_frame->isCropping()) {
        crop();
        return true;
    }
    const auto typed = trimmed(fromUi(m_path->GetValue()));
    if (typed.empty() || typed == m_importedPath)
        return false;
    importFile(std::filesystem::path(typed));
    return true;
}

void PhotoStep::browse()
{
    auto dialog = wxFileDialog(this,
                               _("Choose the photo"),
                               {},
                               {},
                               _("JPEG pictures") + "|*.jpg;*.jpeg;*.JPG;*.JPEG",
                               wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK)
        importFile(std::filesystem::path(fromUi(dialog.GetPath())));
}

void PhotoStep::importFile(const std::filesystem::path& file)
{
    if (m_busy)
        return;
    m_busy = true;
    m_refused = false;
    m_importedPath = file.string();
    m_path->ChangeValue(toUi(m_importedPath));
    m_verdict->say(Note::Tone::plain, _("The file is being read ..."));
    showButtons();
    session().run([file] { return readPhotoFile(file); },
                  [this](ChosenPhoto chosen) { examine(std::move(chosen)); },
                  [this] {
                      m_busy = false;
                      refresh();
                  });
}

void PhotoStep::examine(ChosenPhoto chosen)
{
    m_busy = false;
    if (!chosen.refusal)
        return keep(chosen.jpeg);
    m_refused = true;
    const auto& picture = chosen.picture;
    if (picture && picture->width >= photoWidth && picture->height >= photoHeight) {
        m_frame->showToCrop(imageOf(*picture));
        m_verdict->say(Note::Tone::caution,
                       wxString::Format(_("The picture has %d x %d pixels. Move the frame with the "
                                          "arrows, size it with + and -, then press Enter."),
                                        picture->width,
                                        picture->height));
        showButtons();
        m_frame->SetFocus();
        return;
    }
    if (picture)
        m_frame->showPhoto(imageOf(*picture));
    else
        m_frame->showNothing(_("Not a photo"));
    m_verdict->say(Note::Tone::bad, words::sentence(*chosen.refusal));
    showButtons();
}

void PhotoStep::crop()
{
    if (!m_frame->isCropping())
        return;
    const auto jpeg = croppedPhoto(m_frame->picture(), m_frame->part());
    m_frame->showNothing(_("No photo yet"));
    keep(jpeg);
    m_path->SetFocus();
}

void PhotoStep::keep(const Bytes& jpeg)
{
    m_busy = true;
    session().run([&desk = station().cases,
                   actor = session().shell().actor(),
                   jpeg] { return desk.keepPhoto(actor, jpeg); },
                  [this](const Result<Photo>& kept) {
                      m_busy = false;
                      m_refused = !kept;
                      if (kept)
                          session().edit([&](Draft& next) { next.photo = kept.value(); });
                      else
                          m_verdict->say(Note::Tone::bad, words::sentence(kept.refusal()));
                      refresh();
                      host().refreshActions();
                  },
                  [this] {
                      m_busy = false;
                      refresh();
                  });
}

void PhotoStep::remove()
{
    m_refused = false;
    m_importedPath.clear();
    m_path->ChangeValue({});
    m_frame->showNothing(_("No photo yet"));
    session().edit([](Draft& next) { next.photo.reset(); });
    m_path->SetFocus();
}

} // namespace guitai
