#include "tests/forms/case/case_window.h"

#include "forms/case/payment_step.h"
#include "forms/case/photo_step.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

using namespace std::chrono;

namespace guitai
{

namespace
{

/// From the page in front to the end of the step that is named.
void fillApplicant(CaseWindow& window, Date birthDate, int order, bool heldCardBefore)
{
    window.press('2', wxMOD_ALT);
    REQUIRE(window.currentStep() == Step::applicant);
    window.type("applicant.citizenNumber", numberOf("110108", birthDate, order));
    window.type("applicant.name", "测试甲");
    window.type("applicant.ethnicity", "1");
    window.type("applicant.address", "北京市海淀区测试路1号2单元301室");
    window.type("applicant.phone", "138 0000 1111");
    window.choose("applicant.heldCardBefore", heldCardBefore);
}

void fillPhoto(CaseWindow& window)
{
    window.press('5', wxMOD_ALT);
    REQUIRE(window.currentStep() == Step::photo);
    window.type("photo", window.photoFile().string());
    window.press(WXK_RETURN);
}

void takeFingerprints(CaseWindow& window)
{
    window.press('6', wxMOD_ALT);
    window.choose("rightHand.result", FingerprintResult::registered);
    window.choose("leftHand.result", FingerprintResult::registered);
}

void confirmAndSign(CaseWindow& window)
{
    window.press('8', wxMOD_ALT);
    REQUIRE(window.currentStep() == Step::confirmation);
    window.tick("confirmation.read");
    window.sign();
    CHECK(window.side().mainButton()->reason().empty());
    window.press(WXK_RETURN, wxMOD_CONTROL);
}

void printAndCheck(CaseWindow& window)
{
    REQUIRE(window.currentStep() == Step::voucher);
    CHECK(window.output.papers.empty());
    window.press(WXK_F9);
    REQUIRE(window.output.papers.size() == 1);
    window.press(WXK_F9);
    CHECK(window.output.papers.size() == 1);
    CHECK(window.shell.starts == 0);
    window.press(WXK_RETURN);
    CHECK(window.shell.starts == 1);
}

} // namespace

TEST_CASE("a child's first card goes from the category to the voucher by keys")
{
    auto window = CaseWindow{};
    window.start();
    REQUIRE(window.currentStep() == Step::category);
    window.take("declared", 0);
    fillApplicant(window, 2019y / May / 21, 124, false);
    window.press('3', wxMOD_ALT);
    window.type("guardian.citizenNumber", numberOf("110108", 1988y / February / 3, 226));
    window.type("guardian.name", "测试乙");
    window.choose("guardian.relation", Relation::mother);
    window.type("guardian.phone", "13800002222");
    window.choose("guardian.sameRegister", true);
    window.press('4', wxMOD_ALT);
    window.tick("documents.householdRegister");
    window.tick("documents.guardianCard");
    fillPhoto(window);
    takeFingerprints(window);
    window.press('7', wxMOD_ALT);
    window.take("delivery.method", 0);
    confirmAndSign(window);
    CHECK(window.rail().entry(Step::payment).state == StepState::notNeeded);
    printAndCheck(window);
}

TEST_CASE("a first card of an adult goes to the voucher without a guardian and without payment")
{
    auto window = CaseWindow{};
    window.start();
    window.take("declared", 1);
    fillApplicant(window, 2006y / March / 9, 317, false);
    CHECK(window.rail().entry(Step::guardian).state == StepState::notNeeded);
    window.press('4', wxMOD_ALT);
    window.tick("documents.householdRegister");
    fillPhoto(window);
    takeFingerprints(window);
    window.press('7', wxMOD_ALT);
    window.take("delivery.method", 2);
    window.choose("delivery.postal.district", std::string{"110108"});
    window.type("delivery.postal.street", "测试路1号");
    window.tick("delivery.postalConsent");
    confirmAndSign(window);
    printAndCheck(window);
}

TEST_CASE("fingers that cannot be taken wait for a supervisor, then for the money")
{
    auto window = CaseWindow{};
    window.start();
    window.take("declared", 2);
    window.choose("kind", ApplicationKind::expiry);
    fillApplicant(window, 1970y / April / 2, 311, true);
    window.press('2', wxMOD_ALT);
    window.type("applicant.oldCardExpiry", "2026-12-20");
    window.press('4', wxMOD_ALT);
    window.tick("documents.oldCard");
    window.press('6', wxMOD_ALT);
    for (const auto* hand : {"rightHand", "leftHand"}) {
        window.choose(std::string{hand} + ".result", FingerprintResult::notRegistered);
        auto& reason =
            dynamic_cast<ValueChoice<std::string>&>(*window.field(std::string{hand} + ".reason"));
        REQUIRE(!reason.values().empty());
        window.choose(std::string{hand} + ".reason", reason.values().front());
    }
    window.press('4', wxMOD_ALT);
    window.tick("documents.fingersEvidence");
    fillPhoto(window);
    window.press('7', wxMOD_ALT);
    window.take("delivery.method", 0);
    confirmAndSign(window);
    REQUIRE(window.currentStep() == Step::payment);
    CHECK(!window.side().mainButton()->reason().empty());
    CHECK(!window.side().printButton()->reason().empty());

    auto* approve = wxWindow::FindFocus();
    REQUIRE(approve);
    SUBCASE("nobody decides about an own case")
    {
        window.shell.supervisor = Actor{"zhang2", "zhang", Role::supervisor};
        window.click(approve);
        CHECK(!window.side().mainButton()->reason().empty());
        CHECK(window.cases->search({}).rows.front().state == "awaitingApproval");
    }
    SUBCASE("a cancelled sign-in changes nothing")
    {
        window.shell.supervisor.reset();
        window.click(approve);
        CHECK(window.cases->search({}).rows.front().state == "awaitingApproval");
    }
    SUBCASE("approved and paid")
    {
        window.click(approve);
        CHECK(window.shell.asked.size() == 1);
        REQUIRE(window.cases->search({}).rows.front().state == "awaitingPayment");
        window.type("tendered", "50");
        auto& payment = dynamic_cast<PaymentStep&>(window.step());
        CHECK(payment.changeText().Contains("30"));
        window.press(WXK_RETURN);
        CHECK(window.cases->search({}).rows.front().state == "accepted");
        CHECK(payment.changeText().Contains("30"));
        window.press(WXK_RETURN);
        printAndCheck(window);
    }
}

TEST_CASE("a failed registration at the terminal carries its attempt and pays for the loss")
{
    auto window = CaseWindow{};
    window.start();
    window.take("declared", 3);
    auto& points = dynamic_cast<ValueChoice<std::string>&>(*window.field("terminal.servicePoint"));
    REQUIRE(!points.values().empty());
    window.choose("terminal.servicePoint", points.values().front());
    window.type("terminal.date", "2026.11.20");
    window.type("terminal.reason", "指纹注册失败");
    window.choose("kind", ApplicationKind::loss);
    fillApplicant(window, 1985y / July / 15, 222, true);
    window.press('4', wxMOD_ALT);
    window.tick("documents.lossStatement");
    window.tick("documents.terminalSlip");
    fillPhoto(window);
    takeFingerprints(window);
    window.press('7', wxMOD_ALT);
    window.take("delivery.method", 1);
    window.type("delivery.proxy.name", "测试丙");
    window.type("delivery.proxy.relation", "配偶");
    window.type("delivery.proxy.citizenNumber", numberOf("110105", 1986y / July / 15, 213));
    confirmAndSign(window);
    REQUIRE(window.currentStep() == Step::payment);

    SUBCASE("less than the fee is refused beside the field")
    {
        window.type("tendered", "20");
        auto& payment = dynamic_cast<PaymentStep&>(window.step());
        CHECK(!payment.tendered()->problem().empty());
        window.press(WXK_RETURN);
        CHECK(window.cases->search({}).rows.front().state == "awaitingPayment");
    }
    SUBCASE("a change of 100 yuan or more needs a second confirmation")
    {
        window.type("tendered", "400");
        auto& payment = dynamic_cast<PaymentStep&>(window.step());
        window.press(WXK_RETURN);
        window.press(WXK_RETURN);
        CHECK(window.cases->search({}).rows.front().state == "awaitingPayment");
        CHECK(!window.side().mainButton()->reason().empty());
        REQUIRE(payment.changeChecked()->IsShownOnScreen());
        window.tick("tendered.change");
        CHECK(window.side().mainButton()->reason().empty());
        window.type("tendered", "500");
        CHECK(!payment.changeChecked()->GetValue());
        window.tick("tendered.change");
        window.press(WXK_RETURN);
        CHECK(window.cases->search({}).rows.front().state == "accepted");
    }
    SUBCASE("without an open shift no money is taken")
    {
        window.shell.openShiftNow.reset();
        window.type("tendered", "40");
        CHECK(!window.side().mainButton()->reason().empty());
    }
}

} // namespace guitai
