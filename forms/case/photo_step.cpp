#include "forms/case/photo_step.h"

#include "forms/text.h"
#include "services/cases/photo_faults.h"
#include "services/utf8.h"

#include <wx/dnd.h>
#include <wx/filedlg.h>
#include <wx/wrapsizer.h>

#include <algorithm>

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
            _("Take it with the camera, choose a picture or drop it here: JPEG or PNG. It is "
              "cropped to 358 x 441 pixels around the face."));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* choosing = buildChoosing();
    m_frame = new PhotoFrame(this);
    row->Add(m_frame, wxSizerFlags().Top());
    if (auto* camera = station().camera) {
        m_camera = new CameraView(this, *camera);
        m_camera->onChange([this] { cameraChanged(); });
        m_camera->Hide();
        row->Add(m_camera, wxSizerFlags().Top());
    }
    row->Add(choosing, wxSizerFlags(1).Border(wxLEFT, FromDIP(20)));
    column()->Add(row, wxSizerFlags().Expand());
    SetDropTarget(new PhotoDrop(*this));
}

wxSizer* PhotoStep::buildButtons()
{
    using Weight = ActionButton::Weight;
    m_live = new ActionButton(this, _("&Camera"), "Alt+C", Weight::plain);
    m_live->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { switchCamera(); });
    m_live->Show(station().camera != nullptr);
    m_browse = new ActionButton(this, _("&Browse..."), "Alt+B", Weight::plain);
    m_browse->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { browse(); });
    m_adjust = new ActionButton(this, _("Adjust the &frame"), "Alt+F", Weight::plain);
    m_adjust->Bind(wxEVT_BUTTON,
                   [this](wxCommandEvent&) { m_frame->isCropping() ? takePart() : adjust(); });
    m_overrule = new ActionButton(this, _("&Overrule..."), "Alt+O", Weight::plain);
    m_overrule->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { overrule(); });
    m_remove = new ActionButton(this, _("&Remove"), "Alt+R", Weight::quiet);
    m_remove->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { remove(); });
    auto* buttons = new wxWrapSizer(wxHORIZONTAL);
    for (auto* button : {m_live, m_browse, m_adjust, m_overrule, m_remove})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxTOP, FromDIP(8)));
    return buttons;
}

