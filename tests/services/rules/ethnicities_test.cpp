#include "services/rules/ethnicities.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace guitai;

TEST_CASE("ethnicities")
{
    SUBCASE("are the 56 of GB/T 3304, two further codes of it and two that chips carry")
    {
        CHECK(ethnicities().size() == 60);
        for (int code = 1; code <= 56; ++code) {
            const auto text = (code < 10 ? "0" : "") + std::to_string(code);
            CAPTURE(text);
            CHECK(ethnicityName(text));
        }
        CHECK(ethnicityName("81") == "穿青人");
        CHECK(ethnicityName("83") == "革家人");
        CHECK(ethnicityName("97") == "其他");
        CHECK(ethnicityName("98") == "外国血统中国籍人士");
    }
    SUBCASE("avoid the mistakes of the tables in circulation")
    {
        CHECK(ethnicityName("25") == "水");
        CHECK(ethnicityName("26") == "东乡");
        CHECK(ethnicityName("46") == "德昂");
        CHECK(ethnicityName("56") == "基诺");
    }
    SUBCASE("have no code and no name twice")
    {
        auto codes = std::set<std::string_view>{};
        auto names = std::set<std::string_view>{};
        for (const auto& [code, name] : ethnicities()) {
            CHECK(codes.insert(code).second);
            CHECK(names.insert(name).second);
        }
    }
    SUBCASE("know no other code")
    {
        for (const auto* code : {"", "0", "1", "00", "57", "82", "99", "001"})
            CHECK_FALSE(ethnicityName(code));
    }
}
