#include "services/payments/cash_checks.h"

#include "services/rules/person_name.h"
#include "services/utf8.h"

namespace guitai
{

namespace
{

using enum Refusal::Code;

constexpr std::size_t longestReason = 200; ///< code points

} // namespace

Result<std::string> cashReason(const std::string& typed, const std::string& field)
{
    if (trimmed(typed).empty())
        return Refusal{reasonNeeded, field, {}};
    return parseText(typed, longestReason, field);
}

std::optional<Refusal> secondPersonFault(const Actor& actor,
                                         const std::optional<Actor>& second,
                                         Operation operation,
                                         const std::string& field)
{
    if (!second)
        return Refusal{witnessNeeded, field, {}};
    if (const auto permitted = require(*second, operation); !permitted)
        return Refusal{notPermitted, field, permitted.refusal().arguments};
    if (second->userId == actor.userId || second->personId == actor.personId)
        return Refusal{ownWork, field, {}};
    return std::nullopt;
}

} // namespace guitai
