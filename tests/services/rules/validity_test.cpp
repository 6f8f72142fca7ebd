#include "services/rules/validity.h"

#include "services/rules/rule_book.h"

#include <doctest/doctest.h>

using namespace guitai;
using namespace std::chrono_literals;

TEST_CASE("ageOn counts full years")
{
    SUBCASE("a year is complete on the birthday")
    {
        CHECK(ageOn(2010y / 11 / 22, 2026y / 11 / 21) == 15);
        CHECK(ageOn(2010y / 11 / 22, 2026y / 11 / 22) == 16);
        CHECK(ageOn(2026y / 11 / 22, 2026y / 11 / 22) == 0);
        CHECK(ageOn(2010y / 11 / 22, 2026y / 1 / 31) == 15);
    }
    SUBCASE("somebody born on 29 February waits until 1 March in a common year")
    {
        CHECK(ageOn(2008y / 2 / 29, 2026y / 2 / 28) == 17);
        CHECK(ageOn(2008y / 2 / 29, 2026y / 3 / 1) == 18);
        CHECK(ageOn(2008y / 2 / 29, 2028y / 2 / 28) == 19);
        CHECK(ageOn(2008y / 2 / 29, 2028y / 2 / 29) == 20);
    }
    SUBCASE("1900 and 2100 are common years")
    {
        CHECK(ageOn(2088y / 2 / 29, 2100y / 2 / 28) == 11);
        CHECK(ageOn(2088y / 2 / 29, 2100y / 3 / 1) == 12);
    }
    SUBCASE("before the birth it is negative")
    {
        CHECK(ageOn(2026y / 11 / 23, 2026y / 11 / 22) == -1);
    }
}

TEST_CASE("yearsAfter")
{
    SUBCASE("gives the published examples of GA 214.8")
    {
        CHECK(yearsAfter(2004y / 3 / 27, 10) == 2014y / 3 / 27);
        CHECK(yearsAfter(2004y / 2 / 29, 10) == 2014y / 3 / 1);
    }
    SUBCASE("keeps 29 February in a leap year")
    {
        CHECK(yearsAfter(2004y / 2 / 29, 20) == 2024y / 2 / 29);
    }
}

TEST_CASE("validityFor")
{
    const auto applied = 2026y / 11 / 22;
    const auto issued = 2026y / 12 / 4;
    const auto terms = loadRuleBook(Assets{}).validity;
    const auto bornYearsAgo = [](int years) {
        return Date{std::chrono::year{2026 - years} / 6 / 1};
    };

    SUBCASE("the term follows the class of age")
    {
        CHECK(validityFor(bornYearsAgo(0), applied, issued, terms) ==
              Validity{5, 2031y / 12 / 4, {}});
        CHECK(validityFor(bornYearsAgo(15), applied, issued, terms) ==
              Validity{5, 2031y / 12 / 4, {}});
        CHECK(validityFor(bornYearsAgo(16), applied, issued, terms) ==
              Validity{10, 2036y / 12 / 4, {}});
        CHECK(validityFor(bornYearsAgo(25), applied, issued, terms) ==
              Validity{10, 2036y / 12 / 4, {}});
        CHECK(validityFor(bornYearsAgo(26), applied, issued, terms) ==
              Validity{20, 2046y / 12 / 4, {}});
        CHECK(validityFor(bornYearsAgo(45), applied, issued, terms) ==
              Validity{20, 2046y / 12 / 4, {}});
        CHECK(validityFor(bornYearsAgo(46), applied, issued, terms) == Validity{});
    }
    SUBCASE("a birthday between application and issue changes the class and is told")
    {
        CHECK(validityFor(2010y / 11 / 30, applied, issued, terms) ==
              Validity{10, 2036y / 12 / 4, 2026y / 11 / 30});
        CHECK(validityFor(2000y / 12 / 4, applied, issued, terms) ==
              Validity{20, 2046y / 12 / 4, 2026y / 12 / 4});
        CHECK(validityFor(1980y / 11 / 23, applied, issued, terms) ==
              Validity{{}, {}, 2026y / 11 / 23});
    }
    SUBCASE("a birthday on the day of application or after issue changes nothing")
    {
        CHECK_FALSE(validityFor(2010y / 11 / 22, applied, issued, terms).classChange);
        CHECK_FALSE(validityFor(2010y / 12 / 5, applied, issued, terms).classChange);
        CHECK(validityFor(2010y / 12 / 5, applied, issued, terms).years == 5);
    }
    SUBCASE("a birthday of 29 February is told as 1 March in a common year")
    {
        CHECK(validityFor(2012y / 2 / 29, 2028y / 2 / 20, 2028y / 3 / 2, terms).classChange ==
              2028y / 2 / 29);
        CHECK(validityFor(2000y / 2 / 29, 2026y / 2 / 20, 2026y / 3 / 2, terms).classChange ==
              2026y / 3 / 1);
    }
    SUBCASE("issued on 29 February, the end rolls to 1 March")
    {
        CHECK(validityFor(2000y / 1 / 1, 2024y / 2 / 20, 2024y / 2 / 29, terms).end ==
              2034y / 3 / 1);
    }
}
