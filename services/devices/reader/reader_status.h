#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace guitai
{

/// The third status byte of an answer (interface of GA 467): what the reader itself says. The first
/// two are the card's.
enum class ReaderStatus {
    success = 0x90,
    cardFound = 0x9F,
    itemNotOnCard = 0x91, ///< for example no appended address
    checksumError = 0x10, ///< of what we sent
    lengthError = 0x11,   ///< of what we sent
    badCommand = 0x21,    ///< command or parameter unknown to this module
    notPermitted = 0x23,
    unrecognisedError = 0x24,
    cardRefusedModule = 0x31, ///< the card could not authenticate the module
    moduleRefusedCard = 0x32, ///< the module could not authenticate the card
    informationUnverified = 0x33,
    printsUnverified = 0x37,
    informationLengthError = 0x3F,
    cardTypeUnknown = 0x40,
    readFailed = 0x41,
    randomNumberFailed = 0x47,
    selfTestFailed = 0x60,
    moduleNotAuthorised = 0x66,
    findFailed = 0x80, ///< no card, or one that was read and not lifted since
    selectFailed = 0x81,
};

/// No value for a byte that the interface does not know.
std::optional<ReaderStatus> readerStatusOf(std::byte code);
/// The enumerator's own spelling, for logs and tests.
std::string_view nameOf(ReaderStatus status);

/// Whom a status concerns, and so what helps.
enum class StatusMeaning {
    good,
    absent, ///< nothing there to be read; no fault
    line,   ///< what we sent arrived damaged: sending again helps
    card,   ///< this attempt with this card failed: trying again, then lifting it, helps
    forged, ///< card and module do not accept each other, or the content is not vouched for
    module, ///< the reader is broken or not licensed: no card will be read
    request ///< this module does not offer what was asked
};

StatusMeaning meaningOf(ReaderStatus status);

} // namespace guitai
