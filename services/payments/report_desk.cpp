#include "services/payments/report_desk.h"

#include "services/cases/case_events.h"
#include "services/failure.h"
#include "services/payments/cash_checks.h"
#include "services/payments/shift_ledger.h"
#include "services/payments/z_numbers.h"

#include <algorithm>

namespace guitai
{

namespace
{

using enum Refusal::Code;

bool isUnresolved(const ReportPaper& paper)
{
    return paper.final && (paper.state == "intended" || paper.state == "unknown");
}

/// Originals and copies of the Z report that left the machine.
int copiesMade(const Shift& shift)
{
    return static_cast<int>(std::ranges::count_if(shift.reports, [](const ReportPaper& paper) {
        return paper.final && paper.state != "failed";
    }));
}

std::string titleOf(const Shift& shift, const ReportPaper& paper)
{
    if (!paper.final)
        return "interim-" + shift.id;
    const auto number = std::to_string(shift.close->number);
    return paper.copy == 0 ? "shift-" + number
                           : "shift-" + number + "-copy-" + std::to_string(paper.copy);
}

} // namespace

ReportDesk::ReportDesk(CaseDesk::Parts parts,
                       ReportPrinter& printer,
                       PaperOutput& output,
                       StationTexts texts)
    : m_parts(std::move(parts)), m_printer(printer), m_output(output), m_texts(std::move(texts))
{
}

ShiftReport ReportDesk::reportOf(const Shift& shift)
{
    return shiftReport(shift, ledgerOf(m_parts.journal, shift));
}

ReportHead ReportDesk::head(int copy, const std::string& reason) const
{
    constexpr std::size_t toTheMinute = 16;
    return {.authority = m_texts.authority,
            .station = m_parts.identity.name,
            .window = m_parts.identity.window,
            .copy = copy,
            .reprintReason = reason,
            .printedAt = m_parts.time.dateTimeText(m_parts.clock.now()).substr(0, toTheMinute),
            .time = m_parts.time,
            .training = m_parts.identity.training};
}

Result<Shift> ReportDesk::openShiftFor(const Actor& actor, const std::string& clerk)
{
    if (const auto permitted = require(actor, Operation::readReport); !permitted)
        return permitted.refusals();
    const auto id = openShiftIdOf(m_parts.journal, clerk);
    if (id.empty())
        return Refusal{shiftNotOpen, "clerk", {}};
    auto shift = foldShift(m_parts.journal.eventsOf(subjectOfShift(id)));
    if (shift.isCounted())
        return shift;
    const auto owner = m_parts.journal.user(clerk);
    const auto subject = Actor{clerk, owner ? owner->personId : std::string{}, Role::clerk};
    if (const auto fault = secondPersonFault(subject, actor, Operation::seeExpectedCash, "actor"))
        return *fault;
    return shift;
}

Result<Shift> ReportDesk::closedShift(const Actor& actor, std::int64_t number)
{
    if (const auto permitted = require(actor, Operation::readReport); !permitted)
        return permitted.refusals();
    const auto numbers = zNumbers(m_parts.journal);
    if (number < 1 || number > static_cast<std::int64_t>(numbers.size()))
        return Refusal{noSuchShift, "number", {}};
    const auto& found = numbers[static_cast<std::size_t>(number - 1)];
    return foldShift(m_parts.journal.eventsOf(subjectOfShift(found.shift)));
}

Result<ShiftReport> ReportDesk::interim(const Actor& actor, const std::string& clerk)
{
    const auto shift = openShiftFor(actor, clerk);
    if (!shift)
        return shift.refusals();
    return reportOf(shift.value());
}

Result<ShiftReport> ReportDesk::closed(const Actor& actor, std::int64_t number)
{
    const auto shift = closedShift(actor, number);
    if (!shift)
        return shift.refusals();
    return reportOf(shift.value());
}

Result<DayReport> ReportDesk::day(const Actor& actor, Date date)
{
    if (const auto permitted = require(actor, Operation::readReport); !permitted)
        return permitted.refusals();
    auto reports = std::vector<ShiftReport>{};
    for (const auto& number : zNumbers(m_parts.journal))
        if (m_parts.time.dateOf(number.at) == date)
            reports.push_back(
                reportOf(foldShift(m_parts.journal.eventsOf(subjectOfShift(number.shift)))));
    return dayReport(date, reports);
}

Result<IssuedReport> ReportDesk::printInterim(const Actor& actor, const std::string& clerk)
{
    const auto shift = openShiftFor(actor, clerk);
    if (!shift)
        return shift.refusals();
    auto paper = ReportPaper{};
    paper.id = m_parts.random.id();
    return release(actor, shift.value(), std::move(paper));
}

Result<IssuedReport>
ReportDesk::printClosed(const Actor& actor, std::int64_t number, const std::string& reason)
{
    const auto shift = closedShift(actor, number);
    if (!shift)
        return shift.refusals();
    if (std::ranges::any_of(shift.value().reports, isUnresolved))
        return Refusal{unresolvedPrint, "paper", {}};
    auto paper = ReportPaper{};
    paper.id = m_parts.random.id();
    paper.final = true;
    paper.copy = copiesMade(shift.value());
    if (paper.copy > 0) {
        const auto why = cashReason(reason, "reason");
        if (!why)
            return why.refusals();
        paper.reason = why.value();
    }
    return release(actor, shift.value(), std::move(paper));
}

Result<RenderedPaper> ReportDesk::printDay(const Actor& actor, Date date)
{
    const auto sum = day(actor, date);
    if (!sum)
        return sum.refusals();
    auto paper = m_printer.dayPaper(head(0, {}), sum.value());
    if (paper)
        m_output.put(paper.value().pdf, "day-" + isoDate(date));
    return paper;
}

void ReportDesk::note(EventKind kind,
                      const Actor& actor,
                      const Shift& shift,
                      const ReportPaper& paper)
{
    auto members = nlohmann::json{{"id", paper.id}};
    if (kind == EventKind::reportIntended)
        members.update({{"final", paper.final}, {"copy", paper.copy}, {"reason", paper.reason}});
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(kind, subjectOfShift(shift.id), actor, members));
    });
}

Result<IssuedReport> ReportDesk::release(const Actor& actor, const Shift& shift, ReportPaper paper)
{
    auto report = reportOf(shift);
    const auto rendered = m_printer.shiftPaper(head(paper.copy, paper.reason), report);
    if (!rendered)
        return rendered.refusals();
    note(EventKind::reportIntended, actor, shift, paper);
    try {
        m_output.put(rendered.value().pdf, titleOf(shift, paper));
    } catch (const ServiceFailure&) {
        note(EventKind::reportFailed, actor, shift, paper); // nothing left the machine
        throw;
    }
    note(EventKind::reportIssued, actor, shift, paper);
    const auto after = foldShift(m_parts.journal.eventsOf(subjectOfShift(shift.id)));
    return IssuedReport{std::move(report),
                        *std::ranges::find(after.reports, paper.id, &ReportPaper::id),
                        rendered.value().pdf};
}

Result<Done> ReportDesk::resolve(const Actor& actor, std::int64_t number, bool cameOut)
{
    const auto shift = closedShift(actor, number);
    if (!shift)
        return shift.refusals();
    const auto paper = std::ranges::find_if(shift.value().reports, isUnresolved);
    if (paper == shift.value().reports.end())
        return Refusal{alreadyDecided, "paper", {}};
    note(cameOut ? EventKind::reportIssued : EventKind::reportFailed, actor, shift.value(), *paper);
    return Done{};
}

} // namespace guitai
