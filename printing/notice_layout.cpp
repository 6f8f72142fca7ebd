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

std::string subjectsOf(const CaseNotice& notice)
{
    auto text = std::string{};
    for (const auto subject : notice.subjects)
        text += (text.empty() ? "" : "；") + std::string{printed(subject)};
    return text;
}

/// What comes next, in the resident's words.
std::vector<std::string> nextSteps(const CaseNotice& notice)
{
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
    auto sheet =
        ReportSheet{measure,
                    waits(notice) ? "居民身份证申请待审批告知单" : "居民身份证申请审批结果告知单",
                    head};
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
    for (const auto subject : notice.subjects)
        values.emplace_back(printed(subject));
    return values;
}

} // namespace guitai
