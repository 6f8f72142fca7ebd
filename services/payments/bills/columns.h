#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// Where a bill's columns are. Providers add columns now and then; they are read by name.
class BillColumns
{
public:
    BillColumns() = default;
    explicit BillColumns(std::vector<std::string> names) : m_names(std::move(names)) {}

    std::size_t size() const { return m_names.size(); }
    std::optional<std::size_t> find(std::string_view name) const
    {
        const auto at = std::find(m_names.begin(), m_names.end(), name);
        if (at == m_names.end())
            return std::nullopt;
        return static_cast<std::size_t>(at - m_names.begin());
    }

private:
    std::vector<std::string> m_names;
};

/// Reuses `fields`, because a bill has many lines.
inline void
splitAt(std::string_view text, std::string_view separator, std::vector<std::string_view>& fields)
{
    fields.clear();
    while (true) {
        const auto end = text.find(separator);
        fields.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return;
        text.remove_prefix(end + separator.size());
    }
}

inline BillColumns columnsFrom(std::string_view header)
{
    auto fields = std::vector<std::string_view>{};
    splitAt(header, ",", fields);
    return BillColumns{{fields.begin(), fields.end()}};
}

} // namespace guitai
