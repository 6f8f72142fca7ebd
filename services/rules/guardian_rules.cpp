#include "services/rules/guardian_rules.h"

#include "services/enum_names.h"
#include "services/rules/asset_json.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto situations = EnumNames<GuardianSituation, guardianSituations>{{
    {GuardianSituation::parent, "parent"},
    {GuardianSituation::stepParent, "stepParent"},
    {GuardianSituation::grandparent, "grandparent"},
    {GuardianSituation::elderSibling, "elderSibling"},
    {GuardianSituation::other, "other"},
    {GuardianSituation::appointed, "appointed"},
    {GuardianSituation::delegate, "delegate"},
    {GuardianSituation::institution, "institution"},
}};
static_assert(isComplete(situations, GuardianSituation::institution));

GuardianSituation situationOf(Relation relation)
{
    switch (relation) {
    case Relation::father:
    case Relation::mother:
        return GuardianSituation::parent;
    case Relation::stepFather:
    case Relation::stepMother:
        return GuardianSituation::stepParent;
    case Relation::paternalGrandfather:
    case Relation::paternalGrandmother:
    case Relation::maternalGrandfather:
    case Relation::maternalGrandmother:
        return GuardianSituation::grandparent;
    case Relation::elderBrother:
    case Relation::elderSister:
        return GuardianSituation::elderSibling;
    case Relation::otherKin:
    case Relation::notRelated:
        return GuardianSituation::other;
    }
    return GuardianSituation::other;
}

/// Of the guardian, not of who stands there for one.
GuardianSituation guardiansOwn(const GuardianFacts& facts)
{
    const auto role = facts.role == GuardianRole::delegate ? GuardianRole::byLaw : facts.role;
    return situationOf(role, facts.relation).value_or(GuardianSituation::parent);
}

void addNew(const std::vector<DocumentKind>& more, std::vector<DocumentKind>& documents)
{
    for (const auto document : more)
        if (std::ranges::find(documents, document) == documents.end())
            documents.push_back(document);
}

std::vector<DocumentKind> readDocuments(const AssetValue& list)
{
    auto documents = std::vector<DocumentKind>{};
    for (const auto& entry : list.items()) {
        const auto document = fromName<DocumentKind>(entry.text());
        if (!document)
            entry.refuse("no document has this name");
        if (std::ranges::find(documents, *document) != documents.end())
            entry.refuse("the document is given twice");
        documents.push_back(*document);
    }
    return documents;
}

/// Appointed guardians and institutions show by their papers why they act, and a delegate acts for
/// a guardian of one of the other situations: what could never be asked for is no setting.
GuardianRules::Needs readNeeds(const AssetValue& value, GuardianSituation situation)
{
    value.expectMembers({"always", "otherRegister", "ground", "approval"});
    auto needs = GuardianRules::Needs{.always = readDocuments(value.at("always")),
                                      .otherRegister = readDocuments(value.at("otherRegister")),
                                      .ground = value.at("ground").boolean(),
                                      .approval = value.at("approval").boolean()};
    if (needs.always.empty())
        value.at("always").refuse("at least the identity card is seen");
    using enum GuardianSituation;
    if (needs.ground &&
        (situation == appointed || situation == delegate || situation == institution))
        value.at("ground").refuse("no ground is asked for here; set it to false");
    if (situation == delegate && !needs.otherRegister.empty())
        value.at("otherRegister").refuse("the guardian behind the delegate brings these");
    return needs;
}

std::array<GuardianRules::Needs, guardianSituations> readPapers(const AssetValue& value)
{
    auto needs = std::array<GuardianRules::Needs, guardianSituations>{};
    auto names = std::vector<std::string_view>{};
    for (const auto& [situation, name] : situations)
        names.push_back(name);
    value.expectMembers(names);
    for (const auto& [situation, name] : situations)
        needs[static_cast<std::size_t>(situation)] = readNeeds(value.at(name), situation);
    return needs;
}

std::vector<GuardianGround> readGrounds(const AssetValue& list)
{
    auto grounds = std::vector<GuardianGround>{};
    for (const auto& entry : list.items()) {
        entry.expectMembers({"code", "title"});
        auto ground = GuardianGround{entry.at("code").text(), entry.at("title").text()};
        if (std::ranges::find(grounds, ground.code, &GuardianGround::code) != grounds.end())
            entry.at("code").refuse("\"" + ground.code + "\" is given twice");
        grounds.push_back(std::move(ground));
    }
    if (grounds.empty())
        list.refuse("there is no ground");
    return grounds;
}

} // namespace

std::string_view nameOf(GuardianSituation situation)
{
    return nameIn(situations, situation);
}

std::optional<GuardianSituation> situationOf(GuardianRole role, std::optional<Relation> relation)
{
    switch (role) {
    case GuardianRole::byLaw:
        break;
    case GuardianRole::appointed:
        return GuardianSituation::appointed;
    case GuardianRole::delegate:
        return GuardianSituation::delegate;
    case GuardianRole::institution:
        return GuardianSituation::institution;
    }
    return relation ? std::optional{situationOf(*relation)} : std::nullopt;
}

const GuardianRules::Needs& GuardianRules::needsOf(GuardianSituation situation) const
{
    return needs[static_cast<std::size_t>(situation)];
}

const GuardianGround* GuardianRules::ground(std::string_view code) const
{
    const auto found = std::ranges::find(grounds, code, &GuardianGround::code);
    return found == grounds.end() ? nullptr : &*found;
}

std::vector<DocumentKind> GuardianRules::papersFor(const GuardianFacts& facts) const
{
    auto documents = std::vector<DocumentKind>{};
    const auto& own = needsOf(guardiansOwn(facts));
    addNew(own.always, documents);
    if (!facts.sameRegister)
        addNew(own.otherRegister, documents);
    if (facts.role == GuardianRole::delegate)
        addNew(needsOf(GuardianSituation::delegate).always, documents);
    if (facts.livesOnOwnIncome)
        addNew(ownIncomePapers, documents);
    return documents;
}

bool GuardianRules::needsGround(const GuardianFacts& facts) const
{
    return needsOf(guardiansOwn(facts)).ground;
}

bool GuardianRules::needsApproval(const GuardianFacts& facts) const
{
    return needsOf(guardiansOwn(facts)).approval ||
           (facts.role == GuardianRole::delegate && needsOf(GuardianSituation::delegate).approval);
}

bool GuardianRules::asksForRegister(const GuardianFacts& facts) const
{
    return !needsOf(guardiansOwn(facts)).otherRegister.empty();
}

GuardianRules parseGuardianRules(std::string_view text, const std::string& origin)
{
    constexpr int majority = 18;  // Civil Code art. 17
    constexpr int ownIncome = 16; // art. 18
    constexpr int oldestMinor = 30;
    const auto file = parseAsset(text, origin);
    file.expectMembers({"majority", "ownIncomeFrom", "papers", "ownIncomePapers", "grounds"});
    auto rules = GuardianRules{};
    rules.majority = static_cast<int>(file.at("majority").integer(majority, oldestMinor));
    rules.ownIncomeFrom =
        static_cast<int>(file.at("ownIncomeFrom").integer(ownIncome, rules.majority));
    rules.needs = readPapers(file.at("papers"));
    rules.ownIncomePapers = readDocuments(file.at("ownIncomePapers"));
    rules.grounds = readGrounds(file.at("grounds"));
    return rules;
}

} // namespace guitai
