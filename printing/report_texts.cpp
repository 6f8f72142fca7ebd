// What people typed on a report, and what a reader must find on it.
#include "printing/report_layout.h"
#include "printing/report_sheet.h"
#include "printing/words.h"

namespace guitai
{

std::vector<std::string> typedTexts(const ShiftReport& report)
{
    auto texts = std::vector<std::string>{
        report.clerk, report.openingReason, report.differenceReason, report.taker};
    for (const auto& line : report.collected)
        texts.push_back(line.title);
    for (const auto& line : report.exempt)
        texts.push_back(line.title);
    for (const auto& move : report.movements)
        for (const auto& text : {move.reason, move.receiver, move.second})
            texts.push_back(text);
    for (const auto& count : report.counts)
        texts.push_back(count.witness);
    for (const auto& approval : report.approvals)
        for (const auto& text : {approval.who, approval.reason})
            texts.push_back(text);
    for (const auto& opening : report.openings)
        texts.push_back(opening.reason);
    for (const auto& note : report.incidents)
        for (const auto& text : {note.serialNumber, note.noticed, note.officer})
            texts.push_back(text);
    return texts;
}

std::vector<std::string> typedTexts(const DayReport& report)
{
    auto texts = std::vector<std::string>{};
    for (const auto& shift : report.shifts)
        for (auto& text : typedTexts(shift))
            texts.push_back(std::move(text));
    return texts;
}

std::vector<std::string> expectedValues(const ReportHead& head, const ShiftReport& report)
{
    auto values = std::vector<std::string>{head.station,
                                           report.clerk,
                                           report.openingFloat.text(),
                                           report.collectedTotal.text(),
                                           report.expected.text(),
                                           report.firstVoucher,
                                           report.lastVoucher,
                                           report.seal.substr(0, 8),
                                           report.differenceReason};
    if (report.isFinal())
        values.push_back(std::to_string(report.number));
    if (report.difference)
        values.push_back(report.difference->text());
    for (const auto& line : report.collected) {
        values.push_back(line.title);
        values.push_back(line.amount.text());
    }
    for (const auto& line : report.exempt)
        values.push_back(line.title);
    for (const auto& count : report.counts)
        values.push_back(count.total.text());
    for (const auto& number : report.voidVouchers)
        values.push_back(number);
    for (const auto& attempt : report.unknown)
        values.push_back(attempt.orderNumber);
    if (head.copy > 0)
        values.push_back("第" + std::to_string(head.copy) + "次补打");
    return values;
}

std::vector<std::string> expectedValues(const ReportHead& head, const DayReport& report)
{
    auto values = std::vector<std::string>{head.station,
                                           printedDate(report.day),
                                           report.collectedTotal.text(),
                                           report.deposited.text(),
                                           report.difference.text()};
    for (const auto& shift : report.shifts)
        values.push_back(shift.clerk);
    return values;
}

} // namespace guitai
