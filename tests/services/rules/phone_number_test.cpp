#include "services/rules/phone_number.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

std::string phone(std::string_view typed)
{
    const auto answer = parsePhone(typed, "applicant.phone");
    if (answer)
        return answer.value();
    CHECK(answer.refusal().field == "applicant.phone");
    return std::string{nameOf(answer.refusal().code)};
}

} // namespace

TEST_CASE("parsePhone takes")
{
    SUBCASE("mobiles, however they are grouped")
    {
        CHECK(phone("13800138000") == "13800138000");
        CHECK(phone(" 138-0013 8000\n") == "13800138000");
        CHECK(phone("１３８００１３８０００") == "13800138000");
        CHECK(phone("+86 138 0013 8000") == "13800138000");
        CHECK(phone("＋８６－13800138000") == "13800138000");
        CHECK(phone("008613800138000") == "13800138000");
        CHECK(phone("8613800138000") == "13800138000");
        CHECK(phone("19912345678") == "19912345678");
    }
    SUBCASE("landlines")
    {
        CHECK(phone("65123456") == "65123456");
        CHECK(phone("6512345") == "6512345");
        CHECK(phone("12345678") == "12345678");
        CHECK(phone("(010)6512 3456") == "01065123456");
        CHECK(phone("（010）—65123456") == "01065123456");
        CHECK(phone("+86 10 65123456") == "01065123456");
        CHECK(phone("+86 010 65123456") == "01065123456");
        CHECK(phone("0318\u00A01234567") == "03181234567");
        CHECK(phone("076912345678") == "076912345678");
    }
}

TEST_CASE("parsePhone refuses")
{
    CHECK(phone("") == "missing");
    CHECK(phone(" -　") == "missing");
    CHECK(phone("\xFF") == "badUtf8");
    CHECK(phone("12345") == "malformed");
    CHECK(phone("110") == "malformed");
    CHECK(phone("1380013800a") == "malformed");
    CHECK(phone("12800138000") == "malformed");
    CHECK(phone("138001380001") == "malformed");
    CHECK(phone("1380013800") == "malformed");
    CHECK(phone("1380013800012") == "malformed");
    CHECK(phone("+1 202 555 0100 99 99") == "malformed");
    CHECK(phone("65123456转8") == "malformed");
    CHECK(phone("+86") == "malformed");
    CHECK(phone("++8613800138000") == "malformed");
    CHECK(phone(std::string(1'000'000, '1')) == "malformed");
}
