#include "services/approvals/request_desk.h"

#include "services/approvals/request_events.h"
#include "services/cases/case_events.h"
#include "services/failure.h"
#include "tests/services/cases/case_office.h"

#include <doctest/doctest.h>

namespace guitai::request_desk_test
{

namespace
{

using Code = Refusal::Code;
constexpr auto approved = DecisionOutcome::approved;

Code codeOf(const Result<ApprovalRequest>& result)
{
    REQUIRE_FALSE(result);
    return result.refusal().code;
}

void requireSound(CaseOffice& office)
{
    CHECK(office.journal().verify().problems.empty());
    const auto rows = office.journal().requests({});
    office.journal().rebuildIndex();
    CHECK(office.journal().requests({}) == rows);
    CHECK(office.journal().verify().problems.empty());
}

} // namespace

TEST_CASE("RequestDesk asks only for what needs a supervisor")
{
    auto office = CaseOffice{};
    auto& desk = office.requests();
    const auto number = office.accepted().acceptanceNumber;

    CHECK(codeOf(desk.askReprint(office.clerk, number, "破损")) == Code::missing);
    REQUIRE(office.vouchers().issue(office.clerk, number));
    CHECK(codeOf(desk.askReprint(office.clerk, number, "破损")) == Code::noApprovalNeeded);
    REQUIRE(office.vouchers().reprint(office.clerk, number, "破损"));
    CHECK(codeOf(desk.askReprint(office.clerk, number, " ")) == Code::reasonNeeded);
    CHECK(codeOf(desk.askReprint(office.clerk, "1101085202026112399999", "破损")) ==
          Code::noSuchCase);

    const auto request = desk.askReprint(office.clerk, number, "居民遗失").value();
    CHECK(request.evidence == RequestEvidence{ReprintEvidence{2}});
    CHECK(request.state == RequestState::waiting);
    CHECK(codeOf(desk.askReprint(office.colleague, number, "居民遗失")) == Code::requestOpen);
    CHECK(desk.waiting().size() == 1);
    CHECK(desk.waiting().front().papers.size() == 2);

    CHECK(codeOf(desk.askClose(office.clerk, "少收")) == Code::notCounted);
    REQUIRE(office.cash().countDrawer(office.clerk, {{10000, 1}, {2000, 2}}));
    CHECK(codeOf(desk.askClose(office.clerk, "少收")) == Code::noApprovalNeeded);
    const auto unpaid = office.confirmed(childDraft()).acceptanceNumber;
    CHECK(codeOf(desk.askWithdrawal(office.clerk, unpaid, "放弃")) == Code::noApprovalNeeded);
    requireSound(office);
}

TEST_CASE("RequestDesk lets a supervisor ask back before deciding")
{
    auto office = CaseOffice{};
    auto& desk = office.requests();
    const auto number = office.printed(2).acceptanceNumber;
    const auto id = desk.askReprint(office.clerk, number, "居民遗失").value().id;

    CHECK(codeOf(desk.answer(office.clerk, id, "有")) == Code::notAsked);
    REQUIRE(desk.askBack(office.supervisor, id, "旧件收回了吗？"));
    CHECK(codeOf(desk.askBack(office.otherSupervisor, id, "？")) == Code::askedAlready);
    CHECK(desk.returnedTo(office.clerk).size() == 1);
    SUBCASE("who answered has a part in it")
    {
        REQUIRE(desk.answer(office.otherSupervisor, id, "已收回"));
        CHECK(codeOf(desk.decide(office.otherSupervisor, id, approved, {})) == Code::ownWork);
        const auto decided = desk.decide(office.supervisor, id, approved, {}).value();
        CHECK(decided.inquiries.front().answer == "已收回");
        CHECK(decided.state == RequestState::approved);
        CHECK(codeOf(desk.decide(office.otherSupervisor, id, approved, {})) ==
              Code::alreadyDecided);
    }
    SUBCASE("a rejection says why, and the clerk may ask again")
    {
        CHECK(codeOf(desk.decide(office.supervisor, id, DecisionOutcome::rejected, "")) ==
              Code::reasonNeeded);
        REQUIRE(desk.decide(office.supervisor, id, DecisionOutcome::rejected, "先找旧件"));
        CHECK(desk.about(aboutReprint(number))->request.decision->reason == "先找旧件");
        CHECK(desk.waiting().empty());
        const auto returned = desk.returnedTo(office.clerk);
        REQUIRE(returned.size() == 1);
        CHECK(returned.front().request.state == RequestState::rejected);
        CHECK(desk.returnedTo(office.colleague).empty());
        SUBCASE("the next day it is told on the case's own page only")
        {
            office.window.clock.pass(std::chrono::hours{24});
            CHECK(desk.returnedTo(office.clerk).empty());
        }
        CHECK(desk.askReprint(office.clerk, number, "找过了"));
        CHECK(desk.about(aboutReprint(number))->request.state == RequestState::waiting);
    }
    requireSound(office);
    office.restart();
    CHECK(office.requests().view(id));
}

TEST_CASE("a request whose subject changed is not approved any more")
{
    auto office = CaseOffice{};
    auto& desk = office.requests();

    SUBCASE("another sheet was printed with a supervisor at the desk: nothing is left to ask")
    {
        const auto number = office.printed(2).acceptanceNumber;
        const auto id = desk.askReprint(office.clerk, number, "居民遗失").value().id;
        REQUIRE(office.vouchers().reprint(office.clerk, number, "遗失", office.supervisor));
        CHECK(desk.view(id)->request.state == RequestState::lapsed);
        CHECK(codeOf(desk.decide(office.otherSupervisor, id, approved, {})) ==
              Code::alreadyDecided);
    }
    SUBCASE("the drawer was counted again")
    {
        (void)office.accepted();
        REQUIRE(office.cash().countDrawer(office.clerk, {{10000, 1}}));
        const auto id = desk.askClose(office.clerk, "少收一笔").value().id;
        REQUIRE(office.cash().countDrawer(office.clerk, {{5000, 2}}, office.colleague));
        CHECK(desk.view(id)->isStale);
        CHECK(codeOf(desk.decide(office.supervisor, id, approved, {})) == Code::requestStale);
        const auto anew = desk.askClose(office.clerk, "少收一笔").value();
        CHECK(desk.view(id)->request.state == RequestState::lapsed);
        CHECK(anew.evidence ==
              RequestEvidence{DifferenceEvidence{Money::yuan(100), Money::yuan(140), 2, {}}});
    }
    SUBCASE("the drawer that was to pay was counted")
    {
        const auto number = office.printed(1).acceptanceNumber;
        const auto id = desk.askWithdrawal(office.clerk, number, "本人放弃").value().id;
        REQUIRE(desk.decide(office.supervisor, id, approved, {}));
        REQUIRE(office.cash().countDrawer(office.clerk, {{10000, 1}, {2000, 2}}));
        const auto before = office.events();
        const auto used = office.cases().withdraw(
            office.clerk, Agreement::byRequest(id), number, {}, VoucherReturn::returned);
        CHECK(used.refusal().code == Code::requestStale);
        CHECK(office.events() == before);
    }
    requireSound(office);
}

TEST_CASE("foldRequest takes no decision of somebody with a part in it, and none from elsewhere")
{
    auto office = CaseOffice{};
    auto& desk = office.requests();
    const auto number = office.printed(2).acceptanceNumber;
    const auto id = desk.askReprint(office.clerk, number, "居民遗失").value().id;
    const auto events = office.journal().eventsOf(subjectOfRequest(id));
    const auto decidedBy = [&](const Actor& actor) {
        office.journal().commit([&](JournalWriting& writing) {
            writing.append(
                newEvent(EventKind::requestDecided,
                         subjectOfRequest(id),
                         actor,
                         {{"outcome", "approved"}, {"reason", ""}, {"personId", actor.personId}}));
        });
        return office.journal().eventsOf(subjectOfRequest(id));
    };
    CHECK(foldRequest(events).state == RequestState::waiting);
    SUBCASE("not the requester under a second account")
    {
        CHECK_THROWS_AS((void)foldRequest(decidedBy(office.clerkAsSupervisor)), ServiceFailure);
    }
    SUBCASE("not the decision of another request, nor one twice")
    {
        auto other = decidedBy(office.supervisor);
        CHECK(foldRequest(other).state == RequestState::approved);
        other.push_back(other.back());
        CHECK_THROWS_AS((void)foldRequest(other), ServiceFailure);
        auto moved = events;
        moved.push_back(other.back());
        moved.back().subject = subjectOfRequest("another");
        CHECK_THROWS_AS((void)foldRequest(moved), ServiceFailure);
    }
    SUBCASE("nothing is used that was not approved")
    {
        CHECK_THROWS_AS(office.journal().commit([&](JournalWriting& writing) {
            writing.append(newEvent(EventKind::requestUsed,
                                    subjectOfRequest(id),
                                    office.clerk,
                                    nlohmann::json::object()));
        }),
                        std::logic_error);
    }
}

} // namespace guitai::request_desk_test
