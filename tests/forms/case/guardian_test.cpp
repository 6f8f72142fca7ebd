#include "tests/forms/case/case_window.h"

#include "forms/case/guardian_step.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace guitai
{

namespace
{

/// At the guardian's step of a child's case.
void openGuardian(CaseWindow& window, const Draft& draft)
{
    window.page->open(draft);
    window.page->enter();
    window.press('3', wxMOD_ALT);
    REQUIRE(window.currentStep() == Step::guardian);
}

bool isAsked(CaseWindow& window, const std::string& path)
{
    auto* control = window.field(path);
    return control->IsShownOnScreen() && control->IsEnabled();
}

bool isMissing(CaseWindow& window, const std::string& path)
{
    const auto& items = window.side().missing()->items();
    return std::ranges::any_of(items,
                               [&](const ChecklistItem& item) { return pathOf(item) == path; });
}

} // namespace

TEST_CASE("a parent is asked for nothing beyond the usual")
{
    auto window = CaseWindow{};
    openGuardian(window, childDraft());
    CHECK(isAsked(window, "guardian.relation"));
    CHECK(isAsked(window, "guardian.sameRegister"));
    for (const auto* path : {"guardian.ground",
                             "guardian.livesOnOwnIncome",
                             "guardian.principal.name",
                             "guardian.institution.code"}) {
        CAPTURE(path);
        CHECK_FALSE(isAsked(window, path));
    }
}

TEST_CASE("the page asks what the role, the relation and the age need")
{
    auto window = CaseWindow{};
    openGuardian(window, childDraft());
    SUBCASE("a grandmother: why no parent acts, and its proof")
    {
        window.choose("guardian.relation", Relation::maternalGrandmother);
        CHECK(isAsked(window, "guardian.ground"));
        CHECK(isMissing(window, "guardian.ground"));
        CHECK(isMissing(window, "documents.parentsProof"));
        window.choose("guardian.ground", std::string{"parentsDead"});
        CHECK_FALSE(isMissing(window, "guardian.ground"));
        window.choose("guardian.relation", Relation::mother);
        CHECK_FALSE(isAsked(window, "guardian.ground"));
    }
    SUBCASE("a delegate: the guardian behind")
    {
        window.choose("guardian.role", GuardianRole::delegate);
        CHECK_FALSE(isAsked(window, "guardian.relation"));
        CHECK(isMissing(window, "guardian.principal.name"));
        CHECK(isMissing(window, "documents.powerOfAttorney"));
        window.type("guardian.principal.name", "李春燕");
        window.choose("guardian.principal.relation", Relation::father);
        window.type("guardian.principal.citizenNumber",
                    numberOf("110108", std::chrono::year{1980} / 5 / 2, 221));
        for (const auto* path : {"guardian.principal.name",
                                 "guardian.principal.relation",
                                 "guardian.principal.citizenNumber"}) {
            CAPTURE(path);
            CHECK_FALSE(isMissing(window, path));
        }
    }
    SUBCASE("an institution: its name and code, and no relation")
    {
        window.choose("guardian.role", GuardianRole::institution);
        CHECK_FALSE(isAsked(window, "guardian.relation"));
        CHECK_FALSE(isAsked(window, "guardian.sameRegister"));
        window.type("guardian.institution.name", "北京市示例儿童福利院");
        window.type("guardian.institution.code", "1211 0000 mb12 3456 7g");
        window.field("guardian.name")->SetFocus();
        CaseWindow::settle();
        CHECK_FALSE(isMissing(window, "guardian.institution.code"));
        CHECK(dynamic_cast<NoteField&>(*window.field("guardian.institution.code")).value() ==
              "12110000MB1234567G");
    }
    SUBCASE("sixteen and seventeen: an own income")
    {
        window.type("guardian.citizenNumber",
                    numberOf("110108", std::chrono::year{2009} / 5 / 1, 228));
        CHECK(isAsked(window, "guardian.livesOnOwnIncome"));
        window.tick("guardian.livesOnOwnIncome");
        CHECK(isMissing(window, "documents.incomeProof"));
        window.type("guardian.citizenNumber",
                    numberOf("110108", std::chrono::year{1990} / 5 / 1, 228));
        CHECK_FALSE(isAsked(window, "guardian.livesOnOwnIncome"));
        CHECK_FALSE(isMissing(window, "documents.incomeProof"));
    }
}

} // namespace guitai
