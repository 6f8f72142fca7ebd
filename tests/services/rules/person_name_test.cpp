#include "services/rules/person_name.h"

#include "services/rules/characters.h"
#include "services/utf8.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

std::string nameFrom(std::string_view typed)
{
    const auto answer = parseName(typed, "applicant.name");
    return answer ? answer.value() : "refused: " + std::string{nameOf(answer.refusal().code)};
}

Refusal refusedName(std::string_view typed)
{
    const auto answer = parseName(typed, "applicant.name");
    REQUIRE_FALSE(answer);
    return answer.refusal();
}

Refusal refusedText(std::string_view typed)
{
    const auto answer = parseText(typed, 100, "applicant.address");
    REQUIRE_FALSE(answer);
    return answer.refusal();
}

Refusal forbidden(const std::string& point, const std::string& field = "applicant.name")
{
    return {Refusal::Code::forbiddenCharacter, field, {point}};
}

std::string repeated(std::string_view text, std::size_t times)
{
    auto all = std::string{};
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

TEST_CASE("parseName takes")
{
    SUBCASE("Han characters of every plane")
    {
        CHECK(nameFrom("王小梅") == "王小梅");
        CHECK(nameFrom("王") == "王");
        CHECK(nameFrom("李〇") == "李〇");
        CHECK(nameFrom("张𠮷") == "张𠮷");                                     // extension B
        CHECK(nameFrom("陈\U0002CEB3") == "陈\U0002CEB3");                     // extension F
        CHECK(nameFrom("赵\U00031350") == "赵\U00031350");                     // extension H
        CHECK(nameFrom("钱\U0002EBF0\U0002EE5D") == "钱\U0002EBF0\U0002EE5D"); // extension I
        CHECK(nameFrom("孙\U000323B0") == "孙\U000323B0");                     // extension J
        CHECK(nameFrom("周\uFA0E") == "周\uFA0E"); // one of the 12 unified compatibility ideographs
    }
    SUBCASE("the separator of minority names")
    {
        CHECK(nameFrom("阿依古丽·买买提") == "阿依古丽·买买提");
        CHECK(nameFrom("欧阳·爱新·觉罗") == "欧阳·爱新·觉罗");
    }
    SUBCASE("Latin words with one blank between them")
    {
        CHECK(nameFrom("Anna  Maria") == "Anna Maria");
        CHECK(nameFrom("José Müller") == "José Müller");
        CHECK(nameFrom("Ａｎｎａ") == "Anna");
        CHECK(nameFrom("赵 C") == "赵C");
    }
    SUBCASE("50 code points, in whatever plane")
    {
        CHECK(nameFrom(repeated("𠮷", 50)) == repeated("𠮷", 50));
    }
}

TEST_CASE("parseName makes plain")
{
    SUBCASE("every look-alike of the separator")
    {
        for (const char32_t dot :
             U"\u2022\u2027\u30FB\uFF65\u22C5\uFF0E.\u2219\u0387\u2024\uFE52\uA78F") {
            if (dot == U'\0')
                continue;
            CAPTURE(codePointName(dot));
            CHECK(nameFrom("买买提" + encodeUtf8(dot) + "艾力") == "买买提·艾力");
        }
    }
    SUBCASE("blanks around and between Han characters and beside the separator")
    {
        CHECK(nameFrom("  王　小 梅\t\n") == "王小梅");
        CHECK(nameFrom("买买提 · 艾力") == "买买提·艾力");
        CHECK(nameFrom("\u00A0王\u2003小梅") == "王小梅");
        CHECK(nameFrom("Anna · Maria") == "Anna·Maria");
    }
}

TEST_CASE("parseName refuses")
{
    using enum Refusal::Code;
    SUBCASE("nothing")
    {
        CHECK(refusedName("") == Refusal{missing, "applicant.name"});
        CHECK(refusedName(" 　\n") == Refusal{missing, "applicant.name"});
    }
    SUBCASE("bytes that are no UTF-8")
    {
        CHECK(refusedName("王\xFF").code == badUtf8);
        CHECK(refusedName("\xED\xA0\x80").code == badUtf8);
    }
    SUBCASE("private-use characters of all three areas, by code point")
    {
        CHECK(refusedName("王\uE188") ==
              Refusal{privateUseCharacter, "applicant.name", {"U+E188"}});
        CHECK(refusedName("\uE000").code == privateUseCharacter);
        CHECK(refusedName("\uF8FF").code == privateUseCharacter);
        CHECK(refusedName("\U000F0000").arguments.front() == "U+F0000");
        CHECK(refusedName("\U0010FFFD").code == privateUseCharacter);
    }
    SUBCASE("emoji, whatever a font can draw")
    {
        CHECK(refusedName("王😀") == forbidden("U+1F600"));
        CHECK(refusedName("王❤") == forbidden("U+2764"));
        CHECK(refusedName("王🏻") == forbidden("U+1F3FB"));
        CHECK(refusedName("王🇨") == forbidden("U+1F1E8"));
        CHECK(refusedName("㊙") == forbidden("U+3299"));
    }
    SUBCASE("controls and characters that nobody sees")
    {
        CHECK(refusedName("王\u0001") == forbidden("U+0001"));
        CHECK(refusedName(std::string_view{"王\0梅", 7}) == forbidden("U+0000"));
        CHECK(refusedName("王\u200B梅") == forbidden("U+200B"));
        CHECK(refusedName("王\u200D梅") == forbidden("U+200D"));
        CHECK(refusedName("\uFEFF王") == forbidden("U+FEFF"));
        CHECK(refusedName("王\u202E梅") == forbidden("U+202E"));
        CHECK(refusedName("王\U000E0041") == forbidden("U+E0041"));
    }
    SUBCASE("variation selectors: a name has one spelling")
    {
        CHECK(refusedName("葛\U000E0100") == forbidden("U+E0100"));
        CHECK(refusedName("葛\uFE00") == forbidden("U+FE00"));
    }
    SUBCASE("digits, other scripts, punctuation and radicals")
    {
        CHECK(refusedName("王2") == forbidden("U+0032"));
        CHECK(refusedName("王２") == forbidden("U+FF12"));
        CHECK(refusedName("王-梅") == forbidden("U+002D"));
        CHECK(refusedName("王，梅") == forbidden("U+FF0C"));
        CHECK(refusedName("Иван") == forbidden("U+0418"));
        CHECK(refusedName("かな") == forbidden("U+304B"));
        CHECK(refusedName("人々") == forbidden("U+3005"));
        CHECK(refusedName("e\u0301a") == forbidden("U+0301"));
        CHECK(refusedName("⼀") == forbidden("U+2F00"));
        CHECK(refusedName("⿰王梅") == forbidden("U+2FF0"));
        CHECK(refusedName("王□") == forbidden("U+25A1"));
        CHECK(refusedName("\U0002FFFF") == forbidden("U+2FFFF"));
        CHECK(refusedName("\U00033480") == forbidden("U+33480"));
    }
    SUBCASE("a separator at an end or doubled")
    {
        CHECK(refusedName("·王梅") == Refusal{misplacedSeparator, "applicant.name"});
        CHECK(refusedName("王梅·").code == misplacedSeparator);
        CHECK(refusedName("王··梅").code == misplacedSeparator);
        CHECK(refusedName("王· •梅").code == misplacedSeparator);
        CHECK(refusedName("·").code == misplacedSeparator);
    }
    SUBCASE("51 code points")
    {
        CHECK(refusedName(repeated("王", 51)) == Refusal{tooLong, "applicant.name", {"50", "51"}});
        CHECK(refusedName(repeated("王", 100'000)).arguments.back() == "100000");
    }
}

TEST_CASE("normalisedName leaves what is no UTF-8 alone")
{
    CHECK(normalisedName(" 王\xFF") == " 王\xFF");
}

TEST_CASE("parseText")
{
    const auto text = [](std::string_view typed) {
        const auto answer = parseText(typed, 100, "applicant.address");
        return answer ? answer.value() : "refused: " + std::string{nameOf(answer.refusal().code)};
    };
    SUBCASE("takes an address as it is written")
    {
        const auto address =
            std::string{"北京市海淀区中关村大街27号院（甲）3-2号楼５单元№12、13室#B"};
        CHECK(text(address) == address);
        CHECK(text("二○○八年建～西侧 ①号") == "二○○八年建～西侧 ①号");
        CHECK(text("𠮷祥胡同") == "𠮷祥胡同");
    }
    SUBCASE("trims, and makes every blank inside a plain one")
    {
        CHECK(text(" 　东单\u00A0北大街　3号\n") == "东单 北大街 3号");
    }
    SUBCASE("refuses nothing, too much and what is no UTF-8")
    {
        CHECK(refusedText("  ").code == Refusal::Code::missing);
        CHECK(refusedText("\xC0\x80").code == Refusal::Code::badUtf8);
        CHECK(text(repeated("街", 100)) == repeated("街", 100));
        CHECK(refusedText(repeated("街", 101)) ==
              Refusal{Refusal::Code::tooLong, "applicant.address", {"100", "101"}});
    }
    SUBCASE("refuses controls, private use and emoji")
    {
        CHECK(refusedText("东单\u0007").arguments.front() == "U+0007");
        CHECK(refusedText("东单\uE188").code == Refusal::Code::privateUseCharacter);
        CHECK(refusedText("东单🏠") == forbidden("U+1F3E0", "applicant.address"));
        CHECK(refusedText("1\uFE0F\u20E3") == forbidden("U+FE0F", "applicant.address"));
        CHECK(refusedText("‼") == forbidden("U+203C", "applicant.address"));
        CHECK(refusedText("↔") == forbidden("U+2194", "applicant.address"));
        CHECK(refusedText("a\u20DDb") == forbidden("U+20DD", "applicant.address"));
        CHECK(refusedText("a\u2028b") == forbidden("U+2028", "applicant.address"));
        CHECK(refusedText("a\u3164b") == forbidden("U+3164", "applicant.address"));
        CHECK(refusedText("\U000CFFFF").code == Refusal::Code::forbiddenCharacter);
    }
}

TEST_CASE("parseText keeps line ends out")
{
    CHECK(parseText("东单\n北", 100, "f").refusal() == forbidden("U+000A", "f"));
    CHECK(parseText("东单\t北", 100, "f").refusal() == forbidden("U+0009", "f"));
}

TEST_CASE("maskedName")
{
    CHECK(maskedName("王小梅") == "王*梅");
    CHECK(maskedName("欧阳娜娜") == "欧**娜");
    CHECK(maskedName("王梅") == "王*");
    CHECK(maskedName("张𠮷") == "张*");
    CHECK(maskedName("𠮷") == "*");
    CHECK(maskedName("") == "");
    CHECK(maskedName("\xFF\xFF") == "*");
}

TEST_CASE("kindOf judges by Unicode, not by fonts")
{
    CHECK(kindOf(U'王') == CharacterKind::han);
    CHECK(kindOf(U'·') == CharacterKind::separator);
    CHECK(kindOf(U'é') == CharacterKind::latin);
    CHECK(kindOf(U' ') == CharacterKind::blank);
    CHECK(kindOf(U'7') == CharacterKind::digit);
    CHECK(kindOf(U'（') == CharacterKind::writing);
    CHECK(kindOf(U'ʰ') == CharacterKind::writing);
    CHECK(kindOf(U'Ⅳ') == CharacterKind::writing);
    for (const char32_t point : U"_‿—«»（）、①৩𝟘ⅳ\u0903\u0301$^+＋～№ー")
        if (point != U'\0') {
            CAPTURE(codePointName(point));
            CHECK(kindOf(point) == CharacterKind::writing);
        }
    for (const char32_t point : {U'€', U'±', U'¨', U'★', U'▢', U'\u00AD', U'\u20DD', U'\u2029'}) {
        CAPTURE(codePointName(point));
        CHECK(kindOf(point) == CharacterKind::forbidden);
    }
    CHECK(kindOf(U'ǅ') == CharacterKind::latin);
    CHECK(kindOf(0xE188) == CharacterKind::privateUse);
    CHECK(kindOf(0xD800) == CharacterKind::forbidden);
    CHECK(kindOf(0x378) == CharacterKind::forbidden);
    SUBCASE("no noncharacter and no unassigned point of a Han plane passes")
    {
        for (char32_t plane = 0; plane <= 16; ++plane) {
            CHECK(kindOf(plane * 0x10000 + 0xFFFE) == CharacterKind::forbidden);
            CHECK(kindOf(plane * 0x10000 + 0xFFFF) == CharacterKind::forbidden);
        }
    }
    SUBCASE("all 87,887 Han characters of GB 18030-2022 level 3 are Han")
    {
        struct Block {
            char32_t first;
            char32_t last;
        };
        const auto blocks = {
            Block{0x4E00, 0x9FEF},
            Block{0x3400, 0x4DB5},
            Block{0x20000, 0x2A6D6},
            Block{0x2A700, 0x2B734},
            Block{0x2B740, 0x2B81D},
            Block{0x2B820, 0x2CEA1},
            Block{0x2CEB0, 0x2EBE0},
        };
        const auto unified = std::u32string_view{
            U"\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F\uFA21\uFA23\uFA24\uFA27\uFA28\uFA29"};
        auto count = 0;
        for (const auto block : blocks)
            for (auto point = block.first; point <= block.last; ++point)
                count += kindOf(point) == CharacterKind::han ? 1 : 0;
        for (const auto point : unified)
            count += kindOf(point) == CharacterKind::han ? 1 : 0;
        CHECK(count == 87'887);
    }
}
