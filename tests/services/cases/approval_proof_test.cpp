#include "services/cases/case_events.h"
#include "services/failure.h"
#include "tests/services/cases/case_office.h"

#include <doctest/doctest.h>

#include <functional>
#include <map>

namespace guitai::approval_proof_test
{

namespace
{

using Code = Refusal::Code;

/// What makes an exception of that kind.
Draft draftWith(CaseOffice& office, ExceptionKind kind)
{
    auto draft = anyoneDraft();
    switch (kind) {
    case ExceptionKind::fingersNotObtainable:
        return fingersDraft();
    case ExceptionKind::registrationFailed:
        draft = terminalDraft();
        draft.rightHand = {FingerprintResult::failed, Finger::rightThumb, "noFeatures"};
        return draft;
    case ExceptionKind::nonParentGuardian:
        draft = childDraft();
        draft.guardian->relation = Relation::maternalGrandmother;
        draft.guardian->citizenNumber =
            numberOf("110108", std::chrono::year{1961} / std::chrono::May / 2, 228);
        draft.guardian->ground = "parentsDead";
        draft.documents.insert(DocumentKind::parentsProof);
        return draft;
    case ExceptionKind::feeRelief:
        draft = fingersDraft();
        draft.reliefGround = "minimumAllowance";
        draft.documents.insert(DocumentKind::reliefProof);
        return draft;
    case ExceptionKind::couldUseTerminal:
        return draft;
    case ExceptionKind::duplicate:
        draft = fingersDraft();
        draft.duplicateSeen = office.confirmed(fingersDraft()).acceptanceNumber;
        return draft;
    case ExceptionKind::photoCheckOverruled:
        return childDraft(); // its photo is judged below
    }
    return draft;
}

std::string waitingCase(CaseOffice& office, ExceptionKind kind)
{
    auto draft = office.prepared(draftWith(office, kind));
    if (kind == ExceptionKind::photoCheckOverruled)
        draft.photo->faults = {{PhotoCheckKind::eyes, 40, "眼疾，无法睁眼"}};
    const auto confirmed = office.cases().confirm(office.clerk, draft);
    REQUIRE(confirmed);
    REQUIRE(std::ranges::find(confirmed.value().exceptions, kind, &CaseException::kind) !=
            confirmed.value().exceptions.end());
    return confirmed.value().acceptanceNumber;
}

constexpr auto kinds = std::array{ExceptionKind::fingersNotObtainable,
                                  ExceptionKind::registrationFailed,
                                  ExceptionKind::nonParentGuardian,
                                  ExceptionKind::feeRelief,
                                  ExceptionKind::couldUseTerminal,
                                  ExceptionKind::duplicate,
                                  ExceptionKind::photoCheckOverruled};

/// One way on which a decision, or a part in one, reaches the model. True: it was done.
struct Path {
    const char* name;
    Operation operation;
    bool isDecision; ///< who has a part in the exception must not take it
    std::function<bool(CaseOffice&, const Actor&, const std::string&, ExceptionKind)> take;
};

const auto paths = std::array{
    Path{"approve",
         Operation::decideException,
         true,
         [](CaseOffice& office, const Actor& actor, const std::string& number, ExceptionKind kind) {
             return bool{
                 office.cases().decide(actor, number, kind, DecisionOutcome::approved, "查验属实")};
         }},
    Path{"reject",
         Operation::decideException,
         true,
         [](CaseOffice& office, const Actor& actor, const std::string& number, ExceptionKind kind) {
             return bool{
                 office.cases().decide(actor, number, kind, DecisionOutcome::rejected, "材料不足")};
         }},
    Path{"ask back",
         Operation::decideException,
         true,
         [](CaseOffice& office, const Actor& actor, const std::string& number, ExceptionKind kind) {
             return bool{office.cases().askBack(actor, number, kind, "有无医院证明？")};
         }},
    Path{"answer",
         Operation::takeCase,
         false,
         [](CaseOffice& office, const Actor& actor, const std::string& number, ExceptionKind kind) {
             return bool{office.cases().answerInquiry(actor, number, kind, "已补交证明")};
         }},
};

bool isOneOf(const Actor& actor, const std::vector<Actor>& others)
{
    return std::ranges::any_of(others, [&](const Actor& other) {
        return other.userId == actor.userId || other.personId == actor.personId;
    });
}

} // namespace

TEST_CASE("nobody decides about an own case: every exception, person and path")
{
    const auto people = CaseOffice{}.everybody();
    auto tried = 0;
    auto done = 0;
    for (const auto kind : kinds)
        for (const auto& path : paths)
            for (const auto& actor : people) {
                // Every try has a case of its own, asked back where an answer is to be possible.
                auto fresh = CaseOffice{};
                const auto number = waitingCase(fresh, kind);
                if (!path.isDecision)
                    REQUIRE(fresh.cases().askBack(fresh.otherSupervisor, number, kind, "请说明"));
                const auto asked = std::vector{fresh.otherSupervisor};
                const auto took = std::vector{fresh.clerk};
                const auto may = isPermitted(actor.role, path.operation) &&
                                 !isOneOf(actor, path.isDecision ? took : asked);
                INFO(nameOf(kind) << ", " << path.name << ", " << actor.userId << " "
                                  << actor.personId << " as " << nameOf(actor.role));
                const auto before = fresh.events();
                CHECK(path.take(fresh, actor, number, kind) == may);
                CHECK((fresh.events() != before) == may);
                ++tried;
                done += may ? 1 : 0;
            }
    MESSAGE(tried << " tries, " << done << " of them allowed");
}

TEST_CASE("who answered for an exception has a part in it")
{
    auto office = CaseOffice{};
    const auto kind = ExceptionKind::fingersNotObtainable;
    const auto number = office.confirmed(fingersDraft()).acceptanceNumber;
    REQUIRE(office.cases().askBack(office.supervisor, number, kind, "有无医院证明？"));

    SUBCASE("a second question waits for the first answer, a decision does not")
    {
        CHECK(office.cases().askBack(office.otherSupervisor, number, kind, "？").refusal().code ==
              Code::askedAlready);
        CHECK(office.cases().decide(
            office.otherSupervisor, number, kind, DecisionOutcome::approved, {}));
    }
    SUBCASE("a question and an answer say something")
    {
        CHECK(office.cases().answerInquiry(office.clerk, number, kind, " ").refusal().code ==
              Code::reasonNeeded);
    }
    SUBCASE("nobody answers the own question, not under another name")
    {
        auto secondName = office.supervisor;
        secondName.userId = "luo.ck";
        secondName.role = Role::clerk;
        CHECK(office.cases().answerInquiry(secondName, number, kind, "有").refusal().code ==
              Code::ownWork);
    }
    SUBCASE("a supervisor who answered cannot decide")
    {
        REQUIRE(office.cases().answerInquiry(office.otherSupervisor, number, kind, "有，已看"));
        CHECK(office.cases()
                  .decide(office.otherSupervisor, number, kind, DecisionOutcome::approved, {})
                  .refusal()
                  .code == Code::ownWork);
        CHECK(office.cases().answerInquiry(office.clerk, number, kind, "有").refusal().code ==
              Code::notAsked);
        const auto decided =
            office.cases().decide(office.supervisor, number, kind, DecisionOutcome::approved, {});
        REQUIRE(decided);
        const auto& inquiry = decided.value().exceptions.front().inquiries.front();
        CHECK(inquiry.question == "有无医院证明？");
        CHECK(inquiry.answer == "有，已看");
        CHECK(inquiry.clerk == office.otherSupervisor.userId);
    }
    SUBCASE("it survives a new start")
    {
        const auto before = office.cases().load(number).value();
        office.restart();
        CHECK(office.cases().load(number).value() == before);
    }
}

TEST_CASE("a decision holds for its own case and exception only")
{
    auto office = CaseOffice{};
    const auto decided = office.confirmed(fingersDraft());
    auto other = fingersDraft();
    other.applicant.citizenNumber =
        numberOf("110108", std::chrono::year{1950} / std::chrono::May / 5, 777);
    const auto waiting = office.confirmed(other);
    REQUIRE(office.cases().decide(office.supervisor,
                                  decided.acceptanceNumber,
                                  ExceptionKind::fingersNotObtainable,
                                  DecisionOutcome::approved,
                                  {}));
    CHECK(office.cases().load(waiting.acceptanceNumber).value().state ==
          CaseState::awaitingApproval);
    // The very event, replayed behind the other case's own: no fold takes it.
    auto events = office.journal().eventsOf(subjectOfCase(waiting.acceptanceNumber));
    events.push_back(office.journal().eventsOf(subjectOfCase(decided.acceptanceNumber)).back());
    CHECK_THROWS_AS((void)foldCase(events), ServiceFailure);
    // Nor the same decision twice.
    CHECK(office.cases()
              .decide(office.otherSupervisor,
                      decided.acceptanceNumber,
                      ExceptionKind::fingersNotObtainable,
                      DecisionOutcome::approved,
                      {})
              .refusal()
              .code == Code::alreadyDecided);
}

} // namespace guitai::approval_proof_test
