#include "services/payments/cash_desk.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace guitai::cash_count_test
{

using Code = Refusal::Code;

namespace
{

Result<CashQuote> quote(Money due, Money tendered)
{
    return quoteCash(due, tendered, {.difference = {}, .changeWarning = Money::yuan(100)});
}

} // namespace

TEST_CASE("totalOf a count")
{
    SUBCASE("adds pieces of notes and coins")
    {
        CHECK(totalOf({}).value() == Money{});
        CHECK(totalOf({{10000, 1}, {5000, 2}, {50, 3}, {10, 4}}).value() == Money::fen(20190));
    }
    SUBCASE("refuses what is not in circulation and negative counts")
    {
        CHECK(totalOf({{200, 1}}).refusal() == Refusal{Code::malformed, "counted", {}});
        CHECK(totalOf({{100, -1}}).refusal() == Refusal{Code::malformed, "counted", {}});
        CHECK(totalOf({{100, 100'001}}).refusal() ==
              Refusal{Code::tooManyItems, "counted", {"100000"}});
    }
}

TEST_CASE("changeIn")
{
    SUBCASE("gives few pieces, from 50 yuan down")
    {
        CHECK(changeIn(Money::yuan(10)) == CashCount{{1000, 1}});
        CHECK(changeIn(Money::yuan(86)) ==
              CashCount{{5000, 1}, {2000, 1}, {1000, 1}, {500, 1}, {100, 1}});
        CHECK(changeIn(Money::yuan(160)) == CashCount{{5000, 3}, {1000, 1}});
        CHECK(changeIn(Money{}) == CashCount{});
    }
    SUBCASE("always adds up")
    {
        for (std::int64_t fen = 0; fen <= 20'000; fen += 10)
            CHECK(totalOf(changeIn(Money::fen(fen))).value() == Money::fen(fen));
    }
    SUBCASE("is never asked for fen")
    {
        CHECK_THROWS_AS(changeIn(Money::fen(5)), std::logic_error);
        CHECK_THROWS_AS(changeIn(Money::fen(-10)), std::logic_error);
    }
}

TEST_CASE("quoteCash")
{
    SUBCASE("says the change and its pieces")
    {
        const auto quoted = quote(Money::yuan(40), Money::yuan(100)).value();
        CHECK(quoted.change == Money::yuan(60));
        CHECK(quoted.changePieces == CashCount{{5000, 1}, {1000, 1}});
        CHECK_FALSE(quoted.changeLooksWrong);
        CHECK(quote(Money::yuan(20), Money::yuan(20)).value().change == Money{});
    }
    SUBCASE("refuses less than is due and tells what is missing")
    {
        CHECK(quote(Money::yuan(40), Money::yuan(20)).refusal() ==
              Refusal{Code::tenderedTooLittle, "tendered", {"20.00"}});
        CHECK(quote(Money::yuan(40), Money{}).refusal().code == Code::tenderedTooLittle);
        CHECK(quote(Money::yuan(40), Money::yuan(-40)).refusal().code == Code::tenderedTooLittle);
    }
    SUBCASE("doubts change of 100 yuan or more")
    {
        CHECK(quote(Money::yuan(40), Money::yuan(140)).value().changeLooksWrong);
        CHECK(quoteCash(Money::yuan(40),
                        Money::yuan(60),
                        {.difference = {}, .changeWarning = Money::yuan(20)})
                  .value()
                  .changeLooksWrong);
        CHECK_FALSE(quote(Money::yuan(40), Money::yuan(139)).value().changeLooksWrong);
    }
    SUBCASE("takes whole yuan only, and nothing for nothing")
    {
        CHECK(quote(Money::yuan(40), Money::fen(4050)).refusal() ==
              Refusal{Code::notWholeYuan, "tendered", {}});
        CHECK(quote(Money::fen(4050), Money::yuan(50)).refusal() ==
              Refusal{Code::notWholeYuan, "payment", {}});
        CHECK(quote(Money{}, Money::yuan(50)).refusal() ==
              Refusal{Code::nothingToPay, "payment", {}});
    }
}

} // namespace guitai::cash_count_test
