#pragma once

#include "tests/simulators/gateway/faults.h"
#include "tests/simulators/gateway/key_folder.h"
#include "tests/simulators/gateway/ledger.h"

#include <atomic>
#include <mutex>
#include <random>

namespace guitai::simulator
{

/// The providers' time: the machine's plus an offset, or standing still where a test put it.
class MovableClock
{
public:
    Instant now() const;
    void advance(std::chrono::seconds by);
    void set(Instant at, bool running);

private:
    std::chrono::seconds m_offset{0};
    std::optional<Instant> m_standing;
};

/// What differs between contracts and pages of the providers, or would take too
/// long in a test.
struct HouseRules {
    std::chrono::seconds typing{6};         ///< until a slow citizen has typed the password
    std::chrono::seconds withdrawAfter{45}; ///< WeChat Pay gives up an unpaid payment by code
    std::chrono::seconds refundTakes{3};    ///< PROCESSING to SUCCESS
    std::chrono::seconds reverseNotBefore{15};
    std::chrono::seconds closeNotBefore{0}; ///< older pages: 300
    Fen passwordAbove = 100000;             ///< at 1000 yuan the phone asks
    Fen openingBalance = 100000000;
};

/// What citizens do by themselves when a code is shown: in training nobody holds a phone.
struct Habit {
    enum class Behaviour { none, pay, scanOnly, payLate };
    Behaviour behaviour = Behaviour::none;
    std::chrono::seconds scanAfter{3};
    std::chrono::seconds payAfter{6}; ///< both since the code was made
};

struct Exchange {
    std::int64_t id = 0;
    Instant at{};
    std::string route;
    std::string method;
    std::string target;
    std::string request;
    int status = 0;
    std::string answer;
    std::vector<std::string> faults;
};

/// Everything the providers are made of. One lock for all: a request is processed alone, and only
/// waiting happens outside it.
struct World {
    World(const std::filesystem::path& folder, std::uint64_t seed);

    std::mutex lock;
    KeyFolder keys;
    Ledger ledger;
    MovableClock clock;
    HouseRules rules;
    Habit habit;
    Faults faults;
    std::vector<Exchange> exchanges;
    std::string weChatOrigin; ///< of links to bill files
    std::string alipayOrigin;

    Instant now() const { return m_asOf.value_or(clock.now()); }
    /// Lets happen what is due, each thing at its own time; before anything else is looked at.
    void settle();
    /// An order as it is now: what expired is closed.
    std::optional<Trade> trade(Provider provider, const std::string& order);
    /// Digits or letters and digits, from the seed.
    std::string digits(std::size_t count);
    std::string letters(std::size_t count);
    /// The provider's own number of a trade or refund, 28 digits.
    std::string providerNumber(Provider provider, bool refund);
    void record(Exchange exchange);
    void reset();

private:
    void happen(const Due& due);

    std::mt19937_64 m_random;
    std::optional<Instant> m_asOf; ///< while something happens that was due earlier
    std::int64_t m_lastExchange = 0;
};

} // namespace guitai::simulator
