#include "tests/services/cases/case_office.h"
#include "tests/services/cases/listed.h"

#include <doctest/doctest.h>

using namespace guitai;
using namespace std::chrono;

namespace
{

/// An aunt comes with the mother's power of attorney.
void makeDelegate(Draft& draft)
{
    auto& guardian = draft.guardian.value();
    guardian.principal = {guardian.citizenNumber, guardian.name, Relation::mother};
    guardian.citizenNumber = numberOf("110108", 1980y / May / 2, 222);
    guardian.name = "李春燕";
    guardian.relation.reset();
    guardian.role = GuardianRole::delegate;
    draft.documents.insert({DocumentKind::delegateCard, DocumentKind::powerOfAttorney});
}

void makeInstitution(Draft& draft)
{
    auto& guardian = draft.guardian.value();
    guardian.relation.reset();
    guardian.sameRegister.reset();
    guardian.role = GuardianRole::institution;
    guardian.institution = {"北京市示例儿童福利院", "12110000MB1234567G"};
    draft.documents.insert({DocumentKind::delegateCard,
                            DocumentKind::institutionCertificate,
                            DocumentKind::institutionLetter});
}

Lines afterMaking(void (*make)(Draft&), const std::function<void(Draft&)>& change)
{
    return after(childDraft(), [&](Draft& draft) {
        make(draft);
        change(draft);
    });
}

const auto nothingElse = [](Draft&) {};

} // namespace

TEST_CASE("checklist of the guardian")
{
    SUBCASE("needs one for a child, as one thing to do")
    {
        CHECK(after(childDraft(), [](Draft& draft) { draft.guardian.reset(); }) ==
              Lines{"missing guardian guardianMissing"});
        CHECK(after(childDraft(), [](Draft& draft) { draft.guardian = Guardian{}; }) ==
              Lines{"missing guardian guardianMissing"});
    }
    SUBCASE("refuses one for an adult")
    {
        CHECK(after(firstTimeDraft(), [](Draft& draft) {
                  draft.guardian = childDraft().guardian;
              }) == Lines{"wrong guardian guardianNotAllowed"});
    }
    SUBCASE("refuses one who is younger than the child or under 18")
    {
        const auto born = [](Date day) {
            return after(childDraft(), [&](Draft& draft) {
                draft.guardian->citizenNumber = numberOf("110108", day, 226);
            });
        };
        CHECK(born(2020y / May / 1) == Lines{"wrong guardian.citizenNumber guardianNotOlder"});
        CHECK(born(2019y / May / 21) == Lines{"wrong guardian.citizenNumber guardianNotOlder"});
        CHECK(born(2008y / November / 24) ==
              Lines{"wrong guardian.citizenNumber guardianTooYoung 18"});
        CHECK(born(2008y / November / 23) == Lines{});
    }
    SUBCASE("refuses the child itself")
    {
        CHECK(after(childDraft(), [](Draft& draft) {
                  draft.guardian->citizenNumber = draft.applicant.citizenNumber;
              }) == Lines{"wrong guardian.citizenNumber sameAsApplicant"});
    }
    SUBCASE("compares relation and sex")
    {
        CHECK(after(childDraft(), [](Draft& draft) {
                  draft.guardian->relation = Relation::father;
              }) == Lines{"wrong guardian.relation relationSexMismatch"});
    }
    SUBCASE("needs proof from others than parents and from another register")
    {
        CHECK(after(childDraft(),
                    [](Draft& draft) {
                        draft.guardian->relation = Relation::maternalGrandmother;
                    }) == Lines{"missing guardian.ground missing",
                                "missing documents documentMissing parentsProof"});
        CHECK(after(childDraft(), [](Draft& draft) { draft.guardian->sameRegister = false; }) ==
              Lines{"missing documents documentMissing birthCertificate"});
    }
    SUBCASE("asks for each entry that is missing")
    {
        CHECK(after(childDraft(),
                    [](Draft& draft) {
                        draft.guardian = Guardian{};
                        draft.guardian->name = "李春梅";
                    }) == Lines{"missing guardian.citizenNumber missing",
                                "missing guardian.relation missing",
                                "missing guardian.phone missing",
                                "missing guardian.sameRegister missing"});
    }
}

TEST_CASE("checklist of the order of guardians (Civil Code art. 27)")
{
    const auto byLaw = [](Relation relation, const char* ground) {
        return after(childDraft(), [&](Draft& draft) {
            draft.guardian->relation = relation;
            draft.guardian->ground = ground;
            draft.documents.insert({DocumentKind::parentsProof, DocumentKind::committeeConsent});
        });
    };
    CHECK(byLaw(Relation::maternalGrandmother, "parentsDead") == Lines{});
    CHECK(byLaw(Relation::maternalGrandmother, "parentsAway") ==
          Lines{"wrong guardian.ground malformed"});
    CHECK(byLaw(Relation::elderSister, "parentsDead") ==
          Lines{"warning guardian.relation othersComeFirst"});
    CHECK(byLaw(Relation::otherKin, "") ==
          Lines{"missing guardian.ground missing", "warning guardian.relation othersComeFirst"});
    CHECK(byLaw(Relation::mother, "") == Lines{});
}

