#include "services/rules/city.h"

#include "services/rules/asset_json.h"
#include "services/rules/digits.h"
#include "services/rules/rule_book.h"

#include <algorithm>

namespace guitai
{

namespace
{

template <class Entry, class Key>
void expectNew(const std::vector<Entry>& known,
               Key Entry::*key,
               const std::string& wanted,
               const AssetValue& value)
{
    if (std::ranges::find(known, wanted, key) != known.end())
        value.refuse("\"" + wanted + "\" is given twice");
}

District readDistrict(const AssetValue& value, const City& city)
{
    constexpr int legalLimit = 60; // days, Identity Card Law art. 12
    value.expectMembers({"code", "name", "promisedWorkingDays"});
    auto district = District{value.at("code").text(), value.at("name").text()};
    if (district.code.size() != 6 || !areDigits(district.code) ||
        !district.code.starts_with(city.areaPrefix))
        value.at("code").refuse("six digits that start with " + city.areaPrefix + " are expected");
    expectNew(city.districts, &District::code, district.code, value.at("code"));
    expectNew(city.districts, &District::name, district.name, value.at("name"));
    district.promisedWorkingDays =
        static_cast<int>(value.at("promisedWorkingDays").integer(1, legalLimit));
    return district;
}

ServicePoint readServicePoint(const AssetValue& value, const City& city)
{
    value.expectMembers({"district", "name", "applies", "issues"});
    auto point = ServicePoint{.district = value.at("district").text(),
                              .name = value.at("name").text(),
                              .applies = value.at("applies").boolean(),
                              .issues = value.at("issues").boolean()};
    if (std::ranges::find(city.districts, point.district, &District::name) == city.districts.end())
        value.at("district").refuse("the city has no such district");
    if (!point.applies && !point.issues)
        value.refuse("the service point neither applies nor issues");
    expectNew(city.servicePoints, &ServicePoint::name, point.name, value.at("name"));
    return point;
}

FingerprintReason readReason(const AssetValue& value, const City& city)
{
    value.expectMembers({"code", "title", "result"});
    const auto result = fromName<FingerprintResult>(value.at("result").text());
    if (!result || *result == FingerprintResult::registered)
        value.at("result").refuse("\"failed\" or \"notRegistered\" is expected");
    auto reason = FingerprintReason{value.at("code").text(), value.at("title").text(), *result};
    expectNew(city.fingerprintReasons, &FingerprintReason::code, reason.code, value.at("code"));
    return reason;
}

std::string readPostalEntryTemplate(const AssetValue& value)
{
    constexpr auto variable = std::string_view{"{acceptanceNumber}"};
    constexpr std::size_t longest = 200; // a QR code that a phone reads at once
    auto text = value.text();
    const auto first = text.find(variable);
    if (first == text.npos || text.find(variable, first + variable.size()) != text.npos)
        value.refuse("{acceptanceNumber} must stand in the template exactly once");
    auto rest = text;
    rest.erase(first, variable.size());
    if (rest.find_first_of("{}") != rest.npos)
        value.refuse("{acceptanceNumber} is the only variable");
    const auto isPrinted = [](char c) { return c >= ' ' && c <= '~'; };
    if (text.size() > longest || !std::ranges::all_of(text, isPrinted))
        value.refuse("at most 200 ASCII characters are expected");
    return text;
}

std::vector<std::string> readApprovals(const AssetValue& value)
{
    auto approvals = std::vector<std::string>{};
    for (const auto& entry : value.items()) {
        const auto name = entry.text();
        if (!exceptionKindFrom(name))
            entry.refuse("no exception has this name");
        if (std::ranges::find(approvals, name) != approvals.end())
            entry.refuse("the exception is given twice");
        approvals.push_back(name);
    }
    return approvals;
}

void readProxy(const AssetValue& file, City& city)
{
    city.proxyMinimumAge = static_cast<int>(file.at("proxyMinimumAge").integer(16, 60));
    for (const auto& paper : file.at("proxyPapers").items())
        city.proxyPapers.push_back(paper.text());
    if (city.proxyPapers.empty())
        file.at("proxyPapers").refuse("a proxy brings at least one paper");
}

void readTimes(const AssetValue& file, City& city)
{
    city.renewalMonthsBefore = static_cast<int>(file.at("renewalMonthsBefore").integer(0, 24));
    city.postDaysMin = static_cast<int>(file.at("postDaysMin").integer(1, 60));
    city.postDaysMax = static_cast<int>(file.at("postDaysMax").integer(1, 60));
    city.oldCardReturnDays = static_cast<int>(file.at("oldCardReturnDays").integer(1, 365));
    if (city.postDaysMax < city.postDaysMin)
        file.at("postDaysMax").refuse("the post cannot arrive before postDaysMin");
}

} // namespace

const District* City::district(std::string_view code) const
{
    const auto found = std::ranges::find(districts, code, &District::code);
    return found == districts.end() ? nullptr : &*found;
}

City parseCity(std::string_view text, const std::string& origin)
{
    const auto file = parseAsset(text, origin);
    file.expectMembers({"name",
                        "areaPrefix",
                        "districts",
                        "servicePoints",
                        "fingerprintReasons",
                        "renewalMonthsBefore",
                        "postDaysMin",
                        "postDaysMax",
                        "postalEntryTemplate",
                        "proxyMinimumAge",
                        "proxyPapers",
                        "oldCardReturnDays",
                        "approvals"});
    auto city = City{};
    city.name = file.at("name").text();
    city.areaPrefix = file.at("areaPrefix").text();
    if (city.areaPrefix.size() != 2 || !areDigits(city.areaPrefix))
        file.at("areaPrefix").refuse("two digits are expected");
    for (const auto& entry : file.at("districts").items())
        city.districts.push_back(readDistrict(entry, city));
    if (city.districts.empty())
        file.at("districts").refuse("there is no district");
    for (const auto& entry : file.at("servicePoints").items())
        city.servicePoints.push_back(readServicePoint(entry, city));
    for (const auto& entry : file.at("fingerprintReasons").items())
        city.fingerprintReasons.push_back(readReason(entry, city));
    readTimes(file, city);
    readProxy(file, city);
    if (const auto* entry = file.find("postalEntryTemplate"))
        city.postalEntryTemplate = readPostalEntryTemplate(*entry);
    city.approvals = readApprovals(file.at("approvals"));
    return city;
}

} // namespace guitai
