#include "forms/case/copies_part.h"

#include "forms/case/photo_picture.h"
#include "forms/text.h"
#include "forms/widgets/form_grid.h"
#include "forms/wording/document_words.h"
#include "services/utf8.h"

#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace guitai
{

CopiesPart::CopiesPart(wxWindow* step, CaseSession& session) : wxPanel(step), m_session(session)
{
    theme::paint(this, {.background = theme::Role::window});
    build();
    auto& station = session.station();
    m_pages = new PagesView(step, station, session.shell(), PagesView::Use::editing);
    m_pages->onTurned([this](const CopyLeaf& leaf) {
        change(leaf, [&](auto& pages) { pages[leaf.number].turns = leaf.page.turns; });
    });
    m_pages->onRemove([this](const CopyLeaf& leaf) {
        change(leaf, [&](auto& pages) {
            pages.erase(pages.begin() + static_cast<std::ptrdiff_t>(leaf.number));
        });
        say(Note::Tone::plain, _("The page was taken out."));
        m_pages->update(leavesOf(m_session.draft().copies));
    });
    m_pages->onReplace([this](const CopyLeaf& leaf) {
        m_paper = leaf.paper;
        m_replaced = leaf.number;
        m_pages->close();
        say(Note::Tone::plain,
            wxString::Format(_("The next page, from a file or the camera, takes the place of page "
                               "%u. Esc: it stays."),
                             static_cast<unsigned>(leaf.number + 1)));
    });
    m_pages->onClosed([this] { closed(); });
    auto* camera = station.paperCamera ? station.paperCamera : station.camera;
    if (!camera)
        return;
    m_capture = new CaptureView(step, *camera);
    m_capture->onShot([this](RgbImage picture) {
        add([picture = std::move(picture)]() -> Result<PhotoSource> {
            return PhotoSource{{}, {}, picture};
        });
    });
    m_capture->onClosed([this] { closed(); });
}

void CopiesPart::build()
{
    using Weight = ActionButton::Weight;
    m_title = new wxStaticText(this, wxID_ANY, {});
    m_title->SetFont(theme::font(theme::Text::strong));
    m_path = new wxTextCtrl(this, wxID_ANY);
    m_path->SetMinSize(wxSize(FromDIP(80), -1));
    giveFieldHeight(m_path);
    nameForScreenReaders(m_path, _("File of a page; Enter reads it"));
    m_browse = new ActionButton(this, _("&Browse..."), "Alt+B", Weight::plain);
    m_browse->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { browse(); });
    m_live = new ActionButton(this, _("&Camera"), "Alt+C", Weight::plain);
    m_live->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openCamera(); });
    m_view = new ActionButton(this, _("&View pages"), "Alt+V", Weight::plain);
    m_view->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openPages(); });
    m_note = new Note(this);
    auto* file = new wxBoxSizer(wxHORIZONTAL);
    file->Add(new wxStaticText(this, wxID_ANY, _("&File")), wxSizerFlags().CentreVertical());
    file->Add(m_path, wxSizerFlags(1).Border(wxLEFT, FromDIP(8)));
    file->Add(m_browse, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    file->Add(m_live, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    file->Add(m_view, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_title, wxSizerFlags().Expand());
    column->Add(file, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    column->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    SetSizer(column);
}

bool CopiesPart::covers() const
{
    return m_pages->isOpen() || (m_capture && m_capture->isOpen());
}

void CopiesPart::choose(DocumentKind paper)
{
    if (m_paper == paper || m_session.station().rules.copies.needOf(paper) == CopyNeed::none)
        return;
    m_paper = paper;
    m_replaced.reset();
    say(Note::Tone::plain, {});
    refresh();
}

void CopiesPart::forget()
{
    leaving();
    m_paper.reset();
    m_replaced.reset();
    m_path->ChangeValue({});
    m_importedPath.clear();
    say(Note::Tone::plain, {});
}

void CopiesPart::leaving()
{
    m_pages->close();
    if (m_capture)
        m_capture->close();
}

/// The chosen paper may not be needed any more; another one of which a copy is kept takes its
/// place.
void CopiesPart::refresh()
{
    const auto& rules = m_session.station().rules.copies;
    const auto& needed = m_session.derived().documents;
    if (m_paper && std::ranges::find(needed, *m_paper) == needed.end())
        m_paper.reset();
    for (const auto paper : needed)
        if (!m_paper && rules.needOf(paper) != CopyNeed::none)
            m_paper = paper;
    if (covers())
        return;
    if (IsShown() != m_paper.has_value()) {
        Show(m_paper.has_value());
        layOutAround(this);
    }
    if (!m_paper)
        return;
    m_title->SetLabelText(wxString::Format(_("Copy of: %s"), words::name(*m_paper)));
    showButtons();
}

wxString CopiesPart::whyNoMore() const
{
    const auto& draft = m_session.draft();
    const auto most = m_session.station().rules.copies.pagesPerPaper;
    const auto found = m_paper ? draft.copies.find(*m_paper) : draft.copies.end();
    if (m_busy)
        return _("The page is being read ...");
    if (!m_session.station().photos)
        return _("Pictures cannot be opened at this window.");
    if (found != draft.copies.end() && found->second.size() >= most && !m_replaced)
        return wxString::Format(_("A copy has at most %s."), words::pages(most));
    return {};
}

void CopiesPart::showButtons()
{
    const auto why = whyNoMore();
    m_browse->setReason(why);
    m_live->setReason(why);
    m_live->Show(m_capture != nullptr);
    m_view->setReason(m_session.draft().copies.empty() ? _("No copy is kept yet.") : wxString{});
}

void CopiesPart::say(Note::Tone tone, const wxString& sentence)
{
    m_note->say(tone, sentence);
    if (m_capture && m_capture->isOpen())
        m_capture->say(tone, sentence);
}

bool CopiesPart::takeEnter()
{
    if (m_pages->isOpen()) {
        m_pages->advance();
        return true;
    }
    if (m_capture && m_capture->isOpen()) {
        m_capture->shoot();
        return true;
    }
    const auto typed = trimmed(fromUi(m_path->GetValue()));
    if (typed.empty() || typed == m_importedPath || !IsShown())
        return false;
    importFile(std::filesystem::path(typed));
    return true;
}

bool CopiesPart::takeKey(int keyCode)
{
    if (keyCode != WXK_ESCAPE)
        return false;
    if (covers()) {
        leaving();
        return true;
    }
    if (!m_replaced)
        return false;
    m_replaced.reset();
    say(Note::Tone::plain, {});
    refresh();
    return true;
}

void CopiesPart::closed()
{
    refresh();
    if (m_replaced || !m_back)
        m_path->SetFocus();
    else
        m_back(m_paper);
}

void CopiesPart::openPages()
{
    const auto leaves = leavesOf(m_session.draft().copies);
    const auto first = std::ranges::find_if(
        leaves, [this](const CopyLeaf& leaf) { return leaf.paper == m_paper; });
    const auto at = first == leaves.end() ? leaves.begin() : first;
    m_pages->open(leaves, static_cast<std::size_t>(at - leaves.begin()));
}

void CopiesPart::openCamera()
{
    if (m_capture && m_paper && whyNoMore().empty())
        m_capture->open(wxString::Format(_("Copy of: %s"), words::name(*m_paper)));
}

void CopiesPart::browse()
{
    auto dialog = wxFileDialog(this,
                               _("Choose the picture of a page"),
                               {},
                               {},
                               _("Pictures (JPEG, PNG)") + "|*.jpg;*.jpeg;*.png;*.JPG;*.JPEG;*.PNG",
                               wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK)
        importFile(std::filesystem::path(fromUi(dialog.GetPath())));
}

void CopiesPart::importFile(const std::filesystem::path& file)
{
    m_importedPath = file.string();
    m_path->ChangeValue(toUi(m_importedPath));
    add([file] { return readPictureFile(file); });
}

/// `read` brings the picture; it is made a page and kept, all of it in the background.
template <class Read>
void CopiesPart::add(Read read)
{
    if (!m_paper || m_session.confirmed())
        return;
    if (const auto why = whyNoMore(); !why.empty())
        return say(Note::Tone::caution, why);
    m_busy.begin();
    say(Note::Tone::plain, _("The page is being read ..."));
    showButtons();
    auto& station = m_session.station();
    m_session.run(
        [read = std::move(read),
         photos = station.photos,
         &desk = station.cases,
         actor = m_session.shell().actor(),
         scan = station.rules.copies.scan]() -> Result<DocumentPage> {
            const auto source = read();
            if (!source)
                return source.refusals();
            const auto made = photos->scan(source.value(), scan);
            if (!made)
                return made.refusals();
            return desk.keepScan(actor, made.value());
        },
        [this, paper = *m_paper, place = m_replaced](const Result<DocumentPage>& kept) {
            take(paper, place, kept);
        },
        [this] {
            m_busy.end();
            say(Note::Tone::plain, {});
            refresh();
        });
}

void CopiesPart::take(DocumentKind paper,
                      std::optional<std::size_t> place,
                      const Result<DocumentPage>& kept)
{
    m_busy.end();
    if (!kept) {
        say(Note::Tone::bad, words::sentence(kept.refusal()));
        return refresh();
    }
    m_replaced.reset();
    auto number = std::size_t{};
    m_session.edit([&](Draft& next) {
        auto& pages = next.copies[paper];
        number = place && *place < pages.size() ? *place : pages.size();
        if (number == pages.size())
            pages.push_back(kept.value());
        else
            pages[number] = kept.value();
    });
    m_path->ChangeValue({});
    m_importedPath.clear();
    // TRANSLATORS: number of a page, the paper
    say(Note::Tone::good,
        wxString::Format(_("Page %u of \"%s\" is kept."),
                         static_cast<unsigned>(number + 1),
                         words::name(paper)));
    refresh();
    // The program that made this page has ended; the next one waits for the next picture.
    m_session.run([photos = m_session.station().photos] { return photos->warmUp(), true; },
                  [](bool) {},
                  [] {});
}

/// Changes the pages of a paper, if the page is still the one that was looked at.
void CopiesPart::change(const CopyLeaf& leaf,
                        const std::function<void(std::vector<DocumentPage>&)>& how)
{
    if (m_session.confirmed())
        return;
    m_session.edit([&](Draft& next) {
        const auto found = next.copies.find(leaf.paper);
        if (found == next.copies.end() || leaf.number >= found->second.size() ||
            found->second[leaf.number].image != leaf.page.image)
            return;
        how(found->second);
        if (found->second.empty())
            next.copies.erase(found);
    });
}

} // namespace guitai
