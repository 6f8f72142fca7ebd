// A reader behind a converter that passes the bytes through, on the loopback.
#include "services/devices/reader/card_reader.h"
#include "tests/simulators/reader/reader_module.h"

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace guitai::reader_tcp_test
{

using namespace guitai::simulator;
using namespace std::chrono_literals;

namespace
{

/// Takes one connection after the other; a module with a card lies behind it.
class Converter
{
public:
    Converter() : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        auto address = sockaddr_in{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto size = socklen_t{sizeof address};
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        if (m_listener < 0 || ::bind(m_listener, plain, size) != 0 ||
            ::listen(m_listener, 1) != 0 || ::getsockname(m_listener, plain, &size) != 0)
            throw std::runtime_error("no loopback");
        m_port = ntohs(address.sin_port);
        m_module.putDown({});
        m_thread = std::jthread{[this](const std::stop_token& stop) { serve(stop); }};
    }
    ~Converter()
    {
        m_thread = {}; // joins
        ::close(m_listener);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    std::uint16_t port() const { return m_port; }
    void hangUp() { m_hangsUp = true; }

private:
    static bool isReady(int descriptor)
    {
        auto wanted = pollfd{.fd = descriptor, .events = POLLIN, .revents = 0};
        return ::poll(&wanted, 1, 5) > 0;
    }
    void serve(const std::stop_token& stop)
    {
        while (!stop.stop_requested())
            if (isReady(m_listener))
                talk(::accept(m_listener, nullptr, nullptr), stop);
    }
    void talk(int connection, const std::stop_token& stop)
    {
        auto bytes = std::array<std::uint8_t, 256>{};
        while (!stop.stop_requested() && !m_hangsUp.exchange(false)) {
            if (!isReady(connection))
                continue;
            const auto count = ::read(connection, bytes.data(), bytes.size());
            if (count <= 0)
                break;
            for (auto i = std::size_t{0}; i < static_cast<std::size_t>(count); ++i)
                if (const auto answer = m_module.take(bytes[i]))
                    (void)!::write(connection, answer->data(), answer->size());
        }
        ::close(connection);
        m_module.putDown({}); // whoever connects next finds a card
    }

    int m_listener;
    std::uint16_t m_port = 0;
    ReaderModule m_module;
    std::atomic<bool> m_hangsUp = false;
    std::jthread m_thread;
};

} // namespace

TEST_CASE("CardReader reads over TCP and connects again")
{
    Converter converter;
    const auto clock = SystemClock{};
    auto reader = CardReader{[&] { return openTcpLine("127.0.0.1", converter.port()); },
                             clock,
                             StationTime{},
                             ReaderTimeouts{1s, 1s, 1s, 1s, 1s, 3s}};
    const auto pollUntil = [&](ReaderState wanted) {
        auto report = reader.poll();
        for (auto polls = 0; polls < 10 && report.state != wanted; ++polls)
            report = reader.poll();
        return report;
    };
    const auto first = pollUntil(ReaderState::read);
    REQUIRE(first.reading);
    CHECK(first.reading->readTwice);
    converter.hangUp();
    std::this_thread::sleep_for(20ms); // until the converter has closed
    CHECK(reader.poll().state != ReaderState::read);
    CHECK(pollUntil(ReaderState::read).reading);
}

} // namespace guitai::reader_tcp_test
