#pragma once

#include "forms/case/photo_frame.h"
#include "forms/case/photo_picture.h"
#include "forms/case/step_page.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"

namespace guitai
{

/// The photo: chosen as a file, checked, cropped when it is larger, kept.
class PhotoStep final : public StepPage
{
public:
    PhotoStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void load() override;
    void refresh() override;
    bool takeEnter() override;
    void focusFirst() override;

    /// Reads, checks and keeps the file; what Browse, Enter in the path and a dropped file do.
    void importFile(const std::filesystem::path& file);
    wxString verdict() const { return m_verdict->sentence(); }

private:
    wxSizer* buildChoosing();
    void browse();
    void examine(ChosenPhoto chosen);
    void keep(const Bytes& jpeg);
    void crop();
    void remove();
    void showPicture();
    void showButtons();

    PhotoFrame* m_frame = nullptr;
    wxTextCtrl* m_path = nullptr;
    ActionButton* m_browse = nullptr;
    ActionButton* m_crop = nullptr;
    ActionButton* m_remove = nullptr;
    Note* m_verdict = nullptr;
    std::string m_importedPath; ///< Enter imports a path once
    bool m_busy = false;
    bool m_refused = false; ///< the verdict tells why the last file was not taken
};

} // namespace guitai
