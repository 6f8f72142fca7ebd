#include "forms/wording/reader_words.h"

#include "services/cases/card_use.h"

#include <wx/intl.h>

namespace guitai::words
{

wxString sentence(ReaderState state)
{
    switch (state) {
    case ReaderState::unplugged:
        return _("There is no card reader. Look at its plug; it is found again by itself.");
    case ReaderState::silent:
        return _("The card reader does not answer, or not as one of its kind does.");
    case ReaderState::moduleFault:
        return _("The card reader's security module is broken or not licensed: it reads no card.");
    case ReaderState::waiting:
        return _("The card reader waits for a card.");
    case ReaderState::liftCard:
        return _("This card was dealt with. Lift it before another is read.");
    case ReaderState::unreadable:
        return _("This card cannot be read. Lift it and lay it down again, flat.");
    case ReaderState::read:
        return _("The card was read.");
    }
    return {};
}

wxString name(HolderNumber::Document document)
{
    switch (document) {
    case HolderNumber::Document::residentCard:
        return _("resident identity card");
    case HolderNumber::Document::residencePermit:
        return _("residence permit of Hong Kong, Macau or Taiwan residents");
    case HolderNumber::Document::foreignerCard:
        return _("identity card of a foreign permanent resident");
    }
    return {};
}

wxString chipMark(const std::optional<ChipCopy>& chip,
                  const std::string& number,
                  const std::string& entry,
                  std::string ChipCopy::*said)
{
    if (!isFromChip(chip, number, entry, said))
        return {};
    return chip->readOnce ? _("from the chip, read once: compare") : _("from the chip");
}

} // namespace guitai::words
