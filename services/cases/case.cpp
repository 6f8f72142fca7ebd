#include "services/cases/case.h"

#include "services/enum_names.h"
#include "services/rules/digits.h"
#include "services/station_time.h"

#include <algorithm>
#include <stdexcept>

namespace guitai
{

namespace
{

constexpr std::size_t areaLength = 6;
constexpr std::size_t areaAndStationLength = 9;
constexpr std::size_t dateLength = 8;
constexpr std::size_t serialLength = 5;
constexpr std::size_t numberLength = areaAndStationLength + dateLength + serialLength;
constexpr int largestSerial = 99'999;
constexpr int serialsPerWindow = 1'000;
constexpr int largestWindow = 99;

constexpr auto caseStates = EnumNames<CaseState, 8>{{
    {CaseState::awaitingApproval, "awaitingApproval"},
    {CaseState::awaitingPayment, "awaitingPayment"},
    {CaseState::accepted, "accepted"},
    {CaseState::ready, "ready"},
    {CaseState::collected, "collected"},
    {CaseState::posted, "posted"},
    {CaseState::rejected, "rejected"},
    {CaseState::withdrawn, "withdrawn"},
}};
static_assert(isComplete(caseStates, CaseState::withdrawn));

constexpr auto outcomes = EnumNames<DecisionOutcome, 2>{{
    {DecisionOutcome::approved, "approved"},
    {DecisionOutcome::rejected, "rejected"},
}};
static_assert(isComplete(outcomes, DecisionOutcome::rejected));

constexpr auto tenders = EnumNames<Tender, 4>{{
    {Tender::cash, "cash"},
    {Tender::weChat, "weChat"},
    {Tender::alipay, "alipay"},
    {Tender::exempt, "exempt"},
}};
static_assert(isComplete(tenders, Tender::exempt));

constexpr auto chargeStates = EnumNames<ChargeState, 6>{{
    {ChargeState::open, "open"},
    {ChargeState::settled, "settled"},
    {ChargeState::refundPending, "refundPending"},
    {ChargeState::refunded, "refunded"},
    {ChargeState::voided, "voided"},
    {ChargeState::overpaid, "overpaid"},
}};
static_assert(isComplete(chargeStates, ChargeState::overpaid));

} // namespace

std::string_view nameOf(CaseState value)
{
    return nameIn(caseStates, value);
}

std::optional<CaseState> caseStateFrom(std::string_view name)
{
    return valueIn(caseStates, name);
}

bool isOpen(CaseState state)
{
    switch (state) {
    case CaseState::awaitingApproval:
    case CaseState::awaitingPayment:
    case CaseState::accepted:
    case CaseState::ready:
        return true;
    case CaseState::collected:
    case CaseState::posted:
    case CaseState::rejected:
    case CaseState::withdrawn:
        return false;
    }
    return false;
}

std::string_view nameOf(DecisionOutcome value)
{
    return nameIn(outcomes, value);
}

std::optional<DecisionOutcome> decisionOutcomeFrom(std::string_view name)
{
    return valueIn(outcomes, name);
}

std::string_view nameOf(Tender value)
{
    return nameIn(tenders, value);
}

std::optional<Tender> tenderFrom(std::string_view name)
{
    return valueIn(tenders, name);
}

std::string_view nameOf(ChargeState value)
{
    return nameIn(chargeStates, value);
}

std::optional<ChargeState> chargeStateFrom(std::string_view name)
{
    return valueIn(chargeStates, name);
}

bool isAskedBack(const Case& subject)
{
    return subject.state == CaseState::awaitingApproval &&
           std::ranges::any_of(subject.exceptions, &CaseException::isAskedBack);
}

std::string groupedAcceptanceNumber(std::string_view number)
{
    if (number.size() != numberLength)
        return std::string{number};
    auto grouped = std::string{number};
    // From the end, so that the places before stay where they are.
    for (const auto place : {areaAndStationLength + dateLength, areaAndStationLength, areaLength})
        grouped.insert(place, 1, ' ');
    return grouped;
}

std::string acceptanceNumber(std::string_view areaAndStation, Date day, int serial)
{
    if (areaAndStation.size() != areaAndStationLength || !areDigits(areaAndStation) || !day.ok() ||
        serial < 1 || serial > largestSerial)
        throw std::logic_error("an acceptance number of wrong parts");
    const auto digits = std::to_string(serial);
    return std::string{areaAndStation} + digitDate(day) +
           std::string(serialLength - digits.size(), '0') + digits;
}

bool isAcceptanceNumber(std::string_view text)
{
    return text.size() == numberLength && areDigits(text) &&
           parseDigitDate(text.substr(areaAndStationLength, dateLength)) &&
           text.substr(areaAndStationLength + dateLength) != "00000";
}

SerialBlock serialBlock(int window)
{
    if (window < 1 || window > largestWindow)
        throw std::logic_error("a window without serials");
    return {(window - 1) * serialsPerWindow + 1, window * serialsPerWindow};
}

} // namespace guitai
