#include "forms/case/payment_note.h"

#include "forms/case/amounts.h"
#include "forms/text.h"
#include "forms/wording/words.h"
#include "services/payments/drawer_pieces.h"

namespace guitai
{

namespace
{

using Tone = Note::Tone;

std::pair<Tone, wxString> settledNote(const Charge& charge)
{
    if (charge.due == Money{})
        return {Tone::good, wxString::Format(_("Exempt: %s"), toUi(charge.ground))};
    return {Tone::good, wxString::Format(_("Paid. Receipt %s"), toUi(charge.receiptNumber))};
}

} // namespace

bool isDecidedAgainst(const Case& confirmed)
{
    return confirmed.state == CaseState::rejected || confirmed.state == CaseState::withdrawn;
}

std::pair<Note::Tone, wxString>
paymentNote(const Case& confirmed, bool hasShift, const std::optional<CashCount>& drawer)
{
    if (confirmed.state == CaseState::awaitingApproval)
        return {Tone::caution,
                _("A supervisor must decide before the case goes on: with an own sign-in here, or "
                  "later from the start page. Nobody decides about an own case.")};
    if (isDecidedAgainst(confirmed))
        return {Tone::bad,
                wxString::Format(_("The case is closed: %s. Nothing is paid and nothing is "
                                   "printed."),
                                 words::name(confirmed.state))};
    if (confirmed.state != CaseState::awaitingPayment)
        return settledNote(confirmed.charge);
    if (!hasShift)
        return {Tone::caution,
                _("Your shift is not open. Open it and count the drawer before taking cash.")};
    const auto hard =
        drawer ? notesWithoutChange(*drawer, confirmed.charge.due) : std::vector<Money>{};
    if (hard.empty())
        return {Tone::plain, {}};
    return {Tone::caution, wxString::Format(_("Change is short for a note of %s."), amounts(hard))};
}

} // namespace guitai
