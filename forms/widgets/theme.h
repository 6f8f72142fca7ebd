#pragma once

#include <wx/colour.h>
#include <wx/font.h>
#include <wx/window.h>

namespace guitai::theme
{

/// Every colour of the window, by its role; derived from the system's colours so that dark mode
/// and high contrast work, read anew at wxEVT_SYS_COLOUR_CHANGED.
enum class Role {
    window,
    panel,
    field,
    text,
    mutedText,
    border,
    band, ///< the bar at the top
    bandText,
    accent, ///< the one main action, the current step
    accentText,
    accentSoft, ///< behind the current step
    good,
    goodSoft,
    caution,
    cautionSoft,
    cautionBorder,
    bad,
    badSoft,
};
wxColour colour(Role role);
bool isDark();

/// Sizes relative to the system's font.
enum class Text { small, normal, strong, heading, title, amount, number };
wxFont font(Text role);

} // namespace guitai::theme
