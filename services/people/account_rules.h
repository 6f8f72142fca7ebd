#pragma once

#include "services/refusal.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

inline constexpr std::size_t longestSignInName = 32; ///< code points
inline constexpr std::size_t longestPassword = 1024; ///< bytes

/// Why `id` cannot be a sign-in name: 1 to 32 Latin letters, digits, dots, hyphens, underscores or
/// Han characters. Field "id".
std::optional<Refusal> refusedSignInName(const std::string& id);
/// Why the password cannot be one: under 8 characters, or the sign-in name itself (NIST SP 800-63B,
/// 5.1.1.2: length and context, no composition rules). Field "password".
std::optional<Refusal> refusedPassword(const std::string& id, const std::string& password);
/// Whether two sign-in names look the same to a person: Latin letters whatever their case.
bool sameSignInName(const std::string& one, const std::string& other);

} // namespace guitai
