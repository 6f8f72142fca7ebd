#include "printing/voucher_fields.h"

#include "printing/words.h"
#include "services/rules/citizen_number.h"

#include <algorithm>

namespace guitai
{

namespace
{

void addDelivery(std::vector<VoucherField>& fields, const Voucher& voucher)
{
    switch (voucher.delivery) {
    case DeliveryMethod::pickUp:
        break;
    case DeliveryMethod::proxy:
        fields.push_back({"delivery.proxy.name", voucher.proxy.name});
        fields.push_back({"delivery.proxy.relation", voucher.proxy.relation});
        break;
    case DeliveryMethod::post:
        fields.push_back({"delivery.postal.recipient", voucher.postal.recipient});
        fields.push_back({"delivery.postal.phone", voucher.postal.phone});
        fields.push_back({"delivery.postal.district", voucher.postalDistrictName});
        fields.push_back({"delivery.postal.street", voucher.postal.street});
        break;
    }
}

void dropEmpty(std::vector<VoucherField>& fields)
{
    std::erase_if(fields, [](const VoucherField& field) { return field.text.empty(); });
}

} // namespace

std::vector<VoucherField> textFields(const Voucher& voucher)
{
    auto fields = std::vector<VoucherField>{
        {"applicant.name", voucher.name},
        {"applicant.ethnicity", voucher.ethnicity},
        {"applicant.address", voucher.address},
        {"guardian.name", voucher.guardianName},
        {"guardian.for", voucher.guardianFor},
        {"rightHand.reason", voucher.rightReason},
        {"leftHand.reason", voucher.leftReason},
        {"authority", voucher.authority},
        {"station", voucher.station},
        {"stationAddress", voucher.stationAddress},
        {"stationPhone", voucher.stationPhone},
        {"window", voucher.window},
        {"clerk", voucher.clerk},
        {"exemptionGround", voucher.exemptionGround},
        {"receiptNumber", voucher.receiptNumber},
    };
    if (voucher.copy > 0)
        fields.push_back({"reprintReason", voucher.reprintReason});
    for (const auto& line : voucher.fees) {
        fields.push_back({"fees.title", line.title});
        fields.push_back({"fees.ground", line.ground});
    }
    addDelivery(fields, voucher);
    dropEmpty(fields);
    return fields;
}

std::vector<VoucherField> expectedFields(const Voucher& voucher)
{
    auto fields = textFields(voucher);
    fields.push_back({"acceptanceNumber", voucher.acceptanceNumber});
    fields.push_back({"applicant.citizenNumber", voucher.citizenNumber});
    fields.push_back({"applicant.birthDate", printedDate(voucher.birthDate)});
    fields.push_back({"applicant.sex", std::string{printed(voucher.sex)}});
    fields.push_back({"kind", std::string{printed(voucher.kind)}});
    fields.push_back({"category", std::string{printed(voucher.category)}});
    fields.push_back({"acceptedOn", printedDate(voucher.acceptedOn)});
    fields.push_back({"promised", printedDate(voucher.promised.date)});
    if (voucher.promised.estimated)
        fields.push_back({"promised", "预计"});
    if (voucher.validity.end)
        fields.push_back({"validity", printedDate(*voucher.validity.end)});
    if (voucher.guardianRelation && !voucher.guardianName.empty() && voucher.guardianFor.empty())
        fields.push_back({"guardian.relation", std::string{printed(*voucher.guardianRelation)}});
    for (const auto& line : voucher.fees)
        fields.push_back({"fees.amount", printedMoney(line.amount)});
    fields.push_back({"due", printedMoney(voucher.due)});
    fields.push_back({"tender", std::string{printed(voucher.tender)}});
    if (voucher.delivery == DeliveryMethod::proxy)
        fields.push_back(
            {"delivery.proxy.citizenNumber", maskedCitizenNumber(voucher.proxy.citizenNumber)});
    fields.push_back({"printedAt", voucher.printedAt});
    fields.push_back(
        {"copy",
         voucher.copy == 0 ? std::string{"原件"} : "第" + std::to_string(voucher.copy) + "次补打"});
    if (voucher.training)
        fields.push_back({"training", "样张"});
    dropEmpty(fields);
    return fields;
}

} // namespace guitai
