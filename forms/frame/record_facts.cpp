#include "forms/frame/record_facts.h"

#include "forms/text.h"
#include "forms/wording/document_words.h"
#include "forms/wording/finger_words.h"
#include "forms/wording/guardian_words.h"
#include "forms/wording/handover_words.h"
#include "forms/wording/words.h"
#include "services/rules/citizen_number.h"

namespace guitai
{

namespace
{

wxString dayWords(const WorkingDay& day)
{
    const auto date = toUi(isoDate(day.date));
    return day.estimated ? wxString::Format(_("%s (estimated)"), date) : date;
}

wxString numberWords(const std::string& number, bool whole)
{
    return toUi(whole ? number : maskedCitizenNumber(number));
}

wxString validityWords(const Validity& validity)
{
    if (!validity.years)
        return _("for ever");
    const auto years = *validity.years;
    return wxString::Format(wxPLURAL("%d year", "%d years", static_cast<unsigned>(years)), years);
}

wxString deliveryWords(const Delivery& delivery)
{
    if (!delivery.method)
        return _("not entered");
    const auto method = words::name(*delivery.method);
    if (*delivery.method == DeliveryMethod::post)
        // TRANSLATORS: way of delivery, recipient, street
        return wxString::Format(
            _("%s, %s, %s"), method, toUi(delivery.postal.recipient), toUi(delivery.postal.street));
    if (*delivery.method == DeliveryMethod::proxy)
        return wxString::Format(_("%s, %s"), method, toUi(delivery.proxy.name));
    return method;
}

/// What is known of the card held before.
wxString oldCardWords(const Case& subject)
{
    if (subject.kind == ApplicationKind::firstIssue)
        return _("none");
    if (subject.kind == ApplicationKind::loss)
        return _("lost");
    if (subject.draft.oldCardHandedIn)
        return _("handed in at the application");
    return subject.oldCardBack ? words::name(*subject.oldCardBack) : _("still with the holder");
}

wxString feeWords(const Charge& charge)
{
    const auto amount = wxString::Format(_("%s yuan"), toUi(charge.due.text()));
    if (!charge.tender)
        return wxString::Format(_("%s, not paid yet"), amount);
    if (charge.state == ChargeState::refunded)
        return wxString::Format(_("%s, given back"), amount);
    // TRANSLATORS: amount, how it was paid
    return wxString::Format(_("%s, %s"), amount, words::name(*charge.tender));
}

/// What was tried at the terminal and at the window, in the record's wording.
void addTries(FactList::Facts& facts, const Draft& draft, const FingerRules& rules)
{
    if (draft.terminal && !draft.terminal->handover.empty())
        // TRANSLATORS: beginning of a hand-over's number, what was tried at the terminal
        facts.emplace_back(_("At the terminal"),
                           wxString::Format(_("hand-over %s: %s"),
                                            words::handoverMark(*draft.terminal),
                                            words::record(draft.terminal->tries, rules)));
    if (const auto tried = windowRecord(draft, rules); !tried.empty())
        facts.emplace_back(_("At the window"), tried);
}

} // namespace

wxString windowRecord(const Draft& draft, const FingerRules& rules)
{
    auto tries = draft.rightHand.tries;
    tries.insert(tries.end(), draft.leftHand.tries.begin(), draft.leftHand.tries.end());
    return words::record(tries, rules);
}

wxString handWords(const HandPrint& hand)
{
    if (!hand.result)
        return _("not entered");
    if (!hand.finger)
        return words::name(*hand.result);
    // TRANSLATORS: result of the registration, finger
    return wxString::Format(_("%s, %s"), words::name(*hand.result), words::name(*hand.finger));
}

FactList::Facts factsOf(const Case& subject, const Workstation& workstation, bool wholeNumber)
{
    const auto& draft = subject.draft;
    auto facts = FactList::Facts{
        {_("Citizen number"), numberWords(draft.applicant.citizenNumber, wholeNumber)},
        {_("Address"), toUi(draft.applicant.address)},
        {_("Telephone"), toUi(draft.applicant.phone)},
    };
    if (draft.guardian)
        facts.emplace_back(_("Guardian"), words::guardian(*draft.guardian));
    if (!draft.copies.empty())
        facts.emplace_back(_("Copies"), words::copies(draft.copies));
    addTries(facts, draft, workstation.rules.fingers);
    facts.insert(
        facts.end(),
        {{_("Category"), words::name(subject.category)},
         {_("Kind"), words::name(subject.kind)},
         {_("Valid"), validityWords(subject.validity)},
         {_("Right hand"), handWords(draft.rightHand)},
         {_("Left hand"), handWords(draft.leftHand)},
         {_("Fee"), feeWords(subject.charge)},
         {_("Delivery"), deliveryWords(draft.delivery)},
         {_("Old card"), oldCardWords(subject)},
         {_("Ready by"), dayWords(subject.promised)},
         {_("Taken by"), toUi(subject.clerkName.empty() ? subject.clerk : subject.clerkName)},
         {_("Taken at"), toUi(workstation.time.dateTimeText(subject.confirmedAt))}});
    if (!subject.receiver.empty())
        facts.emplace_back(_("Received by"), toUi(subject.receiver));
    return facts;
}

} // namespace guitai
