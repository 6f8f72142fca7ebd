#include "services/cases/case_actions.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

const auto clerk = Actor{"zhang", "zhang", Role::clerk};

Case inState(CaseState state)
{
    auto subject = Case{};
    subject.state = state;
    return subject;
}

PaperRow paperIn(const std::string& state)
{
    auto paper = PaperRow{};
    paper.state = state;
    return paper;
}

/// The code of the refusal, or none.
std::optional<Refusal::Code>
refusalOf(CaseAction action, CaseState state, const std::vector<PaperRow>& papers = {})
{
    const auto may = mayAct(clerk, action, inState(state), papers);
    return may ? std::nullopt : std::optional{may.refusal().code};
}

constexpr auto every = {CaseState::awaitingApproval,
                        CaseState::awaitingPayment,
                        CaseState::accepted,
                        CaseState::ready,
                        CaseState::collected,
                        CaseState::posted,
                        CaseState::rejected,
                        CaseState::withdrawn};

/// The states in which an action can be begun.
std::vector<CaseState> statesFor(CaseAction action, const std::vector<PaperRow>& papers = {})
{
    auto states = std::vector<CaseState>{};
    for (const auto state : every)
        if (!refusalOf(action, state, papers))
            states.push_back(state);
    return states;
}

} // namespace

TEST_CASE("mayAct")
{
    using enum CaseState;

    SUBCASE("each action in its states only")
    {
        CHECK(statesFor(CaseAction::decide) == std::vector{awaitingApproval});
        CHECK(statesFor(CaseAction::pay) == std::vector{awaitingPayment});
        CHECK(statesFor(CaseAction::print) == std::vector{accepted, ready});
        CHECK(statesFor(CaseAction::withdraw) ==
              std::vector{awaitingApproval, awaitingPayment, accepted});
        CHECK(statesFor(CaseAction::markReady) == std::vector{accepted});
        CHECK(statesFor(CaseAction::handOver) == std::vector{ready});
        CHECK(statesFor(CaseAction::reprint, {paperIn("issued")}) == std::vector{accepted, ready});
    }
    SUBCASE("the reason names the state that the case is in")
    {
        const auto may = mayAct(clerk, CaseAction::pay, inState(collected), {});
        REQUIRE_FALSE(static_cast<bool>(may));
        CHECK(may.refusal() == Refusal{Refusal::Code::wrongState, {}, {"collected"}});
    }
    SUBCASE("one original, then marked reprints of it")
    {
        CHECK(refusalOf(CaseAction::print, accepted, {paperIn("issued")}) ==
              Refusal::Code::alreadyPrinted);
        CHECK(refusalOf(CaseAction::reprint, accepted) == Refusal::Code::notPrinted);
        CHECK(refusalOf(CaseAction::reprint, accepted, {paperIn("failed")}) ==
              Refusal::Code::notPrinted);
        CHECK_FALSE(refusalOf(CaseAction::print, accepted, {paperIn("failed")}).has_value());
    }
    SUBCASE("nothing is printed while it is not known what the last print did")
    {
        for (const auto* state : {"intended", "unknown"})
            for (const auto action : {CaseAction::print, CaseAction::reprint})
                CHECK(refusalOf(action, accepted, {paperIn(state)}) ==
                      Refusal::Code::unresolvedPrint);
    }
    SUBCASE("an administrator begins nothing")
    {
        const auto administrator = Actor{"zhao", "zhao", Role::administrator};
        for (const auto action : {CaseAction::decide,
                                  CaseAction::pay,
                                  CaseAction::print,
                                  CaseAction::reprint,
                                  CaseAction::withdraw,
                                  CaseAction::markReady,
                                  CaseAction::handOver}) {
            const auto may = mayAct(administrator, action, inState(accepted), {});
            REQUIRE_FALSE(static_cast<bool>(may));
            CHECK(may.refusal().code == Refusal::Code::notPermitted);
        }
    }
}
