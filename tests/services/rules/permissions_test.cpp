#include "services/rules/permissions.h"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <stdexcept>

using namespace guitai;

namespace
{

struct Row {
    Operation operation;
    std::string_view name;
    bool clerk;
    bool supervisor;
    bool administrator;
};

constexpr auto table = std::array<Row, 27>{{
    {Operation::takeCase, "takeCase", true, true, false},
    {Operation::collectCash, "collectCash", true, true, false},
    {Operation::openShift, "openShift", true, true, false},
    {Operation::closeShift, "closeShift", true, true, false},
    {Operation::moveCash, "moveCash", true, true, false},
    {Operation::openDrawer, "openDrawer", true, true, false},
    {Operation::recordIncident, "recordIncident", true, true, false},
    {Operation::witnessCash, "witnessCash", true, true, false},
    {Operation::approveClose, "approveClose", false, true, false},
    {Operation::readReport, "readReport", true, true, false},
    {Operation::seeExpectedCash, "seeExpectedCash", false, true, false},
    {Operation::reconcile, "reconcile", false, true, false},
    {Operation::approveResolution, "approveResolution", false, true, false},
    {Operation::printVoucher, "printVoucher", true, true, false},
    {Operation::reprintVoucher, "reprintVoucher", true, true, false},
    {Operation::searchCases, "searchCases", true, true, false},
    {Operation::decideException, "decideException", false, true, false},
    {Operation::approveReprint, "approveReprint", false, true, false},
    {Operation::approveRefund, "approveRefund", false, true, false},
    {Operation::withdrawCase, "withdrawCase", true, true, false},
    {Operation::administerUsers, "administerUsers", false, false, true},
    {Operation::configure, "configure", false, false, true},
    {Operation::exportJournal, "exportJournal", false, true, false},
    {Operation::verifyJournal, "verifyJournal", true, true, true},
    {Operation::rebuildIndex, "rebuildIndex", false, false, true},
    {Operation::backUp, "backUp", false, false, true},
    {Operation::restore, "restore", false, false, true},
}};

} // namespace

TEST_CASE("isPermitted")
{
    SUBCASE("answers for every role and operation")
    {
        static_assert(table.size() == static_cast<std::size_t>(Operation::restore) + 1);
        auto seen = std::set<Operation>{};
        for (const auto& row : table) {
            CAPTURE(row.name);
            CHECK(seen.insert(row.operation).second);
            CHECK(isPermitted(Role::clerk, row.operation) == row.clerk);
            CHECK(isPermitted(Role::supervisor, row.operation) == row.supervisor);
            CHECK(isPermitted(Role::administrator, row.operation) == row.administrator);
        }
    }
    SUBCASE("does not invent operations")
    {
        CHECK_THROWS_AS(isPermitted(Role::clerk, static_cast<Operation>(99)), std::logic_error);
        CHECK_THROWS_AS(nameOf(static_cast<Operation>(99)), std::logic_error);
    }
}

TEST_CASE("nameOf an operation")
{
    for (const auto& row : table)
        CHECK(nameOf(row.operation) == row.name);
}

TEST_CASE("require")
{
    const auto clerk = Actor{.userId = "wang", .personId = "p1", .role = Role::clerk};
    SUBCASE("lets pass who may")
    {
        CHECK(require(clerk, Operation::takeCase));
    }
    SUBCASE("names the operation that is refused")
    {
        const auto answer = require(clerk, Operation::approveRefund);
        REQUIRE_FALSE(answer);
        CHECK(answer.refusal() == Refusal{Refusal::Code::notPermitted, {}, {"approveRefund"}});
    }
}
