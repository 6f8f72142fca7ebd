#include "services/assets.h"

#include "services/failure.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace guitai
{

Assets::Assets(std::filesystem::path overrides) : m_overrides(std::move(overrides)) {}

std::optional<std::string> Assets::find(std::string_view name) const
{
    if (!m_overrides.empty()) {
        auto file = std::ifstream{m_overrides / name, std::ios::binary};
        if (file)
            return std::string{std::istreambuf_iterator<char>{file}, {}};
    }
    const auto& all = embeddedAssets();
    const auto found = std::ranges::find(all, name, &EmbeddedAsset::name);
    if (found == all.end())
        return std::nullopt;
    return std::string{found->content};
}

std::string Assets::load(std::string_view name) const
{
    auto content = find(name);
    if (!content)
        throw ServiceFailure(ServiceFailure::Kind::notFound, "asset " + std::string{name});
    return *std::move(content);
}

std::string Assets::origin(std::string_view name) const
{
    if (!m_overrides.empty() && std::filesystem::exists(m_overrides / name))
        return (m_overrides / name).string();
    return "embedded:" + std::string{name};
}

} // namespace guitai
