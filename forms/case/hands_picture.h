#pragma once

#include "services/rules/finger_rules.h"

#include <wx/window.h>

#include <array>
#include <optional>
#include <vector>

class wxGraphicsContext;

namespace guitai
{

/// Both hands, seen from above, with what became of each finger: by colour, by pattern and by the
/// words under the nail, so that none of them is needed alone. The finger whose turn it is has a
/// thick edge. Takes the keyboard's focus; what keys do is the page's.
class HandsPicture final : public wxWindow
{
public:
    explicit HandsPicture(wxWindow* parent);

    struct Shown {
        std::vector<FingerTry> right, left;
        std::optional<Finger> turn; ///< whose turn it is
        bool waiting = false;       ///< the scanner waits for it
    };
    void show(const Shown& shown, const FingerRules& rules);
    /// What stands on a finger: "82", "5 x", "-"; for tests, too.
    wxString mark(Finger finger) const;

private:
    struct Place {
        Finger finger{};
        FingerState state;
    };
    void onPaint();
    void drawHand(wxGraphicsContext& canvas, Hand hand, const wxRect& room) const;
    void drawFinger(wxGraphicsContext& canvas, const Place& place, const wxRect2DDouble& box) const;
    const Place& placeOf(Finger finger) const;

    std::array<Place, 10> m_places;
    std::optional<Finger> m_turn;
    bool m_waiting = false;
};

} // namespace guitai
