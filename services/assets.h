#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// Data that the law, the city or a provider may change. Embedded in the program; a file of the
/// same name in the override folder replaces the embedded one whole.
class Assets
{
public:
    explicit Assets(std::filesystem::path overrides = {});

    /// `name` is the path below assets/, such as "fees.json". No value: there is none.
    std::optional<std::string> find(std::string_view name) const;
    /// Throws ServiceFailure(notFound).
    std::string load(std::string_view name) const;
    /// Where `load` takes it from, for messages: the file's path or "embedded:fees.json".
    std::string origin(std::string_view name) const;

private:
    std::filesystem::path m_overrides;
};

/// What is embedded, by name; generated at build time from assets/.
struct EmbeddedAsset {
    std::string_view name;
    std::string_view content;
};
const std::vector<EmbeddedAsset>& embeddedAssets();

} // namespace guitai
