#include "services/payments/attempt.h"

#include <doctest/doctest.h>

#include <map>

namespace guitai::attempt_test
{

TEST_CASE("moneyMayArrive and isSettled")
{
    SUBCASE("follow the table of states")
    {
        struct Row {
            bool mayArrive;
            bool settled;
        };
        using enum AttemptState;
        const auto table = std::map<AttemptState, Row>{
            {planned, {false, false}},
            {creating, {true, false}},
            {shown, {true, false}},
            {charging, {true, false}},
            {userPaying, {true, false}},
            {closing, {true, false}},
            {reversing, {true, false}},
            {unknown, {true, false}},
            {watch, {false, false}},
            {closed, {false, true}},
            {reversed, {false, true}},
            {failed, {false, true}},
            {paid, {false, true}},
            {latePaid, {false, true}},
            {voided, {false, true}},
        };
        for (int i = 0; i <= static_cast<int>(voided); ++i) {
            const auto state = static_cast<AttemptState>(i);
            INFO(i);
            REQUIRE(table.contains(state));
            CHECK(moneyMayArrive(state) == table.at(state).mayArrive);
            CHECK(isSettled(state) == table.at(state).settled);
        }
    }
    SUBCASE("never both: money that may arrive is not settled")
    {
        for (int i = 0; i <= static_cast<int>(AttemptState::voided); ++i) {
            const auto state = static_cast<AttemptState>(i);
            CHECK_FALSE((moneyMayArrive(state) && isSettled(state)));
        }
    }
}

} // namespace guitai::attempt_test
