#include "services/cases/draft_json.h"

#include "services/failure.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace guitai;
using nlohmann::json;
using namespace std::chrono;

namespace
{

/// Every member filled.
Draft fullDraft()
{
    auto draft = childDraft();
    draft.clerkReason = "理由";
    draft.photo->faults = {{PhotoCheckKind::eyeLine, 41, "轮椅"}, {PhotoCheckKind::border, 0, {}}};
    draft.applicant.phone = "13800003333";
    draft.applicant.oldCardExpiry = 2026y / December / 31;
    draft.rightHand.reason = "other";
    draft.terminal = TerminalAttempt{"东升", 2026y / November / 20, "失败"};
    draft.delivery.method = DeliveryMethod::post;
    draft.delivery.postal = {"李春梅", "13800002222", "110108", "测试路1号"};
    draft.delivery.postalConsent = true;
    draft.delivery.requestedOn = exampleDay;
    draft.delivery.proxy = {"李建国", numberOf("110101", 1960y / May / 1, 11), "外公"};
    draft.temporaryCard = true;
    draft.otherFees = {"householdRegister"};
    draft.reliefGround = "minimumAllowance";
    const auto page = [](char digit, int turns) {
        return DocumentPage{{std::string(64, digit), "image/jpeg", 9000}, 2000, 1260, turns};
    };
    draft.copies = {{DocumentKind::householdRegister, {page('a', 0), page('b', 0)}},
                    {DocumentKind::guardianCard, {page('c', 3)}}};
    draft.duplicateSeen = "1101085202026112200024";
    return draft;
}

void checkDamaged(const json& object)
{
    try {
        (void)draftFromJson(object);
        FAIL("accepted: " << object.dump());
    } catch (const ServiceFailure& failure) {
        CHECK(failure.kind() == ServiceFailure::Kind::damaged);
    }
}

} // namespace

TEST_CASE("toJson of a draft")
{
    SUBCASE("names every member by its path")
    {
        const auto object = toJson(fullDraft());
        CHECK(object.at("applicant").at("name") == "王小满");
        CHECK(object.at("guardian").at("relation") == "mother");
        CHECK(object.at("applicant").at("oldCardExpiry") == "2026-12-31");
        CHECK(object.at("delivery").at("postal").at("district") == "110108");
        CHECK(object.at("documents") == json{"householdRegister", "guardianCard"});
        CHECK(object.at("photo").at("width") == 358);
    }
    SUBCASE("leaves out what is empty")
    {
        CHECK(toJson(Draft{}) == json::object());
    }
    SUBCASE("is read back as the same draft")
    {
        CHECK(draftFromJson(toJson(fullDraft())) == fullDraft());
        CHECK(draftFromJson(toJson(fingersDraft())) == fingersDraft());
        CHECK(draftFromJson(toJson(Draft{})) == Draft{});
    }
    SUBCASE("keeps that somebody came from a terminal, with nothing known of it")
    {
        auto draft = Draft{};
        draft.terminal = TerminalAttempt{};
        draft.guardian = Guardian{};
        CHECK(draftFromJson(toJson(draft)) == draft);
    }
    SUBCASE("tells an answer of no from no answer")
    {
        auto draft = Draft{};
        draft.applicant.heldCardBefore = false;
        CHECK(draftFromJson(toJson(draft)) == draft);
        CHECK(draftFromJson(toJson(draft)) != Draft{});
    }
}

TEST_CASE("draftFromJson")
{
    SUBCASE("refuses what toJson never writes")
    {
        checkDamaged(json::array());
        checkDamaged({{"applicant", "somebody"}});
        checkDamaged({{"applicant", {{"nickname", "x"}}}});
        checkDamaged({{"kind", "lost"}});
        checkDamaged({{"photo", {{"file", "child.jpg"}}}});
        checkDamaged({{"photo", {{"image", "x"}, {"width", 358}, {"height", 441}}}});
        checkDamaged({{"photo", {{"image", json::object()}, {"width", -1}, {"height", 441}}}});
        checkDamaged({{"confirmation", {{"signature", {{"sha256", 1}}}}}});
        checkDamaged({{"copies", json::object()}});
        checkDamaged({{"copies", {"guardianCard"}}});
        const auto pages = toJson(fullDraft()).at("copies");
        CHECK(draftFromJson({{"copies", pages}}).copies == fullDraft().copies);
        for (const auto& [member, value] :
             std::vector<std::pair<std::string, json>>{{"document", "passport"},
                                                       {"turns", 4},
                                                       {"turns", -1},
                                                       {"width", "wide"},
                                                       {"image", 7},
                                                       {"file", "x.jpg"}}) {
            auto wrong = pages;
            wrong.at(1)[member] = value;
            checkDamaged({{"copies", wrong}});
        }
    }
    SUBCASE("names the member at fault but never its content")
    {
        try {
            (void)draftFromJson({{"applicant", {{"name", json::array({"王小满"})}}}});
            FAIL("accepted");
        } catch (const ServiceFailure& failure) {
            CHECK(std::string{failure.what()} == "stored draft: applicant.name wrongType");
        }
    }
}

TEST_CASE("fieldsOf a draft")
{
    SUBCASE("gives one entry a field, so that one keystroke changes one row")
    {
        const auto before = fieldsOf(fullDraft());
        auto changed = fullDraft();
        changed.applicant.name += "儿";
        auto after = fieldsOf(changed);
        CHECK(after.at("/applicant/name") == "\"王小满儿\"");
        after["/applicant/name"] = before.at("/applicant/name");
        CHECK(after == before);
    }
    SUBCASE("is read back as the same draft")
    {
        CHECK(draftFromFields(fieldsOf(fullDraft())) == fullDraft());
        auto draft = Draft{};
        draft.terminal = TerminalAttempt{};
        CHECK(draftFromFields(fieldsOf(draft)) == draft);
    }
    SUBCASE("refuses damaged rows")
    {
        CHECK_THROWS_AS(draftFromFields({{"/kind", "\"loss"}}), ServiceFailure);
        CHECK_THROWS_AS(draftFromFields({{"kind", "\"loss\""}}), ServiceFailure);
        CHECK_THROWS_AS(draftFromFields({{"/kind", "\"loss\""}, {"/kind/x", "1"}}), ServiceFailure);
    }
}
