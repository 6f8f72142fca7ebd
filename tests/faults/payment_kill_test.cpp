// kill -9 after each of the four steps of a call, for each call that moves or frees money
// and for the printing of the voucher, while the providers live on. The next start brings the case
// to its end: what the providers hold is what the station says it holds, and one voucher came out.
#include "services/cases/case_events.h"
#include "tests/simulator/payment_window.h"
#include "tests/support/gateway_simulator.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace guitai;

namespace
{

namespace fs = std::filesystem;

/// What is killed, and on the way of which life it happens.
struct Point {
    const char* scenario;
    const char* call;
    bool isRefund = false;
};

constexpr auto points = std::to_array<Point>({
    {"code", "create"},
    {"code", "print"},
    {"payment code", "payByCode"},
    {"code then cash", "close"},
    {"payment code then cash", "reverse"},
    {"refund", "refund", true},
});

struct Ending {
    bool killed = false;
    int status = -1;
};

class Providers
{
public:
    Providers() : m_simulator(m_clock)
    {
        m_numbers = makePaymentData(m_pattern.path() / "data", 1);
        m_clock.pass(std::chrono::minutes{1});
    }

    SettableClock& clock() { return m_clock; }
    GatewaySimulator& simulator() { return m_simulator; }
    const std::string& number() const { return m_numbers.at(0); }

    /// New books, and the data of a window before its first payment.
    std::unique_ptr<TemporaryFolder> begin()
    {
        m_simulator.reset();
        m_simulator.rules({{"typing_s", 600}});
        auto folder = std::make_unique<TemporaryFolder>("payment-life");
        fs::copy(m_pattern / "data", *folder / "data", fs::copy_options::recursive);
        return folder;
    }

    Ending live(const fs::path& data,
                const std::string& scenario,
                GatewayChannel channel,
                const std::map<std::string, std::string>& variables)
    {
        auto words =
            std::vector<std::string>{GUITAI_PAYMENT_LIFE,
                                     data.string(),
                                     m_simulator.process().controlInterface().origin(),
                                     m_simulator.process().clients().string(),
                                     scenario,
                                     channel == GatewayChannel::weChat ? "wechat" : "alipay"};
        auto lines = std::vector<std::string>{};
        for (const auto& [name, value] : variables)
            lines.push_back(name + '=' + value);
        for (auto** line = environ; *line != nullptr; ++line)
            lines.emplace_back(*line);
        auto child = pid_t{};
        const auto pointers = [](std::vector<std::string>& texts) {
            auto all = std::vector<char*>{};
            for (auto& text : texts)
                all.push_back(text.data());
            all.push_back(nullptr);
            return all;
        };
        REQUIRE(::posix_spawn(&child,
                              GUITAI_PAYMENT_LIFE,
                              nullptr,
                              nullptr,
                              pointers(words).data(),
                              pointers(lines).data()) == 0);
        auto status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        m_simulator.follow();
        return {.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL,
                .status = WIFEXITED(status) ? WEXITSTATUS(status) : -1};
    }

private:
    TemporaryFolder m_pattern;
    SettableClock m_clock;
    GatewaySimulator m_simulator;
    std::vector<std::string> m_numbers;
};

void checkEnd(Providers& providers, const fs::path& data, bool isRefund)
{
    const auto open = openJournal({data}, providers.clock());
    auto& journal = *open.journal;
    const auto charge = loadCase(journal, providers.number())->charge;
    auto net = Money{};
    auto payments = 0;
    for (const auto& trade : providers.simulator().ledger()) {
        net = net + trade.captured - trade.refunded;
        payments += trade.captured != Money{} ? 1 : 0;
        CHECK(journal.attempts({.orderNumber = trade.order}).size() == 1);
    }
    CHECK(net == heldElectronically(charge));
    CHECK(payments <= 1);
    CHECK(journal.attempts({.unresolvedOnly = true}).empty());
    CHECK(journal.refunds({.unresolvedOnly = true}).empty());
    auto settlements = 0;
    for (const auto& event : journal.eventsFrom(1, 10'000))
        settlements += event.kind == EventKind::chargeSettled ? 1 : 0;
    CHECK(settlements == 1);
    CHECK(charge.state == (isRefund ? ChargeState::refunded : ChargeState::settled));

    const auto papers = journal.papersOf(providers.number());
    const auto issued = std::ranges::count(papers, "issued", &PaperRow::state);
    CHECK(issued == (isRefund ? 0 : 1));
    auto ignored = [](std::string_view, CallStep) {};
    CHECK(Tray{data / "outbox", ignored}.papers() == (isRefund ? 0 : 1));
    CHECK(journal.unresolvedPapers().empty());
    CHECK(journal.verify().problems.empty());
}

} // namespace

TEST_CASE("kill -9 after each step of each call to the providers")
{
    auto providers = Providers{};
    auto kills = 0;
    for (const auto& point : points)
        for (const auto channel : {GatewayChannel::weChat, GatewayChannel::alipay})
            for (auto step = 0; step < 4; ++step)
                for (const auto paysMeanwhile : {false, true}) {
                    INFO(point.call, " at ", nameOf(channel), ", killed after step ", step + 1);
                    INFO("the citizen pays meanwhile: ", paysMeanwhile);
                    const auto folder = providers.begin();
                    const auto data = *folder / "data";
                    const auto killed = providers.live(
                        data,
                        point.scenario,
                        channel,
                        {{"KILL_CALL", point.call}, {"KILL_STEP", std::to_string(step)}});
                    REQUIRE(killed.killed);
                    ++kills;
                    if (paysMeanwhile)
                        for (const auto& trade : providers.simulator().ledger())
                            providers.simulator().citizen("pay", channel, trade.order);
                    auto variables = std::map<std::string, std::string>{};
                    if (point.isRefund)
                        variables["GIVE_BACK"] = "1";
                    const auto finished = providers.live(data, "finish", channel, variables);
                    REQUIRE(finished.status == 0);
                    checkEnd(providers, data, point.isRefund);
                }
    MESSAGE(kills, " kills");
}
