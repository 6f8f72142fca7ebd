#pragma once

#include "services/practice/scenario.h"
#include "services/rules/asset_json.h"

namespace guitai
{

// The parts of a scenario's file; each refuses what it does not know.

/// `more`: members of the same object that the caller reads.
MadeUpPerson madePersonFrom(const AssetValue& value, const std::vector<std::string_view>& more);
ScenarioFingers fingersFrom(const AssetValue& value);
ScenarioDelivery deliveryFrom(const AssetValue& value);
ScenarioApproval approvalFrom(const AssetValue& value);
ScenarioPayment paymentFrom(const AssetValue& value);
Mishap mishapFrom(const AssetValue& value);
ScenarioLater laterFrom(const AssetValue& value);
ScenarioEnd endFrom(const AssetValue& value);

/// The enumerator of this name; refuses another one.
template <class Enum>
Enum enumFrom(const AssetValue& value, std::optional<Enum> (*named)(std::string_view))
{
    if (const auto found = named(value.text()))
        return *found;
    value.refuse("unknown name \"" + value.text() + "\"");
}

/// Empty when the member is not there.
inline std::string textOr(const AssetValue& value, std::string_view member)
{
    const auto* found = value.find(member);
    return found == nullptr ? std::string{} : found->text();
}

inline bool flagOr(const AssetValue& value, std::string_view member, bool otherwise = false)
{
    const auto* found = value.find(member);
    return found == nullptr ? otherwise : found->boolean();
}

template <class Part>
std::vector<Part>
listOf(const AssetValue& value, std::string_view member, Part (*read)(const AssetValue&))
{
    auto parts = std::vector<Part>{};
    if (const auto* list = value.find(member))
        for (const auto& item : list->items())
            parts.push_back(read(item));
    return parts;
}

} // namespace guitai
