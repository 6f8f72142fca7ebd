#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

struct Ethnicity {
    std::string_view code; ///< two digits
    std::string_view name;
};

/// GB/T 3304-1991 with the two further codes in circulation on chips (81, 83).
const std::vector<Ethnicity>& ethnicities();
std::optional<std::string_view> ethnicityName(std::string_view code);

} // namespace guitai
