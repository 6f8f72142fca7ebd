#pragma once

#include "services/clock.h"
#include "services/rules/asset_error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guitai
{

/// One value of a JSON asset that knows the line on which it stands. Every question that the value
/// cannot answer throws AssetError naming that line.
class AssetValue
{
public:
    std::string text() const; ///< not blank
    std::int64_t integer(std::int64_t least, std::int64_t most) const;
    bool boolean() const;
    Date date() const; ///< "2026-11-22", a day that exists
    const std::vector<AssetValue>& items() const;

    /// Refuses a member that is not in `known`, so that a mistyped one is not passed over.
    void expectMembers(const std::vector<std::string_view>& known) const;
    const AssetValue& at(std::string_view member) const;
    const AssetValue* find(std::string_view member) const; ///< null when there is none

    [[noreturn]] void refuse(const std::string& mistake) const;

private:
    friend class AssetBuilder;
    struct Object {
    };
    struct Array {
    };
    struct Other { ///< null and numbers that are not whole: no asset needs them
    };
    using Scalar = std::variant<Other, Object, Array, bool, std::int64_t, std::string>;

    AssetValue(Scalar scalar, int line, std::string origin);

    Scalar m_scalar;
    std::vector<std::string> m_names; ///< of the members of an object, in step with m_items
    std::vector<AssetValue> m_items;
    int m_line;
    std::string m_origin;
};

/// Reads the JSON of an asset. Throws AssetError for what is no JSON, for a member given twice and
/// for nesting that no asset has.
AssetValue parseAsset(std::string_view text, const std::string& origin);

} // namespace guitai
