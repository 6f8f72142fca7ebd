#include "printing/text/glyph_use.h"

#include "services/utf8.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace guitai
{

namespace
{

void appendHex(std::string& text, unsigned value)
{
    constexpr auto digits = std::string_view{"0123456789ABCDEF"};
    for (auto shift = 12; shift >= 0; shift -= 4)
        text += digits[(value >> shift) & 0xFU];
}

void appendUtf16(std::string& text, std::string_view utf8)
{
    const auto points = decodeUtf8(utf8);
    if (!points)
        throw std::logic_error("a glyph stands for text that is not UTF-8");
    for (const auto point : *points) {
        if (point < 0x10000) {
            appendHex(text, point);
        } else {
            appendHex(text, 0xD800U + ((point - 0x10000U) >> 10U));
            appendHex(text, 0xDC00U + ((point - 0x10000U) & 0x3FFU));
        }
    }
}

} // namespace

void GlyphUse::add(const std::vector<ShapedPiece>& pieces)
{
    for (const auto& piece : pieces) {
        auto use = std::ranges::find(m_uses, piece.face, &decltype(m_uses)::value_type::first);
        if (use == m_uses.end())
            use = m_uses.insert(m_uses.end(), {piece.face, Use{}});
        for (const auto& glyph : piece.glyphs) {
            use->second.glyphs.insert(glyph.id);
            auto& texts = use->second.texts[glyph.id];
            if (std::ranges::find(texts, glyph.text) == texts.end())
                texts.push_back(glyph.text);
        }
    }
}

void GlyphUse::embed()
{
    for (auto& [face, use] : m_uses) {
        use.font = m_fonts.size();
        auto font = EmbeddedFont{face, face->subset(use.glyphs), {}};
        for (const auto& [glyph, texts] : use.texts) {
            if (font.encodings.size() < texts.size())
                font.encodings.resize(texts.size());
            for (std::size_t i = 0; i < texts.size(); ++i)
                font.encodings[i][font.program.identifiers.at(glyph)] = texts[i];
        }
        m_fonts.push_back(std::move(font));
    }
}

GlyphCall GlyphUse::call(const FontFace& face, const Glyph& glyph) const
{
    const auto use = std::ranges::find(m_uses, &face, &decltype(m_uses)::value_type::first);
    const auto& texts = use->second.texts.at(glyph.id);
    const auto encoding = std::ranges::find(texts, glyph.text) - texts.begin();
    const auto& font = m_fonts[use->second.font];
    return {use->second.font,
            static_cast<std::size_t>(encoding),
            font.program.identifiers.at(glyph.id)};
}

std::string toUnicodeMap(const Encoding& encoding)
{
    constexpr auto longestBlock = std::size_t{100}; // a limit of the CMap format
    auto ranges = std::vector<std::string>{};
    auto next = unsigned{0};
    for (const auto& [code, text] : encoding) {
        // A range counts in the last byte only.
        if (ranges.empty() || code != next || code % 256 == 0) {
            auto end = code;
            while (end % 256 != 255 && encoding.contains(end + 1))
                ++end;
            auto& range = ranges.emplace_back("<");
            appendHex(range, code);
            range += "><";
            appendHex(range, end);
            range += ">[";
        }
        ranges.back() += '<';
        appendUtf16(ranges.back(), text);
        ranges.back() += '>';
        next = code + 1;
    }
    auto map = std::string{"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                           "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
                           "1 begincodespacerange <0000><FFFF> endcodespacerange\n"};
    for (std::size_t first = 0; first < ranges.size(); first += longestBlock) {
        const auto count = std::min(longestBlock, ranges.size() - first);
        map += std::to_string(count) + " beginbfrange\n";
        for (std::size_t i = first; i < first + count; ++i)
            map += ranges[i] + "]\n";
        map += "endbfrange\n";
    }
    return map + "endcmap CMapName currentdict /CMap defineresource pop end end\n";
}

std::string subsetTag(const EmbeddedFont& font)
{
    auto hash = std::uint64_t{14695981039346656037U}; // FNV-1a
    for (const auto& [glyph, identifier] : font.program.identifiers)
        hash = (hash ^ glyph) * 1099511628211U;
    auto tag = std::string{};
    for (auto i = 0; i < 6; ++i, hash /= 26)
        tag += static_cast<char>('A' + static_cast<int>(hash % 26));
    return tag + '+';
}

} // namespace guitai
