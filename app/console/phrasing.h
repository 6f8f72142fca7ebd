#pragma once

#include "services/money.h"

#include <wx/string.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::console
{

/// A translated sentence with {1}, {2}, … filled in.
std::string say(wxString pattern, std::initializer_list<std::string> arguments = {});

/// "Label: value", or nothing when there is no value.
void addLine(std::vector<std::string>& lines, const wxString& label, const std::string& value);

/// Columns as wide as their widest cell; a Han character takes two places on a terminal.
std::vector<std::string> table(const std::vector<std::vector<std::string>>& rows);

/// "40.00 yuan", translated.
std::string yuanText(Money amount);

/// "20", "20.5" or "20.50" yuan; none for anything else.
std::optional<Money> parseYuan(std::string_view text);

} // namespace guitai::console
