#include "services/practice/scenario_reader.h"

#include "services/practice/scenario_parts.h"
#include "services/rules/categories.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto exerciseFolder = std::string_view{"exercises/"};
/// Applications of under-16s go through a guardian (Identity Card Law art. 7).
constexpr auto ageWithoutGuardian = 16;
constexpr auto exerciseEnding = std::string_view{".json"};

TwoLanguages wordsFrom(const AssetValue& value)
{
    value.expectMembers({"zh", "en"});
    return {value.at("zh").text(), value.at("en").text()};
}

ScenarioApplicant applicantFrom(const AssetValue& value)
{
    constexpr auto longest = 20 * 366;
    auto applicant =
        ScenarioApplicant{.person = madePersonFrom(value, {"heldCard", "cardEndsInDays"}),
                          .heldCard = value.at("heldCard").boolean(),
                          .cardEndsInDays = {}};
    if (const auto* end = value.find("cardEndsInDays"))
        applicant.cardEndsInDays = static_cast<int>(end->integer(-longest, longest));
    if (applicant.cardEndsInDays && !applicant.heldCard)
        value.refuse("a card that was never held has no end");
    return applicant;
}

/// For whom somebody comes who is not the guardian.
void readBehind(const AssetValue& value, ScenarioGuardian& guardian)
{
    if (guardian.role == GuardianRole::delegate) {
        const auto& principal = value.at("principal");
        guardian.principal = madePersonFrom(principal, {"relation"});
        guardian.principalRelation = enumFrom(principal.at("relation"), fromName<Relation>);
    } else if (guardian.role == GuardianRole::institution) {
        const auto& institution = value.at("institution");
        institution.expectMembers({"name", "code"});
        guardian.institution = {institution.at("name").text(), institution.at("code").text()};
    } else if (!guardian.relation) {
        value.refuse("a guardian has a \"relation\"");
    }
}

ScenarioGuardian guardianFrom(const AssetValue& value)
{
    auto guardian = ScenarioGuardian{.person = madePersonFrom(value,
                                                              {"relation",
                                                               "sameRegister",
                                                               "role",
                                                               "ground",
                                                               "ownIncome",
                                                               "principal",
                                                               "institution"}),
                                     .sameRegister = flagOr(value, "sameRegister", true),
                                     .ground = textOr(value, "ground"),
                                     .ownIncome = flagOr(value, "ownIncome")};
    if (const auto* role = value.find("role"))
        guardian.role = enumFrom(*role, fromName<GuardianRole>);
    if (const auto* relation = value.find("relation"))
        guardian.relation = enumFrom(*relation, fromName<Relation>);
    readBehind(value, guardian);
    return guardian;
}

ScenarioTerminal terminalFrom(const AssetValue& value)
{
    value.expectMembers({"servicePoint", "daysAgo", "reason"});
    return {.servicePoint = value.at("servicePoint").text(),
            .daysAgo = static_cast<int>(value.at("daysAgo").integer(0, 365)),
            .reason = value.at("reason").text()};
}

void readPeople(const AssetValue& file, Scenario& scenario)
{
    scenario.cardsOnReader = flagOr(file, "cards");
    scenario.applicant = applicantFrom(file.at("applicant"));
    if (const auto* guardian = file.find("guardian"))
        scenario.guardian = guardianFrom(*guardian);
    if (const auto* terminal = file.find("terminal"))
        scenario.terminal = terminalFrom(*terminal);
    scenario.photo = file.at("photo").text();
    scenario.photoOverruled = textOr(file, "photoOverruled");
    scenario.camera = flagOr(file, "camera");
    if (const auto* fingers = file.find("fingers"))
        scenario.fingers = fingersFrom(*fingers);
}

/// What no reader of one part can see.
void judge(const AssetValue& file, const Scenario& scenario)
{
    const auto isChild = scenario.applicant.person.years < ageWithoutGuardian;
    if (isChild != scenario.guardian.has_value())
        file.at("applicant").refuse("a guardian comes along for a child, and for nobody else");
    const auto& end = scenario.end;
    if (end.exceptions.empty() == scenario.approval.has_value())
        file.at("end").refuse("\"approval\" says who decides about the exceptions");
    if (end.tender && *end.tender != Tender::exempt && scenario.payments.empty())
        file.at("end").refuse("nobody pays");
}

} // namespace

Scenario parseScenario(std::string_view text, const std::string& name, const std::string& origin)
{
    const auto file = parseAsset(text, origin);
    file.expectMembers(
        {"title",     "story",    "category", "kind",          "cards",    "applicant",
         "guardian",  "terminal", "reason",   "relief",        "photo",    "photoOverruled",
         "camera",    "fingers",  "delivery", "temporaryCard", "approval", "payments",
         "goesWrong", "later",    "end"});
    auto scenario = Scenario{};
    scenario.name = name;
    scenario.title = wordsFrom(file.at("title"));
    scenario.story = wordsFrom(file.at("story"));
    scenario.declared = enumFrom(file.at("category"), fromName<Category>);
    scenario.kind = enumFrom(file.at("kind"), fromName<ApplicationKind>);
    readPeople(file, scenario);
    scenario.clerkReason = textOr(file, "reason");
    scenario.relief = textOr(file, "relief");
    scenario.delivery = deliveryFrom(file.at("delivery"));
    scenario.temporaryCard = flagOr(file, "temporaryCard");
    if (const auto* approval = file.find("approval"))
        scenario.approval = approvalFrom(*approval);
    scenario.payments = listOf<ScenarioPayment>(file, "payments", paymentFrom);
    scenario.mishaps = listOf<Mishap>(file, "goesWrong", mishapFrom);
    scenario.later = listOf<ScenarioLater>(file, "later", laterFrom);
    scenario.end = endFrom(file.at("end"));
    judge(file, scenario);
    return scenario;
}

std::vector<Scenario> loadExercises(const Assets& assets)
{
    auto exercises = std::vector<Scenario>{};
    for (const auto& asset : embeddedAssets()) {
        if (!asset.name.starts_with(exerciseFolder))
            continue;
        auto name = std::string{asset.name.substr(exerciseFolder.size())};
        name.resize(name.size() - exerciseEnding.size());
        exercises.push_back(
            parseScenario(assets.load(asset.name), name, assets.origin(asset.name)));
    }
    std::ranges::sort(exercises, {}, &Scenario::name);
    return exercises;
}

} // namespace guitai
