#pragma once

#include "services/assets.h"
#include "services/rules/areas.h"
#include "services/rules/cash_limits.h"
#include "services/rules/city.h"
#include "services/rules/copy_rules.h"
#include "services/rules/fees.h"
#include "services/rules/finger_rules.h"
#include "services/rules/guardian_rules.h"
#include "services/rules/photo_standard.h"
#include "services/rules/validity.h"
#include "services/rules/working_days.h"

#include <optional>
#include <string_view>

namespace guitai
{

/// What a supervisor must decide before a case goes on.
enum class ExceptionKind {
    fingersNotObtainable,
    registrationFailed,
    nonParentGuardian, ///< a guardian other than a parent, or who stands there for one
    feeRelief,
    couldUseTerminal,
    duplicate,
    photoCheckOverruled, ///< the clerk took a photo although a check failed
};
std::string_view nameOf(ExceptionKind kind);
std::optional<ExceptionKind> exceptionKindFrom(std::string_view name);

/// All data that rules need, loaded and validated once from assets/.
struct RuleBook {
    AreaCodes areas;
    FeeSchedule fees;
    WorkingCalendar calendar;
    City city;
    CashLimits cash;
    ValidityTerms validity;
    FingerRules fingers = {};
    PhotoStandard photo;
    GuardianRules guardians = {};
    CopyRules copies = {};
};

/// Throws AssetError naming file, line and mistake; ServiceFailure(notFound) for a missing asset.
RuleBook loadRuleBook(const Assets& assets);

} // namespace guitai
