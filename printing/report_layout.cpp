#include "printing/report_layout.h"

#include "printing/report_sheet.h"
#include "printing/words.h"

namespace guitai
{

namespace
{

using Columns = std::vector<ReportColumn>;

/// With its sign, because a difference may go either way.
std::string signedText(Money amount)
{
    return (amount > Money{} ? "+" : "") + amount.text();
}

std::string_view wordOf(ReportedApproval::What what)
{
    switch (what) {
    case ReportedApproval::What::refund:
        return "退款";
    case ReportedApproval::What::cashOut:
        return "现金取出";
    case ReportedApproval::What::recount:
        return "见证复点";
    case ReportedApproval::What::close:
        return "结账";
    }
    return {};
}

template <class Report>
void placeCollected(ReportSheet& sheet, const Report& report)
{
    const auto columns = Columns{{"缴费方式", 0, 34},
                                 {"项目", 34, 80},
                                 {"笔数", 114, 20, Align::right},
                                 {"金额（元）", 134, 36, Align::right}};
    sheet.section("收费");
    sheet.heads(columns);
    auto count = std::int64_t{0};
    for (const auto& line : report.collected) {
        sheet.row(columns,
                  {std::string{printed(line.tender)},
                   line.title,
                   std::to_string(line.count),
                   line.amount.text()});
        count += line.count;
    }
    sheet.total(columns, {"合计", "", std::to_string(count), report.collectedTotal.text()});
    if (!report.exempt.empty()) {
        const auto grounds = Columns{{"依据", 0, 134}, {"项数", 134, 36, Align::right}};
        sheet.section("免收");
        sheet.heads(grounds);
        for (const auto& line : report.exempt)
            sheet.row(grounds, {line.title, std::to_string(line.count)});
    }
    if (report.refunds.empty())
        return;
    const auto refunds = Columns{
        {"方式", 0, 114}, {"笔数", 114, 20, Align::right}, {"金额（元）", 134, 36, Align::right}};
    sheet.section("退款");
    sheet.heads(refunds);
    for (const auto& line : report.refunds)
        sheet.row(
            refunds,
            {std::string{printed(line.tender)}, std::to_string(line.count), line.amount.text()});
}

void placeMovements(ReportSheet& sheet, const ReportHead& head, const ShiftReport& report)
{
    if (report.movements.empty())
        return;
    const auto columns = Columns{{"单号", 0, 11},
                                 {"时间", 11, 15},
                                 {"类别", 26, 20},
                                 {"事由", 46, 46},
                                 {"接收人", 94, 22},
                                 {"见证人", 118, 22},
                                 {"金额（元）", 140, 30, Align::right}};
    sheet.section("现金进出");
    sheet.heads(columns);
    for (const auto& move : report.movements)
        sheet.row(columns,
                  {std::to_string(move.slip),
                   head.time.minuteText(move.at),
                   std::string{printed(move.kind)},
                   move.reason,
                   move.receiver,
                   move.second,
                   (move.kind == DrawerMove::in ? move.amount : Money{} - move.amount).text()});
}

void placeDrawer(ReportSheet& sheet, const ShiftReport& report)
{
    const auto columns = Columns{{"项目", 0, 134}, {"金额（元）", 134, 36, Align::right}};
    sheet.section("现金结存");
    sheet.heads(columns);
    const auto opening = report.openingReason.empty()
                             ? std::string{"班初备用金"}
                             : "班初备用金（与上一班结存不同：" + report.openingReason + "）";
    sheet.row(columns, {opening, report.openingFloat.text()});
    sheet.row(columns, {"加：现金收费", report.cashCollected.text()});
    sheet.row(columns, {"减：现金退款", report.cashRefunded.text()});
    sheet.row(columns, {"加：存入", report.movedIn.text()});
    sheet.row(columns, {"减：取出", report.movedOut.text()});
    sheet.total(columns, {"应有现金", report.expected.text()});
    if (!report.difference)
        return;
    sheet.row(columns,
              {"实点现金",
               report.counts.empty() ? (report.expected + *report.difference).text()
                                     : report.counts.back().total.text()});
    const auto reason =
        report.differenceReason.empty() ? std::string{} : "　说明：" + report.differenceReason;
    const auto word = *report.difference == Money{}  ? "相符"
                      : *report.difference > Money{} ? "长款"
                                                     : "短款";
    sheet.total(columns,
                {"差额（" + std::string{word} + "）" + reason, signedText(*report.difference)});
    if (!report.taker.empty())
        sheet.text("钱箱连同实点现金交 " + report.taker + " 接班。");
}

/// Every blind count, because a second one tells of the first.
void placeCounts(ReportSheet& sheet, const ReportHead& head, const ShiftReport& report)
{
    auto number = 0;
    for (const auto& count : report.counts) {
        auto title = std::string{"清点"};
        if (report.counts.size() > 1)
            title += "（第 " + std::to_string(++number) + " 次）";
        title += "　" + head.time.minuteText(count.at);
        if (!count.witness.empty())
            title += "　见证人 " + count.witness;
        const auto columns = Columns{
            {"券别", 0, 94}, {"数量", 94, 40, Align::right}, {"金额（元）", 134, 36, Align::right}};
        sheet.section(title);
        sheet.heads(columns);
        for (const auto denomination : denominations) {
            const auto pieces = count.counted.find(denomination);
            if (pieces == count.counted.end() || pieces->second == 0)
                continue;
            sheet.row(columns,
                      {printedPiece(denomination),
                       std::to_string(pieces->second),
                       (Money::fen(denomination) * pieces->second).text()});
        }
        sheet.total(columns, {"合计", "", count.total.text()});
    }
}

void placeVouchers(ReportSheet& sheet, const ShiftReport& report)
{
    sheet.section("领取凭证");
    if (report.vouchers == 0)
        return sheet.text("本班未打印凭证。");
    sheet.text("共 " + std::to_string(report.vouchers) + " 份　首号 " +
               printedAcceptanceNumber(report.firstVoucher) + "　末号 " +
               printedAcceptanceNumber(report.lastVoucher));
    for (const auto& number : report.voidVouchers)
        sheet.text("作废收回　" + printedAcceptanceNumber(number));
}

void placeUnsettled(ReportSheet& sheet, const ShiftReport& report)
{
    if (report.unknown.empty() && report.late.empty())
        return;
    const auto columns = Columns{{"情形", 0, 40},
                                 {"渠道", 40, 30},
                                 {"商户订单号", 70, 64},
                                 {"金额（元）", 134, 36, Align::right}};
    sheet.section("待核电子支付");
    sheet.heads(columns);
    const auto place = [&](const std::string& word, const std::vector<ReportedAttempt>& attempts) {
        for (const auto& attempt : attempts)
            sheet.row(columns,
                      {word,
                       std::string{printed(attempt.channel)},
                       attempt.orderNumber,
                       attempt.amount.text()});
    };
    place("结果不明，结转", report.unknown);
    place("迟到付款", report.late);
}

void placeEvents(ReportSheet& sheet, const ReportHead& head, const ShiftReport& report)
{
    if (!report.incidents.empty() || !report.openings.empty())
        sheet.section("钱箱事项");
    for (const auto& note : report.incidents) {
        auto text = head.time.minuteText(note.at) + "　" +
                    (note.fault == NoteFault::counterfeit ? "假币" : "残损币") + " " +
                    printedPiece(note.denomination);
        if (!note.serialNumber.empty())
            text += "　冠字号 " + note.serialNumber;
        sheet.text(text + "　" + note.noticed + "　交 " + note.officer);
    }
    for (const auto& opening : report.openings)
        sheet.text(head.time.minuteText(opening.at) + "　无收款开钱箱　" + opening.reason);
}

void placeApprovals(ReportSheet& sheet, const ReportHead& head, const ShiftReport& report)
{
    if (report.approvals.empty())
        return;
    const auto columns = Columns{{"时间", 0, 15},
                                 {"事项", 15, 25},
                                 {"同意人", 40, 28},
                                 {"说明", 70, 64},
                                 {"金额（元）", 134, 36, Align::right}};
    sheet.section("第二人确认");
    sheet.heads(columns);
    for (const auto& approval : report.approvals)
        sheet.row(columns,
                  {head.time.minuteText(approval.at),
                   std::string{wordOf(approval.what)},
                   approval.who,
                   approval.reason,
                   approval.amount.text()});
}

/// The first eight digits of the journal's last hash, which anyone can compare with the journal.
std::string sealText(const std::string& seal)
{
    return seal.substr(0, 4) + " " + seal.substr(4, 4);
}

std::string zText(std::int64_t number)
{
    auto digits = std::to_string(number);
    constexpr std::size_t places = 6;
    if (digits.size() < places)
        digits.insert(0, places - digits.size(), '0');
    return "Z" + digits;
}

} // namespace

std::vector<Page>
layOut(const ReportHead& head, const ShiftReport& report, const TextMeasure& measure)
{
    auto sheet =
        ReportSheet{measure, report.isFinal() ? "窗口班次结账单" : "窗口班次中间报表", head};
    auto facts = std::vector<ReportFact>{{"窗口民警", report.clerk, 34},
                                         {"开班", head.time.dateMinuteText(report.start), 68}};
    if (report.isFinal()) {
        facts.insert(facts.begin(), {"报表编号", zText(report.number), 0});
        facts.push_back({"结账", head.time.dateMinuteText(*report.end), 106});
        facts.push_back({"日志校验", sealText(report.seal), 146});
    } else {
        facts.insert(facts.begin(), {"报表", "中间报表", 0});
        facts.push_back({"截至", head.printedAt, 106});
    }
    sheet.facts(facts);
    placeCollected(sheet, report);
    placeMovements(sheet, head, report);
    placeDrawer(sheet, report);
    placeCounts(sheet, head, report);
    placeVouchers(sheet, report);
    placeUnsettled(sheet, report);
    placeEvents(sheet, head, report);
    placeApprovals(sheet, head, report);
    auto signers = std::vector<std::string>{"窗口民警", "值班领导"};
    if (!report.taker.empty())
        signers.insert(signers.begin() + 1, "接班民警");
    sheet.signatures(signers);
    return sheet.finish();
}

std::vector<Page>
layOut(const ReportHead& head, const DayReport& report, const TextMeasure& measure)
{
    auto sheet = ReportSheet{measure, "窗口收费日报", head};
    sheet.facts(
        {{"日期", printedDate(report.day), 0}, {"班次", std::to_string(report.shifts.size()), 68}});
    const auto columns = Columns{{"报表编号", 0, 26},
                                 {"窗口民警", 26, 34},
                                 {"结账", 60, 24},
                                 {"收费（元）", 84, 28, Align::right},
                                 {"应有现金", 112, 28, Align::right},
                                 {"差额", 140, 30, Align::right}};
    sheet.section("班次");
    sheet.heads(columns);
    for (const auto& shift : report.shifts)
        sheet.row(columns,
                  {zText(shift.number),
                   shift.clerk,
                   shift.end ? head.time.minuteText(*shift.end) : std::string{},
                   shift.collectedTotal.text(),
                   shift.expected.text(),
                   signedText(shift.difference.value_or(Money{}))});
    sheet.total(columns,
                {"合计", "", "", report.collectedTotal.text(), "", signedText(report.difference)});
    placeCollected(sheet, report);
    sheet.section("解缴");
    sheet.text("银行解款 " + printedMoney(report.deposited) + "，与银行回单核对；入保险柜 " +
               printedMoney(report.dropped) + "。");
    sheet.signatures({"制表", "值班领导"});
    return sheet.finish();
}

} // namespace guitai
