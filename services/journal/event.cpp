#include "services/journal/event.h"

#include <array>
#include <utility>

namespace guitai
{

namespace
{

constexpr std::array names{
    std::pair{EventKind::windowInitialised, std::string_view{"windowInitialised"}},
    std::pair{EventKind::userAdded, std::string_view{"userAdded"}},
    std::pair{EventKind::userDisabled, std::string_view{"userDisabled"}},
    std::pair{EventKind::userEnabled, std::string_view{"userEnabled"}},
    std::pair{EventKind::passwordReset, std::string_view{"passwordReset"}},
    std::pair{EventKind::signedIn, std::string_view{"signedIn"}},
    std::pair{EventKind::signInFailed, std::string_view{"signInFailed"}},
    std::pair{EventKind::signedOut, std::string_view{"signedOut"}},
    std::pair{EventKind::shiftOpened, std::string_view{"shiftOpened"}},
    std::pair{EventKind::shiftClosed, std::string_view{"shiftClosed"}},
    std::pair{EventKind::cashMoved, std::string_view{"cashMoved"}},
    std::pair{EventKind::shiftCounted, std::string_view{"shiftCounted"}},
    std::pair{EventKind::shiftNumbered, std::string_view{"shiftNumbered"}},
    std::pair{EventKind::drawerMoved, std::string_view{"drawerMoved"}},
    std::pair{EventKind::drawerOpened, std::string_view{"drawerOpened"}},
    std::pair{EventKind::noteIncident, std::string_view{"noteIncident"}},
    std::pair{EventKind::caseConfirmed, std::string_view{"caseConfirmed"}},
    std::pair{EventKind::approvalDecided, std::string_view{"approvalDecided"}},
    std::pair{EventKind::inquiryMade, std::string_view{"inquiryMade"}},
    std::pair{EventKind::inquiryAnswered, std::string_view{"inquiryAnswered"}},
    std::pair{EventKind::requestMade, std::string_view{"requestMade"}},
    std::pair{EventKind::requestQuestioned, std::string_view{"requestQuestioned"}},
    std::pair{EventKind::requestAnswered, std::string_view{"requestAnswered"}},
    std::pair{EventKind::requestDecided, std::string_view{"requestDecided"}},
    std::pair{EventKind::requestUsed, std::string_view{"requestUsed"}},
    std::pair{EventKind::requestReturned, std::string_view{"requestReturned"}},
    std::pair{EventKind::requestLapsed, std::string_view{"requestLapsed"}},
    std::pair{EventKind::caseAccepted, std::string_view{"caseAccepted"}},
    std::pair{EventKind::caseWithdrawn, std::string_view{"caseWithdrawn"}},
    std::pair{EventKind::caseCorrected, std::string_view{"caseCorrected"}},
    std::pair{EventKind::chargeOpened, std::string_view{"chargeOpened"}},
    std::pair{EventKind::chargeSettled, std::string_view{"chargeSettled"}},
    std::pair{EventKind::chargeExempted, std::string_view{"chargeExempted"}},
    std::pair{EventKind::chargeVoided, std::string_view{"chargeVoided"}},
    std::pair{EventKind::chargeRefunded, std::string_view{"chargeRefunded"}},
    std::pair{EventKind::chargesMerged, std::string_view{"chargesMerged"}},
    std::pair{EventKind::chargeLocked, std::string_view{"chargeLocked"}},
    std::pair{EventKind::chargeUnlocked, std::string_view{"chargeUnlocked"}},
    std::pair{EventKind::attemptPlanned, std::string_view{"attemptPlanned"}},
    std::pair{EventKind::attemptMoved, std::string_view{"attemptMoved"}},
    std::pair{EventKind::attemptAnswered, std::string_view{"attemptAnswered"}},
    std::pair{EventKind::refundPlanned, std::string_view{"refundPlanned"}},
    std::pair{EventKind::refundMoved, std::string_view{"refundMoved"}},
    std::pair{EventKind::refundAnswered, std::string_view{"refundAnswered"}},
    std::pair{EventKind::refundHandedOver, std::string_view{"refundHandedOver"}},
    std::pair{EventKind::deviceChanged, std::string_view{"deviceChanged"}},
    std::pair{EventKind::paperIntended, std::string_view{"paperIntended"}},
    std::pair{EventKind::paperIssued, std::string_view{"paperIssued"}},
    std::pair{EventKind::paperFailed, std::string_view{"paperFailed"}},
    std::pair{EventKind::paperUnknown, std::string_view{"paperUnknown"}},
    std::pair{EventKind::reportIntended, std::string_view{"reportIntended"}},
    std::pair{EventKind::reportIssued, std::string_view{"reportIssued"}},
    std::pair{EventKind::reportFailed, std::string_view{"reportFailed"}},
    std::pair{EventKind::reportUnknown, std::string_view{"reportUnknown"}},
    std::pair{EventKind::billCompared, std::string_view{"billCompared"}},
    std::pair{EventKind::differenceAssigned, std::string_view{"differenceAssigned"}},
    std::pair{EventKind::differenceResolved, std::string_view{"differenceResolved"}},
    std::pair{EventKind::cardReady, std::string_view{"cardReady"}},
    std::pair{EventKind::cardCollected, std::string_view{"cardCollected"}},
    std::pair{EventKind::cardPosted, std::string_view{"cardPosted"}},
    std::pair{EventKind::cardsReturned, std::string_view{"cardsReturned"}},
    std::pair{EventKind::templatesRemoved, std::string_view{"templatesRemoved"}},
    std::pair{EventKind::personalDataViewed, std::string_view{"personalDataViewed"}},
    std::pair{EventKind::backupMade, std::string_view{"backupMade"}},
    std::pair{EventKind::databaseRestored, std::string_view{"databaseRestored"}},
    std::pair{EventKind::indexRebuilt, std::string_view{"indexRebuilt"}},
    std::pair{EventKind::journalExported, std::string_view{"journalExported"}},
};

constexpr bool standInOrder()
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (static_cast<std::size_t>(names[i].first) != i)
            return false;
    return static_cast<std::size_t>(EventKind::journalExported) + 1 == names.size();
}
static_assert(standInOrder(), "one name for every kind, in the order of the enumeration");

} // namespace

std::string_view nameOf(EventKind kind)
{
    return names.at(static_cast<std::size_t>(kind)).second;
}

std::optional<EventKind> eventKindFrom(std::string_view name)
{
    for (const auto& [kind, known] : names)
        if (known == name)
            return kind;
    return std::nullopt;
}

} // namespace guitai
