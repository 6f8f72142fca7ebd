#include "services/cases/case_events.h"
#include "services/failure.h"
#include "tests/services/cases/case_office.h"
#include "tests/services/cases/failing_journal.h"

#include <doctest/doctest.h>

using namespace guitai;
using namespace std::chrono;
using Code = Refusal::Code;

namespace
{

Result<Case> approve(CaseOffice& office, const Case& subject, const Actor& supervisor)
{
    return office.cases().decide(supervisor,
                                 subject.acceptanceNumber,
                                 subject.exceptions.front().kind,
                                 DecisionOutcome::approved,
                                 "");
}

std::vector<std::string> fieldsAndCodes(const Refusals& refusals)
{
    auto lines = std::vector<std::string>{};
    for (const auto& refusal : refusals)
        lines.push_back(refusal.field + " " + std::string{nameOf(refusal.code)});
    return lines;
}

} // namespace

TEST_CASE("CaseDesk::confirm")
{
    auto office = CaseOffice{};

    SUBCASE("seals case, charge and number in one step")
    {
        const auto before = office.events();
        const auto sealed = office.confirmed(terminalDraft());
        CHECK(office.events() == before + 2);
        CHECK(sealed.acceptanceNumber == "1101085202026112302001");
        CHECK(sealed.state == CaseState::awaitingPayment);
        CHECK(sealed.category == Category::terminalFailed);
        CHECK(sealed.kind == ApplicationKind::loss);
        CHECK(sealed.day == exampleDay);
        CHECK(sealed.clerk == "hong");
        CHECK(sealed.clerkName == "洪民警");
        CHECK(sealed.charge.id == sealed.acceptanceNumber + "-1");
        CHECK(sealed.charge.due == Money::yuan(40));
        CHECK(sealed.charge.state == ChargeState::open);
        CHECK(sealed.postPossible);
        CHECK(sealed == office.cases().load(sealed.acceptanceNumber).value());
        office.restart();
        CHECK(sealed == office.cases().load(sealed.acceptanceNumber).value());
    }
    SUBCASE("accepts a free first issue at once, with its ground")
    {
        const auto child = office.confirmed(childDraft());
        CHECK(child.state == CaseState::accepted);
        CHECK(child.charge.state == ChargeState::settled);
        CHECK(child.charge.tender == Tender::exempt);
        CHECK(child.charge.ground.find("财税〔2018〕37号") != std::string::npos);
        CHECK(child.charge.receiptNumber == "R2026112302001");
        CHECK(child.charge.shift.empty());
    }
    SUBCASE("waits for a supervisor where one must decide")
    {
        CHECK(office.confirmed(fingersDraft()).state == CaseState::awaitingApproval);
    }
    SUBCASE("judges again, whatever the screens did")
    {
        auto draft = office.prepared(childDraft());
        draft.guardian.reset();
        draft.confirmation.read = false;
        const auto before = office.events();
        const auto refused = office.cases().confirm(office.clerk, draft);
        REQUIRE_FALSE(refused);
        CHECK(
            fieldsAndCodes(refused.refusals()) ==
            std::vector<std::string>{"guardian guardianMissing", "confirmation.read notConfirmed"});
        CHECK(office.events() == before);
    }
    SUBCASE("looks at the kept pictures, not at what the draft says of them")
    {
        auto draft = office.prepared(childDraft());
        draft.photo->image.sha256 = std::string(64, 'a');
        CHECK(office.cases().confirm(office.clerk, draft).refusal().field == "photo");
        draft = office.prepared(childDraft());
        draft.confirmation.signature->sha256 = std::string(64, 'a');
        CHECK(office.cases().confirm(office.clerk, draft).refusal().code == Code::signatureMissing);
    }
    SUBCASE("files what was typed in its normal form")
    {
        auto draft = childDraft();
        draft.applicant.name = " 阿依古丽•买买提";
        draft.delivery.proxy.name = "left over";
        const auto filed = office.confirmed(draft).draft;
        CHECK(filed.applicant.name == "阿依古丽·买买提");
        CHECK(filed.delivery.proxy == Proxy{});
    }
    SUBCASE("returns the first case when the same draft is confirmed again")
    {
        const auto draft = office.prepared(terminalDraft());
        const auto first = office.cases().confirm(office.clerk, draft).value();
        const auto before = office.events();
        CHECK(office.cases().confirm(office.clerk, draft).value() == first);
        office.restart();
        CHECK(office.cases().confirm(office.clerk, draft).value() == first);
        CHECK(office.events() == before);
    }
    SUBCASE("numbers cases from the window's block, from one again each day")
    {
        CHECK(office.confirmed(childDraft()).acceptanceNumber.ends_with("2026112302001"));
        CHECK(office.confirmed(terminalDraft()).acceptanceNumber.ends_with("2026112302002"));
        office.window.clock.pass(hours{24});
        CHECK(office.confirmed(firstTimeDraft()).acceptanceNumber.ends_with("2026112402001"));
    }
    SUBCASE("names the character that no font has")
    {
        office.printer.missing = U"满";
        const auto refused = office.cases().confirm(office.clerk, office.prepared(childDraft()));
        CHECK(refused.refusal() == Refusal{Code::notDrawable, "applicant.name", {"U+6EE1"}});
    }
    SUBCASE("leaves nothing when the disk fails at any step")
    {
        const auto draft = office.prepared(childDraft());
        REQUIRE(office.cases().saveDraft(office.clerk, draft));
        const auto before = office.events();
        auto attempts = 0;
        for (auto done = false; !done; ++attempts) {
            auto failing = FailingJournal{office.window.journal(), attempts};
            office.replaceJournal(failing);
            try {
                done = static_cast<bool>(office.cases().confirm(office.clerk, draft));
                REQUIRE(done);
            } catch (const ServiceFailure& failure) {
                CHECK(failure.kind() == ServiceFailure::Kind::diskFull);
                CHECK(office.events() == before);
                CHECK(office.cases().drafts().size() == 1);
                CHECK(office.cases().search({}).total == 0);
            }
            office.restart();
        }
        CHECK(attempts == 7); // four events, the draft and the commit could fail
        CHECK(office.events() == before + 4);
        CHECK(office.cases().drafts().empty());
        CHECK(office.cases().search({}).rows.front().acceptanceNumber.ends_with("02001"));
        CHECK(office.journal().verify().problems.empty());
    }
}

