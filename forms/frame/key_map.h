#pragma once

#include <wx/string.h>

#include <string>
#include <vector>

namespace guitai
{

/// Where a key acts. The keys of `everywhere` are the frame's; the others belong to a page.
enum class Place {
    everywhere,
    signIn,
    shift,
    home,
    caseFlow,
    drawer,
    reconciliation,
    approvals,
    exercises,
    money,
    search,
    record,
    copies,
    lists
};

struct KeyEntry {
    Place place{};
    wxString key;        ///< as printed: "F5", "Alt+1"
    wxString words;      ///< what it does, a few words
    int keyCode = 0;     ///< WXK_…; 0: handled by the control itself (Tab, Enter, Alt+letter)
    bool inLine = false; ///< printed in the line at the bottom
};

/// Every key of the window: the line at the bottom and the page of keys are made from it, so they
/// cannot disagree. Translated at the call.
std::vector<KeyEntry> keyMap();
wxString nameOf(Place place);
/// The keys that act on a page, in the order of the line at the bottom.
std::vector<KeyEntry> keyLine(Place place);

} // namespace guitai
