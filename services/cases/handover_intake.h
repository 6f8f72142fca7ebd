#pragma once

#include "services/cases/terminal_handover.h"

#include <filesystem>
#include <optional>
#include <string>

namespace guitai
{

class PhotoLab;
struct Actor;

/// A hand-over that was read for a draft.
struct HandoverIntake {
    HandoverStanding standing{};
    TerminalHandover handover;       ///< its photo's bytes are not kept here
    std::optional<Photo> photo = {}; ///< made after the standard and kept, when it fits
    Refusals photoMistakes = {};     ///< why the terminal's photo could not be taken over
};

/// Reads a file or a scanned code, looks whether it fits the draft, and keeps its photo as the
/// photo page would. Blocks on disk, journal and photo program; throws ServiceFailure. `photos`
/// may be null: then no photo is taken over.
class HandoverDesk
{
public:
    HandoverDesk(CaseDesk& cases, PhotoLab* photos) : m_cases(cases), m_photos(photos) {}

    Result<HandoverIntake>
    fromFile(const Actor& actor, const Draft& draft, const std::filesystem::path& file);
    Result<HandoverIntake>
    fromCode(const Actor& actor, const Draft& draft, std::string_view scanned);

private:
    Result<HandoverIntake>
    take(const Actor& actor, const Draft& draft, Result<TerminalHandover> read);
    void adoptPhoto(const Actor& actor, HandoverIntake& intake, const Bytes& jpeg);

    CaseDesk& m_cases;
    PhotoLab* m_photos;
};

/// The draft with what was read in it, the photo where the draft has none.
Draft withIntake(Draft draft, const HandoverIntake& intake);

} // namespace guitai
