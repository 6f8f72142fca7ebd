#include "tests/simulators/gateway/control.h"
#include "tests/simulators/gateway/gateway.h"
#include "tests/simulators/gateway/tls_server.h"

#include <array>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <thread>
#include <unistd.h>

// guitai-gateway-simulator FOLDER [--seed N] [--wechat-port N] [--alipay-port N]
//                          [--control-port N] [--until-eof]
//
// Plays WeChat Pay and Alipay over TLS on the loopback. Writes one line of JSON when it is ready:
// the addresses and the folder with the clients' configuration. With --until-eof it ends when its
// standard input does: with the program that started it.

namespace
{

using namespace guitai::simulator;

struct Options {
    std::string folder;
    std::uint64_t seed = 1;
    int weChatPort = 0;
    int alipayPort = 0;
    int controlPort = 0;
    bool untilEof = false;
};

bool readNumber(const char* text, auto& value)
{
    const auto* end = text + std::strlen(text);
    const auto [at, error] = std::from_chars(text, end, value);
    return error == std::errc{} && at == end;
}

std::optional<Options> optionsFrom(int argc, char** argv)
{
    auto options = Options{};
    for (auto i = 1; i < argc; ++i) {
        const auto name = std::string_view{argv[i]};
        const auto* value = i + 1 < argc ? argv[i + 1] : "";
        auto good = true;
        if (name == "--until-eof")
            options.untilEof = true;
        else if (name == "--seed")
            good = readNumber(value, options.seed);
        else if (name == "--wechat-port")
            good = readNumber(value, options.weChatPort);
        else if (name == "--alipay-port")
            good = readNumber(value, options.alipayPort);
        else if (name == "--control-port")
            good = readNumber(value, options.controlPort);
        else
            good = !name.starts_with('-') && options.folder.empty();
        if (!good)
            return std::nullopt;
        if (!name.starts_with('-'))
            options.folder = name;
        else if (name != "--until-eof")
            ++i;
    }
    return options.folder.empty() ? std::nullopt : std::optional{options};
}

/// Binds to the port, or to any free one for 0. Throws when it is taken.
int bound(httplib::Server& server, int port)
{
    const auto* loopback = "127.0.0.1";
    server.set_tcp_nodelay(true); // head and body of an answer leave apart
    const auto got = port == 0                             ? server.bind_to_any_port(loopback)
                     : server.bind_to_port(loopback, port) ? port
                                                           : -1;
    if (got <= 0)
        throw std::runtime_error("the port cannot be used");
    return got;
}

std::string secureOrigin(int port)
{
    return "https://127.0.0.1:" + std::to_string(port);
}

/// The other end of the pipe closes however the parent dies. (PR_SET_PDEATHSIG would end us with
/// the parent's thread that started us.)
void endWithParent()
{
    std::thread{[] {
        auto room = std::array<char, 64>{};
        while (::read(STDIN_FILENO, room.data(), room.size()) > 0) {
        }
        std::_Exit(EXIT_SUCCESS); // the ledger is on disk; nothing else is to be saved
    }}.detach();
}

int run(const Options& options)
{
    auto world = World{options.folder, options.seed};
    const auto handler = [&world](const Incoming& request) {
        return processRequest(world, request);
    };
    const auto refuses = [&world] {
        const auto lock = std::lock_guard{world.lock};
        return world.faults.take("connection", {}).has("tls_failure");
    };
    auto weChat = TlsServer{world.keys, Provider::weChat, handler, refuses};
    auto alipay = TlsServer{world.keys, Provider::alipay, handler, refuses};
    auto control = httplib::Server{};
    addControlRoutes(control, world);
    world.weChatOrigin = secureOrigin(bound(weChat, options.weChatPort));
    world.alipayOrigin = secureOrigin(bound(alipay, options.alipayPort));
    const auto controlPort = bound(control, options.controlPort);
    world.keys.writeConfigurations(world.weChatOrigin, world.alipayOrigin);

    const auto weChatThread = std::jthread{[&weChat] { weChat.listen_after_bind(); }};
    const auto alipayThread = std::jthread{[&alipay] { alipay.listen_after_bind(); }};
    std::cout << nlohmann::json{{"wechat", world.weChatOrigin},
                                {"alipay", world.alipayOrigin},
                                {"control", "http://127.0.0.1:" + std::to_string(controlPort)},
                                {"clients", world.keys.clients().string()}}
                     .dump()
              << std::endl;
    control.listen_after_bind();
    weChat.stop();
    alipay.stop();
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char** argv)
{
    const auto options = optionsFrom(argc, argv);
    if (!options) {
        std::cerr << "usage: guitai-gateway-simulator FOLDER [--seed N] [--wechat-port N]"
                     " [--alipay-port N] [--control-port N] [--until-eof]\n";
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN);
    if (options->untilEof)
        endWithParent();
    try {
        return run(*options);
    } catch (const std::exception& failure) {
        std::cerr << "guitai-gateway-simulator: " << failure.what() << '\n';
        return EXIT_FAILURE;
    }
}
