#pragma once

#include "printing/page.h"
#include "printing/text/font_chain.h"
#include "printing/text/glyph_use.h"

#include <string>
#include <vector>

namespace guitai
{

/// A run with the glyphs that draw it.
struct SetRun {
    const TextRun* run = nullptr;
    std::vector<ShapedPiece> pieces;
};

/// The sheet's text, shaped, with the fonts cut to it.
struct SetPage {
    std::vector<SetRun> behind, runs;
    GlyphUse use;
};

SetPage setText(const Page& page, const FontChain& fonts);

/// Name of a font in the page's resources: "F0", "F0a" for its second encoding.
std::string fontResource(std::size_t font, std::size_t encoding);

/// The operators that draw the page (ISO 32000-1, annex A), in points from the lower left corner.
std::string contentStream(const Page& page, const SetPage& text);

} // namespace guitai
