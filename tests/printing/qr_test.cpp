#include "printing/qr.h"

#include "services/failure.h"

#include <doctest/doctest.h>

#include <string>

namespace guitai::qr_test
{

TEST_CASE("qrModules")
{
    SUBCASE("22 digits fit version 1 at level Q, which only numeric mode allows")
    {
        const auto modules = qrModules("1101085202026112200024", ErrorCorrection::quartile);
        CHECK(modules.side == 21);
        CHECK(modules.dark.size() == 441);
        CHECK(qrModules("abcdefghijklmnopqrstuv", ErrorCorrection::quartile).side > 21);
    }
    SUBCASE("the finder patterns stand in three corners")
    {
        const auto modules = qrModules("1101085202026112200024", ErrorCorrection::quartile);
        for (const auto& [row, column] : {std::pair{0, 0}, std::pair{0, 14}, std::pair{14, 0}}) {
            CHECK(modules.at(row, column));
            CHECK_FALSE(modules.at(row + 1, column + 1));
            CHECK(modules.at(row + 3, column + 3));
        }
    }
    SUBCASE("what no symbol holds is refused")
    {
        CHECK_THROWS_AS(qrModules(std::string(5000, 'x'), ErrorCorrection::medium), ServiceFailure);
    }
}

} // namespace guitai::qr_test
