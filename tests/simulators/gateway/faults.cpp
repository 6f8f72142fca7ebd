#include "tests/simulators/gateway/faults.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace guitai::simulator
{

namespace
{

constexpr auto actions = std::to_array<std::string_view>({
    // network
    "delay",       // {"ms"} before anything is looked at
    "drop_before", // the connection ends, nothing was processed
    "drop_after",  // processed, then the connection ends without an answer
    "half_body",
    "reset",
    "tls_failure", // of the next connections; the match does not apply
    "page_502",    // a page in HTML instead of processing
    "page_503",
    "slow_drip", // {"ms"} between pieces
    // status
    "status_500",          // {"processed": true|false}
    "status_429",          // {"code", "processed"}
    "accepted_empty",      // processed, 202 without body
    "accepted_userpaying", // processed, 202 and USERPAYING
    "refuse",              // {"status", "code"} or {"code", "sub_code"}; not processed
    // signature
    "flip_signature",
    "probe_signature",
    "unknown_serial",
    "stale_answer",
    "no_signature",
    "wrong_key",
    "reformatted",
    // content
    "other_amount",
    "other_order",
    "other_merchant",
    "other_application",
    "extra_members",
    "coupon",
    "plain_names",
    // timing
    "hide_payment",    // {"s"}: paid, and still shown as unpaid
    "pay_first",       // the citizen pays just before this call is processed
    "close_too_early", // {"s"} since creation
    "not_exist_yet",   // {"s"} since creation
    "still_paying",    // reverse answers USERPAYING
    // Alipay
    "duplicate_node",
    "certificate_first",
    "escaped_slashes",
    "code_10003",
    "code_20000", // {"processed"}
    "retry_flag",
    "fund_change_n",
    "empty_refund_query",
    // refund
    "refund_abnormal",
    "refund_closed",
    "accepted_429",
    // bill
    "row_missing",
    "extra_row",
    "amount_changed",
    "refund_row_missing",
    "wrong_hash",
    "bad_summary",
    "bom",
    "gbk_damage",
    "link_expired",
    "day_boundary_row",
    // clock
    "date_header", // {"s"} by which the Date header is wrong
});

bool fits(const std::string& pattern, const std::string& route)
{
    if (pattern.empty() || pattern == "*")
        return true;
    return pattern.ends_with('*') ? route.starts_with(pattern.substr(0, pattern.size() - 1))
                                  : route == pattern;
}

} // namespace

const Fault* FaultSet::find(std::string_view action) const
{
    for (const auto& fault : m_faults)
        if (fault.action == action)
            return &fault;
    return nullptr;
}

std::int64_t
FaultSet::number(std::string_view action, const char* argument, std::int64_t otherwise) const
{
    const auto* fault = find(action);
    if (fault == nullptr || !fault->arguments.contains(argument))
        return otherwise;
    const auto& value = fault->arguments[argument];
    return value.is_boolean() ? (value.get<bool>() ? 1 : 0) : value.get<std::int64_t>();
}

std::string
FaultSet::text(std::string_view action, const char* argument, std::string otherwise) const
{
    const auto* fault = find(action);
    return fault == nullptr ? otherwise : fault->arguments.value(argument, otherwise);
}

std::vector<std::string> FaultSet::names() const
{
    auto names = std::vector<std::string>{};
    for (const auto& fault : m_faults)
        names.push_back(fault.action);
    return names;
}

int Faults::add(const nlohmann::json& wish)
{
    auto fault = Fault{.action = wish.value("action", ""), .arguments = wish};
    if (std::find(actions.begin(), actions.end(), fault.action) == actions.end())
        throw std::invalid_argument("no fault is called \"" + fault.action + "\"");
    const auto match = wish.value("match", nlohmann::json::object());
    fault.route = match.value("route", "");
    fault.subject = match.value("out_trade_no", "");
    fault.nth = match.value("nth", 1);
    fault.times = wish.value("times", 1);
    fault.id = ++m_lastId;
    m_faults.push_back(std::move(fault));
    return m_lastId;
}

FaultSet Faults::take(const std::string& route, const std::vector<std::string>& subjects)
{
    auto taken = FaultSet{};
    for (auto& fault : m_faults) {
        const auto about =
            fault.subject.empty() ||
            std::find(subjects.begin(), subjects.end(), fault.subject) != subjects.end();
        const auto connections = fault.action == "tls_failure";
        if (!about || !fits(fault.route, route) || connections != (route == "connection"))
            continue;
        ++fault.seen;
        if (fault.seen >= fault.nth && fault.seen < fault.nth + fault.times)
            taken.add(fault);
    }
    std::erase_if(m_faults,
                  [](const Fault& fault) { return fault.seen >= fault.nth + fault.times - 1; });
    return taken;
}

} // namespace guitai::simulator
