#include "tests/simulators/gateway/world.h"

#include "tests/simulators/gateway/citizen.h"
#include "tests/simulators/gateway/text.h"

namespace guitai::simulator
{

namespace
{

constexpr std::size_t keptExchanges = 20000;
constexpr auto lifeOfOrders = std::chrono::hours{24 * 7}; // WeChat Pay closes what is older

} // namespace

Instant MovableClock::now() const
{
    if (m_standing)
        return *m_standing;
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + m_offset;
}

void MovableClock::advance(std::chrono::seconds by)
{
    if (m_standing)
        *m_standing += by;
    else
        m_offset += by;
}

void MovableClock::set(Instant at, bool running)
{
    m_standing.reset();
    m_offset += at - now();
    if (!running)
        m_standing = at;
}

World::World(const std::filesystem::path& folder, std::uint64_t seed)
    : keys(folder), ledger(folder / "ledger.sqlite"), m_random(seed)
{
}

std::string World::digits(std::size_t count)
{
    auto text = std::string{};
    while (text.size() < count)
        text += static_cast<char>('0' + m_random() % 10);
    return text;
}

std::string World::letters(std::size_t count)
{
    constexpr auto all = std::string_view{"abcdefghijkmnpqrstuvwxyz23456789"};
    auto text = std::string{};
    while (text.size() < count)
        text += all[m_random() % all.size()];
    return text;
}

std::string World::providerNumber(Provider provider, bool refund)
{
    const auto day = digitsText(now()).substr(0, 8);
    if (provider == Provider::alipay)
        return day + "22001" + digits(15);
    return (refund ? "5030" : "4200") + digits(6) + day + digits(10);
}

void World::record(Exchange exchange)
{
    exchange.id = ++m_lastExchange;
    exchange.at = now();
    exchanges.push_back(std::move(exchange));
    if (exchanges.size() > keptExchanges)
        exchanges.erase(exchanges.begin(), exchanges.begin() + keptExchanges / 2);
}

void World::settle()
{
    while (const auto due = ledger.takeDue(clock.now())) {
        m_asOf = due->at;
        happen(*due);
        m_asOf.reset();
    }
}

void World::happen(const Due& due)
{
    if (due.action == "scan") {
        scan(*this, due.provider, due.order, "citizen");
    } else if (due.action == "pay") {
        pay(*this, due.provider, due.order, "citizen");
    } else if (due.action == "abandon") {
        abandon(*this, due.provider, due.order);
    } else if (due.action == "refund") {
        const auto space = due.detail.find(' ');
        auto refund = ledger.refund(due.provider, due.order, due.detail.substr(0, space));
        if (!refund)
            return;
        refund->state = refundStateFrom(due.detail.substr(space + 1));
        if (refund->state == RefundState::success)
            refund->doneAt = due.at;
        ledger.put(*refund);
    }
}

std::optional<Trade> World::trade(Provider provider, const std::string& order)
{
    auto found = ledger.trade(provider, order);
    if (!found)
        return found;
    auto& trade = *found;
    const auto before = trade.state;
    const auto age = now() - trade.createdAt;
    const auto open = trade.state == TradeState::waiting || trade.state == TradeState::typing;
    if (provider == Provider::alipay && open && trade.expiresAt && now() >= *trade.expiresAt)
        trade.state = TradeState::closed;
    else if (provider == Provider::weChat && trade.state == TradeState::typing &&
             age >= rules.withdrawAfter)
        trade.state = TradeState::failed;
    else if (provider == Provider::weChat && open && age >= lifeOfOrders)
        trade.state = TradeState::closed;
    if (trade.state != before)
        ledger.put(trade);
    return found;
}

void World::reset()
{
    ledger.clear();
    faults.clear();
    exchanges.clear();
    clock = {};
    rules = {};
    habit = {};
}

} // namespace guitai::simulator
