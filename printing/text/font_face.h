#pragma once

#include "printing/text/font_files.h"
#include "services/bytes.h"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

struct hb_blob_t;
struct hb_buffer_t;
struct hb_face_t;
struct hb_font_t;

namespace guitai
{

/// Number of a glyph in its face.
using GlyphId = std::uint32_t;

struct HarfBuzzRelease {
    void operator()(hb_blob_t* object) const;
    void operator()(hb_buffer_t* object) const;
    void operator()(hb_face_t* object) const;
    void operator()(hb_font_t* object) const;
};
template <class T>
using HarfBuzz = std::unique_ptr<T, HarfBuzzRelease>;

/// A glyph of a shaped text, in the face's own units.
struct Glyph {
    GlyphId id = 0;
    int advance = 0;
    int xOffset = 0;
    int yOffset = 0;
    std::string text; ///< the characters it stands for; empty when the glyph before carries them
};

/// A subset ready to be embedded in a PDF.
struct FontProgram {
    bool compact = false; ///< CFF (FontFile3) rather than TrueType (FontFile2)
    Bytes bytes;
    /// Glyph of the face -> character identifier by which a PDF calls it.
    std::map<GlyphId, unsigned> identifiers;
};

/// Outline box and lines in thousandths of the em, for the font's descriptor.
struct FaceMetrics {
    int ascent = 0;
    int descent = 0;
    int left = 0, bottom = 0, right = 0, top = 0;
};

/// One face of a font file, immutable once made and so usable from several threads.
class FontFace
{
public:
    /// `common` is text of the paper's own that nearly every sheet shows: it is cut out of a large
    /// face once, so that a sheet does not search 65,535 glyphs again.
    FontFace(const FaceName& name, std::string_view common);

    const std::string& name() const { return m_name; }
    bool draws(char32_t point) const;
    int unitsPerEm() const { return m_unitsPerEm; }
    /// Advance of a character of its own, in the face's units.
    int advanceOf(char32_t point) const;
    int advanceOfGlyph(GlyphId glyph) const;
    std::vector<Glyph> shape(std::string_view text) const;
    FontProgram subset(const std::set<GlyphId>& glyphs) const;
    const FaceMetrics& metrics() const { return m_metrics; }

private:
    void cutCommon(std::string_view common);

    std::string m_name;
    HarfBuzz<hb_face_t> m_face;
    HarfBuzz<hb_font_t> m_font;
    HarfBuzz<hb_face_t> m_outlines;            ///< the tables that a PDF needs, no others
    HarfBuzz<hb_face_t> m_common;              ///< subset of m_outlines, may be null
    std::map<GlyphId, GlyphId> m_commonGlyphs; ///< face's glyph -> glyph of m_common
    bool m_compact = false;
    int m_unitsPerEm = 0;
    FaceMetrics m_metrics;
};

} // namespace guitai
