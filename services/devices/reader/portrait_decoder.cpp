#include "services/devices/reader/portrait_decoder.h"

#include "services/failure.h"

#include <array>
#include <csignal>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace guitai
{

namespace
{

constexpr std::size_t rowBytes = portraitWidth * 3;
constexpr std::size_t rawBytes = rowBytes * portraitHeight;
constexpr std::size_t paddedRow = (rowBytes + 3) / 4 * 4;
constexpr std::size_t bmpHeader = 54;
constexpr std::size_t bmpBytes = bmpHeader + paddedRow * portraitHeight;
static_assert(rawBytes == 38'556 && bmpBytes == 38'862);

[[noreturn]] void fail(const char* what)
{
    throw ServiceFailure(ServiceFailure::Kind::device, std::string{"portrait decoder: "} + what);
}

/// The program with a socket for its input and output; ended with this object.
class DecoderProcess
{
public:
    explicit DecoderProcess(const std::filesystem::path& program)
    {
        auto ends = std::array<int, 2>{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            fail("no socket");
        auto actions = posix_spawn_file_actions_t{};
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        auto word = program.string();
        const auto words = std::array<char*, 2>{word.data(), nullptr};
        const auto path = std::string{"PATH=/usr/bin:/bin"};
        auto variable = path;
        const auto variables = std::array<char*, 2>{variable.data(), nullptr};
        const auto result = ::posix_spawn(
            &m_pid, program.c_str(), &actions, nullptr, words.data(), variables.data());
        posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        m_socket = ends[0];
        if (result != 0) {
            ::close(m_socket);
            fail("cannot be started");
        }
    }
    ~DecoderProcess()
    {
        ::close(m_socket);
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    DecoderProcess(const DecoderProcess&) = delete;
    DecoderProcess& operator=(const DecoderProcess&) = delete;

    void send(const Bytes& bytes) const
    {
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent != static_cast<ssize_t>(bytes.size()))
            fail("does not listen");
        ::shutdown(m_socket, SHUT_WR);
    }

    /// All that it says, one byte more than a picture at the most.
    Bytes answer(std::chrono::steady_clock::time_point end) const
    {
        auto all = Bytes{};
        auto piece = std::array<std::byte, 4096>{};
        while (all.size() <= bmpBytes) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                end - std::chrono::steady_clock::now());
            auto waiting = pollfd{m_socket, POLLIN, 0};
            if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0)
                fail("takes too long");
            const auto count = ::read(m_socket, piece.data(), piece.size());
            if (count <= 0)
                break;
            all.insert(all.end(), piece.begin(), piece.begin() + count);
        }
        return all;
    }

private:
    pid_t m_pid = -1;
    int m_socket = -1;
};

/// Where the picture's row begins; a BMP stands on its head.
const std::byte* rowIn(const Bytes& answer, int row)
{
    if (answer.size() == rawBytes)
        return answer.data() + static_cast<std::size_t>(row) * rowBytes;
    const auto fromBelow = static_cast<std::size_t>(portraitHeight - 1 - row);
    return answer.data() + bmpHeader + fromBelow * paddedRow;
}

bool isPicture(const Bytes& answer)
{
    if (answer.size() == rawBytes)
        return true;
    return answer.size() == bmpBytes && answer[0] == std::byte{'B'} && answer[1] == std::byte{'M'};
}

} // namespace

PortraitDecoder::PortraitDecoder(std::filesystem::path program, std::chrono::milliseconds patience)
    : m_program(std::move(program)), m_patience(patience)
{
}

RgbImage PortraitDecoder::decode(const Bytes& portrait) const
{
    const auto end = std::chrono::steady_clock::now() + m_patience;
    const auto process = DecoderProcess{m_program};
    process.send(portrait);
    const auto answer = process.answer(end);
    if (!isPicture(answer))
        fail("says something else than a picture");
    auto image = RgbImage{portraitWidth, portraitHeight, {}};
    image.pixels.reserve(rawBytes);
    for (int row = 0; row < portraitHeight; ++row) {
        const auto* pixel = rowIn(answer, row);
        for (int column = 0; column < portraitWidth; ++column, pixel += 3)
            image.pixels.insert(image.pixels.end(), {pixel[2], pixel[1], pixel[0]});
    }
    return image;
}

} // namespace guitai
