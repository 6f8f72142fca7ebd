#include "printing/voucher_texts.h"

#include "printing/words.h"
#include "services/rules/citizen_number.h"

namespace guitai
{

std::string reprintText(const Voucher& voucher)
{
    auto text = copyText(voucher);
    if (!voucher.reprintReason.empty())
        text += "　原因：" + voucher.reprintReason;
    return text;
}

std::string copyText(const Voucher& voucher)
{
    return voucher.copy == 0 ? "原件" : "第 " + std::to_string(voucher.copy) + " 次补打";
}

std::string termText(const Voucher& voucher)
{
    return "（" + std::to_string(voucher.promisedWorkingDays) + " 个工作日）";
}

std::string kindText(const Voucher& voucher)
{
    auto text = std::string{printed(voucher.kind)};
    const auto category = printed(voucher.category);
    if (category != text)
        text += "（" + std::string{category} + "）";
    return text;
}

/// Provisional: the term begins on the day of issue.
std::string validityText(const Voucher& voucher)
{
    const auto& validity = voucher.validity;
    if (!validity.years)
        return "长期（暂定，以证件签发为准）";
    auto text = std::to_string(*validity.years) + " 年";
    if (validity.end)
        text += "，至" + printedDate(*validity.end);
    return text + "（暂定，以证件签发为准）";
}

std::string guardianText(const Voucher& voucher)
{
    switch (voucher.guardianRole) {
    case GuardianRole::byLaw:
    case GuardianRole::appointed:
        break;
    case GuardianRole::delegate:
        return voucher.guardianFor + "（委托 " + voucher.guardianName + " 办理）";
    case GuardianRole::institution:
        return voucher.guardianFor + "（经办人 " + voucher.guardianName + "）";
    }
    auto text = voucher.guardianName;
    if (voucher.guardianRelation)
        text += "（" + std::string{printed(*voucher.guardianRelation)} + "）";
    return text;
}

std::string signerText(const Voucher& voucher)
{
    if (voucher.guardianName.empty())
        return "申领人签名";
    switch (voucher.guardianRole) {
    case GuardianRole::byLaw:
    case GuardianRole::appointed:
        return "监护人签名";
    case GuardianRole::delegate:
        return "受托人签名";
    case GuardianRole::institution:
        return "经办人签名";
    }
    return {};
}

std::string fingersText(const Voucher& voucher)
{
    return printedHand("右手", voucher.rightHand, voucher.rightReason) + "　" +
           printedHand("左手", voucher.leftHand, voucher.leftReason);
}

std::string feeText(const FeeLine& line, const Voucher& voucher)
{
    auto text = printedMoney(line.amount);
    if (!line.ground.empty() && line.ground != voucher.exemptionGround)
        text += "（" + line.ground + "）";
    return text;
}

std::string paidText(const Voucher& voucher)
{
    auto text = std::string{printed(voucher.tender)};
    if (voucher.fees.size() != 1)
        text += "　共 " + printedMoney(voucher.due);
    if (!voucher.exemptionGround.empty())
        text += "（" + voucher.exemptionGround + "）";
    if (!voucher.receiptNumber.empty())
        text += "　收据号 " + voucher.receiptNumber;
    return text;
}

std::string collectionText(const Voucher& voucher)
{
    switch (voucher.delivery) {
    case DeliveryMethod::pickUp:
        return voucher.guardianName.empty() ? "本人持本凭证领取" : "监护人持本凭证和户口簿领取";
    case DeliveryMethod::proxy:
        return "由" + voucher.proxy.name + "（" + voucher.proxy.relation + "，" +
               maskedCitizenNumber(voucher.proxy.citizenNumber) + "）代领";
    case DeliveryMethod::post:
        return "邮政寄递　收件人 " + voucher.postal.recipient + "　电话 " + voucher.postal.phone +
               "　地址 " + voucher.postalDistrictName + voucher.postal.street;
    }
    return {};
}

std::string placeText(const Voucher& voucher)
{
    auto text = voucher.station;
    if (!voucher.stationAddress.empty())
        text += "（" + voucher.stationAddress + "）";
    if (!voucher.stationPhone.empty())
        text += "　电话 " + voucher.stationPhone;
    return text;
}

std::vector<std::string> postTexts(const Voucher& voucher)
{
    if (!voucher.postPossible) {
        if (voucher.delivery == DeliveryMethod::proxy)
            return {"已选代领，本次申领不能寄递，请按领取方式到窗口领取。"};
        return {"寄递只限受理当日申请、本市地址，本次申领不能寄递，请到窗口领取。"};
    }
    const auto days =
        std::to_string(voucher.postDaysMin) + " 至 " + std::to_string(voucher.postDaysMax);
    return {"须在受理当日（" + printedDate(voucher.acceptedOn) + "）扫码申请，过期不办。",
            "自愿办理，限本市地址，邮费到付。",
            "证件制成后 " + days + " 个工作日送达。"};
}

namespace
{

/// The post takes no card at the door.
std::string oldCardText(const Voucher& voucher)
{
    const auto later = "收到新证之日起 " + std::to_string(voucher.oldCardReturnDays) +
                       " 日内，须将原居民身份证交回受理派出所。";
    if (voucher.delivery == DeliveryMethod::post)
        return later;
    return voucher.postPossible ? "领取新证时，须交回原居民身份证；寄递的，" + later
                                : std::string{"领取新证时，须交回原居民身份证。"};
}

std::string proxyText(const Voucher& voucher)
{
    auto text = std::string{voucher.delivery == DeliveryMethod::proxy ? "代领人领证时须携带"
                                                                      : "代领人须为亲属，并携带"};
    for (const auto& paper : voucher.proxyPapers)
        text += (&paper == &voucher.proxyPapers.front() ? "" : "、") + paper;
    return text + "。";
}

} // namespace

std::vector<std::string> noticeTexts(const Voucher& voucher)
{
    auto notices = std::vector<std::string>{};
    if (voucher.oldCardOutstanding)
        notices.push_back(oldCardText(voucher));
    else if (voucher.oldCardHandedIn)
        notices.emplace_back("原居民身份证已交回。");
    if (voucher.temporaryCard)
        notices.emplace_back("领取新证时，须一并交回临时居民身份证。");
    notices.push_back(proxyText(voucher));
    notices.emplace_back("本凭证遗失的，本人持有效证件到窗口核对身份后领取。");
    if (voucher.due > Money{})
        notices.emplace_back("本凭证不作为缴费票据。");
    return notices;
}

std::string handlerText(const Voucher& voucher)
{
    return "受理民警 " + voucher.clerk + "　" + voucher.window + " 号窗口";
}

} // namespace guitai
