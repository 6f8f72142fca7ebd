#pragma once

#include <stdexcept>
#include <string>

namespace guitai
{

/// An asset is wrong. what() reads "fees.json:12: ..." and tells an administrator what to mend.
class AssetError : public std::runtime_error
{
public:
    AssetError(const std::string& origin, int line, const std::string& mistake)
        : std::runtime_error(origin + ":" + std::to_string(line) + ": " + mistake)
    {
    }
};

} // namespace guitai
