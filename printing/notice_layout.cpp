#include "printing/report_layout.h"
#include "printing/report_sheet.h"
#include "printing/words.h"

namespace guitai
{

namespace
{

bool waits(const CaseNotice& notice)
{
    return notice.kind == CaseNotice::Kind::waiting;
}

bool isReprint(const AskedMatter& asked)
{
    return asked.subject.kind == RequestKind::reprint;
}

/// What is to go back; zero: nothing is.
Money refundOf(const AskedMatter& asked)
{
    const auto* evidence = std::get_if<RefundEvidence>(&asked.evidence);
    return evidence != nullptr ? evidence->amount : Money{};
}

std::string titleOf(const CaseNotice& notice)
{
    const auto matter = !notice.asked              ? std::string{"申请"}
                        : isReprint(*notice.asked) ? std::string{"凭证补打"}
                                                   : std::string{"退款"};
    return "居民身份证" + matter + (waits(notice) ? "待审批告知单" : "审批结果告知单");
}

std::string subjectsOf(const CaseNotice& notice)
{
    if (const auto& asked = notice.asked) {
        if (isReprint(*asked))
            return "再次补打《居民身份证领取凭证》";
        const auto withdraws = asked->subject.step == RefundStep::withdraw;
        return (withdraws ? "撤销申请，退还费用 " : "退还费用 ") + printedMoney(refundOf(*asked));
    }
    auto text = std::string{};
    for (const auto subject : notice.subjects)
        text += (text.empty() ? "" : "；") + std::string{printed(subject)};
    return text;
}

/// How the money comes back once it was approved.
std::string refundWay(const AskedMatter& asked)
{
    const auto& evidence = std::get<RefundEvidence>(asked.evidence);
    if (asked.subject.step == RefundStep::finance)
        return "由财务部门退还。";
    return evidence.tender == Tender::cash
               ? "现金当面退还。"
               : std::string{printed(evidence.tender)} + "付款按原路退回。";
}

std::vector<std::string> stepsOf(const CaseNotice& notice, const AskedMatter& asked)
{
    const auto withdraws = asked.subject.step == RefundStep::withdraw;
    const auto stands = isReprint(asked) || withdraws ? std::string{"原申请不受影响。"} : "";
    if (!waits(notice))
        return {stands + "情况有变化的，可以重新提出。"};
    const auto refused = std::string{"不予通过的，窗口说明理由。"};
    if (isReprint(asked))
        return {"补打由值班领导审批。" + stands,
                "审批通过后，请持本单和身份证明到本窗口领取补打的凭证。",
                refused};
    const auto& evidence = std::get<RefundEvidence>(asked.evidence);
    const auto brings =
        withdraws && evidence.printed ? "本单、领取凭证和身份证明" : "本单和身份证明";
    return {withdraws ? "退款由值班领导审批。审批期间不撤销申请，不退款。"
                      : "退款由值班领导审批。审批期间不退款。",
            "审批通过后，请持" + std::string{brings} + "到本窗口办理，费用" + refundWay(asked),
            refused};
}

/// What comes next, in the resident's words.
std::vector<std::string> nextSteps(const CaseNotice& notice)
{
    if (notice.asked)
        return stepsOf(notice, *notice.asked);
    if (!waits(notice))
        return {"本件不收取费用。", "补充材料或者情况有变化的，可以重新申请。"};
    const auto pays = notice.due > Money{} ? "缴纳费用 " + printedMoney(notice.due) + "并" : "";
    return {"申请已经登记，由值班领导审批。审批期间不收取费用，照片和指纹已经保存，不必重新采集。",
            "审批通过后，请持本单和身份证明到本窗口，" + std::string{pays} +
                "领取《居民身份证领取凭证》。",
            "不予通过的，窗口说明理由；补充材料后可以重新申请。"};
}

} // namespace

std::vector<Page>
layOut(const ReportHead& head, const CaseNotice& notice, const TextMeasure& measure)
{
    auto sheet = ReportSheet{measure, titleOf(notice), head};
    sheet.facts({{"受理编号", printedAcceptanceNumber(notice.acceptanceNumber), 0},
                 {"申请日期", printedDate(notice.acceptedOn), 68},
                 {"办理民警", notice.clerk, 118}});
    sheet.section("申请人");
    sheet.text(notice.name + "　　" + notice.maskedNumber + "　　" +
               std::string{printed(notice.application)});
    sheet.section(waits(notice) ? "待审批事项" : "未获批准的事项");
    sheet.text(subjectsOf(notice));
    if (!waits(notice))
        sheet.text("理由　" + notice.reason);
    sheet.section("下一步");
    auto number = 0;
    for (const auto& step : nextSteps(notice))
        sheet.text(std::to_string(++number) + ". " + step);
    sheet.section("查询");
    if (!notice.phone.empty())
        sheet.text("电话　" + notice.phone);
    if (!notice.address.empty())
        sheet.text("地址　" + notice.address);
    sheet.text("查询时请提供受理编号。本单不是领取凭证，不能凭本单领取居民身份证。");
    sheet.signatures({"申请人或监护人", "窗口民警"});
    return sheet.finish();
}

std::vector<std::string> typedTexts(const CaseNotice& notice)
{
    return {notice.name, notice.reason, notice.clerk, notice.phone, notice.address};
}

std::vector<std::string> expectedValues(const ReportHead& head, const CaseNotice& notice)
{
    auto values = std::vector<std::string>{head.station,
                                           notice.name,
                                           notice.maskedNumber,
                                           notice.clerk,
                                           notice.reason,
                                           notice.phone,
                                           notice.address,
                                           printedAcceptanceNumber(notice.acceptanceNumber)};
    if (waits(notice) && notice.due > Money{})
        values.push_back(notice.due.text());
    if (notice.asked && !isReprint(*notice.asked))
        values.push_back(refundOf(*notice.asked).text());
    for (const auto subject : notice.subjects)
        values.emplace_back(printed(subject));
    return values;
}

} // namespace guitai
