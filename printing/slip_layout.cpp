#include "printing/report_layout.h"
#include "printing/report_sheet.h"
#include "printing/words.h"

namespace guitai
{

namespace
{

using Columns = std::vector<ReportColumn>;

std::string slipNumber(const DrawerSlip& slip)
{
    return "本班第 " + std::to_string(slip.movement.slip) + " 号";
}

void placePieces(ReportSheet& sheet, const DrawerMovement& movement)
{
    const auto columns = Columns{
        {"券别", 0, 94}, {"数量", 94, 40, Align::right}, {"金额（元）", 134, 36, Align::right}};
    sheet.section(movement.kind == DrawerMove::in ? "收入现金" : "付出现金");
    sheet.heads(columns);
    for (const auto denomination : denominations) {
        const auto pieces = movement.pieces.find(denomination);
        if (pieces == movement.pieces.end() || pieces->second == 0)
            continue;
        sheet.row(columns,
                  {printedPiece(denomination),
                   std::to_string(pieces->second),
                   (Money::fen(denomination) * pieces->second).text()});
    }
    sheet.total(columns, {"合计", "", movement.amount.text()});
    sheet.text("人民币（大写）　" + printedCapitals(movement.amount));
}

} // namespace

std::vector<Page> layOut(const ReportHead& head, const DrawerSlip& slip, const TextMeasure& measure)
{
    const auto& movement = slip.movement;
    const auto arrives = movement.kind == DrawerMove::in;
    auto sheet = ReportSheet{measure, "钱箱现金收付单", head};
    sheet.facts({{"单号", slipNumber(slip), 0},
                 {"窗口民警", slip.clerk, 34},
                 {"开班", head.time.dateMinuteText(slip.openedAt), 68},
                 {"收付时间", head.time.dateMinuteText(movement.at), 106},
                 {"类别", std::string{printed(movement.kind)}, 146}});
    placePieces(sheet, movement);
    sheet.section("事由");
    sheet.text(movement.reason);
    if (!arrives)
        sheet.text("接收人　" + movement.receiver + "　　见证人　" + movement.second);
    sheet.signatures(arrives ? std::vector<std::string>{"窗口民警", "交款人"}
                             : std::vector<std::string>{"窗口民警", "接收人", "见证人"});
    return sheet.finish();
}

std::vector<std::string> typedTexts(const DrawerSlip& slip)
{
    const auto& movement = slip.movement;
    return {slip.clerk, movement.reason, movement.receiver, movement.second};
}

std::vector<std::string> expectedValues(const ReportHead& head, const DrawerSlip& slip)
{
    const auto& movement = slip.movement;
    auto values = std::vector<std::string>{head.station,
                                           slip.clerk,
                                           slipNumber(slip),
                                           movement.amount.text(),
                                           movement.reason,
                                           movement.receiver,
                                           movement.second};
    for (const auto& [denomination, pieces] : movement.pieces)
        if (pieces > 0)
            values.push_back((Money::fen(denomination) * pieces).text());
    return values;
}

} // namespace guitai
