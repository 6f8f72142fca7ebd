#include "services/cases/card_delivery.h"
#include "services/cases/checklist.h"
#include "services/rules/citizen_number.h"
#include "services/rules/credit_code.h"
#include "services/rules/person_name.h"
#include "services/rules/phone_number.h"

namespace guitai
{

namespace
{

// An entry that a rule refuses stays as it was typed: the checklist shows it.

void normalisePhone(std::string& phone)
{
    if (const auto parsed = parsePhone(phone, {}))
        phone = parsed.value();
}

void normaliseText(std::string& text)
{
    if (const auto parsed = parseText(text, text.size(), {}))
        text = parsed.value();
}

/// The chip of another person's card says nothing of this one.
template <class Person>
void dropForeignChip(Person& person)
{
    if (person.chip && person.chip->number != person.citizenNumber)
        person.chip.reset();
}

template <class Person>
void normalisePerson(Person& person)
{
    person.name = normalisedName(person.name);
    person.citizenNumber = normalisedCitizenNumber(person.citizenNumber);
}

void normalisePost(Delivery& delivery, Date today)
{
    if (delivery.method != DeliveryMethod::post) {
        delivery.postal = {};
        delivery.postalConsent = false;
        delivery.requestedOn.reset();
        return;
    }
    delivery.postal.recipient = normalisedName(delivery.postal.recipient);
    normalisePhone(delivery.postal.phone);
    normaliseText(delivery.postal.street);
    delivery.requestedOn = delivery.requestedOn.value_or(today);
}

void normaliseProxy(Delivery& delivery)
{
    if (delivery.method != DeliveryMethod::proxy) {
        delivery.proxy = {};
        return;
    }
    normalisePerson(delivery.proxy);
    normaliseText(delivery.proxy.relation);
}

/// Nothing is kept that the chosen role does not need.
void normaliseRole(Guardian& guardian)
{
    const auto role = guardian.role.value_or(GuardianRole::byLaw);
    if (role == GuardianRole::byLaw)
        guardian.role.reset();
    if (role != GuardianRole::delegate)
        guardian.principal = {};
    if (role != GuardianRole::institution)
        guardian.institution = {};
    if (role == GuardianRole::delegate || role == GuardianRole::institution)
        guardian.relation.reset(); // who stands there is no relative by that role
    normalisePerson(guardian.principal);
    normaliseText(guardian.institution.name);
    if (const auto code = parseCreditCode(guardian.institution.code, {}))
        guardian.institution.code = code.value();
}

} // namespace

Draft normalised(const Draft& typed, Date today)
{
    auto draft = typed;
    normalisePerson(draft.applicant);
    dropForeignChip(draft.applicant);
    normalisePhone(draft.applicant.phone);
    normaliseText(draft.applicant.address);
    normaliseText(draft.clerkReason);
    if (draft.guardian == Guardian{})
        draft.guardian.reset();
    if (draft.guardian) {
        normalisePerson(*draft.guardian);
        dropForeignChip(*draft.guardian);
        normalisePhone(draft.guardian->phone);
        normaliseRole(*draft.guardian);
    }
    if (draft.terminal)
        normaliseText(draft.terminal->reason);
    if (draft.photo)
        for (auto& fault : draft.photo->faults)
            normaliseText(fault.reason);
    if (!draft.kind || !endsOldCard(*draft.kind))
        draft.oldCardHandedIn = false;
    normalisePost(draft.delivery, today);
    normaliseProxy(draft.delivery);
    return draft;
}

} // namespace guitai
