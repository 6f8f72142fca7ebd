#include "forms/wording/money_words.h"

#include <wx/translation.h>

namespace guitai::words
{

wxString name(MoneyMatter value)
{
    switch (value) {
        using enum MoneyMatter;
    case unknown:
        return _("Payment: outcome unknown");
    case frozen:
        return _("Payment: answer does not fit");
    case watched:
        return _("Withdrawn code may still be paid");
    case paidLate:
        return _("Paid late");
    case paidTwice:
        return _("Paid twice");
    case refundOwed:
        return _("Refund not asked for yet");
    case cashOwed:
        return _("Cash to be given back");
    case refundRuns:
        return _("Refund under way");
    case refundWaits:
        return _("Refund waits for funds");
    case refundRefused:
        return _("Refund refused");
    case refundStuck:
        return _("Refund stuck");
    case refundFrozen:
        return _("Refund: answer does not fit");
    }
    return {};
}

wxString forTheClaim(PaymentStage value, GatewayChannel channel)
{
    switch (value) {
        using enum PaymentStage;
    case none:
    case closed:
    case watched:
        return _("Say: \"The provider has not received your payment. If your bank took the money, "
                 "it comes back to your account by itself; please keep the record and ask the bank "
                 "if it does not.\"");
    case preparing:
    case codeShown:
        return channel == GatewayChannel::weChat
                   ? _("Say: \"Please scan the code on this screen with the camera. WeChat refuses "
                       "a screenshot or a picture from the album.\"")
                   : _("Say: \"Please scan the code on this screen with the camera.\"");
    case scanned:
    case userPaying:
        return _("Say: \"Please look at your telephone: the payment waits to be confirmed "
                 "there.\"");
    case paid:
        return _("The money has come; the case goes on by itself.");
    case closing:
    case unknown:
        return _("Say: \"We are waiting for the provider's answer. Please do not pay again, and "
                 "keep the record on your telephone.\"");
    case paidLate:
        return _("Say: \"Your payment came after the code was withdrawn. Nothing is lost: it is "
                 "booked for your case or goes back to you.\"");
    case refunding:
    case refunded:
        return _(
            "Say: \"Your payment is going back by the way it came; the provider tells you when "
            "it is there.\"");
    case frozen:
        return _("Say: \"A supervisor is looking at your payment. Please do not pay again.\"");
    }
    return {};
}

wxString nextStep(MoneyMatter value)
{
    switch (value) {
        using enum MoneyMatter;
    case unknown:
        return _("The provider has not said yet whether the person paid. It is asked again and "
                 "again; you can ask now. Take no second payment.");
    case frozen:
        return _("A supervisor compares the provider's answer with this payment; then the provider "
                 "is asked again.");
    case watched:
        return _("The code was withdrawn, yet somebody may have photographed it. If it is still "
                 "paid, this line says so. Nothing is to be done before.");
    case paidLate:
        return _("The money came after the code was withdrawn. Refund it, or a supervisor accepts "
                 "it as the payment of the case.");
    case paidTwice:
        return _("The case is paid already: give this second payment back.");
    case refundOwed:
        return _("The case was withdrawn: give the payment back by the way it came.");
    case cashOwed:
        return _("The shift that took this cash is closed: the finance desk gives it back. Hand it "
                 "over.");
    case refundRuns:
        return _("Agreed by two persons; the provider has not confirmed yet. It is asked again and "
                 "again; you can ask now.");
    case refundWaits:
        return _("The station's account does not cover the refund. It is tried again by itself; if "
                 "the person cannot wait, hand it over to the finance desk.");
    case refundRefused:
        return _("The provider refuses the refund. Hand it over to the finance desk.");
    case refundStuck:
        return _("The provider cannot pay the money into the person's account. Hand it over to the "
                 "finance desk.");
    case refundFrozen:
        return _("The provider's answer does not fit the refund. Hand it over to the finance desk, "
                 "which clears it with the provider.");
    }
    return {};
}

wxString sentence(RefundStanding value)
{
    switch (value) {
        using enum RefundStanding;
    case decided:
        return _("Agreed; it goes to the provider now.");
    case sent:
        return _("Sent to the provider; its answer is awaited.");
    case unknown:
        return _("The provider's answer was lost. It is asked again and again; nothing is refunded "
                 "twice.");
    case processing:
        return _("The provider accepted the refund; the money is on its way.");
    case waitsForFunds:
        return _("The station's account does not cover it; it is tried again by itself.");
    case refused:
        return _("The provider refused the refund.");
    case stuck:
        return _("The provider cannot pay the money into the person's account.");
    case frozen:
        return _("The provider's answer does not fit this refund.");
    case notMade:
        return _("Ended without money going back; another refund may be asked for.");
    case done:
        return _("Refunded: the provider confirms it.");
    case handedOver:
        return _("Handed over: the finance desk gives the money back.");
    }
    return {};
}

} // namespace guitai::words
