#include "services/cases/voucher_values.h"

#include "services/cases/card_delivery.h"
#include "services/rules/citizen_number.h"
#include "services/rules/ethnicities.h"

#include <algorithm>
#include <stdexcept>

namespace guitai
{

namespace
{

std::string titleOfReason(const City& city, const std::string& code)
{
    const auto reason = std::ranges::find(city.fingerprintReasons, code, &FingerprintReason::code);
    return reason == city.fingerprintReasons.end() ? code : reason->title;
}

void fillPerson(Voucher& voucher, const Case& subject)
{
    const auto& applicant = subject.draft.applicant;
    const auto number = parseCitizenNumber(applicant.citizenNumber, subject.day, {});
    if (!number)
        throw std::logic_error("a confirmed case with a wrong citizen number");
    voucher.name = applicant.name;
    voucher.sex = number.value().sex;
    voucher.birthDate = number.value().birthDate;
    voucher.citizenNumber = applicant.citizenNumber;
    voucher.ethnicity = ethnicityName(applicant.ethnicity).value_or("");
    voucher.address = applicant.address;
    if (const auto& guardian = subject.draft.guardian) {
        voucher.guardianName = guardian->name;
        voucher.guardianRelation = guardian->relation;
        voucher.guardianRole = guardian->role.value_or(GuardianRole::byLaw);
        voucher.guardianFor = guardian->role == GuardianRole::institution
                                  ? guardian->institution.name
                                  : guardian->principal.name;
    }
}

void fillMoney(Voucher& voucher, const Charge& charge)
{
    voucher.fees = charge.lines;
    voucher.due = charge.due;
    voucher.tender = charge.tender.value();
    voucher.exemptionGround = charge.ground;
    if (charge.tender != Tender::exempt) // nothing was paid: there is no receipt
        voucher.receiptNumber = charge.receiptNumber;
}

void fillDelivery(Voucher& voucher, const Case& subject, const City& city)
{
    const auto& delivery = subject.draft.delivery;
    voucher.delivery = delivery.method.value();
    voucher.postPossible = subject.postPossible;
    if (subject.postPossible)
        voucher.postalEntry = postalEntryOf(city, subject.acceptanceNumber);
    voucher.postDaysMin = city.postDaysMin;
    voucher.postDaysMax = city.postDaysMax;
    voucher.postal = delivery.postal;
    if (const auto* district = city.district(delivery.postal.district))
        voucher.postalDistrictName = district->name;
    voucher.proxy = delivery.proxy;
}

} // namespace

std::string postalEntryOf(const City& city, const std::string& acceptanceNumber)
{
    constexpr auto variable = std::string_view{"{acceptanceNumber}"};
    auto entry = city.postalEntryTemplate;
    for (auto place = entry.find(variable); place != std::string::npos;
         place = entry.find(variable, place + acceptanceNumber.size()))
        entry.replace(place, variable.size(), acceptanceNumber);
    return entry;
}

std::string voucherTitle(const std::string& acceptanceNumber, int copy)
{
    const auto title = "voucher-" + acceptanceNumber;
    return copy == 0 ? title : title + "-copy-" + std::to_string(copy);
}

Voucher voucherValues(const Case& subject,
                      const RuleBook& rules,
                      const WindowIdentity& identity,
                      const StationTexts& texts)
{
    constexpr std::size_t areaLength = 6;
    auto voucher = Voucher{};
    voucher.acceptanceNumber = subject.acceptanceNumber;
    voucher.authority = texts.authority;
    voucher.station = identity.name;
    voucher.window = identity.window;
    voucher.stationPhone = texts.phone;
    voucher.stationAddress = texts.address;
    voucher.training = identity.training;
    voucher.acceptedOn = subject.day;
    voucher.promised = subject.promised;
    if (const auto* district = rules.city.district(identity.agency.substr(0, areaLength)))
        voucher.promisedWorkingDays = district->promisedWorkingDays;
    voucher.category = subject.category;
    voucher.kind = subject.kind;
    voucher.validity = subject.validity;
    voucher.rightHand = subject.draft.rightHand;
    voucher.leftHand = subject.draft.leftHand;
    voucher.rightReason = titleOfReason(rules.city, subject.draft.rightHand.reason);
    voucher.leftReason = titleOfReason(rules.city, subject.draft.leftHand.reason);
    voucher.temporaryCard = subject.draft.temporaryCard;
    voucher.oldCardOutstanding = cardsOut(subject).oldCard;
    voucher.oldCardHandedIn =
        endsOldCard(subject.kind) &&
        (subject.draft.oldCardHandedIn || subject.oldCardBack == CardReturn::handedIn);
    voucher.oldCardReturnDays = rules.city.oldCardReturnDays;
    voucher.proxyPapers = rules.city.proxyPapers;
    voucher.clerk = subject.clerkName;
    fillPerson(voucher, subject);
    fillMoney(voucher, subject.charge);
    fillDelivery(voucher, subject, rules.city);
    return voucher;
}

} // namespace guitai
