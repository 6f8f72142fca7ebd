#pragma once

#include "services/payments/report_desk.h"
#include "tests/services/cases/case_office.h"
#include "tests/support/plain_reports.h"

namespace guitai
{

/// An office whose reports are kept instead of drawn.
class ReportOffice : public CaseOffice
{
public:
    ReportOffice() : CaseOffice(TestWindow::exampleIdentity()) {}

    ReportDesk reports()
    {
        return {{journal(),
                 exampleRules(),
                 printer,
                 window.clock,
                 window.random,
                 window.identity(),
                 {}},
                reportPrinter,
                output,
                {}};
    }
    /// Counts what should be there and closes.
    Shift closeEven(const Actor& owner)
    {
        const auto expected = cash().openShiftOf(owner)->expected();
        (void)cash().countDrawer(owner, {{100, expected.inFen() / 100}}).value();
        return cash().closeShift(owner).value();
    }

    PlainReports reportPrinter;
};

} // namespace guitai
