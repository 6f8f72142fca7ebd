#pragma once

#include "services/cases/case_desk.h"
#include "services/cases/voucher.h"
#include "services/payments/reconciliation_desk.h"
#include "services/payments/shift_report.h"
#include "services/result.h"

#include <optional>
#include <string>
#include <vector>

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

struct CaseNotice;

/// Prints reports; implemented in printing. Each call lays out, writes and reads back the sheets:
/// throws ServiceFailure(printer) when the read-back differs, refuses `notDrawable`.
class ReportPrinter
{
public:
    virtual ~ReportPrinter() = default;
    virtual Result<RenderedPaper> shiftPaper(const ReportHead& head, const ShiftReport& report) = 0;
    virtual Result<RenderedPaper> dayPaper(const ReportHead& head, const DayReport& report) = 0;
    virtual Result<RenderedPaper> slipPaper(const ReportHead& head, const DrawerSlip& slip) = 0;
    virtual Result<RenderedPaper> comparisonPaper(const ReportHead& head,
                                                  const DayComparison& comparison) = 0;
    virtual Result<RenderedPaper> noticePaper(const ReportHead& head, const CaseNotice& notice) = 0;
    /// Every page of such a paper as a picture.
    virtual std::vector<RgbImage> pictures(const Bytes& pdf, double dotsPerInch) = 0;
};

/// Which paper is meant.
struct PaperChoice {
    enum class Kind { interim, closed, day, slip };

    Kind kind{};
    std::string clerk = {};  ///< interim: user id of the open shift's clerk
    std::string shift = {};  ///< slip: id of its shift
    std::int64_t number = 0; ///< closed: of the Z report; slip: within the shift
    Date date = {};          ///< day

    bool operator==(const PaperChoice&) const = default;
};

/// A shift as a list of papers shows it. What the drawer ought to hold is not in it.
struct ListedShift {
    std::string id;
    std::string clerk; ///< user id
    std::string name;  ///< displayed
    Instant openedAt{};
    std::int64_t number = 0; ///< of the Z report; 0: the shift is open
    Instant closedAt{};
    Money difference; ///< of a closed shift
    bool isCounted = false;
    std::vector<DrawerMovement> movements;
    std::vector<ReportPaper> papers;

    bool isOpen() const { return number == 0; }
    bool operator==(const ListedShift&) const = default;
};

struct IssuedReport {
    ShiftReport report;
    ReportPaper paper;
    Bytes pdf;
};

/// Papers of the window's drawers: X and Z reports, the day's sum, slips of movements. Whatever is
/// printed of a shift is journaled as intended before it leaves and with its outcome after, as
/// vouchers are.
class ReportDesk
{
public:
    ReportDesk(CaseDesk::Parts parts,
               ReportPrinter& printer,
               PaperOutput& output,
               StationTexts texts);

    /// The newest shifts of the window, newest first.
    Result<std::vector<ListedShift>> list(const Actor& actor, int most);

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
    /// The slip of a movement; reprints as those of a Z.
    Result<ReportPaper> printSlip(const Actor& actor,
                                  const std::string& shift,
                                  std::int64_t slip,
                                  const std::string& reason = {});
    Result<RenderedPaper> printDay(const Actor& actor, Date date);
    Result<Done> print(const Actor& actor, const PaperChoice& choice, const std::string& reason);
    /// The sheet of a reconciliation; who did what stands there by the displayed name.
    Result<RenderedPaper> comparisonPaper(const Actor& actor, DayComparison comparison);
    Result<Done> printComparison(const Actor& actor, const DayComparison& comparison);
    /// The pages as they would be printed; journals nothing. Allowed as the paper itself is.
    Result<std::vector<RgbImage>>
    preview(const Actor& actor, const PaperChoice& choice, double dotsPerInch);
    /// Answer to "did it come out?" after a stop between intent and outcome: a report X or Z or a
    /// slip.
    Result<Done>
    resolve(const Actor& actor, const std::string& shift, const std::string& paperId, bool cameOut);

    std::string outputName() const { return m_output.name(); }

private:
    Result<Shift> openShiftFor(const Actor& actor, const std::string& clerk);
    Result<Shift> closedShift(const Actor& actor, std::int64_t number);
    Result<Shift> shiftOf(const Actor& actor, const std::string& id);
    Result<DrawerSlip> slipOf(const Shift& shift, std::int64_t number);
    Result<RenderedPaper> render(const Actor& actor, const PaperChoice& choice);
    ListedShift listed(const Shift& shift);
    std::string displayedName(const std::string& userId);
    ShiftReport reportOf(const Shift& shift);
    ReportHead head(int copy, const std::string& reason) const;
    Result<IssuedReport>
    releaseReport(const Actor& actor, const Shift& shift, const ReportPaper& paper);
    Result<ReportPaper> release(const Actor& actor,
                                const Shift& shift,
                                const ReportPaper& paper,
                                const Result<RenderedPaper>& rendered);
    void note(EventKind kind, const Actor& actor, const Shift& shift, const ReportPaper& paper);

    CaseDesk::Parts m_parts;
    ReportPrinter& m_printer;
    PaperOutput& m_output;
    StationTexts m_texts;
};

} // namespace guitai
