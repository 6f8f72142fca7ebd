#pragma once

#include "services/cases/case_desk.h"
#include "services/cases/voucher.h"
#include "services/payments/reconciliation_desk.h"
#include "services/payments/shift_report.h"
#include "services/result.h"

#include <optional>
#include <string>

namespace guitai
{

/// What stands on a report besides its figures.
struct ReportHead {
    std::string authority; ///< empty: not printed
    std::string station;
    std::string window;
    int copy = 0; ///< 0: original; n: n-th reprint, marked 补打
    std::string reprintReason = {};
    std::string printedAt = {}; ///< station time, "2026-11-22 17:42"
    StationTime time = {};
    bool training = false; ///< 样张 across the page
};

/// Prints reports; implemented in printing. Each call lays out, writes and reads back the sheets:
/// throws ServiceFailure(printer) when the read-back differs, refuses `notDrawable`.
class ReportPrinter
{
public:
    virtual ~ReportPrinter() = default;
    virtual Result<RenderedPaper> shiftPaper(const ReportHead& head, const ShiftReport& report) = 0;
    virtual Result<RenderedPaper> dayPaper(const ReportHead& head, const DayReport& report) = 0;
    virtual Result<RenderedPaper> comparisonPaper(const ReportHead& head,
                                                  const DayComparison& comparison) = 0;
};

struct IssuedReport {
    ShiftReport report;
    ReportPaper paper;
    Bytes pdf;
};

/// X and Z reports of the window's drawers. Whatever is printed is journaled as intended before it
/// leaves and with its outcome after, as vouchers are.
class ReportDesk
{
public:
    ReportDesk(CaseDesk::Parts parts,
               ReportPrinter& printer,
               PaperOutput& output,
               StationTexts texts);

    /// X: the open drawer of `clerk` as it stands. Before the count it tells what the count should
    /// find, so it is for a supervisor who is another person than the clerk.
    Result<ShiftReport> interim(const Actor& actor, const std::string& clerk);
    /// Z: the closed shift of this number, the same for ever.
    Result<ShiftReport> closed(const Actor& actor, std::int64_t number);
    /// The Z reports of the station's day in one.
    Result<DayReport> day(const Actor& actor, Date date);

    Result<IssuedReport> printInterim(const Actor& actor, const std::string& clerk);
    /// The original first, then counted reprints, marked 补打, with a reason.
    Result<IssuedReport>
    printClosed(const Actor& actor, std::int64_t number, const std::string& reason = {});
    Result<RenderedPaper> printDay(const Actor& actor, Date date);
    /// Answer to "did the report come out?" after a stop between intent and outcome.
    Result<Done> resolve(const Actor& actor, std::int64_t number, bool cameOut);

private:
    Result<Shift> openShiftFor(const Actor& actor, const std::string& clerk);
    Result<Shift> closedShift(const Actor& actor, std::int64_t number);
    ShiftReport reportOf(const Shift& shift);
    ReportHead head(int copy, const std::string& reason) const;
    Result<IssuedReport> release(const Actor& actor, const Shift& shift, ReportPaper paper);
    void note(EventKind kind, const Actor& actor, const Shift& shift, const ReportPaper& paper);

    CaseDesk::Parts m_parts;
    ReportPrinter& m_printer;
    PaperOutput& m_output;
    StationTexts m_texts;
};

} // namespace guitai
