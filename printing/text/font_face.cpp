#include "printing/text/font_face.h"

#include "services/failure.h"
#include "services/utf8.h"

#include <hb-subset.h>
#include <hb.h>

#include <array>
#include <limits>

namespace guitai
{

namespace
{

struct SubsetRelease {
    void operator()(hb_subset_input_t* object) const { hb_subset_input_destroy(object); }
    void operator()(hb_subset_plan_t* object) const { hb_subset_plan_destroy(object); }
};
template <class T>
using Subset = std::unique_ptr<T, SubsetRelease>;

constexpr auto compactOutlines = HB_TAG('C', 'F', 'F', ' ');

[[noreturn]] void refuseFace(const std::string& name, const char* step)
{
    throw ServiceFailure(ServiceFailure::Kind::printer, "font " + name + ": " + step);
}

/// A face of the outline and metric tables only. Subsetting a whole CJK face by glyph walks its
/// character map and layout tables first (1.7 to 5.6 ms a call); without them it takes 0.02 to
/// 0.3 ms, with nothing prepared and no memory of its own: the tables stay in the mapped file.
HarfBuzz<hb_face_t> outlinesOf(hb_face_t* face)
{
    constexpr auto tags = std::array<hb_tag_t, 7>{HB_TAG('h', 'e', 'a', 'd'),
                                                  HB_TAG('h', 'h', 'e', 'a'),
                                                  HB_TAG('h', 'm', 't', 'x'),
                                                  HB_TAG('m', 'a', 'x', 'p'),
                                                  HB_TAG('g', 'l', 'y', 'f'),
                                                  HB_TAG('l', 'o', 'c', 'a'),
                                                  compactOutlines};
    auto outlines = HarfBuzz<hb_face_t>{hb_face_builder_create()};
    for (const auto tag : tags) {
        const auto table = HarfBuzz<hb_blob_t>{hb_face_reference_table(face, tag)};
        if (hb_blob_get_length(table.get()) > 0)
            hb_face_builder_add_table(outlines.get(), tag, table.get());
    }
    return outlines;
}

struct Cut {
    HarfBuzz<hb_face_t> face;
    std::map<GlyphId, GlyphId> glyphs; ///< old -> new
};

Cut cut(hb_face_t* outlines, const std::set<GlyphId>& glyphs, const std::string& name)
{
    const auto input = Subset<hb_subset_input_t>{hb_subset_input_create_or_fail()};
    if (!input)
        refuseFace(name, "no memory for a subset");
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    for (const auto glyph : glyphs)
        hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
    const auto plan =
        Subset<hb_subset_plan_t>{hb_subset_plan_create_or_fail(outlines, input.get())};
    if (!plan)
        refuseFace(name, "no plan for a subset");
    auto result = Cut{};
    result.face.reset(hb_subset_plan_execute_or_fail(plan.get()));
    if (!result.face)
        refuseFace(name, "no subset");
    const auto* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const auto glyph : glyphs)
        result.glyphs[glyph] = hb_map_get(mapping, glyph);
    return result;
}

Bytes bytesOfBlob(hb_blob_t* blob)
{
    auto length = 0U;
    const auto* data = hb_blob_get_data(blob, &length);
    const auto view = bytesOf({data, length});
    return {view.begin(), view.end()};
}

FaceMetrics metricsOf(hb_font_t* font, int unitsPerEm)
{
    const auto inThousandths = [&](int units) { return units * 1000 / unitsPerEm; };
    auto extents = hb_font_extents_t{};
    hb_font_get_h_extents(font, &extents);
    return {inThousandths(extents.ascender),
            inThousandths(extents.descender),
            -1000,
            inThousandths(extents.descender),
            3000,
            inThousandths(extents.ascender)};
}

} // namespace

void HarfBuzzRelease::operator()(hb_blob_t* object) const
{
    hb_blob_destroy(object);
}

void HarfBuzzRelease::operator()(hb_buffer_t* object) const
{
    hb_buffer_destroy(object);
}

void HarfBuzzRelease::operator()(hb_face_t* object) const
{
    hb_face_destroy(object);
}

void HarfBuzzRelease::operator()(hb_font_t* object) const
{
    hb_font_destroy(object);
}

