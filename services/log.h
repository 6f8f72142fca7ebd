#pragma once

#include <string_view>

namespace guitai
{

/// error = someone must act, warning = degraded, info = one line per user action.
/// Never a name, a citizen number, an address, a payment code: our own identifiers only.
class Log
{
public:
    virtual ~Log() = default;
    virtual void error(std::string_view line) = 0;
    virtual void warning(std::string_view line) = 0;
    virtual void info(std::string_view line) = 0;
};

class NoLog final : public Log
{
public:
    void error(std::string_view) override {}
    void warning(std::string_view) override {}
    void info(std::string_view) override {}
};

} // namespace guitai
