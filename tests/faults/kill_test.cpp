// Kill -9 before and in the middle of every durable operation of a full
// case loses no acknowledged step and leaves none half done.
#include "services/failure.h"
#include "services/journal/journal_files.h"
#include "tests/faults/fingerprint.h"
#include "tests/faults/life_run.h"
#include "tests/support/seeded_random.h"
#include "tests/support/settable_clock.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <set>

using namespace guitai;

namespace
{

constexpr auto nothing = "nothing";

/// Every state that an undisturbed life makes durable, and the one in which each step left it.
struct Course {
    std::vector<std::string> steps = {};
    std::vector<std::string> states = {nothing}; ///< [0]: nothing at all
    std::vector<std::size_t> stateAfter{0};      ///< by number of finished steps
    long operations = 0;
};

Course undisturbedCourse()
{
    const auto folder = TemporaryFolder{};
    const auto counted = liveIn(folder.path(), {});
    REQUIRE(counted.status == 0);
    const auto other = TemporaryFolder{};
    const auto traced = liveIn(other.path(), {{"LIFE_TRACE", "1"}});
    REQUIRE(traced.status == 0);
    auto course = Course{};
    course.operations = counted.operations;
    for (const auto& line : traced.said) {
        if (line.starts_with("state "))
            course.states.push_back(line.substr(6));
        if (line.starts_with("done ")) {
            course.steps.push_back(line.substr(5));
            course.stateAfter.push_back(course.states.size() - 1);
        }
    }
    return course;
}

/// What must hold, on whatever is there.
void checkMoney(Journal& journal)
{
    auto numbers = std::set<std::string>{};
    auto settled = std::set<std::string>{};
    auto cash = Money{};
    for (const auto& event : journal.eventsFrom(1, 1000)) {
        if (event.kind == EventKind::caseConfirmed)
            CHECK(numbers.insert(event.subject).second);
        if (event.kind == EventKind::chargeSettled)
            CHECK(settled.insert(event.subject).second);
    }
    for (const auto& row : journal.findCases({})) {
        CHECK((row.collected == Money{} || row.collected == row.due));
        CHECK((row.collected == row.due) == (row.state == "accepted"));
        CHECK((journal.papersOf(row.acceptanceNumber).empty() || row.state == "accepted"));
        cash = cash + row.collected;
    }
    for (const auto& shift : journal.shifts(10))
        CHECK(shift.cashCollected == cash);
}

/// What stands in the folder; "nothing" when no journal was made yet, after proving that one can
/// be.
std::string stateIn(const std::filesystem::path& data)
{
    const auto place = JournalPlace{data};
    auto clock = SettableClock{};
    clock.pass(std::chrono::hours{10});
    if (!isInitialised(place)) {
        auto random = SeededRandom{};
        const auto open = initialiseJournal(
            place, {.agency = "110108520000", .window = "03", .name = "测试派出所"}, clock, random);
        CHECK(open.journal->verify().problems.empty());
        return nothing;
    }
    const auto open = openJournal(place, clock);
    checkMoney(*open.journal);
    return fingerprintOf(*open.journal);
}

/// Kills at one operation and looks at what is left. False when the life ended before it.
bool killAt(const Course& course, long n, bool torn)
{
    const auto folder = TemporaryFolder{};
    const auto run =
        liveIn(folder.path(), {{"KILL_AT", std::to_string(n)}, {"TORN", torn ? "1" : "0"}});
    if (!run.killed)
        return false;
    const auto done = run.saidWith("done").size();
    INFO("operation ", n, ", torn ", torn, ", after ", done, " steps");
    // Some state between the last acknowledged one and the end of the step that was under way:
    // nothing that was acknowledged is lost, and every write is there wholly or not at all.
    const auto from = course.stateAfter.at(done);
    const auto to = course.stateAfter.at(std::min(done + 1, course.steps.size()));
    const auto first = course.states.begin() + static_cast<std::ptrdiff_t>(from);
    const auto last = course.states.begin() + static_cast<std::ptrdiff_t>(to) + 1;
    try {
        CHECK(std::find(first, last, stateIn(folder / "data")) != last);
    } catch (const std::exception& error) {
        FAIL_CHECK("the journal is not sound: ", std::string{error.what()});
    }
    return true;
}

void killEverywhere(const Course& course, bool torn)
{
    auto killed = std::atomic<long>{0};
    forEachPoint(
        1, course.operations, 1, [&](long n) { killed += killAt(course, n, torn) ? 1 : 0; });
    const auto where = std::string{torn ? "in the middle of" : "before"};
    MESSAGE(
        killed.load(), " kills ", where, " durable operations of ", course.steps.size(), " steps");
    CHECK(killed == course.operations);
}

} // namespace

TEST_CASE("kill -9 at every durable operation of a full case loses nothing")
{
    const auto course = undisturbedCourse();
    REQUIRE(course.steps.size() > 25);
    REQUIRE(course.operations > 300);
    SUBCASE("before it")
    {
        killEverywhere(course, false);
    }
    SUBCASE("in the middle of it")
    {
        killEverywhere(course, true);
    }
}
