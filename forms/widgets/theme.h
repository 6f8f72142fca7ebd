#pragma once

#include <wx/colour.h>
#include <wx/font.h>
#include <wx/window.h>

#include <optional>

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
enum class Text { small, normal, strong, heading, title, amount, number, huge };
wxFont font(Text role);

/// Gives the native controls this look; call once when the program starts, before any window.
/// Text is at least 11 points: eight hours a day are read from it.
void install();
/// Reads the system's colours anew; the frame calls it at wxEVT_SYS_COLOUR_CHANGED.
void refresh();

/// Colours that a window keeps, also after the system's colours changed.
struct Paint {
    std::optional<Role> text = {};
    std::optional<Role> background = {};
};
void paint(wxWindow* window, Paint paint);

/// A style class of the native control, for looks that wx has no word for ("guitai-main").
void addStyleClass(wxWindow* window, const char* name);
void removeStyleClass(wxWindow* window, const char* name);

} // namespace guitai::theme
