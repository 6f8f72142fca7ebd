#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::simulator
{

/// Something that goes wrong on purpose.
struct Fault {
    int id = 0;
    std::string route = {};   ///< "wechat.native", "alipay.trade.query"; a trailing * matches more
    std::string subject = {}; ///< an order or refund number; empty: any
    int nth = 1;              ///< begins with the nth call that matches
    int times = 1;            ///< for so many calls
    std::string action = {};
    nlohmann::json arguments = nlohmann::json::object();
    int seen = 0;
};

/// The faults of one exchange.
class FaultSet
{
public:
    void add(Fault fault) { m_faults.push_back(std::move(fault)); }
    bool has(std::string_view action) const { return find(action) != nullptr; }
    std::int64_t
    number(std::string_view action, const char* argument, std::int64_t otherwise) const;
    std::string text(std::string_view action, const char* argument, std::string otherwise) const;
    std::vector<std::string> names() const;

private:
    const Fault* find(std::string_view action) const;

    std::vector<Fault> m_faults;
};

/// Which calls are to meet which faults. Several may meet in one call.
class Faults
{
public:
    /// {"match": {"route", "out_trade_no", "nth"}, "action", "times", …}; throws
    /// std::invalid_argument for an action that does not exist.
    int add(const nlohmann::json& wish);
    /// Counts the call and gives out what applies.
    FaultSet take(const std::string& route, const std::vector<std::string>& subjects);
    void clear() { m_faults.clear(); }

private:
    std::vector<Fault> m_faults;
    int m_lastId = 0;
};

} // namespace guitai::simulator
