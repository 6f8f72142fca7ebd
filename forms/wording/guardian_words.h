#pragma once

#include "services/cases/draft.h"
#include "services/rules/guardian_rules.h"

#include <wx/string.h>

namespace guitai::words
{

/// Who applies for the child, and for whom: name and relation, or name and guardian or institution.
wxString guardian(const Guardian& guardian);
/// What a supervisor weighs: the above, why no parent acts, who stands on which register.
wxString guardianEvidence(const Guardian& guardian, const GuardianRules& rules);
/// Above the signature of a child's case.
wxString guardianSignature(const std::optional<Guardian>& guardian);

} // namespace guitai::words
