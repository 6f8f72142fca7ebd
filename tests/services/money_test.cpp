#include "services/money.h"

#include <doctest/doctest.h>

#include <limits>

using namespace guitai;

TEST_CASE("Money")
{
    SUBCASE("is written in yuan with two decimals")
    {
        CHECK(Money::yuan(40).text() == "40.00");
        CHECK(Money::fen(5).text() == "0.05");
        CHECK(Money::fen(-1234).text() == "-12.34");
        CHECK(Money::fen(std::numeric_limits<std::int64_t>::min()).text() ==
              "-92233720368547758.08");
    }
    SUBCASE("refuses to overflow")
    {
        const auto most = Money::fen(std::numeric_limits<std::int64_t>::max());
        CHECK_THROWS_AS(most + Money::fen(1), std::overflow_error);
        CHECK_THROWS_AS(Money::fen(-2) - most, std::overflow_error);
        CHECK_THROWS_AS(most * 2, std::overflow_error);
    }
}
