#pragma once

#include "services/cases/voucher.h"
#include "services/payments/money_desk.h"
#include "services/practice/scenario.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// How a case of a scenario ended, as the journal has it.
struct ScenarioOutcome {
    std::optional<Case> found = {}; ///< none: the person has no case
    std::vector<PaperRow> papers = {};
    Money refunded = {};
};

/// One thing that is not as the scenario asks; both sides as wire names or amounts.
struct Deviation {
    enum class What {
        noCase,
        state,
        category,
        kind,
        exceptions,
        due,
        tender,
        refunded,
        delivery,
        vouchers,
        reprints,
    };
    What what{};
    std::string wanted = {};
    std::string found = {};

    bool operator==(const Deviation&) const = default;
};

/// State, money and paper; empty: all as asked.
std::vector<Deviation> deviations(const Scenario& scenario, const ScenarioOutcome& outcome);

/// How the newest case of the scenario's applicant stands. Blocks on the disk.
ScenarioOutcome
outcomeOf(const Scenario& scenario, CaseDesk& cases, VoucherDesk& vouchers, MoneyDesk& money);

} // namespace guitai
