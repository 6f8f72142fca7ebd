#pragma once

#include "printing/page.h"
#include "printing/text/font_chain.h"
#include "services/bytes.h"

#include <span>

namespace guitai
{

/// The page as a PDF with its fonts embedded as subsets. The same page gives the same bytes.
/// Throws ServiceFailure(printer) for a character that no face draws.
Bytes writePdf(const Page& page, const FontChain& fonts);
/// The same for a paper of several pages; at least one.
Bytes writePdf(std::span<const Page> pages, const FontChain& fonts);

} // namespace guitai
