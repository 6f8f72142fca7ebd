#include "forms/wording/guardian_words.h"

#include "forms/text.h"
#include "forms/wording/translations.h"
#include "services/assets.h"

#include <doctest/doctest.h>

namespace guitai
{

namespace
{

Guardian aunt()
{
    auto guardian = Guardian{};
    guardian.name = "苏丽华";
    guardian.role = GuardianRole::delegate;
    guardian.principal = {{}, "林静怡", Relation::mother};
    return guardian;
}

} // namespace

TEST_CASE("who applies for a child, in words")
{
    useLanguage(Language::english);
    auto guardian = Guardian{};
    guardian.name = "韩桂兰";
    CHECK(fromUi(words::guardian(guardian)) == "韩桂兰");
    guardian.relation = Relation::paternalGrandmother;
    CHECK(fromUi(words::guardian(guardian)) == "韩桂兰 (Father's mother)");
    CHECK(fromUi(words::guardian(aunt())) == "苏丽华, with a power of attorney of 林静怡 (Mother)");
    guardian.role = GuardianRole::institution;
    guardian.institution.name = "北京市示例儿童福利院";
    CHECK(fromUi(words::guardian(guardian)) == "韩桂兰, for 北京市示例儿童福利院");
}

TEST_CASE("what a supervisor weighs about a guardian")
{
    useLanguage(Language::english);
    const auto rules = parseGuardianRules(Assets{}.load("guardians.json"), "guardians.json");
    auto guardian = Guardian{};
    guardian.name = "韩桂兰";
    guardian.relation = Relation::maternalGrandmother;
    guardian.ground = "parentsDead";
    guardian.sameRegister = false;
    CHECK(fromUi(words::guardianEvidence(guardian, rules)) ==
          "韩桂兰 (Mother's mother)\nWhy no parent acts: 父母均已死亡\n"
          "On another household register");
    auto delegate = aunt();
    delegate.livesOnOwnIncome = true;
    CHECK(fromUi(words::guardianEvidence(delegate, rules)) ==
          "苏丽华, with a power of attorney of 林静怡 (Mother)\nWith a power of attorney\n"
          "Under age, lives on an own income");
}

TEST_CASE("whose signature a child's case bears")
{
    useLanguage(Language::english);
    CHECK(fromUi(words::guardianSignature({})) == "Signature of the guardian");
    CHECK(fromUi(words::guardianSignature(aunt())) ==
          "Signature of the person with the power of attorney");
}

} // namespace guitai
