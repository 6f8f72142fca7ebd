#pragma once

#include "printing/page.h"
#include "services/cases/notice_desk.h"
#include "services/payments/report_desk.h"

#include <string>
#include <vector>

namespace guitai
{

/// Places an X report (班次中间报表), a Z report (班次结账单) or the report of a day (现金收费日报)
/// on A4. All that a shift is answered for with stands on it; empty sections are left out.
std::vector<Page>
layOut(const ReportHead& head, const ShiftReport& report, const TextMeasure& measure);
std::vector<Page>
layOut(const ReportHead& head, const DayReport& report, const TextMeasure& measure);

/// The slip of what was brought into a drawer or taken out of it (钱箱现金收付单).
std::vector<Page>
layOut(const ReportHead& head, const DrawerSlip& slip, const TextMeasure& measure);

/// The sheet of a day's reconciliation (电子支付对账单) with what is to be done about each
/// difference.
std::vector<Page>
layOut(const ReportHead& head, const DayComparison& comparison, const TextMeasure& measure);

/// What a resident takes home whose case waits for a supervisor or was rejected.
std::vector<Page>
layOut(const ReportHead& head, const CaseNotice& notice, const TextMeasure& measure);

/// Texts that people typed and that stand on the paper as they are.
std::vector<std::string> typedTexts(const ShiftReport& report);
std::vector<std::string> typedTexts(const DayReport& report);
std::vector<std::string> typedTexts(const DrawerSlip& slip);
std::vector<std::string> typedTexts(const DayComparison& comparison);
std::vector<std::string> typedTexts(const CaseNotice& notice);

/// What a reader must find on the paper, as it is printed. Written apart from the layout, which it
/// checks.
std::vector<std::string> expectedValues(const ReportHead& head, const ShiftReport& report);
std::vector<std::string> expectedValues(const ReportHead& head, const DayReport& report);
std::vector<std::string> expectedValues(const ReportHead& head, const DrawerSlip& slip);
std::vector<std::string> expectedValues(const ReportHead& head, const DayComparison& comparison);
std::vector<std::string> expectedValues(const ReportHead& head, const CaseNotice& notice);

} // namespace guitai
