#include "services/cases/finger_tries.h"

#include <nlohmann/json.hpp>

namespace guitai
{

namespace
{

using nlohmann::json;

constexpr auto bestQuality = 100;

template <class Enum>
std::optional<Enum>
namedIn(const json& entry, const char* name, const std::string& path, Refusals& mistakes)
{
    const auto member = entry.find(name);
    const auto place = path + "." + name;
    if (member == entry.end())
        mistakes.push_back({Refusal::Code::missing, place, {}});
    else if (!member->is_string())
        mistakes.push_back({Refusal::Code::wrongType, place, {"string"}});
    else if (const auto value = fromName<Enum>(member->template get_ref<const std::string&>()))
        return value;
    else
        mistakes.push_back({Refusal::Code::malformed, place, {}});
    return std::nullopt;
}

int qualityIn(const json& entry, const std::string& path, Refusals& mistakes)
{
    const auto member = entry.find("quality");
    if (member == entry.end())
        return 0;
    if (!member->is_number_integer())
        mistakes.push_back({Refusal::Code::wrongType, path + ".quality", {"integer"}});
    else if (const auto quality = member->get<std::int64_t>(); quality < 0 || quality > bestQuality)
        mistakes.push_back({Refusal::Code::malformed, path + ".quality", {}});
    else
        return static_cast<int>(quality);
    return 0;
}

void readTry(const json& entry,
             const std::string& path,
             std::vector<FingerTry>& tries,
             Refusals& mistakes)
{
    if (!entry.is_object()) {
        mistakes.push_back({Refusal::Code::wrongType, path, {"object"}});
        return;
    }
    for (const auto& [name, member] : entry.items())
        if (name != "finger" && name != "outcome" && name != "quality")
            mistakes.push_back({Refusal::Code::unknownMember, path + "." + name, {}});
    const auto finger = namedIn<Finger>(entry, "finger", path, mistakes);
    const auto outcome = namedIn<TryOutcome>(entry, "outcome", path, mistakes);
    const auto quality = qualityIn(entry, path, mistakes);
    if (finger && outcome)
        tries.push_back({*finger, *outcome, quality});
}

} // namespace

void readTries(const json& list,
               const std::string& path,
               std::vector<FingerTry>& tries,
               Refusals& mistakes)
{
    if (!list.is_array()) {
        mistakes.push_back({Refusal::Code::wrongType, path, {"array"}});
        return;
    }
    if (list.size() > mostFingerTries) {
        mistakes.push_back({Refusal::Code::tooManyItems, path, {std::to_string(mostFingerTries)}});
        return;
    }
    for (std::size_t i = 0; i < list.size(); ++i)
        readTry(list[i], path + "." + std::to_string(i), tries, mistakes);
}

} // namespace guitai
