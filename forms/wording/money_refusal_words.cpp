// The words of the refusals about money: charges, electronic payments, the drawer, bills.
#include "forms/wording/refusal_words.h"

#include <wx/translation.h>

#include <stdexcept>

namespace guitai::words
{

RefusalWords moneyWordsOf(Refusal::Code code)
{
    switch (code) {
        using enum Refusal::Code;
    // money
    case tenderedTooLittle:
        return {wxTRANSLATE("{1} yuan short"),
                wxTRANSLATE("The amount is {1} yuan too little. Ask for the rest, or give the "
                            "money back.")};
    case alreadySettled:
        return {wxTRANSLATE("already paid"),
                wxTRANSLATE("The fee of this case is settled already. Take no money.")};
    case notSettled:
        return {wxTRANSLATE("not paid yet"),
                wxTRANSLATE("The fee of this case is not settled yet. Take the payment first.")};
    case shiftNotOpen:
        return {wxTRANSLATE("no open shift"),
                wxTRANSLATE("You have no open shift. Open the shift first.")};
    case shiftAlreadyOpen:
        return {wxTRANSLATE("shift open already"),
                wxTRANSLATE("You have an open shift already. Go on with it, or close it first.")};
    case notWholeYuan:
        return {wxTRANSLATE("not payable in notes"),
                wxTRANSLATE("The amount cannot be paid in notes and coins. Enter yuan, such as "
                            "20 or 20.00.")};
    case nothingToPay:
        return {wxTRANSLATE("nothing to pay"),
                wxTRANSLATE("Nothing is to be paid for this case. Take no money.")};
    case changeLooksWrong:
        return {wxTRANSLATE("change of {1} yuan"),
                wxTRANSLATE("The change would be {1} yuan. Count the notes again and confirm if "
                            "it is right (at the console: --large-change).")};
    // electronic payment
    case paymentOpen:
        return {wxTRANSLATE("payment not decided"),
                wxTRANSLATE("An electronic payment may still arrive. Give it up first "
                            "and wait until it is closed; take no other money before.")};
    case paymentFrozen:
        return {wxTRANSLATE("payment does not fit"),
                wxTRANSLATE("The provider answered with another amount, order or "
                            "merchant. A supervisor has to look; take no money for this "
                            "case meanwhile.")};
    case chargeLocked:
        return {wxTRANSLATE("paid together with others"),
                wxTRANSLATE("The fee of this case is collected together with others. "
                            "Finish that payment, or take them apart first.")};
    case channelUnavailable:
        return {wxTRANSLATE("{1} not available"),
                wxTRANSLATE("Payment by {1} is not available at this window. Take cash "
                            "or the other way.")};
    case clockBlocksPayment:
        return {wxTRANSLATE("clock wrong"),
                wxTRANSLATE("The clock of this station differs by more than four "
                            "minutes from the provider's. Take cash, and tell the "
                            "administrator to set the clock.")};
    case notAPaymentCode:
        return {wxTRANSLATE("not a payment code"),
                wxTRANSLATE("This is not a payment code. Ask the resident to open the "
                            "page to pay, not the page to receive money, and scan "
                            "again.")};
    case walletNotSupported:
        return {wxTRANSLATE("wallet not supported"),
                wxTRANSLATE("This wallet is not supported here. Ask for WeChat Pay, "
                            "Alipay or cash.")};
    case noSuchAttempt:
        return {wxTRANSLATE("no such payment"),
                wxTRANSLATE("There is no electronic payment of this number here. Check "
                            "the number.")};
    case refundTooMuch:
        return {wxTRANSLATE("more than {1} yuan"),
                wxTRANSLATE("At most {1} yuan can be given back of this payment. Enter "
                            "that or less.")};
    case refundRuns:
        return {wxTRANSLATE("refund under way"),
                wxTRANSLATE("The provider may still make this refund. Wait for its answer, or ask "
                            "it now.")};
    case refundFirst:
        return {
            wxTRANSLATE("can still be refunded"),
            wxTRANSLATE("The money can still go back by the way it came. Refund it; the finance "
                        "desk takes only what the provider does not.")};
    case notMergeable:
        return {wxTRANSLATE("cannot be paid together"),
                wxTRANSLATE("Case {1} cannot be paid together with the others: it is "
                            "paid, not yet approved, or free of charge.")};
    case floatDiffers:
        return {wxTRANSLATE("float differs"),
                wxTRANSLATE("The last drawer held {1} yuan when it closed. Count again, or say why "
                            "the float differs.")};
    case drawerCounted:
        return {wxTRANSLATE("drawer counted"),
                wxTRANSLATE("The drawer was counted for the close: no cash moves any more. Close "
                            "the shift, then open a new one.")};
    case notCounted:
        return {
            wxTRANSLATE("not counted yet"),
            wxTRANSLATE("The drawer was not counted yet. Count it first, then close the shift.")};
    case witnessNeeded:
        return {wxTRANSLATE("second person missing"),
                wxTRANSLATE("A second person has to sign in and watch. Ask a colleague.")};
    case supervisorNeeded:
        return {wxTRANSLATE("difference of {1} yuan"),
                wxTRANSLATE("The count differs by {1} yuan, more than the {2} yuan that you "
                            "explain alone. Ask a supervisor to sign in.")};
    case moreThanInDrawer:
        return {wxTRANSLATE("more than the drawer holds"),
                wxTRANSLATE("The drawer does not hold that much. Look at the pieces again.")};
    case attemptsInFlight:
        return {wxTRANSLATE("{1} payments under way"),
                wxTRANSLATE("{1} payments are still under way. Wait until each is paid or closed, "
                            "then close the shift.")};
    case attemptsUnknown:
        return {wxTRANSLATE("{1} payments unknown"),
                wxTRANSLATE(
                    "The outcome of {1} payments is unknown. A supervisor can carry them over.")};
    case voucherNotReturned:
        return {
            wxTRANSLATE("voucher not handed in"),
            wxTRANSLATE("The printed voucher must be handed in before the money is given back.")};
    case noSuchShift:
        return {wxTRANSLATE("no such shift"),
                wxTRANSLATE("There is no such shift. Look at the number again.")};
    case badBill:
        return {wxTRANSLATE("the bill is not usable ({1}, line {2})"),
                wxTRANSLATE(
                    "The bill was refused: {1}, line {2}. Download it again; nothing was stored.")};
    case noSuchDifference:
        return {wxTRANSLATE("no such difference"),
                wxTRANSLATE(
                    "There is no such difference in the last comparison. Look at the list again.")};
    default:
        throw std::logic_error("a refusal that is not about money");
    }
}

} // namespace guitai::words