TEST_CASE("CaseDesk::confirm at the end of the block")
{
    auto office = CaseOffice{};

    SUBCASE("refuses when the day's numbers are used up, and writes nothing")
    {
        auto newest = office.confirmed(terminalDraft());
        newest.acceptanceNumber = "1101085202026112303000";
        newest.draft.id = std::string(32, 'e');
        office.journal().commit([&](JournalWriting& writing) {
            writing.append(newEvent(EventKind::caseConfirmed,
                                    subjectOfCase(newest.acceptanceNumber),
                                    office.clerk,
                                    confirmationJson(newest, 3000)));
        });
        const auto before = office.events();
        const auto refused = office.cases().confirm(office.clerk, office.prepared(childDraft()));
        REQUIRE_FALSE(refused);
        CHECK(refused.refusal().code == Code::numbersExhausted);
        CHECK(office.events() == before);
        office.window.clock.pass(hours{24});
        CHECK(office.cases().confirm(office.clerk, office.prepared(childDraft())));
    }
}

TEST_CASE("CaseDesk and earlier cases")
{
    auto office = CaseOffice{};

    SUBCASE("shows an open case of the same person instead of doubling it")
    {
        const auto first = office.confirmed(terminalDraft());
        const auto second = office.prepared(terminalDraft());
        const auto refused = office.cases().confirm(office.clerk, second);
        CHECK(refused.refusal() ==
              Refusal{Code::duplicateCase, "duplicateSeen", {first.acceptanceNumber}});
        CHECK(office.cases().openCasesOf(terminalDraft().applicant.citizenNumber).size() == 1);
    }
    SUBCASE("needs a supervisor for a second one that the clerk wants all the same")
    {
        const auto first = office.confirmed(terminalDraft());
        auto second = office.prepared(terminalDraft());
        second.duplicateSeen = first.acceptanceNumber;
        const auto sealed = office.cases().confirm(office.clerk, second).value();
        CHECK(sealed.state == CaseState::awaitingApproval);
        CHECK(sealed.exceptions.front().kind == ExceptionKind::duplicate);
    }
    SUBCASE("forgets a duplicate that has ended meanwhile")
    {
        const auto first = office.confirmed(terminalDraft());
        auto second = office.prepared(terminalDraft());
        second.duplicateSeen = first.acceptanceNumber;
        REQUIRE(office.cases().withdraw(
            office.clerk, office.clerk, first.acceptanceNumber, "重复受理"));
        const auto sealed = office.cases().confirm(office.clerk, second).value();
        CHECK(sealed.exceptions.empty());
        CHECK(sealed.draft.duplicateSeen.empty());
    }
    SUBCASE("refuses a first issue after one was granted")
    {
        const auto first = office.confirmed(childDraft());
        REQUIRE(office.cases().markReady(office.clerk, first.acceptanceNumber));
        REQUIRE(office.cases().handOver(
            office.clerk, first.acceptanceNumber, {.receiver = Receiver::guardian}));
        const auto again = office.prepared(childDraft());
        const auto refused = office.cases().confirm(office.clerk, again);
        REQUIRE_FALSE(refused);
        CHECK(refused.refusals() == Refusals{{Code::firstIssueButHeldCard, "kind", {}}});
    }
    SUBCASE("allows it after a withdrawal")
    {
        const auto first = office.confirmed(childDraft());
        REQUIRE(office.cases().withdraw(
            office.clerk, office.clerk, first.acceptanceNumber, "家长改日再办"));
        CHECK(office.cases().check(childDraft()).empty());
    }
}

