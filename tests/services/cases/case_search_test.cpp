#include "services/cases/case_search.h"

#include <doctest/doctest.h>

using namespace guitai;

TEST_CASE("queryFromText")
{
    SUBCASE("nothing narrows nothing")
    {
        CHECK(queryFromText("").nameBeginning.empty());
        CHECK(queryFromText(" \t　").nameBeginning.empty());
    }
    SUBCASE("22 digits, grouped or not, are an acceptance number")
    {
        CHECK(queryFromText("1101085202026112300001").acceptanceNumber == "1101085202026112300001");
        CHECK(queryFromText("110108 520 20261123 00001").acceptanceNumber ==
              "1101085202026112300001");
    }
    SUBCASE("the beginning of an acceptance number, once it is longer than a telephone number")
    {
        CHECK(queryFromText("1101085202026").acceptanceNumber == "1101085202026");
        CHECK(queryFromText("110108520202").phone == "110108520202");
    }
    SUBCASE("18 characters are a citizen number; x and full-width digits are normalised")
    {
        CHECK(queryFromText("11010820190521124x").citizenNumber == "11010820190521124X");
        CHECK(queryFromText("１１０１０８201905211249").citizenNumber == "110108201905211249");
        CHECK(queryFromText("110108 20190521 1249").citizenNumber == "110108201905211249");
    }
    SUBCASE("15 digits of an old citizen number find its eighteen")
    {
        const auto query = queryFromText("110108610830511");
        CHECK(query.citizenNumber.size() == 18);
        CHECK(query.citizenNumber.substr(0, 17) == "11010819610830511");
    }
    SUBCASE("15 digits that are no date are the beginning of an acceptance number")
    {
        CHECK(queryFromText("110108539202611").acceptanceNumber == "110108539202611");
    }
    SUBCASE("telephone numbers, as people write them")
    {
        CHECK(queryFromText("138 0000 1111").phone == "13800001111");
        CHECK(queryFromText("+86 138-0000-1111").phone == "13800001111");
        CHECK(queryFromText("010-62345678").phone == "01062345678");
        CHECK(queryFromText("1380").phone == "1380");
    }
    SUBCASE("anything else is the beginning of a name, normalised as names are")
    {
        CHECK(queryFromText(" 王小 ").nameBeginning == "王小");
        CHECK(queryFromText("阿依•古").nameBeginning == "阿依·古");
    }
}
