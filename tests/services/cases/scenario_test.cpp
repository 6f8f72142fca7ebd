#include "tests/services/cases/case_office.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

/// From the draft to the printed original, as a clerk and a supervisor do it.
Voucher voucherFor(CaseOffice& office, const Draft& typed)
{
    const auto draft = office.prepared(typed);
    REQUIRE(office.cases().saveDraft(office.clerk, draft));
    REQUIRE(office.cases().check(draft).empty());
    auto subject = office.cases().confirm(office.clerk, draft).value();
    for (const auto& exception : subject.exceptions)
        REQUIRE(office.cases().decide(office.supervisor,
                                      subject.acceptanceNumber,
                                      exception.kind,
                                      DecisionOutcome::approved,
                                      ""));
    subject = office.cases().load(subject.acceptanceNumber).value();
    if (subject.state == CaseState::awaitingPayment) {
        office.openShift(office.clerk);
        const auto tendered = Money::yuan(100);
        REQUIRE(office.cash().payCash(office.clerk, subject.acceptanceNumber, tendered, false));
    }
    REQUIRE(office.vouchers().issue(office.clerk, subject.acceptanceNumber));
    return office.printer.rendered.back();
}

} // namespace

TEST_CASE("From the draft to the voucher")
{
    auto office = CaseOffice{};

    SUBCASE("a child's first card is free and applied for by the guardian")
    {
        const auto voucher = voucherFor(office, childDraft());
        CHECK(voucher.category == Category::under16);
        CHECK(voucher.guardianName == "李春梅");
        CHECK(voucher.due == Money{});
        CHECK(voucher.tender == Tender::exempt);
        CHECK(voucher.validity.years == 5);
    }
    SUBCASE("a first-time applicant pays nothing")
    {
        const auto voucher = voucherFor(office, firstTimeDraft());
        CHECK(voucher.category == Category::firstTime);
        CHECK(voucher.tender == Tender::exempt);
        CHECK(voucher.validity.years == 10);
        CHECK_FALSE(voucher.oldCardOutstanding);
    }
    SUBCASE("fingerprints that cannot be taken need a supervisor, then 20 yuan")
    {
        const auto voucher = voucherFor(office, fingersDraft());
        CHECK(voucher.category == Category::fingersUnobtainable);
        CHECK(voucher.rightHand.result == FingerprintResult::notRegistered);
        CHECK(voucher.due == Money::yuan(20));
        CHECK_FALSE(voucher.validity.years);
    }
    SUBCASE("a failure at the terminal that the window mends costs 40 yuan for a lost card")
    {
        const auto voucher = voucherFor(office, terminalDraft());
        CHECK(voucher.category == Category::terminalFailed);
        CHECK(voucher.rightHand.result == FingerprintResult::registered);
        CHECK(voucher.due == Money::yuan(40));
        CHECK(voucher.tender == Tender::cash);
    }
    SUBCASE("a failure that stays a failure is decided by a supervisor")
    {
        auto draft = terminalDraft();
        draft.rightHand = {FingerprintResult::failed, Finger::rightIndex, "noFeatures"};
        const auto voucher = voucherFor(office, draft);
        CHECK(voucher.rightHand.result == FingerprintResult::failed);
        CHECK(voucher.rightReason == "无法提取指纹特征");
    }
    SUBCASE("somebody who could use a terminal is served for a reason")
    {
        CHECK(voucherFor(office, anyoneDraft()).category == Category::couldUseTerminal);
    }
    SUBCASE("a whole day leaves a sound journal whose index can be made anew")
    {
        for (const auto& draft :
             {childDraft(), firstTimeDraft(), fingersDraft(), terminalDraft(), anyoneDraft()})
            (void)voucherFor(office, draft);
        // 100 float, 20 and twice 40 collected
        REQUIRE(office.cash().countDrawer(office.clerk, {{10000, 2}}));
        REQUIRE(office.cash().closeShift(office.clerk));
        const auto rows = office.cases().search({}).rows;
        CHECK(rows.size() == 5);
        CHECK(office.journal().verify().problems.empty());
        office.journal().rebuildIndex();
        CHECK(office.cases().search({}).rows == rows);
        CHECK(office.journal().verify().problems.empty());
        office.restart();
        for (const auto& row : rows) {
            CHECK(office.cases().load(row.acceptanceNumber).value().state == CaseState::accepted);
            CHECK(office.vouchers().papersOf(row.acceptanceNumber).size() == 1);
        }
    }
}
