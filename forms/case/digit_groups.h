#pragma once

#include <wx/textctrl.h>

#include <string>
#include <vector>

namespace guitai
{

/// "11010820150308124X" in groups of 6, 8, 3 and 1 is "110108 20150308 124 X". Text with other
/// characters than digits and X, or with more of them, stays as it is.
std::string inGroups(const std::string& text, const std::vector<int>& lengths);
std::string withoutBlanks(const std::string& text);

/// Puts the blanks in while the clerk types or pastes; the caret stays behind what was typed.
void keepInGroups(wxTextCtrl* field, const std::vector<int>& lengths);

} // namespace guitai
