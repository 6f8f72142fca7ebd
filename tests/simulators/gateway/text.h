#pragma once

#include "tests/simulators/gateway/values.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::simulator
{

std::vector<std::string> splitText(std::string_view text, char at);
std::string percentDecoded(std::string_view text, bool plusIsBlank);
/// Fields of a query or a form in the order they came, decoded; a name may come twice.
std::vector<std::pair<std::string, std::string>> formFields(std::string_view text);
std::map<std::string, std::string> formMap(std::string_view text);

/// "20.00"
std::string yuanText(Fen amount);
/// Digits with at most two decimals; none for anything else.
std::optional<Fen> fenFromYuan(std::string_view text);

// Beijing time is UTC+8 all year; the providers know no other.
std::string beijingText(Instant at); ///< "2026-01-15 09:30:00"
std::string rfc3339Text(Instant at); ///< "2026-01-15T09:30:00+08:00"
std::string digitsText(Instant at);  ///< "20260115093000"
std::string dateText(Date date);     ///< "2026-01-15"
std::string httpDate(Instant at);    ///< "Thu, 15 Jan 2026 01:30:00 GMT"
std::optional<Instant> instantFromBeijing(std::string_view text);
std::optional<Instant> instantFromRfc3339(std::string_view text);
std::optional<Date> dateFrom(std::string_view text);
Date beijingDate(Instant at);
Instant beijingMidnight(Date date);

bool isUtf8WithoutControls(std::string_view text);
std::size_t codePoints(std::string_view text);
/// UTF-8 to GBK; throws when a character has no place in it.
std::string gbkText(std::string_view utf8);
/// What a server that takes UTF-8 bytes for GBK makes of them, as UTF-8 again.
std::string misreadAsGbk(std::string_view utf8);

} // namespace guitai::simulator
