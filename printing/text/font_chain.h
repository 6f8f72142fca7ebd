#pragma once

#include "printing/page.h"
#include "printing/text/font_face.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace guitai
{

/// Shaped glyphs of one face, in the order of the text.
struct ShapedPiece {
    const FontFace* face = nullptr;
    std::vector<Glyph> glyphs;
};

/// The faces of the papers. Every character goes to the first face that draws it: the role's own,
/// then Noto Sans CJK, HanaMin A and B, which together hold all 87,887 Han of GB 18030-2022 level
/// 3, then the text face. All roles draw the same characters.
class FontChain final : public TextMeasure
{
public:
    /// Throws ServiceFailure(printer) naming the missing face and its Debian package.
    FontChain();

    /// The first character that may not or cannot be drawn: private use (HanaMin draws unrelated
    /// glyphs there), controls, invisible marks, and what no face has. `text` must be UTF-8.
    std::optional<char32_t> firstMissing(std::string_view text) const;

    /// Both throw ServiceFailure(printer) for a character that no face draws.
    double width(std::string_view text, FontRole role, double size) const override;
    std::vector<ShapedPiece> shape(std::string_view text, FontRole role) const;

private:
    template <class Use>
    void itemise(std::string_view text, FontRole role, Use use) const;
    const FontFace* faceFor(char32_t point, FontRole role) const;
    const FontFace& lead(FontRole role) const;

    FontFace m_title, m_text, m_strong;
    FontFace m_sans, m_hanazonoA, m_hanazonoB;
};

} // namespace guitai
