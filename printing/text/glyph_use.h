#pragma once

#include "printing/text/font_chain.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace guitai
{

/// Codes of one PDF font -> the text each stands for.
using Encoding = std::map<unsigned, std::string>;

/// A face cut down to one sheet.
struct EmbeddedFont {
    const FontFace* face = nullptr;
    FontProgram program;
    /// One for nearly every sheet. A face may draw two characters with one glyph (一 and ⼀); the
    /// second becomes a further PDF font over the same program, so that text reads back exactly.
    std::vector<Encoding> encodings;
};

/// How a glyph is called on the page.
struct GlyphCall {
    std::size_t font = 0;
    std::size_t encoding = 0;
    unsigned code = 0;

    bool sameFont(const GlyphCall& other) const
    {
        return font == other.font && encoding == other.encoding;
    }
};

/// Gathers the glyphs of a sheet, then cuts the faces.
class GlyphUse
{
public:
    void add(const std::vector<ShapedPiece>& pieces);
    /// Once, after the last `add`.
    void embed();

    const std::vector<EmbeddedFont>& fonts() const { return m_fonts; }
    GlyphCall call(const FontFace& face, const Glyph& glyph) const;

private:
    struct Use {
        std::set<GlyphId> glyphs;
        /// Glyph -> texts, the position being the encoding.
        std::map<GlyphId, std::vector<std::string>> texts;
        std::size_t font = 0;
    };
    std::vector<std::pair<const FontFace*, Use>> m_uses; ///< in the order of their first glyph
    std::vector<EmbeddedFont> m_fonts;
};

/// The ToUnicode map of a PDF font (ISO 32000-1, 9.10.3), characters above U+FFFF as pairs.
std::string toUnicodeMap(const Encoding& encoding);

/// "KJHGFD+": six letters that depend on the glyphs only (ISO 32000-1, 9.6.4).
std::string subsetTag(const EmbeddedFont& font);

} // namespace guitai
