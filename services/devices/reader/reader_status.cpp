#include "services/devices/reader/reader_status.h"

#include "services/enum_names.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto readerStatusNames = EnumNames<ReaderStatus, 20>{{
    {ReaderStatus::success, "success"},
    {ReaderStatus::cardFound, "cardFound"},
    {ReaderStatus::itemNotOnCard, "itemNotOnCard"},
    {ReaderStatus::checksumError, "checksumError"},
    {ReaderStatus::lengthError, "lengthError"},
    {ReaderStatus::badCommand, "badCommand"},
    {ReaderStatus::notPermitted, "notPermitted"},
    {ReaderStatus::unrecognisedError, "unrecognisedError"},
    {ReaderStatus::cardRefusedModule, "cardRefusedModule"},
    {ReaderStatus::moduleRefusedCard, "moduleRefusedCard"},
    {ReaderStatus::informationUnverified, "informationUnverified"},
    {ReaderStatus::printsUnverified, "printsUnverified"},
    {ReaderStatus::informationLengthError, "informationLengthError"},
    {ReaderStatus::cardTypeUnknown, "cardTypeUnknown"},
    {ReaderStatus::readFailed, "readFailed"},
    {ReaderStatus::randomNumberFailed, "randomNumberFailed"},
    {ReaderStatus::selfTestFailed, "selfTestFailed"},
    {ReaderStatus::moduleNotAuthorised, "moduleNotAuthorised"},
    {ReaderStatus::findFailed, "findFailed"},
    {ReaderStatus::selectFailed, "selectFailed"},
}};

} // namespace

std::optional<ReaderStatus> readerStatusOf(std::byte code)
{
    const auto value = static_cast<ReaderStatus>(std::to_integer<int>(code));
    const auto known = std::ranges::any_of(
        readerStatusNames, [value](const auto& entry) { return entry.first == value; });
    return known ? std::optional{value} : std::nullopt;
}

std::string_view nameOf(ReaderStatus status)
{
    return nameIn(readerStatusNames, status);
}

StatusMeaning meaningOf(ReaderStatus status)
{
    switch (status) {
    case ReaderStatus::success:
    case ReaderStatus::cardFound:
        return StatusMeaning::good;
    case ReaderStatus::itemNotOnCard:
    case ReaderStatus::findFailed:
        return StatusMeaning::absent;
    case ReaderStatus::checksumError:
    case ReaderStatus::lengthError:
        return StatusMeaning::line;
    case ReaderStatus::badCommand:
    case ReaderStatus::notPermitted:
        return StatusMeaning::request;
    case ReaderStatus::cardRefusedModule:
    case ReaderStatus::moduleRefusedCard:
    case ReaderStatus::informationUnverified:
    case ReaderStatus::printsUnverified:
        return StatusMeaning::forged;
    case ReaderStatus::unrecognisedError:
    case ReaderStatus::informationLengthError:
    case ReaderStatus::cardTypeUnknown:
    case ReaderStatus::readFailed:
    case ReaderStatus::randomNumberFailed:
    case ReaderStatus::selectFailed:
        return StatusMeaning::card;
    case ReaderStatus::selfTestFailed:
    case ReaderStatus::moduleNotAuthorised:
        return StatusMeaning::module;
    }
    throw std::logic_error("a reader status that does not exist");
}

} // namespace guitai