TEST_CASE("CaseDesk::decide")
{
    auto office = CaseOffice{};
    const auto waiting = office.confirmed(fingersDraft());
    const auto number = waiting.acceptanceNumber;

    SUBCASE("lets the case go on to payment when all is approved")
    {
        const auto approved = approve(office, waiting, office.supervisor).value();
        CHECK(approved.state == CaseState::awaitingPayment);
        CHECK(approved.exceptions.front().decision.value().supervisor == "luo");
    }
    SUBCASE("is never taken on own work, under a second account either")
    {
        CHECK(approve(office, waiting, office.clerkAsSupervisor).refusal().code == Code::ownWork);
        auto sameName = office.supervisor;
        sameName.userId = office.clerk.userId;
        CHECK(approve(office, waiting, sameName).refusal().code == Code::ownWork);
        CHECK(office.cases().load(number).value() == waiting);
    }
    SUBCASE("is made once")
    {
        REQUIRE(approve(office, waiting, office.supervisor));
        CHECK(approve(office, waiting, office.otherSupervisor).refusal().code ==
              Code::alreadyDecided);
        CHECK(office.cases()
                  .decide(office.supervisor,
                          number,
                          ExceptionKind::feeRelief,
                          DecisionOutcome::approved,
                          "")
                  .refusal()
                  .code == Code::alreadyDecided);
    }
    SUBCASE("needs a reason to reject, and voids the charge")
    {
        const auto reject = [&](const std::string& reason) {
            return office.cases().decide(office.supervisor,
                                         number,
                                         ExceptionKind::fingersNotObtainable,
                                         DecisionOutcome::rejected,
                                         reason);
        };
        CHECK(reject(" ").refusal() == Refusal{Code::reasonNeeded, "reason", {}});
        const auto rejected = reject("证明材料不足").value();
        CHECK(rejected.state == CaseState::rejected);
        CHECK(rejected.charge.state == ChargeState::voided);
        CHECK(rejected.exceptions.front().decision.value().reason == "证明材料不足");
    }
    SUBCASE("waits for every exception")
    {
        auto draft = fingersDraft();
        draft.applicant.citizenNumber = numberOf("110108", 1950y / May / 5, 777);
        draft.reliefGround = "minimumAllowance";
        draft.documents.insert(DocumentKind::reliefProof);
        const auto two = office.confirmed(draft);
        REQUIRE(two.exceptions.size() == 2);
        CHECK(two.charge.state == ChargeState::open);
        const auto half = approve(office, two, office.supervisor).value();
        CHECK(half.state == CaseState::awaitingApproval);
        const auto whole = office.cases()
                               .decide(office.otherSupervisor,
                                       two.acceptanceNumber,
                                       ExceptionKind::feeRelief,
                                       DecisionOutcome::approved,
                                       "")
                               .value();
        // Only the approval makes the relief, and with it the zero.
        CHECK(whole.state == CaseState::accepted);
        CHECK(whole.charge.tender == Tender::exempt);
        CHECK(whole.charge.ground.find("第二十条") != std::string::npos);
    }
    SUBCASE("leaves nothing when the disk fails in the middle")
    {
        for (int step = 0; step < 3; ++step) {
            auto failing = FailingJournal{office.window.journal(), step};
            office.replaceJournal(failing);
            const auto before = office.events();
            CHECK_THROWS_AS((void)office.cases().decide(office.supervisor,
                                                        number,
                                                        ExceptionKind::fingersNotObtainable,
                                                        DecisionOutcome::rejected,
                                                        "证明材料不足"),
                            ServiceFailure);
            CHECK(office.events() == before);
            office.restart();
            CHECK(office.cases().load(number).value() == waiting);
        }
    }
}

