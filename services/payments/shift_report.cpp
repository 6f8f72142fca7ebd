#include "services/payments/shift_report.h"

#include "services/cases/case_events.h"

#include <algorithm>

namespace guitai
{

namespace
{

bool isPrinted(const PaperRow& paper)
{
    return paper.state != "failed";
}

std::string nameIn(const ShiftLedger& ledger, const std::string& userId)
{
    const auto found = ledger.names.find(userId);
    return found == ledger.names.end() ? userId : found->second;
}

void add(std::vector<CollectedLine>& lines, const CollectedLine& more)
{
    for (auto& line : lines)
        if (line.tender == more.tender && line.title == more.title) {
            line.count += more.count;
            line.amount = line.amount + more.amount;
            return;
        }
    lines.push_back(more);
}

void add(std::vector<CountedLine>& lines, const CountedLine& more)
{
    const auto found = std::ranges::find(lines, more.title, &CountedLine::title);
    if (found == lines.end())
        lines.push_back(more);
    else
        found->count += more.count;
}

void add(std::vector<RefundedLine>& lines, const RefundedLine& more)
{
    const auto found = std::ranges::find(lines, more.tender, &RefundedLine::tender);
    if (found == lines.end()) {
        lines.push_back(more);
        return;
    }
    found->count += more.count;
    found->amount = found->amount + more.amount;
}

template <class Line>
void sort(std::vector<Line>& lines)
{
    if constexpr (requires(Line line) {
                      line.tender;
                      line.title;
                  })
        std::ranges::sort(lines, {}, [](const Line& line) {
            return std::pair{line.tender, line.title};
        });
    else if constexpr (requires(Line line) { line.tender; })
        std::ranges::sort(lines, {}, &Line::tender);
    else
        std::ranges::sort(lines, {}, &Line::title);
}

std::optional<Tender> refundedTender(CashMovement kind)
{
    switch (kind) {
    case CashMovement::refund:
        return Tender::cash;
    case CashMovement::weChatRefund:
        return Tender::weChat;
    case CashMovement::alipayRefund:
        return Tender::alipay;
    case CashMovement::collected:
    case CashMovement::exempt:
    case CashMovement::weChat:
    case CashMovement::alipay:
        break;
    }
    return std::nullopt;
}

/// Fees of a settled charge by their kind; a fee of 0 yuan counts among the exempt ones.
void addCharge(ShiftReport& report, const Charge& charge)
{
    if (charge.tender == Tender::exempt)
        return add(report.exempt, CountedLine{charge.ground, 1});
    for (const auto& line : charge.lines) {
        if (line.amount == Money{}) {
            add(report.exempt, CountedLine{line.ground, 1});
            continue;
        }
        add(report.collected, CollectedLine{*charge.tender, line.title, 1, line.amount});
        report.collectedTotal = report.collectedTotal + line.amount;
    }
}

/// Refunds of the shift, whichever shift had collected.
void addRefunds(ShiftReport& report, const Shift& shift)
{
    for (const auto& entry : shift.entries)
        if (const auto tender = refundedTender(entry.kind))
            add(report.refunds, RefundedLine{*tender, 1, entry.amount});
}

void addVouchers(ShiftReport& report, const Case& subject)
{
    if (!std::ranges::any_of(papersIn(subject), isPrinted))
        return;
    const auto& number = subject.acceptanceNumber;
    ++report.vouchers;
    if (report.firstVoucher.empty() || number < report.firstVoucher)
        report.firstVoucher = number;
    report.lastVoucher = std::max(report.lastVoucher, number);
    if (subject.state == CaseState::withdrawn)
        report.voidVouchers.push_back(number);
}

void addCash(ShiftReport& report, const Shift& shift, const ShiftLedger& ledger)
{
    report.cashRefunded = shift.cashRefunded;
    report.cashCollected = shift.cashCollected + shift.cashRefunded;
    report.movedIn = shift.movedIn;
    report.movedOut = shift.movedOut;
    report.expected = shift.expected();
    report.movements = shift.movements;
    report.counts = shift.counts;
    for (auto& movement : report.movements) {
        if (!movement.second.empty())
            movement.second = nameIn(ledger, movement.second);
        if (movement.kind != DrawerMove::in)
            report.approvals.push_back({ReportedApproval::What::cashOut,
                                        movement.second,
                                        movement.reason,
                                        movement.amount,
                                        movement.at});
    }
    for (auto& count : report.counts)
        if (!count.witness.empty()) {
            count.witness = nameIn(ledger, count.witness);
            report.approvals.push_back(
                {ReportedApproval::What::recount, count.witness, {}, count.total, count.at});
        }
    if (shift.isCounted())
        report.difference = shift.counts.back().total - report.expected;
}

void addClose(ShiftReport& report, const ShiftClose& close, const ShiftLedger& ledger)
{
    report.number = close.number;
    report.end = close.at;
    report.difference = close.difference;
    report.differenceReason = close.reason;
    report.seal = close.seal;
    if (!close.taker.empty())
        report.taker = nameIn(ledger, close.taker);
    if (!close.supervisor.empty())
        report.approvals.push_back({ReportedApproval::What::close,
                                    nameIn(ledger, close.supervisor),
                                    close.reason,
                                    close.difference,
                                    close.at});
}

/// A closed shift keeps what it carried over, whatever became of it since.
void addAttempts(ShiftReport& report, const Shift& shift, const ShiftLedger& ledger)
{
    for (const auto& attempt : ledger.attempts) {
        const auto isUnknown =
            shift.close ? std::ranges::count(shift.close->carried, attempt.orderNumber) > 0
                        : attempt.state == AttemptState::unknown;
        if (isUnknown)
            report.unknown.push_back(attempt);
        else if (attempt.state == AttemptState::latePaid)
            report.late.push_back(attempt);
    }
}

} // namespace

ShiftReport shiftReport(const Shift& shift, const ShiftLedger& ledger)
{
    auto report = ShiftReport{.clerk = nameIn(ledger, shift.clerk),
                              .start = shift.openedAt,
                              .openingFloat = shift.openingFloat,
                              .openingReason = shift.openingReason};
    for (const auto& subject : ledger.cases) {
        if (subject.charge.shift != shift.id || !subject.charge.tender)
            continue; // only refunded here
        addCharge(report, subject.charge);
        addVouchers(report, subject);
    }
    addRefunds(report, shift);
    report.approvals = ledger.refunds;
    for (auto& approval : report.approvals)
        approval.who = nameIn(ledger, approval.who);
    addCash(report, shift, ledger);
    if (shift.close)
        addClose(report, *shift.close, ledger);
    addAttempts(report, shift, ledger);
    report.openings = shift.openings;
    report.incidents = shift.incidents;
    sort(report.collected);
    sort(report.exempt);
    sort(report.refunds);
    std::ranges::sort(report.voidVouchers);
    std::ranges::stable_sort(report.approvals, {}, &ReportedApproval::at);
    return report;
}

DayReport dayReport(Date day, const std::vector<ShiftReport>& shifts)
{
    auto sum = DayReport{.day = day, .shifts = shifts};
    std::ranges::sort(sum.shifts, {}, &ShiftReport::number);
    for (const auto& shift : sum.shifts) {
        for (const auto& line : shift.collected)
            add(sum.collected, line);
        for (const auto& line : shift.exempt)
            add(sum.exempt, line);
        for (const auto& line : shift.refunds)
            add(sum.refunds, line);
        sum.collectedTotal = sum.collectedTotal + shift.collectedTotal;
        sum.difference = sum.difference + shift.difference.value_or(Money{});
        for (const auto& movement : shift.movements) {
            if (movement.kind == DrawerMove::bankDeposit)
                sum.deposited = sum.deposited + movement.amount;
            if (movement.kind == DrawerMove::safeDrop)
                sum.dropped = sum.dropped + movement.amount;
        }
    }
    sort(sum.collected);
    sort(sum.exempt);
    sort(sum.refunds);
    return sum;
}

} // namespace guitai
