#include "forms/money/refund_facts.h"

#include "forms/case/amounts.h"
#include "forms/text.h"
#include "forms/wording/money_words.h"
#include "forms/wording/payment_words.h"
#include "forms/wording/words.h"

#include <wx/intl.h>

namespace guitai
{

namespace
{

Note::Tone toneOf(RefundStanding standing)
{
    switch (standing) {
        using enum RefundStanding;
    case done:
    case handedOver:
        return Note::Tone::good;
    case decided:
    case sent:
    case processing:
        return Note::Tone::plain;
    case unknown:
    case waitsForFunds:
    case notMade:
        return Note::Tone::caution;
    case refused:
    case stuck:
    case frozen:
        return Note::Tone::bad;
    }
    return Note::Tone::bad;
}

wxString wayOf(const MoneyFile& file)
{
    if (file.attempt)
        return words::name(file.attempt->channel);
    return file.tender ? words::name(*file.tender) : _("not paid");
}

/// The outcome, and the provider's reason where it gave one.
wxString outcomeOf(const RefundView& refund)
{
    const auto outcome = words::sentence(refund.standing);
    const auto why = words::sentence(refund.problem);
    const auto explains =
        refund.standing == RefundStanding::refused || refund.standing == RefundStanding::unknown;
    return explains && !why.empty() ? outcome + " " + why : outcome;
}

} // namespace

FactList::Facts factsOf(const MoneyFile& file, const StationTime& time)
{
    auto facts = FactList::Facts{
        {_("Acceptance number"), toUi(groupedAcceptanceNumber(file.acceptanceNumber))},
        {_("Fee of the case"), yuan(file.due)},
        {_("Paid by"), wayOf(file)}};
    if (const auto& attempt = file.attempt) {
        facts.emplace_back(_("Amount"), yuan(attempt->amount));
        facts.emplace_back(_("Paid at"),
                           attempt->paidAt ? toUi(time.dateTimeText(*attempt->paidAt))
                                           : _("not paid"));
        facts.emplace_back(_("Our order number"), toUi(attempt->orderNumber));
        if (!attempt->providerNumber.empty())
            facts.emplace_back(_("Provider's number"), toUi(attempt->providerNumber));
        facts.emplace_back(_("Refunded"), yuan(attempt->refunded));
    }
    facts.emplace_back(_("Can go back now"), yuan(file.open));
    return facts;
}

ToldLine stateOf(const MoneyFile& file)
{
    const auto newest = file.refunds.empty() ? nullptr : &file.refunds.front();
    const auto isRunning = newest != nullptr && isUnderWay(newest->stage);
    if (isRunning)
        return {toneOf(newest->standing), outcomeOf(*newest)};
    if (file.matter)
        return {Note::Tone::caution, words::nextStep(*file.matter)};
    if (newest != nullptr)
        return {toneOf(newest->standing), outcomeOf(*newest)};
    if (!file.handovers.empty())
        return {Note::Tone::good, words::sentence(RefundStanding::handedOver)};
    if (file.attempt)
        return {Note::Tone::plain, words::sentence(file.attempt->stage)};
    return {Note::Tone::plain, _("Nothing is to be given back of this case.")};
}

std::vector<ToldLine>
historyOf(const MoneyFile& file, const StationTime& time, const UserNames& names)
{
    auto lines = std::vector<ToldLine>{};
    for (const auto& handover : file.handovers)
        lines.emplace_back(Note::Tone::plain,
                           // TRANSLATORS: time, amount, two user names, the reason
                           wxString::Format(_("%s: %s handed over to the finance desk by %s, "
                                              "agreed by %s. %s"),
                                            toUi(time.dateTimeText(handover.at)),
                                            yuan(handover.amount),
                                            names.of(handover.requester),
                                            names.of(handover.supervisor),
                                            toUi(handover.reason)));
    for (const auto& refund : file.refunds)
        lines.emplace_back(toneOf(refund.standing),
                           // TRANSLATORS: time, amount, two user names, the reason, the outcome
                           wxString::Format(_("%s: refund of %s asked for by %s, agreed by %s. %s "
                                              "- %s"),
                                            toUi(time.dateTimeText(refund.requestedAt)),
                                            yuan(refund.amount),
                                            names.of(refund.requester),
                                            names.of(refund.supervisor),
                                            toUi(refund.reason),
                                            outcomeOf(refund)));
    return lines;
}

std::vector<std::string> peopleIn(const MoneyFile& file)
{
    auto ids = std::vector<std::string>{};
    for (const auto& handover : file.handovers)
        ids.insert(ids.end(), {handover.requester, handover.supervisor});
    for (const auto& refund : file.refunds)
        ids.insert(ids.end(), {refund.requester, refund.supervisor});
    return ids;
}

} // namespace guitai