TEST_CASE("CaseDesk::withdraw")
{
    auto office = CaseOffice{};

    SUBCASE("is the clerk's alone before anything is paid, with a reason")
    {
        const auto number = office.confirmed(terminalDraft()).acceptanceNumber;
        CHECK(office.cases().withdraw(office.clerk, office.clerk, number, "").refusal().code ==
              Code::reasonNeeded);
        const auto withdrawn =
            office.cases().withdraw(office.clerk, office.clerk, number, "本人放弃").value();
        CHECK(withdrawn.state == CaseState::withdrawn);
        CHECK(withdrawn.charge.state == ChargeState::voided);
    }
    SUBCASE("needs a second person after money was taken")
    {
        const auto number = office.accepted().acceptanceNumber;
        const auto with = [&](const Actor& actor, const Actor& second) {
            return office.cases().withdraw(actor, second, number, "本人放弃").refusal().code;
        };
        CHECK(with(office.clerk, office.clerk) == Code::notPermitted);
        CHECK(with(office.clerk, office.colleague) == Code::notPermitted);
        CHECK(with(office.clerk, office.clerkAsSupervisor) == Code::ownWork);
        CHECK(with(office.supervisor, office.supervisor) == Code::ownWork);
        CHECK(office.cases().load(number).value().state == CaseState::accepted);
    }
    SUBCASE("pays back out of the drawer that took the money")
    {
        const auto number = office.accepted().acceptanceNumber;
        REQUIRE(office.cash().openShiftOf(office.clerk)->expected() == Money::yuan(140));
        const auto withdrawn =
            office.cases().withdraw(office.clerk, office.supervisor, number, "本人放弃").value();
        CHECK(withdrawn.charge.state == ChargeState::refunded);
        CHECK(office.cash().openShiftOf(office.clerk)->expected() == Money::yuan(100));
        CHECK(office.cash().openShiftOf(office.clerk)->cashRefunded == Money::yuan(40));
        CHECK(office.journal().openShiftOf("hong")->cashCollected == Money{});
    }
    SUBCASE("leaves the refund to finance when the drawer is another one")
    {
        const auto number = office.accepted().acceptanceNumber;
        office.openShift(office.colleague);
        const auto withdrawn =
            office.cases()
                .withdraw(office.colleague, office.supervisor, number, "本人放弃")
                .value();
        CHECK(withdrawn.charge.state == ChargeState::refundPending);
        CHECK(office.cash().openShiftOf(office.clerk)->expected() == Money::yuan(140));
        CHECK(office.cash().openShiftOf(office.colleague)->expected() == Money::yuan(100));
    }
    SUBCASE("is too late once the card is ready")
    {
        const auto number = office.confirmed(childDraft()).acceptanceNumber;
        REQUIRE(office.cases().markReady(office.clerk, number));
        CHECK(office.cases().withdraw(office.clerk, office.clerk, number, "x").refusal() ==
              Refusal{Code::wrongState, "state", {"ready"}});
    }
}

TEST_CASE("CaseDesk::load and search")
{
    auto office = CaseOffice{};

    SUBCASE("knows no other number")
    {
        CHECK(office.cases().load("1101085202026112309999").refusal().code == Code::noSuchCase);
        CHECK(office.cases().load("' or 1=1").refusal().code == Code::noSuchCase);
    }
    SUBCASE("finds by person, beginning of the name and state")
    {
        const auto number = office.confirmed(childDraft()).acceptanceNumber;
        (void)office.confirmed(terminalDraft());
        auto query = CaseQuery{};
        query.nameBeginning = "王小";
        CHECK(office.cases().search(query).rows.front().acceptanceNumber == number);
        query = {};
        query.state = "awaitingPayment";
        CHECK(office.cases().search(query).total == 1);
        query = {};
        query.citizenNumber = childDraft().applicant.citizenNumber;
        CHECK(office.cases().search(query).total == 1);
        CHECK(office.cases().search({}).total == 2);
    }
}
