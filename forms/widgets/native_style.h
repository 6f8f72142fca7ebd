#pragma once

#include <wx/string.h>
#include <wx/window.h>

/// What the theme needs of GTK itself; the only place of the window's look that knows GTK.
namespace guitai::native
{

/// The rules for native controls, with "@role" where a colour of the theme goes.
wxString sheet();
/// Replaces the rules in use; does nothing when they are the same, so that it may be called while
/// GTK tells of a change.
void useSheet(const wxString& css);

bool isHighContrast();
/// The desktop's font, at least `points` large, behind the face that has Han and Latin alike.
void useFontOfAtLeast(int points);

void addStyleClass(wxWindow* window, const char* name);
void removeStyleClass(wxWindow* window, const char* name);

/// The words of a wide button begin at its left; wx has wxBU_LEFT for wxButton only.
void alignLabelLeft(wxWindow* button);

/// Names the control's native widgets for screen readers.
void setAccessibleName(wxWindow* window, const wxString& name);
/// What a screen reader says for the control; empty when nobody named it.
wxString accessibleName(wxWindow* window);
/// Alt and the label's letter bring the focus to the control.
void setMnemonicTarget(wxWindow* label, wxWindow* control);
/// A letter that leads to `around` puts the focus on `control` inside: wx ties a label to the next
/// window whenever it makes the tab order anew, and a panel takes no focus.
void passMnemonic(wxWindow* around, wxWindow* control);

/// Whether there is a display to show windows on; to be asked before wx starts, which ends the
/// program in its own way without one.
bool hasDisplay();

/// Whether anything in the top-level window has the focus, or will when the window is active again.
bool hasFocusInside(wxWindow* topLevel);
/// Whether the display has sent keys or other input that no window has dealt with yet.
bool isInputWaiting();
/// The window itself takes the keys, also one that only holds others.
void giveFocus(wxWindow* window);

} // namespace guitai::native
