#include "forms/wording/words.h"

#include <wx/translation.h>

namespace guitai::words
{

wxString sentence(PaymentStage stage)
{
    switch (stage) {
        using enum PaymentStage;
    case none:
        return {};
    case preparing:
        return _("The code is on its way ...");
    case codeShown:
        return _("Waiting: the person scans the code with the camera, not from a picture.");
    case scanned:
        return _("Scanned: the person is about to pay.");
    case userPaying:
        return _("Waiting: the person confirms on the telephone.");
    case paid:
        return _("Paid.");
    case closing:
        return _("The code is being closed, one moment ...");
    case closed:
        return _("The code is closed; nothing was paid with it. What the bank took all the same, "
                 "it gives back by itself.");
    case unknown:
        return _("The outcome is not known yet; the provider is asked again and again. Do not let "
                 "the person pay a second time.");
    case watched:
        return _("The code was withdrawn. Money that still comes by it is given back.");
    case paidLate:
        return _("Paid after the code was withdrawn: a supervisor refunds it or accepts it.");
    case refunding:
        return _("The refund is under way.");
    case refunded:
        return _("Refunded.");
    case frozen:
        return _("The provider's answer does not fit this charge. Nothing goes on: call a "
                 "supervisor.");
    }
    return {};
}

wxString sentence(PaymentAlarm alarm)
{
    switch (alarm) {
        using enum PaymentAlarm;
    case mismatch:
        return _("The provider answered about another amount, order or merchant. The charge is "
                 "frozen: call a supervisor.");
    case doubleNumber:
        return _("Two payments bear the same number of the provider. Call a supervisor.");
    case configuration:
        return _("The provider refuses this station's key or contract. Take cash, and tell the "
                 "administrator.");
    case clockWarning:
        return _("The clock of this computer is more than a minute off. Tell the administrator.");
    case clockWrong:
        return _("The clock of this computer is wrong: payment by code is off until it is set "
                 "right. Take cash, and tell the administrator.");
    case untrusted:
        return _("An answer came that the provider did not sign. It was not believed; the "
                 "provider is asked again.");
    case programFault:
        return _("The provider finds the request wrong. Take cash, and tell the administrator.");
    case latePayment:
        return _("A payment came for a charge that was settled already. It stands on the start "
                 "page, to be refunded.");
    case overpaid:
        return _("A charge was paid twice. It stands on the start page, to be refunded.");
    case stuck:
        return _("The provider has not answered for minutes. The charge stays locked; it stands "
                 "on the start page.");
    case merchantFunds:
        return _("The station's account does not cover the refund. It is tried again; tell the "
                 "finance desk.");
    case refundStuck:
        return _("The provider cannot give the money back. The finance desk has to.");
    case refundRefused:
        return _("The provider refused the refund. It stands on the start page.");
    }
    return {};
}

} // namespace guitai::words
