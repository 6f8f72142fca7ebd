#include "services/rules/rule_book.h"

#include <array>
#include <stdexcept>

namespace guitai
{

namespace
{

constexpr auto exceptionKinds = std::array{
    ExceptionKind::fingersNotObtainable,
    ExceptionKind::registrationFailed,
    ExceptionKind::nonParentGuardian,
    ExceptionKind::feeRelief,
    ExceptionKind::couldUseTerminal,
    ExceptionKind::duplicate,
    ExceptionKind::photoCheckOverruled,
};

} // namespace

std::string_view nameOf(ExceptionKind kind)
{
    switch (kind) {
    case ExceptionKind::fingersNotObtainable:
        return "fingersNotObtainable";
    case ExceptionKind::registrationFailed:
        return "registrationFailed";
    case ExceptionKind::nonParentGuardian:
        return "nonParentGuardian";
    case ExceptionKind::feeRelief:
        return "feeRelief";
    case ExceptionKind::couldUseTerminal:
        return "couldUseTerminal";
    case ExceptionKind::duplicate:
        return "duplicate";
    case ExceptionKind::photoCheckOverruled:
        return "photoCheckOverruled";
    }
    throw std::logic_error("an exception that does not exist");
}

std::optional<ExceptionKind> exceptionKindFrom(std::string_view name)
{
    for (const auto kind : exceptionKinds)
        if (nameOf(kind) == name)
            return kind;
    return std::nullopt;
}

RuleBook loadRuleBook(const Assets& assets)
{
    const auto read = [&assets](auto parse, const char* name) {
        return parse(assets.load(name), assets.origin(name));
    };
    return {.areas = read(parseAreaCodes, "area_codes.tsv"),
            .fees = read(parseFeeSchedule, "fees.json"),
            .calendar = read(parseWorkingCalendar, "working_days.json"),
            .city = read(parseCity, "city.json"),
            .cash = read(parseCashLimits, "cash.json"),
            .validity = read(parseValidityTerms, "validity.json"),
            .fingers = read(parseFingerRules, "fingerprints.json"),
            .photo = read(parsePhotoStandard, "photo.json"),
            .guardians = read(parseGuardianRules, "guardians.json"),
            .copies = read(parseCopyRules, "documents.json")};
}

} // namespace guitai
