#pragma once

#include "services/cases/draft.h"

#include <string>

namespace guitai
{

/// The station day on which SettableClock starts.
inline constexpr Date exampleDay = std::chrono::November / 23 / 2026;

/// A citizen number of a made-up person: six-digit area, birth date, order; the last digit fits.
std::string numberOf(const std::string& area, Date birthDate, int order);

// Complete drafts that the checklist has nothing against on `exampleDay`; everybody is made up.

Draft childDraft();     ///< first issue for a girl of seven; her mother applies; free
Draft firstTimeDraft(); ///< a man of twenty who never held a card; free
Draft fingersDraft();   ///< renewal; both hands not registered
Draft terminalDraft();  ///< loss; failed at a terminal, registered at the window
Draft anyoneDraft();    ///< could use a terminal; renewal with the clerk's reason

} // namespace guitai
