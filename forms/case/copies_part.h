#pragma once

#include "forms/case/capture_view.h"
#include "forms/case/case_session.h"
#include "forms/case/pages_view.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"

#include <filesystem>
#include <optional>
#include <string>

class wxStaticText;
class wxTextCtrl;

namespace guitai
{

/// Keeps copies of the papers on the documents step: pages from a file or the camera, of the paper
/// on which the clerk is; looked at, turned, replaced and removed until the case is confirmed.
class CopiesPart final : public wxPanel
{
public:
    CopiesPart(wxWindow* step, CaseSession& session);

    /// Brings the focus back to a paper once pages or camera are closed.
    void onBack(std::function<void(std::optional<DocumentKind>)> back) { m_back = std::move(back); }
    /// The paper that the next page is of; one of which no copy is kept changes nothing.
    void choose(DocumentKind paper);
    void refresh();
    /// Nothing of another visit, or of another person, stays.
    void forget();
    /// Camera and pages close.
    void leaving();
    bool takeEnter();
    bool takeKey(int keyCode);
    /// Whether pages or the camera lie over the step.
    bool covers() const;

    /// What Browse and Enter in the path do.
    void importFile(const std::filesystem::path& file);
    void openPages();
    void openCamera();
    std::optional<DocumentKind> paper() const { return m_paper; }
    wxString verdict() const { return m_note->sentence(); }
    PagesView& pages() const { return *m_pages; }
    CaptureView* capture() const { return m_capture; } ///< none: no camera
    wxTextCtrl* path() const { return m_path; }

private:
    void build();
    void browse();
    template <class Read>
    void add(Read read);
    void
    take(DocumentKind paper, std::optional<std::size_t> place, const Result<DocumentPage>& kept);
    void say(Note::Tone tone, const wxString& sentence);
    void showButtons();
    wxString whyNoMore() const;
    void change(const CopyLeaf& leaf, const std::function<void(std::vector<DocumentPage>&)>& how);
    void closed();

    CaseSession& m_session;
    std::function<void(std::optional<DocumentKind>)> m_back;
    std::optional<DocumentKind> m_paper;
    std::optional<std::size_t> m_replaced; ///< the page that the next one replaces
    std::string m_importedPath;            ///< Enter imports a path once
    UnderWay m_busy{m_session};
    wxStaticText* m_title = nullptr;
    wxTextCtrl* m_path = nullptr;
    ActionButton* m_browse = nullptr;
    ActionButton* m_live = nullptr;
    ActionButton* m_view = nullptr;
    Note* m_note = nullptr;
    PagesView* m_pages = nullptr;
    CaptureView* m_capture = nullptr;
};

} // namespace guitai
