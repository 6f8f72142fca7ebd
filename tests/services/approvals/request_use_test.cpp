#include "services/approvals/request_desk.h"
#include "services/failure.h"
#include "tests/services/cases/case_office.h"
#include "tests/services/cases/failing_journal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

namespace guitai::request_use_test
{

namespace
{

using Code = Refusal::Code;

std::string approvedId(CaseOffice& office, const Result<ApprovalRequest>& asked)
{
    const auto& id = asked.value().id;
    (void)office.requests().decide(office.supervisor, id, DecisionOutcome::approved, {}).value();
    return id;
}

RequestState stateOf(CaseOffice& office, const std::string& id)
{
    return office.requests().view(id)->request.state;
}

std::size_t sheets(CaseOffice& office, const std::string& number)
{
    const auto papers = office.vouchers().papersOf(number);
    return static_cast<std::size_t>(std::ranges::count_if(
        papers, [](const PaperRow& paper) { return paper.state != "failed"; }));
}

/// The disk fails at each step of the transaction in turn: nothing happens, and the approval holds.
void failAtEachStep(CaseOffice& office,
                    const std::string& id,
                    int steps,
                    const std::function<void()>& use)
{
    const auto before = office.events();
    for (int step = 0; step < steps; ++step) {
        INFO("step " << step);
        auto failing = FailingJournal{office.window.journal(), step};
        office.replaceJournal(failing);
        CHECK_THROWS_AS(use(), ServiceFailure);
        office.restart();
        CHECK(office.events() == before);
        CHECK(stateOf(office, id) == RequestState::approved);
    }
}

} // namespace

TEST_CASE("a reason is no longer than what it is for has room for")
{
    auto office = CaseOffice{};
    const auto number = office.printed(2).acceptanceNumber;
    const auto characters = [](std::size_t count) { return std::string(count, 'x'); };
    CHECK(office.requests().askReprint(office.clerk, number, characters(101)).refusal().code ==
          Code::tooLong);
    const auto copy =
        approvedId(office, office.requests().askReprint(office.clerk, number, characters(100)));
    CHECK(office.vouchers().reprint(office.clerk, number, {}, Agreement::byRequest(copy)));
    CHECK(office.requests().askWithdrawal(office.clerk, number, characters(201)).refusal().code ==
          Code::tooLong);
    const auto back =
        approvedId(office, office.requests().askWithdrawal(office.clerk, number, characters(200)));
    CHECK(office.cases().withdraw(
        office.clerk, Agreement::byRequest(back), number, {}, VoucherReturn::returned));
}

TEST_CASE("whoever approved and lost the office agrees to nothing any more")
{
    auto office = CaseOffice{};
    const auto number = office.printed(2).acceptanceNumber;
    const auto id =
        approvedId(office, office.requests().askReprint(office.clerk, number, "居民遗失"));
    office.disable(office.supervisor);
    const auto refused =
        office.vouchers().reprint(office.clerk, number, {}, Agreement::byRequest(id));
    CHECK(refused.refusal().code == Code::notPermitted);
    CHECK(sheets(office, number) == 2);
    // Another one at the desk does, and nothing of the approval is left.
    CHECK(office.vouchers().reprint(office.clerk, number, "遗失", office.otherSupervisor));
    CHECK(stateOf(office, id) == RequestState::lapsed);
}

TEST_CASE("who took the case agrees to no copy of it, at the desk or elsewhere")
{
    auto office = CaseOffice{};
    const auto number = office.printed(2).acceptanceNumber; // the clerk's
    const auto own = office.clerkAsSupervisor;
    CHECK(office.vouchers().reprint(office.colleague, number, "遗失", own).refusal().code ==
          Code::ownWork);
    const auto asked = office.requests().askReprint(office.colleague, number, "遗失").value();
    CHECK(office.requests().decide(own, asked.id, DecisionOutcome::approved, {}).refusal().code ==
          Code::ownWork);
}

TEST_CASE("an approved reprint is printed once")
{
    auto office = CaseOffice{};
    const auto number = office.printed(2).acceptanceNumber;
    const auto id =
        approvedId(office, office.requests().askReprint(office.clerk, number, "居民遗失"));
    const auto print = [&] {
        return office.vouchers().reprint(office.clerk, number, {}, Agreement::byRequest(id));
    };

    SUBCASE("with the reason that was approved, and no second time")
    {
        const auto paper = print().value().row;
        CHECK(paper.copy == 2);
        CHECK(paper.reason == "居民遗失");
        CHECK(stateOf(office, id) == RequestState::used);
        CHECK(print().refusal().code == Code::requestUsed);
        CHECK(sheets(office, number) == 3);
    }
    SUBCASE("not for another case, nor for other things")
    {
        auto draft = terminalDraft();
        draft.applicant.citizenNumber =
            numberOf("110108", std::chrono::year{1990} / std::chrono::May / 5, 777);
        const auto other = office.confirmed(draft).acceptanceNumber;
        REQUIRE(office.cash().payCash(office.clerk, other, Money::yuan(40), false));
        REQUIRE(office.vouchers().issue(office.clerk, other));
        REQUIRE(office.vouchers().reprint(office.clerk, other, "破损"));
        const auto by = Agreement::byRequest(id);
        CHECK(office.vouchers().reprint(office.clerk, other, "破损", by).refusal().code ==
              Code::noSuchRequest);
        CHECK(office.cases()
                  .withdraw(office.clerk, by, number, "放弃", VoucherReturn::returned)
                  .refusal()
                  .code == Code::noSuchRequest);
        CHECK(office.vouchers()
                  .reprint(office.clerk, number, "x", Agreement::byRequest("unknown"))
                  .refusal()
                  .code == Code::noSuchRequest);
        CHECK(stateOf(office, id) == RequestState::approved);
    }
    SUBCASE("whatever step of the intent the disk fails at")
    {
        failAtEachStep(office, id, 3, [&] { (void)print(); });
        CHECK(sheets(office, number) == 2);
        CHECK(print());
        CHECK(stateOf(office, id) == RequestState::used);
    }
    SUBCASE("a printer that does not take it leaves the approval")
    {
        office.output.mood = FakeOutput::Mood::jams;
        CHECK_THROWS_AS((void)print(), ServiceFailure);
        CHECK(stateOf(office, id) == RequestState::approved);
        office.output.mood = FakeOutput::Mood::works;
        CHECK(print());
        CHECK(sheets(office, number) == 3);
    }
    SUBCASE("after a stop between intent and outcome somebody looks at the tray")
    {
        office.output.mood = FakeOutput::Mood::machineStops;
        CHECK_THROWS_AS((void)print(), FakeOutput::Stopped);
        office.restart();
        office.output.mood = FakeOutput::Mood::works;
        CHECK(stateOf(office, id) == RequestState::used);
        CHECK(print().refusal().code == Code::unresolvedPrint);
        const auto paper = office.vouchers().unresolved().at(0).id;
        SUBCASE("it came out: used")
        {
            REQUIRE(office.vouchers().resolve(office.clerk, paper, true));
            CHECK(print().refusal().code == Code::requestUsed);
        }
        SUBCASE("it did not: it may be printed, once")
        {
            REQUIRE(office.vouchers().resolve(office.clerk, paper, false));
            CHECK(stateOf(office, id) == RequestState::approved);
            CHECK(print());
            CHECK(print().refusal().code == Code::requestUsed);
        }
    }
    CHECK(office.journal().verify().problems.empty());
}

TEST_CASE("an approved withdrawal gives the money back once")
{
    auto office = CaseOffice{};
    const auto number = office.printed(1).acceptanceNumber;
    const auto id =
        approvedId(office, office.requests().askWithdrawal(office.clerk, number, "本人放弃"));
    const auto withdraw = [&](VoucherReturn voucher = VoucherReturn::returned) {
        return office.cases().withdraw(
            office.clerk, Agreement::byRequest(id), number, "另一理由", voucher);
    };

    SUBCASE("for the sheet, out of the drawer, with the reason that was approved")
    {
        CHECK(withdraw(VoucherReturn::notReturned).refusal().code == Code::voucherNotReturned);
        const auto withdrawn = withdraw().value();
        CHECK(withdrawn.state == CaseState::withdrawn);
        CHECK(withdrawn.charge.state == ChargeState::refunded);
        CHECK(office.cash().openShiftOf(office.clerk)->expected() == Money::yuan(100));
        CHECK(stateOf(office, id) == RequestState::used);
        CHECK(withdraw().refusal().code == Code::wrongState);
    }
    SUBCASE("whatever step the disk fails at")
    {
        failAtEachStep(office, id, 5, [&] { (void)withdraw(); });
        CHECK(office.cash().openShiftOf(office.clerk)->expected() == Money::yuan(140));
        CHECK(withdraw());
    }
    SUBCASE("not under the approver's own sign-in")
    {
        CHECK_FALSE(office.cases().withdraw(
            office.supervisor, Agreement::byRequest(id), number, {}, VoucherReturn::returned));
        CHECK(stateOf(office, id) == RequestState::approved);
    }
    CHECK(office.journal().verify().problems.empty());
}

TEST_CASE("an approved difference closes the shift once")
{
    auto office = CaseOffice{};
    (void)office.accepted();
    REQUIRE(office.cash().countDrawer(office.clerk, {{10000, 1}}));
    const auto id = approvedId(office, office.requests().askClose(office.clerk, "少收一笔"));
    const auto close = [&] { return office.cash().closeShift(office.clerk, {.request = id}); };

    SUBCASE("with the explanation that was approved")
    {
        const auto closed = close().value();
        CHECK(closed.close->reason == "少收一笔");
        CHECK(closed.close->supervisor == office.supervisor.userId);
        CHECK(closed.close->difference == Money::yuan(-40));
        CHECK(stateOf(office, id) == RequestState::used);
        CHECK(close().refusal().code == Code::shiftNotOpen);
    }
    SUBCASE("whatever step the disk fails at")
    {
        failAtEachStep(office, id, 4, [&] { (void)close(); });
        CHECK(close());
    }
    SUBCASE("not after another count, nor in another shift")
    {
        REQUIRE(office.cash().countDrawer(office.clerk, {{5000, 2}}, office.colleague));
        CHECK(close().refusal().code == Code::requestStale);
        REQUIRE(office.cash().closeShift(office.clerk, {"少收一笔", office.supervisor}));
        CHECK(stateOf(office, id) == RequestState::lapsed);
        REQUIRE(office.cash().openShift(office.clerk, {{10000, 1}}));
        REQUIRE(office.cash().countDrawer(office.clerk, {{5000, 1}}));
        CHECK(close().refusal().code == Code::noSuchRequest);
    }
    SUBCASE("by a hand-over as well")
    {
        const auto done =
            office.cash().handOver(office.clerk, office.colleague, {.request = id}).value();
        CHECK(done.closed.close->supervisor == office.supervisor.userId);
        CHECK(stateOf(office, id) == RequestState::used);
    }
    CHECK(office.journal().verify().problems.empty());
}

} // namespace guitai::request_use_test
