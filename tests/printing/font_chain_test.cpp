#include "printing/text/font_chain.h"

#include "printing/text/font_files.h"
#include "services/failure.h"
#include "services/utf8.h"

#include <doctest/doctest.h>

#include <set>

namespace guitai::font_chain_test
{

namespace
{

const FontChain& fonts()
{
    static const auto chain = FontChain{};
    return chain;
}

std::string faceOf(char32_t point, FontRole role = FontRole::text)
{
    return fonts().shape(encodeUtf8(point), role).front().face->name();
}

constexpr auto roles = {FontRole::title, FontRole::text, FontRole::strong};

} // namespace

TEST_CASE("findFontFile")
{
    SUBCASE("a face that is not installed is named with its package, not replaced")
    {
        try {
            findFontFile({"NoSuchFace-Regular", "fonts-no-such"});
            FAIL("a missing face was replaced");
        } catch (const ServiceFailure& failure) {
            CHECK(failure.kind() == ServiceFailure::Kind::printer);
            CHECK(std::string_view{failure.what()} ==
                  "font NoSuchFace-Regular is missing: install the package fonts-no-such");
        }
    }
    SUBCASE("a face of a collection is found with its number in it")
    {
        const auto file = findFontFile({"NotoSansCJKsc-Bold", "fonts-noto-cjk"});
        CHECK(file.path.extension() == ".ttc");
        CHECK(file.index > 0);
    }
}

TEST_CASE("FontChain sends every character to the first face that draws it")
{
    CHECK(faceOf(U'民') == "DroidSansFallback");
    CHECK(faceOf(U'民', FontRole::title) == "NotoSerifCJKsc-Bold");
    CHECK(faceOf(U'8') == "NotoSansCJKsc-Regular");
    CHECK(faceOf(U'\U00020BB7') == "NotoSansCJKsc-Regular"); // Ext B, in Noto
    CHECK(faceOf(U'\U0002A6D5') == "HanaMinB");              // Ext B, not in Noto
    CHECK(faceOf(U'\U0002CEB3') == "HanaMinB");              // Ext F
    const auto mixed = fonts().shape("张\U0002CEB3明", FontRole::text);
    REQUIRE(mixed.size() == 3);
    CHECK(mixed[1].glyphs.front().text == "\U0002CEB3");
}

TEST_CASE("FontChain::firstMissing")
{
    SUBCASE("ordinary, minority and rare names are drawn")
    {
        for (const auto* name : {"张敏",
                                 "阿卜杜热合曼·买买提",
                                 "\U00020BB7田",
                                 "\u4DAE\u9FEB",
                                 "\U0002CEB3\U0002B734\U0002EBE0"})
            CHECK_FALSE(fonts().firstMissing(name));
    }
    SUBCASE("private-use characters are refused although HanaMin draws some")
    {
        CHECK(fonts().firstMissing("张\uE188") == U'\uE188');
        CHECK(fonts().firstMissing("\U000F0000") == U'\U000F0000');
        CHECK(fonts().firstMissing("\U0010FFFD") == U'\U0010FFFD');
    }
    SUBCASE("what nobody could see is refused")
    {
        CHECK(fonts().firstMissing("张\n敏") == U'\n');
        CHECK(fonts().firstMissing("张\u200B敏") == U'\u200B');
        CHECK(fonts().firstMissing("葛\U000E0100") == U'\U000E0100');
        CHECK(fonts().firstMissing("张\u202E敏") == U'\u202E');
    }
    SUBCASE("what no face has is refused")
    {
        CHECK(fonts().firstMissing("张\U00031350") == U'\U00031350'); // Ext H
    }
    SUBCASE("every Han of GB 18030-2022 level 3 is drawn")
    {
        constexpr std::pair<char32_t, char32_t> blocks[] = {{0x4E00, 0x9FEF},
                                                            {0x3400, 0x4DB5},
                                                            {0x20000, 0x2A6D6},
                                                            {0x2A700, 0x2B734},
                                                            {0x2B740, 0x2B81D},
                                                            {0x2B820, 0x2CEA1},
                                                            {0x2CEB0, 0x2EBE0}};
        auto missing = std::set<char32_t>{};
        for (const auto& [first, last] : blocks) {
            auto block = std::u32string{};
            for (auto point = first; point <= last; ++point)
                block += point;
            if (const auto point = fonts().firstMissing(encodeUtf8(block)))
                missing.insert(*point);
        }
        CHECK(missing.empty());
    }
}

TEST_CASE("FontChain measures what it draws")
{
    for (const auto role : roles)
        for (const auto* text : {"居民身份证",
                                 "110108 520 20261122",
                                 "张\U0002CEB3·Li 3号楼（A座）",
                                 "e\u0301é",
                                 "，。"}) {
            auto drawn = 0.0;
            for (const auto& piece : fonts().shape(text, role))
                for (const auto& glyph : piece.glyphs)
                    drawn += static_cast<double>(glyph.advance) / piece.face->unitsPerEm();
            CHECK(fonts().width(text, role, 10) ==
                  doctest::Approx(drawn * 10 * millimetresPerPoint).epsilon(0.001));
        }
}

} // namespace guitai::font_chain_test
