#pragma once

#include "forms/approvals/approval_queue.h"
#include "forms/widgets/fact_list.h"
#include "services/rules/rule_book.h"
#include "services/station_time.h"

#include <wx/string.h>

#include <chrono>

namespace guitai
{

// A line of the queue and its evidence, in words.

/// "12 min", "1 h 5 min"
wxString waitedWords(std::chrono::seconds waited);
/// What is to be decided, and whether the clerk is asked about it.
wxString matterWords(const WaitingMatter& matter);
/// The applicant, or whose drawer it is.
wxString whomItConcerns(const WaitingMatter& matter);
FactList::Facts factsOf(const WaitingMatter& matter, StationTime time);
wxString evidenceOf(const WaitingMatter& matter, const RuleBook& rules);

} // namespace guitai
