#pragma once

#include "services/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string_view>

namespace guitai
{

/// JSON that came from outside. Refuses what is no JSON (`notJson`, argument: line), nesting beyond
/// `deepest` (`tooDeep`, argument: limit) and a member given twice (`malformed`, with its path),
/// which readers of JSON understand differently (RFC 8259, section 4).
Result<nlohmann::json> parseStrictJson(std::string_view text, std::size_t deepest);

} // namespace guitai
