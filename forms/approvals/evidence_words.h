#pragma once

#include "services/cases/case.h"
#include "services/rules/rule_book.h"

#include <wx/string.h>

namespace guitai
{

/// What a supervisor needs to know to decide this exception of the case, as it was recorded.
wxString evidenceWords(const Case& subject, ExceptionKind kind, const RuleBook& rules);

/// What was asked back about it and answered, oldest first, a line each.
wxString inquiryWords(const CaseException& exception);

} // namespace guitai
