#pragma once

#include "printing/page.h"
#include "services/bytes.h"
#include "services/cases/voucher.h"

#include <span>
#include <string>
#include <vector>

namespace guitai
{

/// Opens the finished PDF with other libraries than those that wrote it and compares what a reader
/// and a scanner would find with the voucher: every word of the page and every value of the voucher
/// in the text (Poppler), every code on the rendered sheet (ZBar), ink in the place of every
/// character. Throws ServiceFailure(printer), saying what differs but not the values.
void readBack(const Bytes& pdf,
              const Page& page,
              const Voucher& voucher,
              const TextMeasure& measure);

/// The same for a paper without codes, on any number of pages. `values` must stand in its text.
void readBack(const Bytes& pdf,
              std::span<const Page> pages,
              std::span<const std::string> values,
              const TextMeasure& measure);

/// The first page as a picture. Throws ServiceFailure(printer) when it cannot be drawn.
RgbImage renderPdf(const Bytes& pdf, double dotsPerInch);
/// Every page.
std::vector<RgbImage> renderPages(const Bytes& pdf, double dotsPerInch);

} // namespace guitai
