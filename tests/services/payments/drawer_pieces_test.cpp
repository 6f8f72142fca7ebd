#include "services/payments/drawer_pieces.h"

#include "tests/services/cases/case_office.h"

#include <doctest/doctest.h>

#include <set>

namespace guitai::drawer_pieces_test
{

TEST_CASE("changeFrom")
{
    SUBCASE("gives the fewest pieces that are there")
    {
        CHECK(changeFrom({{5000, 1}, {1000, 2}}, Money::yuan(60)) ==
              CashCount{{5000, 1}, {1000, 1}});
        CHECK(changeFrom({{1000, 9}}, Money::yuan(60)) == CashCount{{1000, 6}});
        CHECK(changeFrom({}, Money{}) == CashCount{});
    }
    SUBCASE("leaves the large note where small ones alone make it")
    {
        CHECK(changeFrom({{5000, 1}, {2000, 3}}, Money::yuan(60)) == CashCount{{2000, 3}});
        CHECK(changeFrom({{5000, 2}, {2000, 3}}, Money::yuan(110)) ==
              CashCount{{5000, 1}, {2000, 3}});
    }
    SUBCASE("finds it whenever there is one")
    {
        // beside every way of taking up to three pieces of each
        const auto drawer = CashCount{{5000, 3}, {2000, 3}, {1000, 1}, {500, 1}, {100, 3}};
        auto possible = std::set<std::int64_t>{};
        for (auto fifty = 0; fifty <= 3; ++fifty)
            for (auto twenty = 0; twenty <= 3; ++twenty)
                for (auto ten = 0; ten <= 1; ++ten)
                    for (auto five = 0; five <= 1; ++five)
                        for (auto one = 0; one <= 3; ++one)
                            possible.insert(fifty * 50 + twenty * 20 + ten * 10 + five * 5 + one);
        for (std::int64_t yuan = 0; yuan <= 260; ++yuan) {
            const auto change = changeFrom(drawer, Money::yuan(yuan));
            CAPTURE(yuan);
            CHECK(change.has_value() == possible.contains(yuan));
            if (change)
                CHECK(totalOf(*change).value() == Money::yuan(yuan));
        }
    }
    SUBCASE("never gives a note of 100")
    {
        CHECK_FALSE(changeFrom({{10000, 5}}, Money::yuan(100)));
    }
}

TEST_CASE("likelyPieces")
{
    auto office = CaseOffice{};
    auto& desk = office.cash();
    REQUIRE(desk.openShift(office.clerk, {{1000, 1}}));
    const auto pieces = [&] { return likelyPieces(*desk.openShiftOf(office.clerk)); };
    const auto first = office.confirmed(terminalDraft()).acceptanceNumber; // 40 yuan
    auto serial = 0;
    const auto pay = [&](Money tendered) {
        const auto number = office.copied(first, 90 + ++serial);
        REQUIRE(desk.payCash(office.clerk, number, tendered, false));
    };

    SUBCASE("follows what is paid and given back")
    {
        CHECK(pieces() == CashCount{{1000, 1}});
        pay(Money::yuan(50));
        CHECK(pieces() == CashCount{{1000, 0}, {5000, 1}});
        pay(Money::yuan(40));
        CHECK(pieces() == CashCount{{1000, 0}, {2000, 2}, {5000, 1}});
        office.restart();
        CHECK(likelyPieces(*office.cash().openShiftOf(office.clerk)) ==
              CashCount{{1000, 0}, {2000, 2}, {5000, 1}});
    }
    SUBCASE("adds what was brought and takes off what was fetched")
    {
        REQUIRE(desk.moveCash(office.clerk, {DrawerMove::in, {{500, 4}}, "零钱"}));
        CHECK(pieces() == CashCount{{500, 4}, {1000, 1}});
    }
    SUBCASE("tells which notes could not be changed")
    {
        CHECK(notesWithoutChange(pieces(), Money::yuan(40)) == std::vector{Money::yuan(100)});
        pay(Money::yuan(50));
        CHECK(notesWithoutChange(pieces(), Money::yuan(40)) ==
              std::vector{Money::yuan(100), Money::yuan(50)});
    }
    SUBCASE("goes on when the guess was wrong")
    {
        pay(Money::yuan(100)); // 60 yuan of change that the book does not have
        CHECK(pieces().at(10000) == 1);
        CHECK(pieces().at(1000) == 0);
    }
}

TEST_CASE("quoteCash out of a drawer")
{
    const auto limits = CashLimits{.difference = {}, .changeWarning = Money::yuan(100)};
    const auto quote = [&](const CashCount& drawer) {
        return quoteCash(Money::yuan(40), Money::yuan(100), limits, drawer).value();
    };
    CHECK(quote({{2000, 3}}).changePieces == CashCount{{2000, 3}});
    CHECK_FALSE(quote({{2000, 3}}).changeIsShort);
    CHECK(quote({{2000, 2}}).changeIsShort);
    CHECK(quote({{2000, 2}}).changePieces == CashCount{{5000, 1}, {1000, 1}}); // to be fetched
    CHECK_FALSE(quoteCash(Money::yuan(40), Money::yuan(100), limits).value().changeIsShort);
}

} // namespace guitai::drawer_pieces_test
