#include "tests/simulators/gateway/values.h"

#include <array>
#include <stdexcept>
#include <utility>

namespace guitai::simulator
{

namespace
{

constexpr auto tradeStates = std::to_array<std::pair<TradeState, std::string_view>>({
    {TradeState::unscanned, "unscanned"},
    {TradeState::waiting, "waiting"},
    {TradeState::typing, "typing"},
    {TradeState::paid, "paid"},
    {TradeState::closed, "closed"},
    {TradeState::revoked, "revoked"},
    {TradeState::failed, "failed"},
});

constexpr auto refundStates = std::to_array<std::pair<RefundState, std::string_view>>({
    {RefundState::processing, "processing"},
    {RefundState::success, "success"},
    {RefundState::closed, "closed"},
    {RefundState::abnormal, "abnormal"},
});

template <class Table, class Value>
std::string_view nameIn(const Table& table, Value value)
{
    for (const auto& [one, name] : table)
        if (one == value)
            return name;
    throw std::logic_error("a state without a name");
}

template <class Table>
auto valueIn(const Table& table, std::string_view name)
{
    for (const auto& [value, one] : table)
        if (one == name)
            return value;
    throw std::invalid_argument("no state is called " + std::string{name});
}

} // namespace

std::string_view nameOf(Provider provider)
{
    return provider == Provider::weChat ? "wechat" : "alipay";
}

std::string_view nameOf(TradeState state)
{
    return nameIn(tradeStates, state);
}

TradeState tradeStateFrom(std::string_view name)
{
    return valueIn(tradeStates, name);
}

std::string_view nameOf(RefundState state)
{
    return nameIn(refundStates, state);
}

RefundState refundStateFrom(std::string_view name)
{
    return valueIn(refundStates, name);
}

} // namespace guitai::simulator
