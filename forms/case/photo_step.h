#pragma once

#include "forms/case/camera_view.h"
#include "forms/case/photo_check_list.h"
#include "forms/case/photo_frame.h"
#include "forms/case/photo_picture.h"
#include "forms/case/step_page.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"

namespace guitai
{

/// The photo: from the camera or a file, made after the standard, checked, kept. A check that fails
/// is mended with another frame or another photo, or overruled with a reason.
class PhotoStep final : public StepPage
{
public:
    PhotoStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void load() override;
    void refresh() override;
    bool takeEnter() override;
    void focusFirst() override;
    void leaving() override;

    /// Reads, makes and keeps the photo; what Browse, Enter in the path and a dropped file do.
    void importFile(const std::filesystem::path& file);
    wxString verdict() const { return m_verdict->sentence(); }
    const PhotoCheckList& checks() const { return *m_list; }
    const PhotoFrame& frame() const { return *m_frame; }
    const CameraView* camera() const { return m_camera; } ///< none: no camera
    AskLine& ask() const { return *m_ask; }
    enum class Button { camera, adjust, overrule };
    wxWindow* button(Button which) const;
    using StepPage::session; // for tests

private:
    wxSizer* buildChoosing();
    wxSizer* buildButtons();
    void browse();
    void switchCamera();
    void cameraChanged();
    void shoot();
    bool isLive() const { return m_camera && m_camera->isOn(); }
    void make(const PhotoSource& source, const std::optional<PhotoArea>& part);
    void takeMade(Result<CheckedPhoto> made);
    void refuse(const Refusal& refusal);
    void keep();
    void takeKept(const Result<Photo>& kept, const std::vector<PhotoFault>& faults);
    void adjust();
    void takePart();
    void overrule();
    void remove();
    void forget();
    void endBusy();
    void showPicture();
    void sayVerdict();
    void showButtons();
    const PhotoFault* openFault() const;

    PhotoFrame* m_frame = nullptr;
    CameraView* m_camera = nullptr;
    ActionButton* m_live = nullptr;
    wxTextCtrl* m_path = nullptr;
    ActionButton* m_browse = nullptr;
    ActionButton* m_adjust = nullptr;
    ActionButton* m_overrule = nullptr;
    ActionButton* m_remove = nullptr;
    AskLine* m_ask = nullptr;
    Note* m_verdict = nullptr;
    PhotoCheckList* m_list = nullptr;
    std::string m_importedPath; ///< Enter imports a path once
    PhotoSource m_source;       ///< of the photo that was made last, for another frame
    std::optional<CheckedPhoto> m_made;
    UnderWay m_busy{session()};
    bool m_refused = false; ///< the verdict tells why the last file was not taken
};

} // namespace guitai
