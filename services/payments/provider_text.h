#pragma once

#include "services/clock.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

// What both providers' adapters read and write; included by their .cpp files only.

/// "2026-01-15T09:40:00+08:00": Beijing time, whatever zone the machine is in.
std::string rfc3339Text(Instant instant);
std::optional<Instant> instantFromRfc3339(std::string_view text);
/// "2026-01-15 09:40:00", Beijing time.
std::string beijingText(Instant instant);
std::optional<Instant> instantFromBeijing(std::string_view text);

/// At most `limit` bytes, cut between code points; controls become blanks.
std::string cleanedText(std::string_view text, std::size_t limit);

/// An object, or no value for anything else, unreadable text included.
std::optional<nlohmann::json> objectFrom(std::string_view text);
/// Members of the type asked for; empty when missing or of another type.
std::string textAt(const nlohmann::json& object, const char* name);
std::optional<std::int64_t> integerAt(const nlohmann::json& object, const char* name);
const nlohmann::json& objectAt(const nlohmann::json& object, const char* name);

} // namespace guitai
