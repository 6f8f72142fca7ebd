#include "printing/line_breaking.h"

#include "services/utf8.h"

#include <doctest/doctest.h>

namespace guitai::line_breaking_test
{

namespace
{

/// Every Han character is one millimetre wide, every ASCII character half of one.
class EvenMeasure final : public TextMeasure
{
public:
    double width(std::string_view text, FontRole, double) const override
    {
        const auto points = decodeUtf8(text);
        auto sum = 0.0;
        for (const auto point : *points)
            sum += point < 0x80 ? 0.5 : 1.0;
        return sum;
    }
};

std::vector<std::string> broken(std::string_view text, double width)
{
    return brokenLines(text, {FontRole::text, 1}, width, EvenMeasure{});
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("brokenLines")
{
    SUBCASE("a text that fits is one line")
    {
        CHECK(broken("海淀区", 3) == Lines{"海淀区"});
    }
    SUBCASE("Han text breaks anywhere")
    {
        CHECK(broken("甲乙丙丁戊己庚辛", 4) == Lines{"甲乙丙丁", "戊己庚辛"});
    }
    SUBCASE("a closing mark does not begin a line")
    {
        CHECK(broken("甲乙丙丁，戊己庚", 4) == Lines{"甲乙丙", "丁，戊己", "庚"});
    }
    SUBCASE("an opening mark does not end a line")
    {
        CHECK(broken("甲乙丙（丁戊己庚", 4) == Lines{"甲乙丙", "（丁戊己", "庚"});
    }
    SUBCASE("the separator of a minority name does not begin a line")
    {
        CHECK(broken("阿卜杜拉·买买提", 4) == Lines{"阿卜杜", "拉·买买", "提"});
    }
    SUBCASE("digits stay together, and longer ones than a line are cut")
    {
        CHECK(broken("甲乙丙12345678戊己庚", 5) == Lines{"甲乙丙", "12345678", "戊己庚"});
        CHECK(broken("1234567890", 2) == Lines{"1234", "5678", "90"});
    }
    SUBCASE("a lonely last character gets company without a further line")
    {
        CHECK(broken("甲乙丙丁戊己庚辛壬", 8) == Lines{"甲乙丙丁戊己", "庚辛壬"});
    }
    SUBCASE("a blank at a break is dropped, others stay")
    {
        CHECK(broken("甲 乙丙丁 戊己庚", 4.6) == Lines{"甲 乙丙丁", "戊己庚"});
    }
    SUBCASE("a character above U+FFFF is one character")
    {
        CHECK(broken("\U00020BB7\U00020BB7\U00020BB7", 1).size() == 3);
    }
}

} // namespace guitai::line_breaking_test
