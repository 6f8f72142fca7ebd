#include "printing/text/glyph_use.h"

#include <doctest/doctest.h>

namespace guitai::glyph_use_test
{

TEST_CASE("toUnicodeMap")
{
    SUBCASE("characters above U+FFFF are surrogate pairs")
    {
        const auto map = toUnicodeMap({{7, "\U0002CEB3"}});
        CHECK(map.find("<0007><0007>[<D873DEB3>]") != std::string::npos);
    }
    SUBCASE("neighbours share a range, and a range ends with its last byte")
    {
        const auto map = toUnicodeMap({{0xFE, "甲"}, {0xFF, "乙"}, {0x100, "丙"}, {0x200, "丁"}});
        CHECK(map.find("3 beginbfrange\n<00FE><00FF>[<7532><4E59>]\n<0100><0100>[<4E19>]\n"
                       "<0200><0200>[<4E01>]\nendbfrange") != std::string::npos);
    }
    SUBCASE("a block holds at most a hundred ranges")
    {
        auto encoding = Encoding{};
        for (auto code = 1U; code < 300; code += 2)
            encoding[code] = "甲";
        const auto map = toUnicodeMap(encoding);
        CHECK(map.find("100 beginbfrange") != std::string::npos);
        CHECK(map.find("\n50 beginbfrange") != std::string::npos);
    }
}

TEST_CASE("GlyphUse")
{
    const auto fonts = FontChain{};
    SUBCASE("two characters of one glyph get two encodings over one program")
    {
        // Noto Sans CJK draws 一 and the radical ⼀ (U+2F00) with the same glyph.
        const auto pieces = fonts.shape("一⼀", FontRole::strong);
        REQUIRE(pieces.front().glyphs.size() == 2);
        REQUIRE(pieces.front().glyphs[0].id == pieces.front().glyphs[1].id);
        auto use = GlyphUse{};
        use.add(pieces);
        use.embed();
        REQUIRE(use.fonts().size() == 1);
        CHECK(use.fonts().front().encodings.size() == 2);
        const auto& glyphs = pieces.front().glyphs;
        CHECK_FALSE(use.call(*pieces.front().face, glyphs[0])
                        .sameFont(use.call(*pieces.front().face, glyphs[1])));
    }
    SUBCASE("the tag of a subset depends on its glyphs only")
    {
        const auto tag = [&](std::string_view text) {
            auto use = GlyphUse{};
            use.add(fonts.shape(text, FontRole::text));
            use.embed();
            return subsetTag(use.fonts().front());
        };
        CHECK(tag("居民") == tag("民居"));
        CHECK(tag("居民") != tag("居住"));
        CHECK(tag("居民").size() == 7);
    }
}

} // namespace guitai::glyph_use_test
