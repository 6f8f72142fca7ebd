#include "services/practice/outcome.h"

#include <doctest/doctest.h>

namespace guitai
{

namespace
{

Scenario lostCard()
{
    auto scenario = Scenario{};
    scenario.delivery.method = DeliveryMethod::pickUp;
    scenario.end.state = CaseState::accepted;
    scenario.end.category = Category::under16;
    scenario.end.kind = ApplicationKind::loss;
    scenario.end.due = Money::yuan(40);
    scenario.end.tender = Tender::cash;
    return scenario;
}

PaperRow paper(int copy, const std::string& state)
{
    auto row = PaperRow{};
    row.copy = copy;
    row.state = state;
    return row;
}

ScenarioOutcome asAsked()
{
    auto outcome = ScenarioOutcome{};
    auto& found = outcome.found.emplace();
    found.state = CaseState::accepted;
    found.category = Category::under16;
    found.kind = ApplicationKind::loss;
    found.draft.delivery.method = DeliveryMethod::pickUp;
    found.charge.due = Money::yuan(40);
    found.charge.tender = Tender::cash;
    outcome.papers = {paper(0, "issued")};
    return outcome;
}

} // namespace

TEST_CASE("deviations of a case from its scenario")
{
    using What = Deviation::What;
    auto outcome = asAsked();
    SUBCASE("as asked, there are none")
    {
        CHECK(deviations(lostCard(), outcome).empty());
    }
    SUBCASE("nobody took the case")
    {
        CHECK(deviations(lostCard(), {}) == std::vector<Deviation>{{What::noCase, {}, {}}});
    }
    SUBCASE("not paid")
    {
        outcome.found->state = CaseState::awaitingPayment;
        outcome.found->charge.tender.reset();
        CHECK(deviations(lostCard(), outcome) ==
              std::vector<Deviation>{{What::state, "accepted", "awaitingPayment"},
                                     {What::tender, "cash", ""}});
    }
    SUBCASE("another fee, because of another kind")
    {
        outcome.found->kind = ApplicationKind::expiry;
        outcome.found->charge.due = Money::yuan(20);
        CHECK(
            deviations(lostCard(), outcome) ==
            std::vector<Deviation>{{What::kind, "loss", "expiry"}, {What::due, "40.00", "20.00"}});
    }
    SUBCASE("an exception that nobody should have asked for")
    {
        outcome.found->exceptions = {CaseException{ExceptionKind::feeRelief, {}, {}, {}}};
        CHECK(deviations(lostCard(), outcome) ==
              std::vector<Deviation>{{What::exceptions, "", "feeRelief"}});
    }
    SUBCASE("a voucher that failed does not count, a reprint is none")
    {
        outcome.papers = {paper(0, "failed"), paper(1, "issued")};
        CHECK(deviations(lostCard(), outcome) ==
              std::vector<Deviation>{{What::vouchers, "1", "0"}, {What::reprints, "0", "1"}});
    }
}

} // namespace guitai
