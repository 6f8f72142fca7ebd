#include "services/cases/case.h"

#include "services/station_time.h"

#include <algorithm>
#include <array>
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

bool isDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

template <class Enum, std::size_t size>
std::optional<Enum> find(const std::array<Enum, size>& values, std::string_view name)
{
    const auto found = std::find_if(
        values.begin(), values.end(), [&](Enum value) { return nameOf(value) == name; });
    return found == values.end() ? std::nullopt : std::optional{*found};
}

} // namespace

std::string_view nameOf(CaseState state)
{
    switch (state) {
    case CaseState::awaitingApproval:
        return "awaitingApproval";
    case CaseState::awaitingPayment:
        return "awaitingPayment";
    case CaseState::accepted:
        return "accepted";
    case CaseState::ready:
        return "ready";
    case CaseState::collected:
        return "collected";
    case CaseState::posted:
        return "posted";
    case CaseState::rejected:
        return "rejected";
    case CaseState::withdrawn:
        return "withdrawn";
    }
    return {};
}

std::optional<CaseState> caseStateFrom(std::string_view name)
{
    using enum CaseState;
    return find(std::array{awaitingApproval,
                           awaitingPayment,
                           accepted,
                           ready,
                           collected,
                           posted,
                           rejected,
                           withdrawn},
                name);
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

std::string_view nameOf(DecisionOutcome outcome)
{
    switch (outcome) {
    case DecisionOutcome::approved:
        return "approved";
    case DecisionOutcome::rejected:
        return "rejected";
    }
    return {};
}

std::optional<DecisionOutcome> decisionOutcomeFrom(std::string_view name)
{
    return find(std::array{DecisionOutcome::approved, DecisionOutcome::rejected}, name);
}

std::string_view nameOf(Tender tender)
{
    switch (tender) {
    case Tender::cash:
        return "cash";
    case Tender::weChat:
        return "weChat";
    case Tender::alipay:
        return "alipay";
    case Tender::exempt:
        return "exempt";
    }
    return {};
}

std::optional<Tender> tenderFrom(std::string_view name)
{
    return find(std::array{Tender::cash, Tender::weChat, Tender::alipay, Tender::exempt}, name);
}

std::string_view nameOf(ChargeState state)
{
    switch (state) {
    case ChargeState::open:
        return "open";
    case ChargeState::settled:
        return "settled";
    case ChargeState::refundPending:
        return "refundPending";
    case ChargeState::refunded:
        return "refunded";
    case ChargeState::voided:
        return "voided";
    case ChargeState::overpaid:
        return "overpaid";
    }
    return {};
}

std::optional<ChargeState> chargeStateFrom(std::string_view name)
{
    using enum ChargeState;
    return find(std::array{open, settled, refundPending, refunded, voided, overpaid}, name);
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
    if (areaAndStation.size() != areaAndStationLength || !isDigits(areaAndStation) || !day.ok() ||
        serial < 1 || serial > largestSerial)
        throw std::logic_error("an acceptance number of wrong parts");
    const auto digits = std::to_string(serial);
    return std::string{areaAndStation} + digitDate(day) +
           std::string(serialLength - digits.size(), '0') + digits;
}

bool isAcceptanceNumber(std::string_view text)
{
    return text.size() == numberLength && isDigits(text) &&
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
