#pragma once

#include "services/result.h"
#include "services/rules/permissions.h"

#include <optional>
#include <string>

namespace guitai
{

/// What several calls about the drawer ask in the same way.

/// A reason as it is kept; `reasonNeeded` when there is none.
Result<std::string> cashReason(const std::string& typed, const std::string& field);

/// Why `second` does not do as the second person beside `actor`: nobody there (`witnessNeeded`),
/// not permitted, or the same person, under a second account too (`ownWork`).
std::optional<Refusal> secondPersonFault(const Actor& actor,
                                         const std::optional<Actor>& second,
                                         Operation operation,
                                         const std::string& field);

} // namespace guitai
