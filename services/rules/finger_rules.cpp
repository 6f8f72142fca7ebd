#include "services/rules/finger_rules.h"

#include "services/enum_names.h"
#include "services/rules/asset_json.h"

#include <algorithm>
#include <utility>

namespace guitai
{

namespace
{

constexpr auto tryOutcomes = EnumNames<TryOutcome, 4>{{
    {TryOutcome::taken, "taken"},
    {TryOutcome::noFeatures, "noFeatures"},
    {TryOutcome::noFinger, "noFinger"},
    {TryOutcome::absent, "absent"},
}};
static_assert(isComplete(tryOutcomes, TryOutcome::absent));

constexpr auto fingerNames =
    std::array<std::string_view, 5>{"thumb", "index", "middle", "ring", "little"};
constexpr auto needs = EnumNames<FingerNeed, 3>{{
    {FingerNeed::none, "none"},
    {FingerNeed::optional, "optional"},
    {FingerNeed::required, "required"},
}};
static_assert(isComplete(needs, FingerNeed::required));

bool hasImage(const FingerTry& made)
{
    return made.outcome == TryOutcome::taken || made.outcome == TryOutcome::noFeatures;
}

bool passes(const FingerTry& made, const FingerRules& rules)
{
    return made.outcome == TryOutcome::taken && made.quality >= rules.passMark;
}

bool anyPasses(const std::vector<FingerTry>& tries, const FingerRules& rules)
{
    return std::ranges::any_of(tries, [&](const FingerTry& made) { return passes(made, rules); });
}

std::array<int, 5> readOrder(const AssetValue& list)
{
    auto order = std::array<int, 5>{};
    auto seen = std::array<bool, 5>{};
    if (list.items().size() != order.size())
        list.refuse("the order is not of five fingers");
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto& entry = list.items()[i];
        const auto found = std::ranges::find(fingerNames, entry.text());
        if (found == fingerNames.end())
            entry.refuse("no finger has that name");
        const auto index = static_cast<std::size_t>(found - fingerNames.begin());
        if (std::exchange(seen[index], true))
            entry.refuse("the finger stands there twice");
        order[i] = static_cast<int>(index);
    }
    return order;
}

std::vector<FingerRules::Age> readAges(const AssetValue& list)
{
    constexpr auto oldest = 150;
    auto ages = std::vector<FingerRules::Age>{};
    for (const auto& entry : list.items()) {
        entry.expectMembers({"fromAge", "need"});
        const auto need = valueIn(needs, entry.at("need").text());
        if (!need)
            entry.at("need").refuse("a need is none, optional or required");
        const auto from = static_cast<int>(entry.at("fromAge").integer(0, oldest));
        if (ages.empty() ? from != 0 : from <= ages.back().fromAge)
            entry.at("fromAge").refuse(ages.empty() ? "the first age is not 0"
                                                    : "the ages do not ascend");
        ages.push_back({from, *need});
    }
    if (ages.empty())
        list.refuse("there is no age");
    return ages;
}

} // namespace

std::string_view nameOf(TryOutcome outcome)
{
    return nameIn(tryOutcomes, outcome);
}

template <>
std::optional<TryOutcome> fromName<TryOutcome>(std::string_view name)
{
    return valueIn(tryOutcomes, name);
}

Hand handOf(Finger finger)
{
    return finger < Finger::leftThumb ? Hand::right : Hand::left;
}

FingerNeed FingerRules::needAt(int age) const
{
    auto need = ages.front().need;
    for (const auto& reached : ages)
        if (reached.fromAge <= age)
            need = reached.need;
    return need;
}

std::array<Finger, 5> FingerRules::fingersOf(Hand hand) const
{
    const auto first =
        static_cast<int>(hand == Hand::right ? Finger::rightThumb : Finger::leftThumb);
    auto fingers = std::array<Finger, 5>{};
    std::ranges::transform(
        order, fingers.begin(), [first](int place) { return static_cast<Finger>(first + place); });
    return fingers;
}

FingerRules parseFingerRules(std::string_view text, const std::string& origin)
{
    constexpr auto mostAttempts = 20;
    constexpr auto mostDays = 3650;
    const auto file = parseAsset(text, origin);
    file.expectMembers({"passMark", "attemptsPerFinger", "order", "ages", "keepTemplatesDays"});
    const auto number = [&file](const char* name, int least, int most) {
        return static_cast<int>(file.at(name).integer(least, most));
    };
    return {.passMark = number("passMark", 1, 100),
            .attemptsPerFinger = number("attemptsPerFinger", 1, mostAttempts),
            .order = readOrder(file.at("order")),
            .ages = readAges(file.at("ages")),
            .keepTemplatesDays = number("keepTemplatesDays", 0, mostDays)};
}

FingerState stateOf(Finger finger, const std::vector<FingerTry>& tries, const FingerRules& rules)
{
    auto state = FingerState{};
    auto isAbsent = false;
    auto isRegistered = false;
    for (const auto& made : tries) {
        if (made.finger != finger)
            continue;
        isAbsent = made.outcome == TryOutcome::absent;
        isRegistered = isRegistered || passes(made, rules);
        if (!hasImage(made))
            continue;
        ++state.attempts;
        state.best = std::max(state.best, made.quality);
    }
    if (isRegistered)
        state.kind = FingerState::Kind::registered;
    else if (isAbsent)
        state.kind = FingerState::Kind::absent;
    else if (state.attempts >= rules.attemptsPerFinger)
        state.kind = FingerState::Kind::exhausted;
    else if (state.attempts > 0)
        state.kind = FingerState::Kind::open;
    return state;
}

std::optional<Finger>
nextFinger(Hand hand, const std::vector<FingerTry>& tries, const FingerRules& rules)
{
    if (anyPasses(tries, rules))
        return std::nullopt;
    for (const auto finger : rules.fingersOf(hand)) {
        const auto kind = stateOf(finger, tries, rules).kind;
        if (kind == FingerState::Kind::untried || kind == FingerState::Kind::open)
            return finger;
    }
    return std::nullopt;
}

std::optional<Finger> nextFinger(const std::vector<FingerTry>& right,
                                 const std::vector<FingerTry>& left,
                                 const FingerRules& rules)
{
    if (const auto finger = nextFinger(Hand::right, right, rules))
        return finger;
    return nextFinger(Hand::left, left, rules);
}

std::optional<FingerTry> bestTry(const std::vector<FingerTry>& tries)
{
    auto best = std::optional<FingerTry>{};
    const auto rank = [](const FingerTry& made) {
        return std::pair{made.outcome == TryOutcome::taken, made.quality};
    };
    for (const auto& made : tries)
        if (hasImage(made) && (!best || rank(made) > rank(*best)))
            best = made;
    return best;
}

FingerprintResult resultOf(const std::vector<FingerTry>& tries, const FingerRules& rules)
{
    if (anyPasses(tries, rules))
        return FingerprintResult::registered;
    return bestTry(tries) ? FingerprintResult::failed : FingerprintResult::notRegistered;
}

bool fits(FingerprintResult stated, const std::vector<FingerTry>& tries, const FingerRules& rules)
{
    if (tries.empty())
        return true;
    const auto isPassed = anyPasses(tries, rules);
    switch (stated) {
    case FingerprintResult::registered:
        return isPassed;
    case FingerprintResult::failed:
        return !isPassed && bestTry(tries).has_value();
    case FingerprintResult::notRegistered:
        return !isPassed;
    }
    return false;
}

} // namespace guitai