FontFace::FontFace(const FaceName& name, std::string_view common) : m_name(name.postScriptName)
{
    const auto file = findFontFile(name);
    const auto blob = HarfBuzz<hb_blob_t>{hb_blob_create_from_file_or_fail(file.path.c_str())};
    if (!blob)
        refuseFace(m_name, "file cannot be read");
    m_face.reset(hb_face_create(blob.get(), file.index));
    if (hb_face_get_glyph_count(m_face.get()) == 0)
        refuseFace(m_name, "file holds no glyphs");
    hb_face_make_immutable(m_face.get());
    m_unitsPerEm = static_cast<int>(hb_face_get_upem(m_face.get()));
    m_font.reset(hb_font_create(m_face.get()));
    hb_font_make_immutable(m_font.get());
    m_outlines = outlinesOf(m_face.get());
    const auto compact =
        HarfBuzz<hb_blob_t>{hb_face_reference_table(m_face.get(), compactOutlines)};
    m_compact = hb_blob_get_length(compact.get()) > 0;
    m_metrics = metricsOf(m_font.get(), m_unitsPerEm);
    if (!common.empty())
        cutCommon(common);
}

void FontFace::cutCommon(std::string_view common)
{
    auto glyphs = std::set<GlyphId>{};
    for (const auto& glyph : shape(common))
        glyphs.insert(glyph.id);
    auto result = cut(m_outlines.get(), glyphs, m_name);
    // The subset is a face under construction; a face of its bytes can be cut again.
    const auto bytes = HarfBuzz<hb_blob_t>{hb_face_reference_blob(result.face.get())};
    m_common.reset(hb_face_create(bytes.get(), 0));
    m_commonGlyphs = std::move(result.glyphs);
}

bool FontFace::draws(char32_t point) const
{
    auto glyph = GlyphId{0};
    return hb_font_get_nominal_glyph(m_font.get(), point, &glyph) != 0 && glyph != 0;
}

int FontFace::advanceOf(char32_t point) const
{
    auto glyph = GlyphId{0};
    if (!hb_font_get_nominal_glyph(m_font.get(), point, &glyph))
        return 0;
    return advanceOfGlyph(glyph);
}

int FontFace::advanceOfGlyph(GlyphId glyph) const
{
    return hb_font_get_glyph_h_advance(m_font.get(), glyph);
}

std::vector<Glyph> FontFace::shape(std::string_view text) const
{
    // Layout measures character by character, so pairs are neither kerned nor joined.
    constexpr auto off = [](hb_tag_t tag) {
        return hb_feature_t{tag, 0, 0, std::numeric_limits<unsigned>::max()};
    };
    constexpr auto features = std::array<hb_feature_t, 4>{off(HB_TAG('k', 'e', 'r', 'n')),
                                                          off(HB_TAG('l', 'i', 'g', 'a')),
                                                          off(HB_TAG('c', 'l', 'i', 'g')),
                                                          off(HB_TAG('c', 'a', 'l', 't'))};
    static const auto language = hb_language_from_string("zh-Hans", -1);
    const auto length = static_cast<int>(text.size());
    const auto buffer = HarfBuzz<hb_buffer_t>{hb_buffer_create()};
    hb_buffer_add_utf8(buffer.get(), text.data(), length, 0, length);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
    hb_buffer_set_language(buffer.get(), language);
    hb_shape(m_font.get(), buffer.get(), features.data(), features.size());

    auto count = 0U;
    const auto* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const auto* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
    auto glyphs = std::vector<Glyph>(count);
    for (auto i = 0U; i < count; ++i) {
        const auto begin = infos[i].cluster;
        const auto end = i + 1 < count ? infos[i + 1].cluster : static_cast<unsigned>(length);
        // Of several glyphs for one cluster the last sees where the cluster ends.
        glyphs[i] = {infos[i].codepoint,
                     places[i].x_advance,
                     places[i].x_offset,
                     places[i].y_offset,
                     std::string{text.substr(begin, end - begin)}};
    }
    return glyphs;
}

FontProgram FontFace::subset(const std::set<GlyphId>& glyphs) const
{
    auto inCommon = std::set<GlyphId>{};
    for (const auto glyph : glyphs)
        if (const auto found = m_commonGlyphs.find(glyph); found != m_commonGlyphs.end())
            inCommon.insert(found->second);
    const auto fromCommon = m_common && inCommon.size() == glyphs.size();
    const auto result =
        fromCommon ? cut(m_common.get(), inCommon, m_name) : cut(m_outlines.get(), glyphs, m_name);

    auto program = FontProgram{};
    program.compact = m_compact;
    for (const auto glyph : glyphs) {
        const auto source = fromCommon ? m_commonGlyphs.at(glyph) : glyph;
        // A CID-keyed CFF font keeps its character identifiers, which in these faces are the glyph
        // numbers of the whole face; a TrueType subset is called by its own glyph numbers.
        program.identifiers[glyph] = m_compact ? glyph : result.glyphs.at(source);
    }
    const auto blob =
        HarfBuzz<hb_blob_t>{m_compact ? hb_face_reference_table(result.face.get(), compactOutlines)
                                      : hb_face_reference_blob(result.face.get())};
    program.bytes = bytesOfBlob(blob.get());
    return program;
}

} // namespace guitai
