#pragma once

#include "tests/simulators/gateway/values.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <vector>

namespace guitai::simulator
{

struct TextRule {
    std::size_t least = 1;
    std::size_t most = 32; ///< code points
    bool needed = true;
};

/// Reads the members of a request and complains in the provider's way about the first that is
/// wrong.
class Fields
{
public:
    /// `complain` throws; it gets a JSON pointer, the value as text and what is wrong.
    using Complaint = std::function<void(
        const std::string& pointer, const std::string& value, const std::string&)>;
    Fields(const nlohmann::json& object, std::string pointer, Complaint complain);

    std::string text(const char* name, TextRule rule) const;
    /// Only digits, letters and the given further characters.
    std::string number(const char* name, TextRule rule, std::string_view further) const;
    std::int64_t integer(const char* name, std::int64_t least) const;
    Fields object(const char* name) const;
    /// An array of so many objects.
    std::vector<Fields> objects(const char* name, std::size_t least, std::size_t most) const;
    bool has(const char* name) const { return m_object.contains(name); }
    [[noreturn]] void fail(const char* name, const std::string& issue) const;

private:
    nlohmann::json m_object;
    std::string m_pointer;
    Complaint m_complain;
};

} // namespace guitai::simulator
