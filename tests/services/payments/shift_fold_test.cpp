#include "services/payments/shift.h"

#include "services/cases/case_events.h"
#include "services/failure.h"

#include <doctest/doctest.h>

namespace guitai::shift_fold_test
{

TEST_CASE("foldShift")
{
    const auto clerk = Actor{"hong", "p-hong", Role::clerk};
    const auto event = [&](EventKind kind, const nlohmann::json& members) {
        const auto made = newEvent(kind, "shift/s1", clerk, members);
        auto stored = Event{};
        stored.kind = made.kind;
        stored.subject = made.subject;
        stored.actor = made.actor;
        stored.payload = made.payload;
        return stored;
    };
    const auto opened = event(EventKind::shiftOpened,
                              {{"id", "s1"}, {"opening", {{"1000", 10}}}, {"float_fen", 10000}});
    const auto moved = [&](const std::string& kind, int fen) {
        return event(EventKind::cashMoved, {{"charge", "c"}, {"amount_fen", fen}, {"kind", kind}});
    };
    const auto drawerCounted = [&](int fen, const std::string& witness) {
        return event(
            EventKind::shiftCounted,
            {{"counted", {{"100", fen / 100}}}, {"counted_fen", fen}, {"witness", witness}});
    };
    const auto drawerMoved = [&](const std::string& kind, int fen, int slip) {
        return event(EventKind::drawerMoved,
                     {{"kind", kind},
                      {"slip", slip},
                      {"pieces", {{"100", fen / 100}}},
                      {"amount_fen", fen},
                      {"reason", "r"},
                      {"receiver", "x"},
                      {"second", "ma"}});
    };
    const auto closed = [&](int counted, int expected, int difference) {
        return event(EventKind::shiftClosed,
                     {{"id", "s1"},
                      {"counted", nlohmann::json::object()},
                      {"counted_fen", counted},
                      {"expected_fen", expected},
                      {"difference_fen", difference},
                      {"reason", ""}});
    };

    SUBCASE("adds what was collected and takes off what went back")
    {
        const auto shift = foldShift(
            {opened, moved("collected", 4000), moved("collected", 2000), moved("refund", 4000)});
        CHECK(shift.expected() == Money::yuan(120));
        CHECK(shift.cashCharges == 2);
    }
    SUBCASE("adds what was brought and takes off what left")
    {
        const auto shift = foldShift({opened,
                                      drawerMoved("in", 5000, 1),
                                      drawerMoved("safeDrop", 2000, 2),
                                      drawerMoved("bankDeposit", 1000, 3),
                                      drawerMoved("out", 500, 4)});
        CHECK(shift.expected() == Money::yuan(115));
        CHECK(shift.movements.size() == 4);
    }
    SUBCASE("refuses movements that no drawer makes")
    {
        CHECK_THROWS_AS(foldShift({opened, drawerMoved("gift", 500, 1)}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, drawerMoved("in", 500, 2)}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, drawerMoved("in", 0, 1)}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, drawerMoved("out", 10100, 1)}), ServiceFailure);
    }
    SUBCASE("lets no money move once the drawer is counted")
    {
        CHECK_THROWS_AS(foldShift({opened, drawerCounted(10000, ""), moved("collected", 2000)}),
                        ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, drawerCounted(10000, ""), drawerMoved("in", 500, 1)}),
                        ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, drawerCounted(10000, ""), drawerCounted(10100, "")}),
                        ServiceFailure);
        CHECK(foldShift({opened, drawerCounted(10000, ""), moved("exempt", 0)}).exemptCharges == 1);
        CHECK(foldShift({opened, drawerCounted(10000, ""), drawerCounted(10100, "ma")})
                  .counts.size() == 2);
        CHECK_THROWS_AS(foldShift({opened, drawerCounted(9000, ""), closed(10000, 10000, 0)}),
                        ServiceFailure); // closed with another count than the last
    }
    SUBCASE("refuses any other path as damage")
    {
        CHECK_THROWS_AS(foldShift({}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({moved("collected", 4000)}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, opened}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, moved("refund", 4000)}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, moved("collected", 0)}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, moved("gift", 100)}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, closed(10000, 10000, 0), moved("collected", 4000)}),
                        ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, closed(9000, 10000, 0)}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, closed(9000, 9000, 0)}), ServiceFailure);
        CHECK_FALSE(foldShift({opened, closed(9000, 10000, -1000)}).open);
    }
}

} // namespace guitai::shift_fold_test