wxSizer* PhotoStep::buildChoosing()
{
    auto* label = new wxStaticText(this, wxID_ANY, _("&File"));
    m_path = new wxTextCtrl(this, wxID_ANY);
    m_path->SetMinSize(wxSize(FromDIP(80), -1));
    giveFieldHeight(m_path);
    nameForScreenReaders(m_path, _("File of the photo; Enter reads it"));
    place("photo", m_path);
    auto* buttons = buildButtons();
    m_ask = new AskLine(this);
    m_verdict = new Note(this);
    m_list = new PhotoCheckList(this);
    auto* choosing = new wxBoxSizer(wxVERTICAL);
    choosing->Add(label, wxSizerFlags());
    choosing->Add(m_path, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    choosing->Add(buttons, wxSizerFlags().Expand());
    choosing->Add(m_ask, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    choosing->Add(m_verdict, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    choosing->Add(m_list, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    return choosing;
}

void PhotoStep::load()
{
    forget();
    if (auto* photos = station().photos)
        session().run([photos] { return photos->warmUp(), true; }, [](bool) {}, [] {});
    StepPage::load();
}

/// Nothing of a picture of another visit, or of another person, stays.
void PhotoStep::forget()
{
    m_path->ChangeValue({});
    m_importedPath.clear();
    m_source = {};
    m_made.reset();
    m_refused = false;
    m_ask->Hide();
    m_frame->showNothing(_("No photo yet"));
}

void PhotoStep::refresh()
{
    StepPage::refresh();
    showPicture();
    showButtons();
}

void PhotoStep::showPicture()
{
    if (m_frame->isCropping() || m_refused || m_busy || isLive())
        return;
    const auto& photo = draft().photo;
    if (!photo) {
        m_frame->showNothing(_("No photo yet"));
        m_verdict->say(Note::Tone::plain, {});
        m_list->setRows({});
        return;
    }
    const auto checks = m_made ? m_made->checks : std::vector<PhotoCheck>{};
    if (session().picture().IsOk())
        m_frame->showPhoto(session().picture(), marksOf(checks));
    m_list->setRows(rowsOf(checks, *photo));
    sayVerdict();
}

void PhotoStep::sayVerdict()
{
    const auto overruled = !draft().photo->faults.empty();
    const auto doubtful =
        m_made && std::ranges::any_of(m_made->checks, [](const PhotoCheck& check) {
            return check.verdict == PhotoVerdict::doubtful;
        });
    if (const auto problem = session().problemAt("photo"))
        m_verdict->say(Note::Tone::bad, words::sentence(problem->refusal));
    else if (overruled)
        m_verdict->say(Note::Tone::caution,
                       _("The photo is kept with your reason. A supervisor decides about it."));
    else if (doubtful)
        m_verdict->say(Note::Tone::caution,
                       _("The photo is kept. Look at what is in doubt before you go on."));
    else
        m_verdict->say(Note::Tone::good,
                       wxString::Format(_("The photo is kept: JPEG, %d x %d pixels."),
                                        draft().photo->width,
                                        draft().photo->height));
}

const PhotoFault* PhotoStep::openFault() const
{
    if (!draft().photo)
        return nullptr;
    const auto& faults = draft().photo->faults;
    const auto found = std::ranges::find(faults, std::string{}, &PhotoFault::reason);
    return found == faults.end() ? nullptr : &*found;
}

void PhotoStep::showButtons()
{
    const auto cropping = m_frame->isCropping();
    const auto live = isLive();
    m_live->setLabel(live ? _("&Camera off") : _("&Camera"));
    m_adjust->Show(m_made.has_value() && !live);
    m_adjust->setLabel(cropping ? _("Take the part in the &frame") : _("Adjust the &frame"));
    m_overrule->Show(!cropping && !live && openFault() != nullptr);
    m_remove->Show(draft().photo.has_value());
    m_list->Show(!cropping && !live && !m_refused && draft().photo.has_value());
    const auto reason = m_busy ? _("The file is being read.") : wxString{};
    for (auto* button : {m_live, m_browse, m_adjust, m_overrule})
        button->setReason(reason);
    if (station().photos == nullptr)
        m_browse->setReason(_("This window has no program for photos."));
    Layout();
    FitInside();
}

void PhotoStep::focusFirst()
{
    m_path->SetFocus();
}

bool PhotoStep::takeEnter()
{
    if (m_busy)
        return true;
    if (m_ask->IsShown()) {
        m_ask->answer();
        return true;
    }
    if (m_frame->isCropping()) {
        takePart();
        return true;
    }
    if (isLive()) {
        shoot();
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
                               _("Pictures (JPEG, PNG)") + "|*.jpg;*.jpeg;*.png;*.JPG;*.JPEG;*.PNG",
                               wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK)
        importFile(std::filesystem::path(fromUi(dialog.GetPath())));
}

void PhotoStep::importFile(const std::filesystem::path& file)
{
    if (m_busy || station().photos == nullptr)
        return;
    leaving(); // of the camera
    m_busy.begin();
    m_refused = false;
    m_importedPath = file.string();
    m_path->ChangeValue(toUi(m_importedPath));
    m_verdict->say(Note::Tone::plain, _("The file is being read ..."));
    showButtons();
    session().run([file] { return readPictureFile(file); },
                  [this](Result<PhotoSource> read) {
                      if (read)
                          make(read.value(), std::nullopt);
                      else
                          refuse(read.refusal());
                  },
                  [this] { endBusy(); });
}

void PhotoStep::endBusy()
{
    m_busy.end();
    m_verdict->say(Note::Tone::plain, {});
    refresh();
}

void PhotoStep::make(const PhotoSource& source, const std::optional<PhotoArea>& part)
{
    m_busy.begin();
    m_source = source;
    session().run([photos = station().photos, source, part] { return photos->make(source, part); },
                  [this](Result<CheckedPhoto> made) { takeMade(std::move(made)); },
                  [this] { endBusy(); });
}

void PhotoStep::takeMade(Result<CheckedPhoto> made)
{
    if (!made)
        return refuse(made.refusal());
    m_made = std::move(made.value());
    keep();
}

/// A file that cannot be taken leaves the photo that is there as it is.
void PhotoStep::refuse(const Refusal& refusal)
{
    m_busy.end();
    m_refused = true;
    m_source = {};
    m_made.reset();
    m_frame->showNothing(_("Not a photo"));
    m_verdict->say(Note::Tone::bad, words::sentence(refusal));
    showButtons();
    m_path->SetFocus();
    m_path->SelectAll();
}

void PhotoStep::keep()
{
    session().run([&desk = station().cases,
                   actor = session().shell().actor(),
                   jpeg = m_made->jpeg] { return desk.keepPhoto(actor, jpeg); },
                  [this, faults = faultsOf(m_made->checks)](const Result<Photo>& kept) {
                      takeKept(kept, faults);
                  },
                  [this] { endBusy(); });
}

/// The clerk may have left the step and come back meanwhile.
void PhotoStep::takeKept(const Result<Photo>& kept, const std::vector<PhotoFault>& faults)
{
    m_busy.end();
    if (!kept)
        return refuse(kept.refusal());
    m_frame->showNothing({});
    session().edit([&](Draft& next) {
        next.photo = kept.value();
        next.photo->faults = faults;
    });
    refresh();
    host().refreshActions();
    // The program that made this one has ended; the next one waits for the next picture.
    session().run(
        [photos = station().photos] { return photos->warmUp(), true; }, [](bool) {}, [] {});
}

void PhotoStep::adjust()
{
    if (!m_made || m_busy)
        return;
    const auto& picture = m_made->picture;
    const auto least = photoWidth * picture.width / std::max(1, m_made->original.width);
    m_frame->showToCrop(imageOf(picture), rectOf(m_made->part), least);
    m_verdict->say(Note::Tone::plain,
                   _("Move the frame with the arrows, size it with + and -, then press Enter."));
    showButtons();
    m_frame->SetFocus();
}

void PhotoStep::takePart()
{
    const auto part = areaOf(m_frame->part());
    m_frame->showNothing({});
    make(m_source, part);
    m_path->SetFocus();
}

void PhotoStep::overrule()
{
    const auto* fault = openFault();
    if (!fault || m_busy)
        return;
    const auto check = fault->check;
    // TRANSLATORS: the name of a failed check of the photo follows
    m_ask->ask(
        wxString::Format(_("Why is the photo taken although it fails \"%s\"?"), words::name(check)),
        _("&Take it"),
        [this, check](const wxString& why) {
            session().edit([&](Draft& next) {
                for (auto& each : next.photo->faults)
                    if (each.check == check)
                        each.reason = fromUi(why);
            });
            refresh();
            host().refreshActions();
            m_path->SetFocus();
            overrule(); // the next one that is open
        });
}

void PhotoStep::remove()
{
    forget();
    session().edit([](Draft& next) { next.photo.reset(); });
    refresh();
    m_path->SetFocus();
}

} // namespace guitai
