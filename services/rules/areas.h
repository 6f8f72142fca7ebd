#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

struct Area {
    std::string code; ///< six digits, GB/T 2260
    std::string name; ///< full name, such as 北京市海淀区
    bool retired = false;

    bool operator==(const Area&) const = default;
};

/// GB/T 2260 codes, retired ones included: a citizen number keeps the code of its day.
class AreaCodes
{
public:
    AreaCodes() = default;
    explicit AreaCodes(std::map<std::string, Area, std::less<>> areas) : m_areas(std::move(areas))
    {
    }

    std::optional<Area> find(std::string_view code) const;
    std::size_t size() const { return m_areas.size(); }

private:
    std::map<std::string, Area, std::less<>> m_areas;
};

/// Reads area_codes.tsv: code, name, "current" or "retired" by line, sorted by code; lines that
/// start with # are comments. Throws AssetError.
AreaCodes parseAreaCodes(std::string_view text, const std::string& origin);

} // namespace guitai
