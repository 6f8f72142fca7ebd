// Errors of the disk lose no acknowledged step, are told as what they are,
// and work goes on after their cause is gone. The shim stops a program that syncs a descriptor
// again whose sync failed.
#include "services/failure.h"
#include "services/journal/journal_files.h"
#include "tests/faults/life_run.h"
#include "tests/support/settable_clock.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <atomic>
#include <fstream>

using namespace guitai;
using Kind = ServiceFailure::Kind;

namespace
{

/// Every fifth operation, but every sync; all of them are a nightly's work.
long strideOf(const Faults& faults)
{
    return faults.contains("SYNC_ONLY") ? 1 : 5;
}

long operationsOfALife(const Faults& faults)
{
    const auto folder = TemporaryFolder{};
    const auto run = liveIn(folder.path(), faults);
    REQUIRE(run.status == 0);
    return run.operations;
}

/// The case went through once: one number, one payment, one original.
void checkWholeLife(const std::filesystem::path& data)
{
    auto clock = SettableClock{};
    clock.pass(std::chrono::hours{10});
    auto open = openJournal({data}, clock);
    auto& journal = *open.journal;
    CHECK(journal.verify().problems.empty());
    const auto cases = journal.findCases({});
    REQUIRE(cases.size() == 1);
    CHECK(cases[0].state == "accepted");
    CHECK(cases[0].collected == cases[0].due);
    CHECK(cases[0].due > Money{});
    const auto shifts = journal.shifts(10);
    REQUIRE(shifts.size() == 1);
    CHECK_FALSE(shifts[0].open);
    CHECK(shifts[0].cashCollected == cases[0].due);
    auto originals = 0;
    for (const auto& paper : journal.papersOf(cases[0].acceptanceNumber))
        if (paper.state == "issued")
            ++originals;
    CHECK(originals == 1);
    CHECK(journal.drafts().empty());
}

std::string kindText(Kind kind)
{
    return std::to_string(static_cast<int>(kind));
}

/// Lives with the faults, and returns how many steps were told to have failed.
std::size_t liveThrough(Faults faults, bool lasting, Kind expected)
{
    const auto folder = TemporaryFolder{};
    if (lasting) {
        std::ofstream{folder / "cause"} << "";
        faults["FAULT_SWITCH"] = folder / "cause";
        faults["FAIL_FROM"] = "1";
    }
    const auto run = liveIn(folder.path(), faults);
    auto last = run.said.empty() ? std::string{"nothing"} : run.said.back();
    INFO("status ", run.status, ", last line: ", last);
    CHECK(run.status == 0);
    const auto failed = run.saidWith("failed");
    for (const auto& line : failed)
        CHECK(line.substr(0, line.find(' ')) == kindText(expected));
    if (run.status == 0)
        checkWholeLife(folder / "data");
    return failed.size();
}

void disturbEverywhere(const std::string& variable, Kind expected, bool lasting, const Faults& also)
{
    const auto operations = operationsOfALife(also);
    auto told = std::atomic<std::size_t>{};
    forEachPoint(1, operations, strideOf(also), [&](long n) {
        auto faults = also;
        faults[variable] = std::to_string(n);
        INFO(variable, " ", n);
        told += liveThrough(faults, lasting, expected);
    });
    MESSAGE(variable,
            std::string{lasting ? " lasting, of " : " once, of "},
            operations,
            " operations; failures told: ",
            told.load());
    CHECK(told > 0);
}

} // namespace

TEST_CASE("an input-output error once, anywhere")
{
    disturbEverywhere("EIO_AT", Kind::disk, false, {});
}

TEST_CASE("a failed fsync, anywhere")
{
    disturbEverywhere("EIO_AT", Kind::disk, false, {{"SYNC_ONLY", "1"}});
}

TEST_CASE("a full disk, until somebody makes room")
{
    disturbEverywhere("FULL_AT", Kind::diskFull, true, {});
}

TEST_CASE("a data folder that became read-only, until it is writable again")
{
    const auto folder = TemporaryFolder{};
    REQUIRE(liveIn(folder.path(), {}).status == 0);
    SUBCASE("is told as such when the program starts")
    {
        std::ofstream{folder / "cause"} << "";
        const auto run =
            liveIn(folder.path(), {{"READ_ONLY", "1"}, {"FAULT_SWITCH", folder / "cause"}});
        REQUIRE(run.said.size() > 2);
        CHECK(run.said[0] == "failed " + kindText(Kind::readOnly) + " first start");
        CHECK(run.said[1] == run.said[0]);
        // Writable again, the journal opens and tells that this life's clock is behind it.
        CHECK(run.said[2] == "failed " + kindText(Kind::clock) + " first start");
        checkWholeLife(folder / "data");
    }
}
