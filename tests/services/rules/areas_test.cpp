#include "services/rules/areas.h"

#include "tests/services/rules/broken_asset.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

std::string mistake(std::string_view text)
{
    return mistakeIn(parseAreaCodes, text);
}

} // namespace

TEST_CASE("parseAreaCodes")
{
    SUBCASE("reads rows and skips comments and empty lines")
    {
        const auto areas = parseAreaCodes("# head\n\n110103\t北京市崇文区\tretired\n"
                                          "110108\t北京市海淀区\tcurrent",
                                          "asset");
        CHECK(areas.size() == 2);
        CHECK(areas.find("110103") == Area{"110103", "北京市崇文区", true});
        CHECK(areas.find("110108") == Area{"110108", "北京市海淀区", false});
        CHECK_FALSE(areas.find("110109"));
        CHECK_FALSE(areas.find(""));
    }
    SUBCASE("names the line of a mistake")
    {
        const auto good = std::string{"# head\n110108\t海淀区\tcurrent\n"};
        CHECK(mistake("") == "asset:1: there is no area code");
        CHECK(mistake("# head\n#\n") == "asset:2: there is no area code");
        CHECK(mistake(good + "110109 门头沟区 current\n") ==
              "asset:3: code, name and status are expected, set apart by tabs");
        CHECK(mistake(good + "110109\t门头沟区\n") ==
              "asset:3: code, name and status are expected, set apart by tabs");
        CHECK(mistake(good + "110109\t门头沟区\tcurrent\t1\n") ==
              "asset:3: code, name and status are expected, set apart by tabs");
        CHECK(mistake(good + "11010\t门头沟区\tcurrent\n") ==
              "asset:3: the code is not six digits");
        CHECK(mistake(good + "11010A\t门头沟区\tcurrent\n") ==
              "asset:3: the code is not six digits");
        CHECK(mistake(good + "010109\t门头沟区\tcurrent\n") ==
              "asset:3: the code is not six digits");
        CHECK(mistake(good + "110109\t \tcurrent\n") == "asset:3: the name is blank or not UTF-8");
        CHECK(mistake(good + "110109\t\xFF\tcurrent\n") ==
              "asset:3: the name is blank or not UTF-8");
        CHECK(mistake(good + "110109\t门头沟区\tCurrent\n") ==
              "asset:3: the status is neither \"current\" nor \"retired\"");
        CHECK(mistake(good + "110109\t门头沟区\tcurrent\r\n") ==
              "asset:3: the status is neither \"current\" nor \"retired\"");
        CHECK(mistake(good + "110108\t海淀区\tcurrent\n") ==
              "asset:3: the code 110108 is given twice or unsorted");
        CHECK(mistake(good + "110107\t石景山区\tcurrent\n") ==
              "asset:3: the code 110107 is given twice or unsorted");
    }
}

TEST_CASE("the delivered area codes")
{
    const auto areas = parseAreaCodes(Assets{}.load("area_codes.tsv"), "area_codes.tsv");
    const auto retired = [&areas](std::string_view code, std::string_view name) {
        return areas.find(code) == Area{std::string{code}, std::string{name}, true};
    };
    SUBCASE("hold the whole country, with the codes that are no more")
    {
        CHECK(areas.size() > 6500);
        CHECK(areas.find("440524")->name == "广东省汕头市潮阳县");
        CHECK(areas.find("659012")->name == "新疆维吾尔自治区白杨市");
        CHECK_FALSE(areas.find("341981"));
        CHECK(areas.find("330113") == Area{"330113", "浙江省杭州市临平区", false});
    }
    SUBCASE("hold every code of the capital since 1980")
    {
        CHECK(areas.find("110000") == Area{"110000", "北京市", false});
        for (const auto* code : {"110101",
                                 "110102",
                                 "110105",
                                 "110106",
                                 "110107",
                                 "110108",
                                 "110109",
                                 "110111",
                                 "110112",
                                 "110113",
                                 "110114",
                                 "110115",
                                 "110116",
                                 "110117",
                                 "110118",
                                 "110119"}) {
            CAPTURE(code);
            REQUIRE(areas.find(code));
            CHECK_FALSE(areas.find(code)->retired);
        }
        CHECK(retired("110103", "北京市崇文区"));
        CHECK(retired("110104", "北京市宣武区"));
        CHECK(retired("110110", "北京市燕山区"));
        CHECK(retired("110221", "北京市昌平县"));
        CHECK(retired("110222", "北京市顺义县"));
        CHECK(retired("110223", "北京市通县"));
        CHECK(retired("110224", "北京市大兴县"));
        CHECK(retired("110225", "北京市房山县"));
        CHECK(retired("110226", "北京市平谷县"));
        CHECK(retired("110227", "北京市怀柔县"));
        CHECK(retired("110228", "北京市密云县"));
        CHECK(retired("110229", "北京市延庆县"));
        CHECK(retired("110201", "北京市昌平县"));
        CHECK(retired("110209", "北京市延庆县"));
    }
}
