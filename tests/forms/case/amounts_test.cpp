#include "forms/case/amounts.h"

#include "forms/case/ethnicity_field.h"
#include "forms/case/photo_frame.h"
#include "forms/case/photo_picture.h"
#include "forms/widgets/wrapped_text.h"

#include <doctest/doctest.h>

namespace guitai
{

TEST_CASE("typedAmount")
{
    CHECK(typedAmount("50") == Money::yuan(50));
    CHECK(typedAmount("50.5") == Money::fen(5050));
    CHECK(typedAmount("50.") == Money::yuan(50));
    CHECK(typedAmount(" ５０ ") == Money::yuan(50));
    CHECK(typedAmount("0.05") == Money::fen(5));
    for (const auto* wrong : {"", ".", "-5", "5,0", "1.234", "1.2.3", "1234567", "五十", "1e3"}) {
        CAPTURE(wrong);
        CHECK(!typedAmount(wrong));
    }
}

TEST_CASE("ethnicityMeantBy")
{
    for (const auto* typed : {"1", "01", "汉", "汉族", "01 汉", " 01 "})
        CHECK(ethnicityMeantBy(typed) == "01");
    CHECK(ethnicityMeantBy("维吾尔族") == "05");
    CHECK(ethnicityMeantBy("99") == "99");
    CHECK(ethnicityMeantBy("") == "");
}

TEST_CASE("the frame keeps the photo's shape inside the picture")
{
    const auto picture = wxSize(1000, 1300);
    const auto largest = largestPart(picture);
    CHECK(largest.width == 1000);
    CHECK(largest.height == 1231);
    CHECK(wxRect(picture).Contains(largest));
    const auto moved = fittingPart(wxRect(-50, 5000, 100, 100), picture, photoWidth);
    CHECK(moved.width == 358);
    CHECK(moved.height == 441);
    CHECK(wxRect(picture).Contains(moved));
}

TEST_CASE("lineEnds")
{
    const auto widths = [](const wxString& text) {
        auto ends = wxArrayInt{};
        for (std::size_t i = 0; i < text.length(); ++i)
            ends.push_back(static_cast<int>(i + 1) * 10);
        return ends;
    };
    const auto lines = [&](const wxString& text, int width) {
        auto found = std::vector<wxString>{};
        auto start = std::size_t{0};
        for (const auto end : lineEnds(text, widths(text), width)) {
            found.push_back(text.Mid(start, end - start));
            start = end;
        }
        return found;
    };
    SUBCASE("English breaks at blanks")
    {
        CHECK(lines("the old card", 80) == std::vector<wxString>{"the old ", "card"});
    }
    SUBCASE("Chinese breaks between characters, not before a closing mark")
    {
        CHECK(lines(L"北京市海淀区，测试", 60) ==
              std::vector<wxString>{L"北京市海淀", L"区，测试"});
    }
    SUBCASE("a long word is cut")
    {
        CHECK(lines("abcdefgh", 30) == std::vector<wxString>{"abc", "def", "gh"});
    }
}

} // namespace guitai
