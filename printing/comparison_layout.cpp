#include "printing/report_layout.h"
#include "printing/report_sheet.h"
#include "printing/words.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

using Columns = std::vector<ReportColumn>;

struct ClassWords {
    DifferenceClass kind;
    std::string_view word;
    std::string_view remedy;
};

constexpr auto classWords = std::array{
    ClassWords{DifferenceClass::match, "相符", ""},
    ClassWords{DifferenceClass::billOnly, "长款", "查询；案件未缴则补记，否则退款"},
    ClassWords{DifferenceClass::billOnlyUnknown, "无本机记录", "查找所属设备，不得自动退款"},
    ClassWords{DifferenceClass::localOnly, "短款", "查次日账单并查询；仍无则按安全事件处理"},
    ClassWords{DifferenceClass::amount, "金额不符", "冻结，报值班领导"},
    ClassWords{DifferenceClass::status, "退款状态不符", "查询退款"},
    ClassWords{DifferenceClass::refundBillOnly, "账单单边退款", "登记，注明依据"},
    ClassWords{DifferenceClass::duplicate, "重复支付", "退还其中一笔"},
    ClassWords{DifferenceClass::crossDay, "跨日", "已自动勾对"},
    ClassWords{DifferenceClass::fee, "手续费不符", "转财务"},
    ClassWords{DifferenceClass::caseUnpaid, "免缴或作废后到账", "退款"},
};

const ClassWords& wordsOf(DifferenceClass kind)
{
    return *std::ranges::find(classWords, kind, &ClassWords::kind);
}

std::string_view printedChannel(GatewayChannel channel)
{
    switch (channel) {
    case GatewayChannel::weChat:
        return "微信支付";
    case GatewayChannel::alipay:
        return "支付宝";
    case GatewayChannel::platform:
        return "收缴平台";
    }
    return {};
}

std::string amountText(const std::optional<Money>& amount)
{
    return amount ? amount->text() : std::string{"—"};
}

void placeSums(ReportSheet& sheet, const Reconciliation& sums)
{
    const auto columns = Columns{{"项目", 0, 80},
                                 {"本机（元）", 80, 42, Align::right},
                                 {"账单（元）", 124, 46, Align::right}};
    sheet.section("金额");
    sheet.heads(columns);
    sheet.row(columns, {"收款", sums.localPaid.text(), sums.billPaid.text()});
    sheet.row(columns, {"退款", sums.localRefunded.text(), sums.billRefunded.text()});
    sheet.total(columns,
                {"净额",
                 (sums.localPaid - sums.localRefunded).text(),
                 (sums.billPaid - sums.billRefunded).text()});
    sheet.row(columns, {"差异合计（账单减本机）", "", sums.explained.text()});
    sheet.total(columns, {sums.isBalanced() ? "已平衡" : "不平衡，须查明", "", ""});
    sheet.text("账单 " + std::to_string(sums.lines) + " 笔，勾对相符 " +
               std::to_string(sums.matched) + " 笔；其他单位 " + std::to_string(sums.foreign) +
               " 笔，未计入。");
}

/// The second level: the trades beside the account. Other windows' orders are in both.
void placeFunds(ReportSheet& sheet, const DayComparison& comparison)
{
    if (comparison.channel != GatewayChannel::weChat)
        return;
    sheet.section("账户资金");
    if (!comparison.funds)
        return sheet.text("未核对：未取得资金账单。");
    const auto& funds = *comparison.funds;
    const auto columns = Columns{{"项目（本商户全部窗口）", 0, 80},
                                 {"账户（元）", 80, 42, Align::right},
                                 {"交易账单（元）", 124, 46, Align::right}};
    sheet.heads(columns);
    sheet.row(columns, {"收款", funds.sums.taken.text(), funds.billPaid.text()});
    sheet.row(columns, {"退款", funds.sums.givenBack.text(), funds.billRefunded.text()});
    sheet.row(columns, {"手续费", funds.sums.fees.text(), ""});
    sheet.row(columns, {"其他收入", funds.sums.otherIn.text(), ""});
    sheet.row(columns, {"其他支出", funds.sums.otherOut.text(), ""});
    sheet.total(columns, {funds.agrees() ? "账户与账单相符" : "账户与账单不符，报财务", "", ""});
}

/// What was done, or by whom and when it has to be.
std::string workText(const StationTime& time, const WorkItem& item)
{
    if (item.isResolved())
        return "已处理：" + item.resolution + "（" + item.approver + "）";
    const auto owner = item.owner.empty() ? std::string{"　未指派"} : "　经办 " + item.owner;
    return std::string{wordsOf(item.difference.kind).remedy} + owner + "　限 " +
           time.dateMinuteText(item.due);
}

} // namespace

std::vector<Page>
layOut(const ReportHead& head, const DayComparison& comparison, const TextMeasure& measure)
{
    const auto& sums = comparison.sheet;
    auto sheet = ReportSheet{measure, "电子支付对账单", head};
    sheet.facts(
        {{"渠道", std::string{printedChannel(comparison.channel)}, 0},
         {"账单日期", printedDate(sums.day), 40},
         {"对账时间", head.time.dateMinuteText(comparison.comparedAt), 86},
         {"账单校验",
          comparison.billHash.empty() ? std::string{"无交易"} : comparison.billHash.substr(0, 8),
          136}});
    placeSums(sheet, sums);
    placeFunds(sheet, comparison);
    sheet.section("差异");
    if (sums.differences.empty())
        sheet.text("无差异。");
    const auto columns = Columns{{"类别", 0, 26},
                                 {"商户订单号", 27, 45},
                                 {"本机", 72, 18, Align::right},
                                 {"账单", 91, 18, Align::right},
                                 {"处理", 112, 58}};
    if (!sums.differences.empty())
        sheet.heads(columns);
    for (const auto& difference : sums.differences) {
        const auto item = std::ranges::find_if(comparison.items, [&](const WorkItem& known) {
            return known.difference.id == difference.id;
        });
        sheet.row(
            columns,
            {std::string{wordsOf(difference.kind).word},
             difference.refundNumber.empty() ? difference.orderNumber : difference.refundNumber,
             amountText(difference.local),
             amountText(difference.bill),
             item == comparison.items.end() ? std::string{wordsOf(difference.kind).remedy}
                                            : workText(head.time, *item)});
    }
    sheet.signatures({"制表", "值班领导"});
    return sheet.finish();
}

std::vector<std::string> typedTexts(const DayComparison& comparison)
{
    auto texts = std::vector<std::string>{};
    for (const auto& item : comparison.items)
        for (const auto& text : {item.owner, item.resolution, item.approver})
            texts.push_back(text);
    return texts;
}

std::vector<std::string> expectedValues(const ReportHead& head, const DayComparison& comparison)
{
    const auto& sums = comparison.sheet;
    auto values = std::vector<std::string>{head.station,
                                           printedDate(sums.day),
                                           sums.localPaid.text(),
                                           sums.localRefunded.text(),
                                           sums.billPaid.text(),
                                           sums.billRefunded.text(),
                                           sums.explained.text(),
                                           comparison.billHash.substr(0, 8)};
    if (comparison.funds)
        for (const auto amount : {comparison.funds->sums.taken,
                                  comparison.funds->sums.givenBack,
                                  comparison.funds->sums.fees,
                                  comparison.funds->billPaid,
                                  comparison.funds->billRefunded})
            values.push_back(amount.text());
    for (const auto& difference : sums.differences)
        values.push_back(difference.refundNumber.empty() ? difference.orderNumber
                                                         : difference.refundNumber);
    return values;
}

} // namespace guitai
