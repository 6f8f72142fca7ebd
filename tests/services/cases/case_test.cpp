#include "services/cases/case.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace guitai;
using namespace std::chrono;

TEST_CASE("acceptanceNumber")
{
    const auto day = 2026y / November / 22;

    SUBCASE("is area, station, date and serial: 22 digits (GA 214.4)")
    {
        CHECK(acceptanceNumber("110108520", day, 24) == "1101085202026112200024");
        CHECK(acceptanceNumber("110108520", day, 99'999) == "1101085202026112299999");
    }
    SUBCASE("is never made of wrong parts")
    {
        CHECK_THROWS_AS(acceptanceNumber("11010852", day, 1), std::logic_error);
        CHECK_THROWS_AS(acceptanceNumber("11010852x", day, 1), std::logic_error);
        CHECK_THROWS_AS(acceptanceNumber("110108520", day, 0), std::logic_error);
        CHECK_THROWS_AS(acceptanceNumber("110108520", day, 100'000), std::logic_error);
        CHECK_THROWS_AS(acceptanceNumber("110108520", 2026y / February / 30, 1), std::logic_error);
    }
    SUBCASE("is grouped for reading")
    {
        CHECK(groupedAcceptanceNumber("1101085202026112200024") == "110108 520 20261122 00024");
        CHECK(groupedAcceptanceNumber("123") == "123");
    }
}

TEST_CASE("isAcceptanceNumber")
{
    CHECK(isAcceptanceNumber("1101085202026112200024"));
    CHECK_FALSE(isAcceptanceNumber("110108520202611220002"));
    CHECK_FALSE(isAcceptanceNumber("11010852020261122000244"));
    CHECK_FALSE(isAcceptanceNumber("1101085202026113200024"));
    CHECK_FALSE(isAcceptanceNumber("1101085202026112200000"));
    CHECK_FALSE(isAcceptanceNumber("11010852020261122000x4"));
}

TEST_CASE("serialBlock")
{
    SUBCASE("gives every window 1,000 numbers of its own")
    {
        CHECK(serialBlock(1).first == 1);
        CHECK(serialBlock(1).last == 1000);
        CHECK(serialBlock(3).first == 2001);
        CHECK(serialBlock(99).last == 99'000);
        for (int window = 2; window <= 99; ++window)
            CHECK(serialBlock(window).first == serialBlock(window - 1).last + 1);
    }
    SUBCASE("knows windows 1 to 99")
    {
        CHECK_THROWS_AS(serialBlock(0), std::logic_error);
        CHECK_THROWS_AS(serialBlock(100), std::logic_error);
    }
}

TEST_CASE("nameOf the states")
{
    SUBCASE("is read back")
    {
        for (int i = 0; i <= static_cast<int>(CaseState::withdrawn); ++i) {
            const auto state = static_cast<CaseState>(i);
            CHECK(caseStateFrom(nameOf(state)) == state);
        }
        for (int i = 0; i <= static_cast<int>(Tender::exempt); ++i) {
            const auto tender = static_cast<Tender>(i);
            CHECK(tenderFrom(nameOf(tender)) == tender);
        }
        CHECK(decisionOutcomeFrom("approved") == DecisionOutcome::approved);
        CHECK(decisionOutcomeFrom("rejected") == DecisionOutcome::rejected);
        CHECK_FALSE(caseStateFrom("draft"));
        CHECK_FALSE(tenderFrom(""));
    }
}

TEST_CASE("isOpen")
{
    SUBCASE("until the card has left or the case has ended")
    {
        CHECK(isOpen(CaseState::awaitingApproval));
        CHECK(isOpen(CaseState::awaitingPayment));
        CHECK(isOpen(CaseState::accepted));
        CHECK(isOpen(CaseState::ready));
        CHECK_FALSE(isOpen(CaseState::collected));
        CHECK_FALSE(isOpen(CaseState::posted));
        CHECK_FALSE(isOpen(CaseState::rejected));
        CHECK_FALSE(isOpen(CaseState::withdrawn));
    }
}
