#include "services/devices/reader/reader_line.h"

#include "services/failure.h"

#include <cerrno>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

namespace guitai
{

namespace
{

constexpr auto lineLimit = std::chrono::milliseconds{1000}; ///< to connect, or to send a command

[[noreturn]] void throwLineFailure(const char* what)
{
    throw ServiceFailure{ServiceFailure::Kind::device,
                         std::string{"card reader: "} + what + ", " + std::to_string(errno)};
}

/// A descriptor that never blocks; poll() does the waiting.
class DescriptorLine final : public ReaderLine
{
public:
    explicit DescriptorLine(int descriptor) : m_descriptor(descriptor) {}
    ~DescriptorLine() override { ::close(m_descriptor); }
    DescriptorLine(const DescriptorLine&) = delete;
    DescriptorLine& operator=(const DescriptorLine&) = delete;

    void send(std::span<const std::byte> bytes) override
    {
        while (!bytes.empty()) {
            if (!isReady(POLLOUT, lineLimit))
                throwLineFailure("takes no more");
            const auto sent = ::write(m_descriptor, bytes.data(), bytes.size());
            if (sent < 0 && errno != EINTR && errno != EAGAIN)
                throwLineFailure("write");
            if (sent > 0)
                bytes = bytes.subspan(static_cast<std::size_t>(sent));
        }
    }

    Bytes receive(std::chrono::milliseconds limit) override
    {
        if (!isReady(POLLIN, limit))
            return {};
        auto bytes = Bytes(4096);
        const auto count = ::read(m_descriptor, bytes.data(), bytes.size());
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            return {};
        if (count <= 0)
            throwLineFailure("read");
        bytes.resize(static_cast<std::size_t>(count));
        return bytes;
    }

    bool isReady(short events, std::chrono::milliseconds limit) const
    {
        auto wanted = pollfd{.fd = m_descriptor, .events = events, .revents = 0};
        const auto count = ::poll(&wanted, 1, static_cast<int>(limit.count()));
        if (count < 0 && errno != EINTR)
            throwLineFailure("poll");
        if (count > 0 && (wanted.revents & events) == 0)
            throwLineFailure("unplugged");
        return count > 0;
    }

    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

void makeRaw(int descriptor)
{
    auto settings = termios{};
    if (tcgetattr(descriptor, &settings) != 0)
        throwLineFailure("no serial port");
    cfmakeraw(&settings);
    settings.c_cflag |= CLOCAL | CREAD;
    settings.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | CRTSCTS);
    cfsetispeed(&settings, B115200);
    cfsetospeed(&settings, B115200);
    if (tcsetattr(descriptor, TCSANOW, &settings) != 0)
        throwLineFailure("settings");
    tcflush(descriptor, TCIOFLUSH);
}

struct AddressDeleter {
    void operator()(addrinfo* address) const { freeaddrinfo(address); }
};
using NumericAddress = std::unique_ptr<addrinfo, AddressDeleter>;

NumericAddress numericAddress(const std::string& address, std::uint16_t port)
{
    auto hints = addrinfo{};
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &found) != 0)
        throwLineFailure("address");
    return NumericAddress{found};
}

void finishConnecting(const DescriptorLine& line)
{
    auto error = int{};
    auto size = socklen_t{sizeof error};
    if (!line.isReady(POLLOUT, lineLimit))
        throwLineFailure("no connection");
    getsockopt(line.descriptor(), SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0)
        throwLineFailure("refused");
}

} // namespace

std::unique_ptr<ReaderLine> openSerialLine(const std::filesystem::path& device)
{
    const auto descriptor = ::open(device.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        throwLineFailure("open");
    auto line = std::make_unique<DescriptorLine>(descriptor);
    makeRaw(descriptor);
    return line;
}

std::unique_ptr<ReaderLine> openTcpLine(const std::string& address, std::uint16_t port)
{
    const auto peer = numericAddress(address, port);
    const auto descriptor =
        ::socket(peer->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        throwLineFailure("socket");
    auto line = std::make_unique<DescriptorLine>(descriptor);
    const auto atOnce = int{1};
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &atOnce, sizeof atOnce);
    if (::connect(descriptor, peer->ai_addr, peer->ai_addrlen) != 0) {
        if (errno != EINPROGRESS)
            throwLineFailure("connect");
        finishConnecting(*line);
    }
    return line;
}

} // namespace guitai