TEST_CASE("checklist of a guardian of 16 or 17 (Civil Code art. 18)")
{
    const auto born = [](Date day, bool income, bool proof) {
        return after(childDraft(), [&](Draft& draft) {
            draft.applicant.citizenNumber = numberOf("110108", 2026y / January / 3, 226);
            draft.guardian->citizenNumber = numberOf("110108", day, 228);
            draft.guardian->livesOnOwnIncome = income;
            if (proof)
                draft.documents.insert(DocumentKind::incomeProof);
        });
    };
    CHECK(born(2009y / May / 1, false, true) ==
          Lines{"wrong guardian.citizenNumber guardianTooYoung 18"});
    CHECK(born(2009y / May / 1, true, false) ==
          Lines{"missing documents documentMissing incomeProof"});
    CHECK(born(2009y / May / 1, true, true) == Lines{});
    CHECK(born(2010y / November / 23, true, true) == Lines{});
    CHECK(born(2010y / November / 24, true, true) ==
          Lines{"wrong guardian.citizenNumber guardianTooYoung 18"});
    // Of age: the proof is not asked for.
    CHECK(born(1990y / May / 1, true, false) == Lines{});
}

TEST_CASE("checklist of a delegate")
{
    CHECK(afterMaking(makeDelegate, nothingElse) == Lines{});
    SUBCASE("asks for the guardian, both cards and the power of attorney")
    {
        CHECK(afterMaking(makeDelegate,
                          [](Draft& draft) {
                              draft.guardian->principal = {};
                              draft.documents.erase(DocumentKind::powerOfAttorney);
                              draft.documents.erase(DocumentKind::delegateCard);
                          }) == Lines{"missing guardian.principal.citizenNumber missing",
                                      "missing guardian.principal.name missing",
                                      "missing guardian.principal.relation missing",
                                      "missing documents documentMissing delegateCard",
                                      "missing documents documentMissing powerOfAttorney"});
    }
    SUBCASE("judges the guardian as any other")
    {
        CHECK(afterMaking(makeDelegate, [](Draft& draft) {
                  draft.guardian->principal.relation = Relation::father;
              }) == Lines{"wrong guardian.principal.relation relationSexMismatch"});
        CHECK(afterMaking(makeDelegate, [](Draft& draft) {
                  draft.guardian->principal.citizenNumber = draft.applicant.citizenNumber;
              }) == Lines{"wrong guardian.principal.citizenNumber sameAsApplicant"});
        CHECK(afterMaking(makeDelegate,
                          [](Draft& draft) {
                              draft.guardian->principal.relation = Relation::maternalGrandmother;
                          }) == Lines{"missing guardian.ground missing",
                                      "missing documents documentMissing parentsProof"});
        CHECK(afterMaking(makeDelegate, [](Draft& draft) {
                  draft.guardian->principal.relation = Relation::elderSister;
                  draft.guardian->ground = "parentsDead";
                  draft.documents.insert(DocumentKind::parentsProof);
              }) == Lines{"warning guardian.principal.relation othersComeFirst"});
    }
    SUBCASE("refuses one person on both sides")
    {
        CHECK(afterMaking(makeDelegate, [](Draft& draft) {
                  draft.guardian->citizenNumber = draft.guardian->principal.citizenNumber;
              }) == Lines{"wrong guardian.principal.citizenNumber sameAsDelegate"});
    }
}

TEST_CASE("checklist of an institution")
{
    CHECK(afterMaking(makeInstitution, nothingElse) == Lines{});
    CHECK(afterMaking(makeInstitution,
                      [](Draft& draft) {
                          draft.guardian->institution = {"", "12110000MB1234567H"};
                          draft.documents.erase(DocumentKind::institutionLetter);
                      }) == Lines{"missing guardian.institution.name missing",
                                  "wrong guardian.institution.code badCheckDigit",
                                  "missing documents documentMissing institutionLetter"});
}

TEST_CASE("what a guardian's role does not need is not filed")
{
    auto draft = childDraft();
    makeDelegate(draft);
    draft.guardian->institution = {"北京市示例儿童福利院", "12110000mb1234567g"};
    CHECK(normalised(draft, exampleDay).guardian->institution == Institution{});
    draft.guardian->role = GuardianRole::institution;
    const auto filed = normalised(draft, exampleDay).guardian.value();
    CHECK(filed.principal == Principal{});
    CHECK(filed.institution.code == "12110000MB1234567G");
    draft.guardian->role = GuardianRole::byLaw;
    CHECK_FALSE(normalised(draft, exampleDay).guardian->role);
}

TEST_CASE("what another guardian was asked for before is not kept")
{
    auto office = CaseOffice{};
    auto draft = childDraft(); // the mother's
    draft.guardian->ground = "parentsDead";
    draft.guardian->livesOnOwnIncome = true;
    const auto kept = office.confirmed(draft).draft.guardian.value();
    CHECK(kept.ground.empty());
    CHECK_FALSE(kept.livesOnOwnIncome);
}
