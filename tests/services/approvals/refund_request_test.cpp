#include "services/approvals/request_desk.h"
#include "services/cases/case_events.h"
#include "tests/services/payments/model/payment_world.h"

#include <doctest/doctest.h>

namespace guitai::refund_request_test
{

using namespace std::chrono_literals;
using Code = Refusal::Code;

namespace
{

const auto whole = Money::yuan(40);
const auto reason = std::string{"申请人撤回"};

} // namespace

TEST_CASE("a refund goes back by an approved request as well, once")
{
    auto office = CaseOffice{};
    auto world = PaymentWorld{office, 1};
    auto& requests = office.requests();
    const auto number = world.addCase();
    (void)world.desk().showCode(office.clerk, number, GatewayChannel::weChat).value();
    world.run();
    const auto order = world.attempt(number).orderNumber;
    world.ledger.scan(order);
    REQUIRE(world.ledger.pay(order));
    world.pass(3s);
    REQUIRE(office.cases().withdraw(office.clerk, office.supervisor, number, reason));
    const auto refund = RequestDesk::Refund{.step = RefundStep::provider,
                                            .acceptanceNumber = number,
                                            .chargeId = chargeIdOf(number),
                                            .orderNumber = order,
                                            .amount = Money::yuan(30)};
    const auto use = [&](const std::string& id, Money amount) {
        return world.desk().requestRefund(
            office.clerk, Agreement::byRequest(id), chargeIdOf(number), order, amount, {});
    };
    const auto asked = requests.askRefund(office.clerk, refund, reason).value();
    CHECK(asked.evidence ==
          RequestEvidence{RefundEvidence{Money::yuan(30), whole, Tender::weChat, {}, false}});
    CHECK(use(asked.id, Money::yuan(30)).refusal().code == Code::requestNotApproved);
    CHECK(requests.decide(office.clerkAsSupervisor, asked.id, DecisionOutcome::approved, {})
              .refusal()
              .code == Code::ownWork);
    REQUIRE(requests.decide(office.supervisor, asked.id, DecisionOutcome::approved, {}));
    SUBCASE("for the amount that was approved")
    {
        CHECK(use(asked.id, whole).refusal().code == Code::requestStale);
        const auto view = use(asked.id, Money::yuan(30)).value();
        REQUIRE(view.refunds.size() == 1);
        CHECK(view.refunds[0].amount == Money::yuan(30));
        CHECK(use(asked.id, Money::yuan(30)).refusal().code == Code::requestUsed);
    }
    SUBCASE("not when other money went back meanwhile")
    {
        REQUIRE(world.desk().requestRefund(
            office.clerk, office.supervisor, chargeIdOf(number), order, Money::yuan(5), reason));
        CHECK_FALSE(use(asked.id, Money::yuan(30)));
        CHECK(requests.view(asked.id)->request.state == RequestState::lapsed);
    }
    CHECK(office.journal().verify().problems.empty());
}

} // namespace guitai::refund_request_test
