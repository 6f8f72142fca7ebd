#include "services/failure.h"
#include "tests/services/cases/case_office.h"

#include <doctest/doctest.h>

using namespace guitai;
using Code = Refusal::Code;

namespace
{

std::vector<Code> codesOf(const Result<Done>& result)
{
    auto codes = std::vector<Code>{};
    if (!result)
        for (const auto& refusal : result.refusals())
            codes.push_back(refusal.code);
    return codes;
}

} // namespace

TEST_CASE("VoucherDesk::mayIssue")
{
    auto office = CaseOffice{};
    const auto codes = [&](const Case& subject) {
        return codesOf(office.vouchers().mayIssue(office.clerk, subject.acceptanceNumber));
    };

    SUBCASE("wants every exception decided and the money settled")
    {
        const auto waiting = office.confirmed(fingersDraft());
        CHECK(codes(waiting) == std::vector{Code::approvalPending});
        CHECK(codes(office.confirmed(terminalDraft())) == std::vector{Code::notSettled});
        CHECK(codes(office.confirmed(childDraft())).empty());
    }
    SUBCASE("does not print for a case that has ended")
    {
        const auto child = office.confirmed(childDraft());
        REQUIRE(office.cases().withdraw(
            office.clerk, office.clerk, child.acceptanceNumber, "本人放弃"));
        CHECK(codes(child) == std::vector{Code::wrongState});
        CHECK_FALSE(office.vouchers().preview(office.clerk, child.acceptanceNumber, 72));
        CHECK_FALSE(office.vouchers().voucherOf(child.acceptanceNumber, 0, ""));
    }
}

TEST_CASE("VoucherDesk::voucherOf")
{
    auto office = CaseOffice{};

    SUBCASE("holds what stands on the paper")
    {
        const auto paid = office.accepted();
        const auto voucher = office.vouchers().voucherOf(paid.acceptanceNumber, 0, "").value();
        CHECK(voucher.acceptanceNumber == paid.acceptanceNumber);
        CHECK(voucher.authority == "北京市公安局海淀分局");
        CHECK(voucher.station == "测试派出所");
        CHECK(voucher.window == "03");
        CHECK(voucher.name == "孙雨晴");
        CHECK(voucher.sex == Sex::female);
        CHECK(voucher.ethnicity == "汉");
        CHECK(voucher.citizenNumber == terminalDraft().applicant.citizenNumber);
        CHECK(voucher.due == Money::yuan(40));
        CHECK(voucher.tender == Tender::cash);
        CHECK(voucher.receiptNumber == "R2026112302001");
        CHECK(voucher.promisedWorkingDays == 10);
        CHECK(voucher.postalEntry == "GTPOST:1:" + paid.acceptanceNumber);
        CHECK_FALSE(voucher.oldCardOutstanding);
        CHECK(voucher.clerk == "洪民警");
        CHECK(voucher.printedAt == "2026-11-23 09:00");
        CHECK(voucher.training);
    }
    SUBCASE("names the guardian, the ground and the words of the reasons")
    {
        const auto child = office.confirmed(childDraft());
        const auto sheet = office.vouchers().voucherOf(child.acceptanceNumber, 0, "").value();
        CHECK(sheet.guardianName == "李春梅");
        CHECK(sheet.guardianRelation == Relation::mother);
        CHECK(sheet.tender == Tender::exempt);
        CHECK_FALSE(sheet.exemptionGround.empty());

        const auto waiting = office.confirmed(fingersDraft());
        const auto number = waiting.acceptanceNumber;
        REQUIRE(office.cases().decide(office.supervisor,
                                      number,
                                      ExceptionKind::fingersNotObtainable,
                                      DecisionOutcome::approved,
                                      ""));
        office.openShift(office.clerk);
        REQUIRE(office.cash().payCash(office.clerk, number, Money::yuan(20), false));
        const auto second = office.vouchers().voucherOf(number, 0, "").value();
        CHECK(second.rightReason == "手指残缺");
        CHECK(second.oldCardOutstanding);
    }
    SUBCASE("has no postal entry where the post is not possible")
    {
        auto draft = childDraft();
        draft.delivery.method = DeliveryMethod::proxy;
        draft.delivery.proxy = {
            "李建国", numberOf("110101", std::chrono::year{1960} / 5 / 1, 11), "外公"};
        const auto number = office.confirmed(draft).acceptanceNumber;
        const auto voucher = office.vouchers().voucherOf(number, 0, "").value();
        CHECK_FALSE(voucher.postPossible);
        CHECK(voucher.postalEntry.empty());
        CHECK(voucher.proxy.name == "李建国");
    }
}

TEST_CASE("VoucherDesk::preview")
{
    auto office = CaseOffice{};

    SUBCASE("journals nothing")
    {
        const auto number = office.confirmed(childDraft()).acceptanceNumber;
        const auto before = office.events();
        CHECK(office.vouchers().preview(office.clerk, number, 72).value().width == 72);
        CHECK(office.events() == before);
        CHECK(office.output.titles.empty());
    }
}

