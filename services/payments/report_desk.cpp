#include "services/payments/report_desk.h"

#include "services/cases/case_events.h"
#include "services/failure.h"
#include "services/payments/cash_checks.h"
#include "services/payments/shift_ledger.h"
#include "services/payments/z_numbers.h"

#include <algorithm>
#include <stdexcept>

namespace guitai
{

namespace
{

using enum Refusal::Code;

/// What a paper is a copy of: the Z report, or the slip of this number.
bool isOfKind(const ReportPaper& known, const ReportPaper& wanted)
{
    return known.final == wanted.final && known.slip == wanted.slip;
}

/// Makes the original or the next copy: refuses while nobody knows what became of an earlier one,
/// and a copy without a reason.
Result<ReportPaper> nextPaper(const Shift& shift, ReportPaper paper, const std::string& reason)
{
    for (const auto& known : shift.reports) {
        if (!isOfKind(known, paper))
            continue;
        if (known.isUnresolved())
            return Refusal{unresolvedPrint, "paper", {}};
        paper.copy += known.state == "failed" ? 0 : 1;
    }
    if (paper.copy == 0)
        return paper;
    const auto why = cashReason(reason, "reason");
    if (!why)
        return why.refusals();
    paper.reason = why.value();
    return paper;
}

std::string titleOf(const Shift& shift, const ReportPaper& paper)
{
    if (paper.isInterim())
        return "interim-" + shift.id;
    const auto name = paper.slip > 0 ? "slip-" + shift.id + "-" + std::to_string(paper.slip)
                                     : "shift-" + std::to_string(shift.close->number);
    return paper.copy == 0 ? name : name + "-copy-" + std::to_string(paper.copy);
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
    return {.authority = m_texts.authority,
            .station = m_parts.identity.name,
            .window = m_parts.identity.window,
            .copy = copy,
            .reprintReason = reason,
            .printedAt = m_parts.time.dateMinuteText(m_parts.clock.now()),
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

Result<Shift> ReportDesk::shiftOf(const Actor& actor, const std::string& id)
{
    if (const auto permitted = require(actor, Operation::readReport); !permitted)
        return permitted.refusals();
    const auto events = m_parts.journal.eventsOf(subjectOfShift(id));
    if (events.empty())
        return Refusal{noSuchShift, "shift", {}};
    return foldShift(events);
}

std::string ReportDesk::displayedName(const std::string& userId)
{
    const auto user = m_parts.journal.user(userId);
    return user ? user->displayName : userId;
}

ListedShift ReportDesk::listed(const Shift& shift)
{
    auto line = ListedShift{.id = shift.id,
                            .clerk = shift.clerk,
                            .name = displayedName(shift.clerk),
                            .openedAt = shift.openedAt,
                            .number = 0,
                            .closedAt = {},
                            .difference = {},
                            .isCounted = shift.isCounted(),
                            .movements = shift.movements,
                            .papers = shift.reports};
    if (shift.close) {
        line.number = shift.close->number;
        line.closedAt = shift.close->at;
        line.difference = shift.close->difference;
    }
    return line;
}

Result<std::vector<ListedShift>> ReportDesk::list(const Actor& actor, int most)
{
    if (const auto permitted = require(actor, Operation::readReport); !permitted)
        return permitted.refusals();
    auto shifts = std::vector<ListedShift>{};
    for (const auto& row : m_parts.journal.shifts(most))
        shifts.push_back(listed(foldShift(m_parts.journal.eventsOf(subjectOfShift(row.id)))));
    return shifts;
}

Result<DrawerSlip> ReportDesk::slipOf(const Shift& shift, std::int64_t number)
{
    const auto movement = std::ranges::find(shift.movements, number, &DrawerMovement::slip);
    if (movement == shift.movements.end())
        return Refusal{noSuchShift, "slip", {}};
    auto slip = DrawerSlip{displayedName(shift.clerk), shift.openedAt, *movement};
    if (!slip.movement.second.empty())
        slip.movement.second = displayedName(slip.movement.second);
    return slip;
}

Result<IssuedReport> ReportDesk::printInterim(const Actor& actor, const std::string& clerk)
{
    const auto shift = openShiftFor(actor, clerk);
    if (!shift)
        return shift.refusals();
    auto paper = ReportPaper{};
    paper.id = m_parts.random.id();
    return releaseReport(actor, shift.value(), paper);
}

Result<IssuedReport>
ReportDesk::printClosed(const Actor& actor, std::int64_t number, const std::string& reason)
{
    const auto shift = closedShift(actor, number);
    if (!shift)
        return shift.refusals();
    auto wanted = ReportPaper{};
    wanted.id = m_parts.random.id();
    wanted.final = true;
    const auto paper = nextPaper(shift.value(), std::move(wanted), reason);
    if (!paper)
        return paper.refusals();
    return releaseReport(actor, shift.value(), paper.value());
}

Result<ReportPaper> ReportDesk::printSlip(const Actor& actor,
                                          const std::string& shift,
                                          std::int64_t slip,
                                          const std::string& reason)
{
    const auto found = shiftOf(actor, shift);
    if (!found)
        return found.refusals();
    const auto content = slipOf(found.value(), slip);
    if (!content)
        return content.refusals();
    auto wanted = ReportPaper{};
    wanted.id = m_parts.random.id();
    wanted.slip = slip;
    const auto paper = nextPaper(found.value(), std::move(wanted), reason);
    if (!paper)
        return paper.refusals();
    return release(
        actor,
        found.value(),
        paper.value(),
        m_printer.slipPaper(head(paper.value().copy, paper.value().reason), content.value()));
}

Result<RenderedPaper> ReportDesk::printDay(const Actor& actor, Date date)
{
    auto paper = render(actor, {.kind = PaperChoice::Kind::day, .date = date});
    if (paper)
        m_output.put(paper.value().pdf, "day-" + isoDate(date));
    return paper;
}

Result<Done>
ReportDesk::print(const Actor& actor, const PaperChoice& choice, const std::string& reason)
{
    const auto done = [](const auto& printed) -> Result<Done> {
        if (!printed)
            return printed.refusals();
        return Done{};
    };
    switch (choice.kind) {
    case PaperChoice::Kind::interim:
        return done(printInterim(actor, choice.clerk));
    case PaperChoice::Kind::closed:
        return done(printClosed(actor, choice.number, reason));
    case PaperChoice::Kind::day:
        return done(printDay(actor, choice.date));
    case PaperChoice::Kind::slip:
        return done(printSlip(actor, choice.shift, choice.number, reason));
    }
    throw std::logic_error("a paper of no kind");
}

Result<RenderedPaper> ReportDesk::comparisonPaper(const Actor& actor, DayComparison comparison)
{
    if (const auto permitted = require(actor, Operation::reconcile); !permitted)
        return permitted.refusals();
    for (auto& item : comparison.items)
        for (auto* person : {&item.owner, &item.approver})
            if (!person->empty())
                *person = displayedName(*person);
    return m_printer.comparisonPaper(head(0, {}), comparison);
}

Result<Done> ReportDesk::printComparison(const Actor& actor, const DayComparison& comparison)
{
    const auto paper = comparisonPaper(actor, comparison);
    if (!paper)
        return paper.refusals();
    m_output.put(paper.value().pdf,
                 "reconciliation-" + std::string{nameOf(comparison.channel)} + "-" +
                     isoDate(comparison.sheet.day));
    return Done{};
}

Result<RenderedPaper> ReportDesk::render(const Actor& actor, const PaperChoice& choice)
{
    switch (choice.kind) {
    case PaperChoice::Kind::interim: {
        const auto report = interim(actor, choice.clerk);
        return report ? m_printer.shiftPaper(head(0, {}), report.value()) : report.refusals();
    }
    case PaperChoice::Kind::closed: {
        const auto report = closed(actor, choice.number);
        return report ? m_printer.shiftPaper(head(0, {}), report.value()) : report.refusals();
    }
    case PaperChoice::Kind::day: {
        const auto report = day(actor, choice.date);
        return report ? m_printer.dayPaper(head(0, {}), report.value()) : report.refusals();
    }
    case PaperChoice::Kind::slip: {
        const auto shift = shiftOf(actor, choice.shift);
        if (!shift)
            return shift.refusals();
        const auto slip = slipOf(shift.value(), choice.number);
        return slip ? m_printer.slipPaper(head(0, {}), slip.value()) : slip.refusals();
    }
    }
    throw std::logic_error("a paper of no kind");
}

Result<std::vector<RgbImage>>
ReportDesk::preview(const Actor& actor, const PaperChoice& choice, double dotsPerInch)
{
    const auto paper = render(actor, choice);
    if (!paper)
        return paper.refusals();
    return m_printer.pictures(paper.value().pdf, dotsPerInch);
}

void ReportDesk::note(EventKind kind,
                      const Actor& actor,
                      const Shift& shift,
                      const ReportPaper& paper)
{
    auto members = nlohmann::json{{"id", paper.id}};
    if (kind == EventKind::reportIntended)
        members.update({{"final", paper.final}, {"copy", paper.copy}, {"reason", paper.reason}});
    if (kind == EventKind::reportIntended && paper.slip > 0)
        members["slip"] = paper.slip;
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(kind, subjectOfShift(shift.id), actor, members));
    });
}

Result<ReportPaper> ReportDesk::release(const Actor& actor,
                                        const Shift& shift,
                                        const ReportPaper& paper,
                                        const Result<RenderedPaper>& rendered)
{
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
    return *std::ranges::find(after.reports, paper.id, &ReportPaper::id);
}

Result<IssuedReport>
ReportDesk::releaseReport(const Actor& actor, const Shift& shift, const ReportPaper& paper)
{
    auto report = reportOf(shift);
    const auto rendered = m_printer.shiftPaper(head(paper.copy, paper.reason), report);
    const auto released = release(actor, shift, paper, rendered);
    if (!released)
        return released.refusals();
    return IssuedReport{std::move(report), released.value(), rendered.value().pdf};
}

Result<Done> ReportDesk::resolve(const Actor& actor,
                                 const std::string& shift,
                                 const std::string& paperId,
                                 bool cameOut)
{
    const auto found = shiftOf(actor, shift);
    if (!found)
        return found.refusals();
    const auto& papers = found.value().reports;
    const auto paper = std::ranges::find(papers, paperId, &ReportPaper::id);
    if (paper == papers.end() || !paper->isUnresolved())
        return Refusal{alreadyDecided, "paper", {}};
    note(cameOut ? EventKind::reportIssued : EventKind::reportFailed, actor, found.value(), *paper);
    return Done{};
}

} // namespace guitai
