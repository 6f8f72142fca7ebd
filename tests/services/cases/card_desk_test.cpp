#include "services/cases/card_delivery.h"
#include "tests/services/cases/case_office.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

using namespace guitai;
using namespace std::chrono;
using Code = Refusal::Code;

namespace
{

/// Confirmed, approved and paid.
std::string acceptedCase(CaseOffice& office, const Draft& draft)
{
    const auto confirmed = office.confirmed(draft);
    const auto& number = confirmed.acceptanceNumber;
    for (const auto& exception : confirmed.exceptions)
        REQUIRE(office.cases().decide(
            office.supervisor, number, exception.kind, DecisionOutcome::approved, {}));
    office.openShift(office.clerk);
    if (confirmed.charge.due > Money{})
        REQUIRE(office.cash().payCash(office.clerk, number, confirmed.charge.due, false));
    return number;
}

/// Whose card has arrived, too.
std::string readyCase(CaseOffice& office, const Draft& draft)
{
    const auto number = acceptedCase(office, draft);
    REQUIRE(office.cases().markReady(office.clerk, number));
    return number;
}

Draft renewalDraft()
{
    auto draft = fingersDraft();
    REQUIRE(endsOldCard(draft.kind.value()));
    return draft;
}

Draft postedDraft()
{
    auto draft = renewalDraft();
    draft.delivery.method = DeliveryMethod::post;
    draft.delivery.postal = {"李春梅", "13800002222", "110108", "测试路1号"};
    draft.delivery.postalConsent = true;
    return draft;
}

CardHandOver to(Receiver receiver)
{
    return {.receiver = receiver};
}

} // namespace

TEST_CASE("CaseDesk::handOver")
{
    auto office = CaseOffice{};
    auto& cases = office.cases();
    const auto give = [&](const std::string& number, const CardHandOver& how) {
        return cases.handOver(office.clerk, number, how);
    };
    SUBCASE("gives a child's card to the guardian, once it has arrived")
    {
        const auto number = office.confirmed(childDraft()).acceptanceNumber;
        CHECK(give(number, to(Receiver::guardian)).refusal().code == Code::wrongState);
        REQUIRE(cases.markReady(office.clerk, number));
        CHECK(give(number, to(Receiver::holder)).refusal() ==
              Refusal{Code::notTheReceiver, "receiver"});
        const auto given = give(number, to(Receiver::guardian)).value();
        CHECK(given.state == CaseState::collected);
        CHECK(given.receiver == childDraft().guardian->name);
        CHECK(give(number, to(Receiver::guardian)).refusal().code == Code::wrongState);
    }
    SUBCASE("asks what became of the old card")
    {
        const auto number = readyCase(office, renewalDraft());
        CHECK(cardsOut(cases.load(number).value()) == CardsOut{.oldCard = true});
        CHECK(give(number, to(Receiver::holder)).refusal() ==
              Refusal{Code::cardNotHandedIn, "oldCard"});
        auto how = to(Receiver::holder);
        how.back.oldCard = CardReturn::missing;
        const auto given = give(number, how).value();
        CHECK(given.oldCardBack == CardReturn::missing);
        CHECK(cardsOut(given) == CardsOut{});
    }
    SUBCASE("does not ask for what was handed in with the application")
    {
        auto draft = renewalDraft();
        draft.oldCardHandedIn = true;
        CHECK(give(readyCase(office, draft), to(Receiver::holder)));
    }
    SUBCASE("asks for the temporary card, too")
    {
        auto draft = renewalDraft();
        draft.temporaryCard = true;
        const auto number = readyCase(office, draft);
        auto how = to(Receiver::holder);
        how.back.oldCard = CardReturn::handedIn;
        CHECK(give(number, how).refusal() == Refusal{Code::cardNotHandedIn, "temporaryCardBack"});
        how.back.temporaryCard = CardReturn::handedIn;
        CHECK(give(number, how).value().temporaryCardBack == CardReturn::handedIn);
    }
    SUBCASE("gives it to a proxy with all papers only, named before or not")
    {
        auto draft = childDraft();
        draft.delivery.method = DeliveryMethod::proxy;
        draft.delivery.proxy = {"李建国", numberOf("110101", 1960y / May / 1, 11), "外公"};
        const auto number = readyCase(office, draft);
        CHECK(receiversOf(cases.load(number).value()) ==
              std::vector{Receiver::proxy, Receiver::guardian, Receiver::anotherProxy});
        auto how = to(Receiver::proxy);
        CHECK(give(number, how).refusal() == Refusal{Code::proxyPapersNotSeen, "papers"});
        how.papersSeen = true;
        SUBCASE("named")
        {
            CHECK(give(number, how).value().receiver == "李建国");
        }
        SUBCASE("not named")
        {
            how.receiver = Receiver::anotherProxy;
            CHECK(give(number, how).refusal().field == "receiver");
            how.name = " 李建军 ";
            CHECK(give(number, how).value().receiver == "李建军");
        }
    }
    SUBCASE("gives a card by post to the post, which takes no old card")
    {
        const auto number = readyCase(office, postedDraft());
        CHECK(give(number, to(Receiver::holder)).refusal().code == Code::notTheReceiver);
        const auto given = give(number, to(Receiver::post)).value();
        CHECK(given.state == CaseState::posted);
        CHECK(given.draft.delivery.requestedOn == exampleDay);
        CHECK(cardsOut(given).oldCard);
    }
}

