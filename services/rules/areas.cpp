#include "services/rules/areas.h"

#include "services/rules/asset_error.h"
#include "services/utf8.h"

#include <algorithm>

namespace guitai
{

namespace
{

bool isAreaCode(std::string_view text)
{
    return text.size() == 6 && text.front() != '0' &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Area areaFrom(std::string_view row, const std::string& origin, int line)
{
    const auto firstTab = row.find('\t');
    const auto secondTab = firstTab == row.npos ? row.npos : row.find('\t', firstTab + 1);
    if (secondTab == row.npos || row.find('\t', secondTab + 1) != row.npos)
        throw AssetError(origin, line, "code, name and status are expected, set apart by tabs");
    const auto code = row.substr(0, firstTab);
    const auto name = row.substr(firstTab + 1, secondTab - firstTab - 1);
    const auto status = row.substr(secondTab + 1);
    if (!isAreaCode(code))
        throw AssetError(origin, line, "the code is not six digits");
    if (!decodeUtf8(name) || trimmed(name).empty())
        throw AssetError(origin, line, "the name is blank or not UTF-8");
    if (status != "current" && status != "retired")
        throw AssetError(origin, line, "the status is neither \"current\" nor \"retired\"");
    return {std::string{code}, std::string{name}, status == "retired"};
}

} // namespace

std::optional<Area> AreaCodes::find(std::string_view code) const
{
    const auto found = m_areas.find(code);
    return found == m_areas.end() ? std::nullopt : std::optional{found->second};
}

AreaCodes parseAreaCodes(std::string_view text, const std::string& origin)
{
    auto areas = std::map<std::string, Area, std::less<>>{};
    int line = 0;
    while (!text.empty()) {
        ++line;
        const auto end = std::min(text.find('\n'), text.size());
        const auto row = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (row.empty() || row.front() == '#')
            continue;
        auto area = areaFrom(row, origin, line);
        if (!areas.empty() && area.code <= areas.rbegin()->first)
            throw AssetError(origin, line, "the code " + area.code + " is given twice or unsorted");
        auto code = area.code;
        areas.emplace_hint(areas.end(), std::move(code), std::move(area));
    }
    if (areas.empty())
        throw AssetError(origin, std::max(line, 1), "there is no area code");
    return AreaCodes{std::move(areas)};
}

} // namespace guitai