TEST_CASE("VoucherDesk::issue")
{
    auto office = CaseOffice{};
    const auto number = office.confirmed(childDraft()).acceptanceNumber;

    SUBCASE("prints the original once")
    {
        const auto before = office.events();
        const auto issued = office.vouchers().issue(office.clerk, number).value();
        CHECK(issued.row.state == "issued");
        CHECK(issued.row.copy == 0);
        CHECK(textOf(issued.pdf) == number + "/0");
        CHECK(office.output.titles == std::vector<std::string>{"voucher-" + number});
        CHECK(office.events() == before + 2);
        CHECK(office.vouchers().issue(office.clerk, number).refusal().code == Code::alreadyPrinted);
        CHECK(office.events() == before + 2);
    }
    SUBCASE("may be tried again when nothing left the machine")
    {
        office.output.mood = FakeOutput::Mood::jams;
        CHECK_THROWS_AS((void)office.vouchers().issue(office.clerk, number), ServiceFailure);
        CHECK(office.vouchers().papersOf(number).front().state == "failed");
        office.output.mood = FakeOutput::Mood::works;
        CHECK(office.vouchers().issue(office.clerk, number).value().row.copy == 0);
    }
    SUBCASE("leaves no intent when the sheet cannot be made")
    {
        office.printer.missing = U"满";
        const auto before = office.events();
        CHECK(office.vouchers().issue(office.clerk, number).refusal().code == Code::notDrawable);
        CHECK(office.events() == before);
    }
    SUBCASE("asks what came out when the machine stopped between intent and outcome")
    {
        office.output.mood = FakeOutput::Mood::machineStops;
        CHECK_THROWS_AS((void)office.vouchers().issue(office.clerk, number), FakeOutput::Stopped);
        office.output.mood = FakeOutput::Mood::works;
        office.restart();
        const auto open = office.vouchers().unresolved();
        REQUIRE(open.size() == 1);
        CHECK(open.front().state == "intended");
        CHECK(office.vouchers().issue(office.clerk, number).refusal().code ==
              Code::unresolvedPrint);
        CHECK(office.vouchers().reprint(office.clerk, number, "遗失").refusal().code ==
              Code::unresolvedPrint);

        SUBCASE("yes makes it the original")
        {
            REQUIRE(office.vouchers().resolve(office.clerk, open.front().id, true));
            CHECK(office.vouchers().issue(office.clerk, number).refusal().code ==
                  Code::alreadyPrinted);
        }
        SUBCASE("no lets it be printed")
        {
            REQUIRE(office.vouchers().resolve(office.clerk, open.front().id, false));
            CHECK(office.vouchers().issue(office.clerk, number).value().row.copy == 0);
        }
        SUBCASE("is answered once")
        {
            REQUIRE(office.vouchers().resolve(office.clerk, open.front().id, true));
            CHECK(office.vouchers().resolve(office.clerk, open.front().id, false).refusal().code ==
                  Code::alreadyDecided);
        }
    }
}

TEST_CASE("VoucherDesk::reprint")
{
    auto office = CaseOffice{};
    const auto number = office.confirmed(childDraft()).acceptanceNumber;
    auto& desk = office.vouchers();

    SUBCASE("needs an original and a reason")
    {
        CHECK(desk.reprint(office.clerk, number, "遗失").refusal() ==
              Refusal{Code::missing, "voucher", {}});
        REQUIRE(desk.issue(office.clerk, number));
        CHECK(desk.reprint(office.clerk, number, " ").refusal() ==
              Refusal{Code::reasonNeeded, "reason", {}});
    }
    SUBCASE("counts, and from the second on a supervisor agrees who does not print it")
    {
        REQUIRE(desk.issue(office.clerk, number));
        CHECK(desk.reprint(office.clerk, number, "遗失").value().row.copy == 1);
        CHECK(office.printer.rendered.back().copy == 1);
        CHECK(office.printer.rendered.back().reprintReason == "遗失");
        CHECK(desk.reprint(office.clerk, number, "再次遗失").refusal() ==
              Refusal{Code::notPermitted, "supervisor", {"approveReprint"}});
        CHECK(desk.reprint(office.clerk, number, "再次遗失", office.colleague).refusal().code ==
              Code::notPermitted);
        CHECK(desk.reprint(office.clerk, number, "再次遗失", office.clerkAsSupervisor)
                  .refusal()
                  .code == Code::ownWork);
        CHECK(desk.reprint(office.clerk, number, "再次遗失", office.supervisor).value().row.copy ==
              2);
        CHECK(office.output.titles.back() == "voucher-" + number + "-copy-2");
        CHECK(desk.papersOf(number).size() == 3);
    }
    SUBCASE("does not count a copy that failed")
    {
        REQUIRE(desk.issue(office.clerk, number));
        office.output.mood = FakeOutput::Mood::jams;
        CHECK_THROWS_AS((void)desk.reprint(office.clerk, number, "遗失"), ServiceFailure);
        office.output.mood = FakeOutput::Mood::works;
        CHECK(desk.reprint(office.clerk, number, "遗失").value().row.copy == 1);
    }
}
