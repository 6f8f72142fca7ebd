#pragma once

#include "services/cases/case.h"
#include "services/journal/index_rows.h"
#include "services/result.h"
#include "services/rules/permissions.h"

#include <vector>

namespace guitai
{

/// What a person at the window may want to do with a case that is confirmed.
enum class CaseAction {
    decide,
    notice, ///< the sheet about what happens next
    pay,
    print,
    reprint,
    withdraw,
    refund,
    markReady,
    handOver,
    takeBack, ///< the old card, the temporary card
};

/// Whether the action can be begun now, or why not; a button's reason. The desks judge again, with
/// the second person and the words that the action needs.
Result<Done> mayAct(const Actor& actor,
                    CaseAction action,
                    const Case& subject,
                    const std::vector<PaperRow>& papers);

} // namespace guitai
