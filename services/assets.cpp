#include "services/assets.h"

#include "services/failure.h"
#include "services/rules/asset_error.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace guitai
{

Assets::Assets(std::filesystem::path overrides) : m_overrides(std::move(overrides)) {}

std::optional<std::string> Assets::find(std::string_view name) const
{
    if (!m_overrides.empty()) {
        const auto path = m_overrides / name;
        auto error = std::error_code{};
        // Built-in data must not stand in for a file that somebody put there.
        if (std::filesystem::exists(path, error) || error) {
            auto file = std::ifstream{path, std::ios::binary};
            if (!std::filesystem::is_regular_file(path, error) || !file)
                throw AssetError(path.string(), 1, "cannot be read");
            return std::string{std::istreambuf_iterator<char>{file}, {}};
        }
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
