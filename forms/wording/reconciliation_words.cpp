#include "forms/wording/payment_words.h"

#include <wx/translation.h>

namespace guitai::words
{

wxString name(DifferenceClass kind)
{
    switch (kind) {
        using enum DifferenceClass;
    case match:
        return _("Match");
    case billOnly:
        return _("Paid, not known here");
    case billOnlyUnknown:
        return _("No such order here");
    case localOnly:
        return _("Paid here, not in the bill");
    case amount:
        return _("Amounts differ");
    case status:
        return _("Refund open on one side");
    case refundBillOnly:
        return _("Refund not made here");
    case duplicate:
        return _("Paid twice");
    case crossDay:
        return _("On the neighbouring day");
    case fee:
        return _("Fee not as agreed");
    case caseUnpaid:
        return _("Paid for a free or dropped case");
    }
    return {};
}

wxString remedy(DifferenceClass kind)
{
    switch (kind) {
        using enum DifferenceClass;
    case match:
        return _("Nothing is to be done.");
    case billOnly:
        return _("The provider has the money and this window did not hear of it. Open the case and "
                 "ask for the payment: it settles when the case is still unpaid. Otherwise give "
                 "the money back.");
    case billOnlyUnknown:
        return _("This window has no such order. Find the device that made it, or a database "
                 "restored since. Never give money back before that is known.");
    case localOnly:
        return _("Look at the bill of the day after and ask the provider for the order. If it is "
                 "in neither, it is a security incident: tell the administrator at once.");
    case amount:
        return _("Leave the case as it is. A supervisor compares the order with the provider and "
                 "has the program's administrator look at it.");
    case status:
        return _("The refund may still be under way. Ask the provider for it, and look again "
                 "tomorrow.");
    case refundBillOnly:
        return _("Somebody gave the money back in the merchant portal. Find out who and why, and "
                 "settle this with the reference.");
    case duplicate:
        return _("One case was paid twice. Give one of the two payments back.");
    case crossDay:
        return _("Both sides have it, on two days. It is closed by itself.");
    case fee:
        return _("Finance compares the provider's fee with the contract.");
    case caseUnpaid:
        return _("The case is free or was dropped, and the citizen paid all the same. Give the "
                 "money back.");
    }
    return {};
}

} // namespace guitai::words
