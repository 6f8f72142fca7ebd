#include "forms/frame/key_map.h"

#include <wx/defs.h>
#include <wx/intl.h>

#include <algorithm>

namespace guitai
{

std::vector<KeyEntry> keyMap()
{
    constexpr auto inLine = true;
    return {
        {Place::everywhere, "F1", _("Keys"), WXK_F1, inLine},
        {Place::everywhere, "F2", _("Drawer"), WXK_F2, inLine},
        {Place::everywhere, "F3", _("Search"), WXK_F3, inLine},
        {Place::everywhere, "F5", _("New case"), WXK_F5, inLine},
        {Place::everywhere, "F6", _("Second screen"), WXK_F6, false},
        {Place::everywhere, "F10", _("Unresolved money"), WXK_F10, false},
        {Place::everywhere, "F11", _("Daily reconciliation"), WXK_F11, false},
        {Place::everywhere, "F12", _("Lock"), WXK_F12, inLine},
        {Place::everywhere, "Esc", _("Back"), WXK_ESCAPE, inLine},
        {Place::everywhere, "Tab", _("Next field"), 0, false},
        {Place::everywhere, "Shift+Tab", _("Field before"), 0, false},
        {Place::everywhere, _("Enter"), _("The blue button, or the next field"), 0, false},
        {Place::everywhere, _("Alt+letter"), _("The field or button with this letter"), 0, false},
        {Place::signIn, _("Alt+digit"), _("Fill in a practice user"), 0, false},
        {Place::shift, _("Enter"), _("Next denomination"), 0, false},
        {Place::home, "Ctrl+Q", _("Sign out"), 0, false},
        {Place::copies, _("Page Up, Page Down"), _("Turn over"), 0, false},
        {Place::copies, "T", _("Turn the page by a quarter"), 0, false},
        {Place::copies, "Z", _("Full size, or the whole page"), 0, false},
        {Place::copies, "P", _("Replace the page"), 0, false},
        {Place::copies, _("Del"), _("Remove the page"), 0, false},
        {Place::lists, _("Up, Down"), _("Choose a line"), 0, false},
        {Place::lists, _("Enter"), _("Open the line"), 0, false},
        {Place::caseFlow, "F4", _("Park"), WXK_F4, inLine},
        {Place::caseFlow, "F8", _("Next missing item"), WXK_F8, inLine},
        {Place::caseFlow, "F9", _("Print"), WXK_F9, inLine},
        {Place::caseFlow, _("Alt+1 to Alt+0"), _("Go to a step"), 0, false},
        {Place::drawer, "F9", _("Print the paper in view"), WXK_F9, inLine},
        {Place::drawer, _("Page Up, Page Down"), _("Turn the pages of the paper"), 0, false},
        {Place::reconciliation, "F8", _("Fetch the bill"), WXK_F8, inLine},
        {Place::reconciliation, "F9", _("Print the sheet"), WXK_F9, inLine},
        {Place::home, "F7", _("Exercises (training only)"), WXK_F7, false},
        {Place::exercises, "F8", _("Begin"), WXK_F8, inLine},
        {Place::exercises, "F9", _("Result"), WXK_F9, inLine},
        {Place::approvals, "F7", _("Open the record"), WXK_F7, inLine},
        {Place::approvals, "F8", _("Approve"), WXK_F8, inLine},
        {Place::approvals, "F9", _("Reject"), WXK_F9, inLine},
        {Place::money, "F7", _("Ask the provider"), WXK_F7, inLine},
        {Place::money, "F8", _("Refund"), WXK_F8, inLine},
        {Place::money, "F9", _("To finance"), WXK_F9, inLine},
        {Place::record, "F8", _("Payment"), WXK_F8, inLine},
        {Place::record, "F9", _("Reprint"), WXK_F9, inLine},
        {Place::record, "F7", _("Show the number for ten seconds"), WXK_F7, inLine},
    };
}

wxString nameOf(Place place)
{
    switch (place) {
    case Place::everywhere:
        return _("Everywhere");
    case Place::signIn:
        return _("Sign-in");
    case Place::shift:
        return _("Opening the shift");
    case Place::home:
        return _("Home");
    case Place::caseFlow:
        return _("Case");
    case Place::drawer:
        return _("Drawer");
    case Place::reconciliation:
        return _("Daily reconciliation");
    case Place::exercises:
        return _("Exercises");
    case Place::approvals:
        return _("Approvals");
    case Place::money:
        return _("Unresolved money");
    case Place::search:
        return _("Search");
    case Place::record:
        return _("Record");
    case Place::copies:
        return _("Pages of copies");
    case Place::lists:
        return _("Lists");
    }
    return {};
}

std::vector<KeyEntry> keyLine(Place place)
{
    auto line = std::vector<KeyEntry>{};
    for (auto& entry : keyMap())
        if (entry.inLine && (entry.place == Place::everywhere || entry.place == place))
            line.push_back(std::move(entry));
    std::ranges::stable_sort(line, {}, &KeyEntry::keyCode);
    return line;
}

} // namespace guitai
