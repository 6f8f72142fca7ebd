#pragma once

#include "services/bytes.h"
#include "services/cases/draft.h"
#include "services/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

class CaseDesk;

/// What a self-service terminal hands over when it could not register the prints: a JSON file, or
/// the same text without the photo as a QR code; assets/handover.schema.json describes it. The
/// terminal's key is not known here, so nothing proves who wrote the file: its form is checked, and
/// that the person is the case's, and the clerk compares it with the terminal's slip.
struct TerminalHandover {
    std::string id;       ///< 32 hexadecimal digits, made once by the terminal
    std::string terminal; ///< the terminal's own name
    std::string servicePoint;
    Date date{};
    std::string citizenNumber;
    ApplicationKind kind{};
    std::string reason; ///< at most 100 code points
    std::vector<FingerTry> tries;
    std::optional<Bytes> photo = {}; ///< JPEG, checked

    bool operator==(const TerminalHandover&) const = default;
};

inline constexpr std::size_t largestHandover = 4 * 1024 * 1024; ///< bytes
inline constexpr std::size_t deepestHandover = 4;

/// Strict: every mistake is named with its path; a member that is not known is one. `today` is the
/// last day that an attempt can be of.
Result<TerminalHandover> parseHandover(std::string_view text, Date today);
/// The same for a file; a larger one is refused before it is read.
Result<TerminalHandover> readHandover(const std::filesystem::path& file, Date today);

/// Whether a hand-over can go into a draft.
enum class HandoverStanding {
    fits,
    otherPerson, ///< the draft has another citizen number
    here,        ///< it is in this draft already
    inACase,     ///< a case of the person has it already
};
std::string_view nameOf(HandoverStanding standing);
/// Asks the desk for the person's cases; may block on the disk.
HandoverStanding standingOf(const TerminalHandover& handover, const Draft& draft, CaseDesk& cases);

/// The draft with the hand-over in it: category, number, kind and attempt. What the clerk has
/// entered stays; the photo is the caller's to keep.
Draft withHandover(Draft draft, const TerminalHandover& handover);

} // namespace guitai
