#pragma once

#include "services/cases/notice_desk.h"
#include "services/payments/report_desk.h"

#include <vector>

namespace guitai
{

/// Keeps what it is asked to print instead of drawing it.
class PlainReports final : public ReportPrinter
{
public:
    Result<RenderedPaper> shiftPaper(const ReportHead& head, const ShiftReport& report) override
    {
        heads.push_back(head);
        shifts.push_back(report);
        return RenderedPaper{Bytes(1)};
    }
    Result<RenderedPaper> dayPaper(const ReportHead& head, const DayReport& report) override
    {
        heads.push_back(head);
        days.push_back(report);
        return RenderedPaper{Bytes(1)};
    }
    Result<RenderedPaper> slipPaper(const ReportHead& head, const DrawerSlip& slip) override
    {
        heads.push_back(head);
        slips.push_back(slip);
        return RenderedPaper{Bytes(1)};
    }
    Result<RenderedPaper> comparisonPaper(const ReportHead& head,
                                          const DayComparison& comparison) override
    {
        heads.push_back(head);
        comparisons.push_back(comparison);
        return RenderedPaper{Bytes(1)};
    }
    Result<RenderedPaper> noticePaper(const ReportHead& head, const CaseNotice& notice) override
    {
        heads.push_back(head);
        notices.push_back(notice);
        return RenderedPaper{Bytes(1)};
    }
    std::vector<RgbImage> pictures(const Bytes&, double) override { return {{1, 1, Bytes(3)}}; }

    std::vector<ReportHead> heads;
    std::vector<ShiftReport> shifts;
    std::vector<DayReport> days;
    std::vector<DrawerSlip> slips;
    std::vector<DayComparison> comparisons;
    std::vector<CaseNotice> notices;
};

} // namespace guitai
