#pragma once

#include "services/cases/draft.h"

#include <concepts>
#include <type_traits>

namespace guitai
{

/// What a draft's JSON is made of, said once for writing, reading and listing. A visitor offers
/// `text`, `flag`, `answer` (yes, no or unknown), `date`, `choice`, `choices`, `codes`,
/// `group`, `maybeGroup`, `copies`, `photo` and `signature`, and for what only the store
/// keeps `id`, `tries`, `kept` and `keptGroup`; a member's name is the name of the
/// struct's member. Only the JSON of drafts includes this header.
template <class Value, class Struct>
concept ValueOf = std::same_as<std::remove_const_t<Value>, Struct>;

template <class Visitor>
void describe(Visitor& visit, ValueOf<ChipCopy> auto& chip)
{
    visit.text("number", chip.number);
    visit.text("name", chip.name);
    visit.text("ethnicity", chip.ethnicity);
    visit.text("address", chip.address);
    visit.date("validUntil", chip.validUntil);
    visit.flag("nameMayBeCut", chip.nameMayBeCut);
    visit.flag("addressMayBeCut", chip.addressMayBeCut);
    visit.flag("nameIsWhole", chip.nameIsWhole);
    visit.flag("readOnce", chip.readOnce);
    visit.kept("portrait", chip.portrait);
}

template <class Visitor>
void describe(Visitor& visit, ValueOf<Applicant> auto& applicant)
{
    visit.text("citizenNumber", applicant.citizenNumber);
    visit.text("name", applicant.name);
    visit.text("ethnicity", applicant.ethnicity);
    visit.text("address", applicant.address);
    visit.text("phone", applicant.phone);
    visit.answer("heldCardBefore", applicant.heldCardBefore);
    visit.date("oldCardExpiry", applicant.oldCardExpiry);
    visit.keptGroup("chip", applicant.chip);
}

template <class Visitor>
void describe(Visitor& visit, ValueOf<Principal> auto& principal)
{
    visit.text("citizenNumber", principal.citizenNumber);
    visit.text("name", principal.name);
    visit.choice("relation", principal.relation);
}

template <class Visitor>
void describe(Visitor& visit, ValueOf<Institution> auto& institution)
{
    visit.text("name", institution.name);
    visit.text("code", institution.code);
}

template <class Visitor>
void describe(Visitor& visit, ValueOf<Guardian> auto& guardian)
{
    visit.text("citizenNumber", guardian.citizenNumber);
    visit.text("name", guardian.name);
    visit.choice("relation", guardian.relation);
    visit.text("phone", guardian.phone);
    visit.answer("sameRegister", guardian.sameRegister);
    visit.keptGroup("chip", guardian.chip);
    visit.choice("role", guardian.role);
    visit.text("ground", guardian.ground);
    visit.flag("livesOnOwnIncome", guardian.livesOnOwnIncome);
    visit.group("principal", guardian.principal);
    visit.group("institution", guardian.institution);
}

template <class Visitor>
void describe(Visitor& visit, ValueOf<HandPrint> auto& hand)
{
    visit.choice("result", hand.result);
    visit.choice("finger", hand.finger);
    visit.text("reason", hand.reason);
    visit.tries("tries", hand.tries);
    visit.kept("features", hand.features);
}

template <class Visitor>
void describe(Visitor& visit, ValueOf<TerminalAttempt> auto& attempt)
{
    visit.text("servicePoint", attempt.servicePoint);
    visit.date("date", attempt.date);
    visit.text("reason", attempt.reason);
    visit.id("handover", attempt.handover);
    visit.tries("tries", attempt.tries);
}

template <class Visitor>
void describe(Visitor& visit, ValueOf<PostalAddress> auto& postal)
{
    visit.text("recipient", postal.recipient);
    visit.text("phone", postal.phone);
    visit.text("district", postal.district);
    visit.text("street", postal.street);
}

template <class Visitor>
void describe(Visitor& visit, ValueOf<Proxy> auto& proxy)
{
    visit.text("name", proxy.name);
    visit.text("citizenNumber", proxy.citizenNumber);
    visit.text("relation", proxy.relation);
}

template <class Visitor>
void describe(Visitor& visit, ValueOf<Delivery> auto& delivery)
{
    visit.choice("method", delivery.method);
    visit.group("postal", delivery.postal);
    visit.flag("postalConsent", delivery.postalConsent);
    visit.date("requestedOn", delivery.requestedOn);
    visit.group("proxy", delivery.proxy);
}

template <class Visitor>
void describe(Visitor& visit, ValueOf<Confirmation> auto& confirmation)
{
    visit.choice("signer", confirmation.signer);
    visit.signature("signature", confirmation.signature);
    visit.flag("read", confirmation.read);
}

template <class Visitor>
void describe(Visitor& visit, ValueOf<Draft> auto& draft)
{
    visit.id("id", draft.id);
    visit.choice("declared", draft.declared);
    visit.text("clerkReason", draft.clerkReason);
    visit.choice("kind", draft.kind);
    visit.group("applicant", draft.applicant);
    visit.maybeGroup("guardian", draft.guardian);
    visit.choices("documents", draft.documents);
    visit.copies("copies", draft.copies);
    visit.photo("photo", draft.photo);
    visit.group("rightHand", draft.rightHand);
    visit.group("leftHand", draft.leftHand);
    visit.maybeGroup("terminal", draft.terminal);
    visit.group("delivery", draft.delivery);
    visit.flag("temporaryCard", draft.temporaryCard);
    visit.flag("oldCardHandedIn", draft.oldCardHandedIn);
    visit.codes("otherFees", draft.otherFees);
    visit.text("reliefGround", draft.reliefGround);
    visit.group("confirmation", draft.confirmation);
    visit.text("duplicateSeen", draft.duplicateSeen);
}

} // namespace guitai
