#pragma once

#include "services/bytes.h"
#include "services/cases/draft.h"
#include "services/result.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

class CaseDesk;

/// What a self-service terminal hands over when it could not register the prints: a JSON file that
/// assets/handover.schema.json describes, or its slip's code (handover_code.h), which has no photo.
/// The terminal's key is not known here, so nothing proves who wrote the file: its form is checked,
/// and that the person is the case's, and the clerk compares it with the terminal's slip.
struct TerminalHandover {
    std::string id;       ///< 32 hexadecimal digits, made once by the terminal
    std::string terminal; ///< the terminal's own name
    std::string servicePoint;
    Date date{};
    std::string citizenNumber;
    ApplicationKind kind{};
    std::string reason; ///< at most 100 code points
    std::vector<FingerTry> tries;
    std::string name = {};           ///< these four may be left out
    std::string ethnicity = {};      ///< two digits, GB/T 3304
    std::string address = {};        ///< at most 100 code points
    std::string phone = {};          ///< digits
    std::optional<Bytes> photo = {}; ///< JPEG of the standard's size, checked

    bool operator==(const TerminalHandover&) const = default;
};

inline constexpr std::size_t largestHandover = 4 * 1024 * 1024; ///< bytes
inline constexpr std::size_t deepestHandover = 4;
/// An older attempt says little about the fingers of today: the window's own rule.
inline constexpr auto longestHandoverAge = std::chrono::days{30};

/// Strict: every mistake is named with its path; a member that is not known is one. `today` is the
/// last day that an attempt can be of.
Result<TerminalHandover> parseHandover(std::string_view text, Date today);
/// The same for a file, which may hold a slip's code instead; a larger one is refused before it is
/// read.
Result<TerminalHandover> readHandover(const std::filesystem::path& file, Date today);

/// Whether a hand-over can go into a draft.
enum class HandoverStanding {
    fits,
    otherPerson, ///< the draft has another citizen number
    here,        ///< it is in this draft already
    inACase,     ///< a case of the person has it already
    tooOld,      ///< older than `longestHandoverAge`
};
std::string_view nameOf(HandoverStanding standing);
/// Asks the desk for the person's cases; may block on the disk.
HandoverStanding standingOf(const TerminalHandover& handover, const Draft& draft, CaseDesk& cases);

/// The draft with the hand-over in it: category, kind, the person's entries and the attempt. What
/// the clerk has entered stays, but for the attempt; the photo is taken over by `takeHandover`.
Draft withHandover(Draft draft, const TerminalHandover& handover);

/// The attempt as the terminal handed it over.
TerminalAttempt attemptOf(const TerminalHandover& handover);

} // namespace guitai