TEST_CASE("CaseDesk::takeBack")
{
    auto office = CaseOffice{};
    auto& cases = office.cases();
    const auto handedIn = CardsBack{.oldCard = CardReturn::handedIn};
    SUBCASE("after the post brought the new card")
    {
        const auto number = readyCase(office, postedDraft());
        REQUIRE(cases.handOver(office.clerk, number, to(Receiver::post)));
        CHECK(cases.takeBack(office.clerk, number, {}).refusal() ==
              Refusal{Code::cardNotHandedIn, "oldCard"});
        const auto back = cases.takeBack(office.clerk, number, handedIn).value();
        CHECK(back.state == CaseState::posted);
        CHECK(back.oldCardBack == CardReturn::handedIn);
        CHECK(cases.takeBack(office.clerk, number, handedIn).refusal().code == Code::wrongState);
    }
    SUBCASE("before the new card has arrived, so that it is not asked for again")
    {
        const auto number = acceptedCase(office, renewalDraft());
        REQUIRE(cases.takeBack(office.clerk, number, handedIn));
        REQUIRE(cases.markReady(office.clerk, number));
        CHECK(cases.handOver(office.clerk, number, to(Receiver::holder)));
    }
    SUBCASE("a card that was missing is found, once, also after the new one was collected")
    {
        const auto number = readyCase(office, renewalDraft());
        auto holder = to(Receiver::holder);
        holder.back.oldCard = CardReturn::missing;
        REQUIRE(cases.handOver(office.clerk, number, holder));
        CHECK(cases.takeBack(office.clerk, number, holder.back).refusal().code ==
              Code::cardNotHandedIn);
        const auto found = cases.takeBack(office.clerk, number, handedIn).value();
        CHECK(found.state == CaseState::collected);
        CHECK(found.oldCardBack == CardReturn::handedIn);
        CHECK(cases.takeBack(office.clerk, number, handedIn).refusal().code == Code::wrongState);
    }
    SUBCASE("not where no card is out")
    {
        const auto number = readyCase(office, childDraft());
        CHECK(cases.takeBack(office.clerk, number, handedIn).refusal().code == Code::wrongState);
    }
    SUBCASE("is in the journal and survives the index's making anew")
    {
        const auto number = acceptedCase(office, renewalDraft());
        REQUIRE(cases.takeBack(office.clerk, number, handedIn));
        CHECK(cases.load(number).value().history.back().kind == EventKind::cardsReturned);
    }
}

TEST_CASE("a proxy is of the city's least age")
{
    auto office = CaseOffice{};
    auto draft = childDraft();
    draft.delivery.method = DeliveryMethod::proxy;
    draft.delivery.proxy = {"李小军", numberOf("110101", 2008y / November / 24, 11), "哥哥"};
    const auto refused = office.cases().confirm(office.clerk, office.prepared(draft));
    REQUIRE_FALSE(refused);
    CHECK(refused.refusals() ==
          Refusals{{Code::proxyTooYoung, "delivery.proxy.citizenNumber", {"18"}}});
    draft.delivery.proxy.citizenNumber = numberOf("110101", 2008y / November / 23, 11);
    CHECK(office.cases().confirm(office.clerk, office.prepared(draft)));
}
