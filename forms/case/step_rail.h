#pragma once

#include "forms/case/step_state.h"

#include <wx/window.h>

#include <functional>
#include <optional>

namespace guitai
{

/// The ten steps of a case, each with its state and its key (Alt and a digit). One stop for Tab:
/// arrows walk over the steps, Enter or a click goes there.
class StepRail : public wxWindow
{
public:
    explicit StepRail(wxWindow* parent);

    struct Entry {
        StepState state = StepState::todo;
        bool reachable = true;
    };
    void show(Step current, const std::array<Entry, allSteps.size()>& entries);
    /// Only the discs, where the window is narrow; the names are told by the pointer.
    void setCompact(bool compact);
    void onChoose(std::function<void(Step)> choose) { m_choose = std::move(choose); }

    /// "Step 2, applicant: something is missing"
    wxString spoken(Step step) const;
    const Entry& entry(Step step) const { return m_entries[static_cast<std::size_t>(step)]; }

    Step current() const { return m_current; }
    bool AcceptsFocus() const override { return true; }

protected:
    wxSize DoGetBestClientSize() const override;

private:
    void onPaint();
    void onKey(wxKeyEvent& event);
    void choose(std::size_t index);
    void moveTo(int index);
    std::optional<std::size_t> rowAt(int y) const;
    void paintEntry(class wxGraphicsContext& graphics, std::size_t index);
    void speak();
    int rowHeight() const { return FromDIP(40); }
    int topMargin() const { return FromDIP(12); }

    std::array<Entry, allSteps.size()> m_entries;
    Step m_current = Step::category;
    bool m_compact = false;
    std::size_t m_focused = 0; ///< where the arrows are
    std::function<void(Step)> m_choose;
};

} // namespace guitai
