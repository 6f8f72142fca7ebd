#include "forms/wording/reader_words.h"

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

wxString kindOf(const CardText& card)
{
    if (std::holds_alternative<ResidentCard>(card))
        return _("resident identity card");
    if (std::holds_alternative<ResidencePermit>(card))
        return _("residence permit of Hong Kong, Macau or Taiwan residents");
    return _("identity card of a foreign permanent resident");
}

} // namespace guitai::words
