#pragma once

#include "services/journal/journal.h"

#include <string_view>

namespace guitai
{

/// What one search field means, judged by its form: 18 characters of a citizen number (or 15 digits
/// of an old one) are that, up to 12 other digits the beginning of a telephone number, more digits
/// the beginning of an acceptance number, anything else the beginning of a name. Grouping blanks
/// and full-width digits do not matter. An empty text narrows nothing.
CaseQuery queryFromText(std::string_view typed);

} // namespace guitai
