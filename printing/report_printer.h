#pragma once

#include "services/payments/report_desk.h"

#include <memory>

namespace guitai
{

/// The printer of reports. Finds its fonts at once: throws ServiceFailure(printer) naming the
/// Debian package of one that is missing. May be used from several threads.
std::unique_ptr<ReportPrinter> makeReportPrinter();

} // namespace guitai
