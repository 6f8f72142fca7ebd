#pragma once

#include "services/cases/terminal_handover.h"

#include <string>
#include <string_view>

namespace guitai
{

// The QR code on a terminal's slip: a hand-over without photo, ethnicity and address, in ASCII, so
// that a scanner which types what it reads can bring it. Eleven parts between '*':
//
//   GTH1*ID*DATE*NUMBER*KIND*TRIES*TERMINAL*POINT*REASON*NAME*CHECK
//
// DATE is YYYYMMDD. TRIES are joined by '.', each a finger code of GA/T 1012, a letter (T taken,
// N no features, F no finger, A absent) and the quality: 11T41.11N30. TERMINAL, POINT, REASON and
// NAME are base64 of UTF-8; NAME may be empty. CHECK are the first eight hexadecimal digits of the
// SHA-256 of all that stands before the last '*': a key that was lost on the way is found.

inline constexpr std::string_view handoverCodeStart = "GTH1*";
/// Bytes; a QR code of version 30 holds 1,732 at level L (ISO/IEC 18004).
inline constexpr std::size_t longestHandoverCode = 1700;

/// Whether scanned text means to be a hand-over's code.
bool looksLikeHandoverCode(std::string_view text);

/// Refuses `malformed` at "handover.code" for what was cut off, changed on the way or of another
/// version, and what parseHandover refuses.
Result<TerminalHandover> parseHandoverCode(std::string_view text, Date today);

/// Refuses `tooLong` where a slip cannot hold it.
Result<std::string> handoverCode(const TerminalHandover& handover);

} // namespace guitai
