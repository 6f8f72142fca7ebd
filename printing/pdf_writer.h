#pragma once

#include "printing/page.h"
#include "printing/text/font_chain.h"
#include "services/bytes.h"

namespace guitai
{

/// The page as a PDF with its fonts embedded as subsets. The same page gives the same bytes.
/// Throws ServiceFailure(printer) for a character that no face draws.
Bytes writePdf(const Page& page, const FontChain& fonts);

} // namespace guitai
