#pragma once

#include "forms/case/case_session.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"

#include <wx/panel.h>

#include <functional>
#include <string>

namespace guitai
{

/// What the clerk does about a name that fills the chip's field: type the rest, or say that it is
/// whole. Shown while the checklist asks for it.
class WholeNameBox final : public wxPanel
{
public:
    using ChipIn = std::function<std::optional<ChipCopy>&(Draft&)>;

    /// `path` of the name; `after` runs once it was said.
    WholeNameBox(wxWindow* parent,
                 CaseSession& session,
                 std::string path,
                 ChipIn chip,
                 std::function<void()> after);

    void show();
    ActionButton* button() const { return m_whole; }

private:
    CaseSession& m_session;
    std::string m_path;
    Note* m_words = nullptr;
    ActionButton* m_whole = nullptr;
};

} // namespace guitai
