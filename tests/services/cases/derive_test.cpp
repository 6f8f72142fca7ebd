#include "services/cases/checklist.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace guitai::derive_test
{

using namespace std::chrono;

namespace
{

const RuleBook& rules()
{
    static const auto book = loadRuleBook(Assets{});
    return book;
}

Derived derived(const Draft& draft, std::string_view area = "110108")
{
    return derive(draft, exampleDay, rules(), area);
}

} // namespace

TEST_CASE("derive")
{
    SUBCASE("says nothing of an empty draft but the day of promise")
    {
        const auto nothing = derived(Draft{});
        CHECK_FALSE(nothing.age);
        CHECK_FALSE(nothing.category);
        CHECK_FALSE(nothing.kind);
        CHECK_FALSE(nothing.validity);
        CHECK(nothing.documents.empty());
        CHECK(nothing.fees.empty());
        CHECK(nothing.exceptions.empty());
        CHECK(nothing.promised == rules().calendar.after(exampleDay, 10));
    }
    SUBCASE("reads birth date, sex, age and area from the number")
    {
        const auto child = derived(childDraft());
        CHECK(child.birthDate == 2019y / May / 21);
        CHECK(child.sex == Sex::female);
        CHECK(child.age == 7);
        CHECK(child.areaName.find("海淀") != std::string::npos);
        CHECK(child.validity.value().years == 5);
    }
    SUBCASE("gives the first category that applies and marks the others")
    {
        auto draft = childDraft();
        draft.terminal = TerminalAttempt{};
        draft.leftHand = {FingerprintResult::notRegistered, std::nullopt, "youngChild"};
        const auto child = derived(draft);
        CHECK(child.category == Category::under16);
        CHECK(child.marks == std::vector{Category::fingersUnobtainable, Category::terminalFailed});
    }
    SUBCASE("lets the clerk's choice stand until hands and attempt are entered")
    {
        auto draft = fingersDraft();
        draft.leftHand = {};
        draft.rightHand = {};
        CHECK(derived(draft).category == Category::fingersUnobtainable);
        draft.rightHand = {FingerprintResult::registered, Finger::rightThumb, {}};
        draft.leftHand = {FingerprintResult::registered, Finger::leftThumb, {}};
        CHECK(derived(draft).category == Category::couldUseTerminal);
    }
    SUBCASE("prices a first issue at nothing, with its ground")
    {
        const auto child = derived(childDraft());
        CHECK(child.due == Money{});
        CHECK(child.exemptionGround.find("财税〔2018〕37号") != std::string::npos);
    }
    SUBCASE("prices renewal, loss, damage and the temporary card")
    {
        CHECK(derived(fingersDraft()).due == Money::yuan(20));
        CHECK(derived(terminalDraft()).due == Money::yuan(40));
        CHECK(derived(anyoneDraft()).due == Money::yuan(40));
        auto draft = childDraft();
        draft.temporaryCard = true;
        CHECK(derived(draft).due == Money::yuan(10));
        CHECK(derived(draft).exemptionGround.empty());
    }
    SUBCASE("applies a relief to the kinds of its ground only")
    {
        auto draft = fingersDraft();
        draft.reliefGround = "minimumAllowance";
        CHECK(derived(draft).due == Money{});
        CHECK(derived(draft).exemptionGround.find("第二十条") != std::string::npos);
        draft.reliefGround = "disasterOrIllness";
        CHECK(derived(draft).due == Money::yuan(10));
        draft.kind = ApplicationKind::loss;
        CHECK(derived(draft).due == Money::yuan(40));
    }
    SUBCASE("finds what a supervisor must decide")
    {
        CHECK(derived(childDraft()).exceptions.empty());
        CHECK(derived(terminalDraft()).exceptions.empty());
        CHECK(derived(fingersDraft()).exceptions ==
              std::vector{ExceptionKind::fingersNotObtainable});
        CHECK(derived(anyoneDraft()).exceptions == std::vector{ExceptionKind::couldUseTerminal});

        auto draft = childDraft();
        draft.guardian->relation = Relation::maternalGrandmother;
        draft.reliefGround = "minimumAllowance";
        draft.rightHand = {FingerprintResult::failed, Finger::rightThumb, "noFeatures"};
        draft.duplicateSeen = "1101085202026112200024";
        draft.photo->faults = {{PhotoCheckKind::background, 12, "戴头巾"}};
        CHECK(derived(draft).exceptions == std::vector{ExceptionKind::registrationFailed,
                                                       ExceptionKind::nonParentGuardian,
                                                       ExceptionKind::feeRelief,
                                                       ExceptionKind::duplicate,
                                                       ExceptionKind::photoCheckOverruled});
        draft.photo->faults.front().reason.clear(); // not overruled: nothing to decide
        CHECK(derived(draft).exceptions.back() == ExceptionKind::duplicate);
    }
    SUBCASE("leaves to the clerk what the city does not want approved")
    {
        auto lenient = rules();
        lenient.city.approvals = {"feeRelief"};
        CHECK(derive(fingersDraft(), exampleDay, lenient).exceptions.empty());
    }
    SUBCASE("promises the working days of the station's district")
    {
        CHECK(derived(childDraft(), "110108").promised == rules().calendar.after(exampleDay, 10));
        CHECK(derived(childDraft(), "110119").promised == rules().calendar.after(exampleDay, 12));
        CHECK(derived(childDraft(), "110119").promisedWorkingDays == 12);
    }
    SUBCASE("names the terminals of the own district first, to those who could use one")
    {
        CHECK(derived(childDraft()).servicePoints.empty());
        const auto points = derived(anyoneDraft()).servicePoints;
        REQUIRE_FALSE(points.empty());
        CHECK(points.front().district == "海淀区");
        CHECK(std::ranges::all_of(points, &ServicePoint::applies));
        CHECK(derived(anyoneDraft(), "110112").servicePoints.front().name == "北苑");
    }
    SUBCASE("knows when the card can go by post")
    {
        auto draft = childDraft();
        CHECK(derived(draft).postPossible);
        draft.delivery.method = DeliveryMethod::proxy;
        CHECK_FALSE(derived(draft).postPossible);
        draft.delivery.method = DeliveryMethod::post;
        draft.delivery.postal.district = "110108";
        CHECK(derived(draft).postPossible);
        draft.delivery.requestedOn = 2026y / November / 22;
        CHECK_FALSE(derived(draft).postPossible);
        draft.delivery.requestedOn = exampleDay;
        draft.delivery.postal.district = "131002";
        CHECK_FALSE(derived(draft).postPossible);
    }
}

TEST_CASE("normalised")
{
    SUBCASE("mends what was typed")
    {
        auto draft = childDraft();
        draft.applicant.name = " 阿依古丽•买买提 ";
        draft.applicant.phone = "138 0000-1111";
        draft.applicant.address = " 北京市 ";
        draft.guardian->citizenNumber = "４４０５２４１８８００１０１００１４";
        const auto mended = normalised(draft, exampleDay);
        CHECK(mended.applicant.name == "阿依古丽·买买提");
        CHECK(mended.applicant.phone == "13800001111");
        CHECK(mended.applicant.address == "北京市");
        CHECK(mended.guardian->citizenNumber == "440524188001010014");
        CHECK(normalised(mended, exampleDay) == mended);
    }
    SUBCASE("leaves wrong entries as they were typed")
    {
        auto draft = childDraft();
        draft.applicant.phone = "12";
        draft.applicant.address = "北\x07";
        CHECK(normalised(draft, exampleDay) == draft);
    }
    SUBCASE("fills in the day of a request for post")
    {
        auto draft = childDraft();
        draft.delivery.method = DeliveryMethod::post;
        CHECK(normalised(draft, exampleDay).delivery.requestedOn == exampleDay);
        draft.delivery.requestedOn = 2026y / November / 22;
        CHECK(normalised(draft, exampleDay).delivery.requestedOn == 2026y / November / 22);
    }
    SUBCASE("keeps nothing that the chosen delivery does not need")
    {
        auto draft = childDraft();
        draft.delivery.postal.recipient = "李春梅";
        draft.delivery.requestedOn = exampleDay;
        draft.delivery.proxy.name = "李建国";
        CHECK(normalised(draft, exampleDay).delivery == childDraft().delivery);
    }
}

} // namespace guitai::derive_test
