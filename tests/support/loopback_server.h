#pragma once

#include "tests/support/temporary_folder.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

struct ssl_ctx_st;

namespace guitai
{

/// A TLS server on the loopback that answers with whole scripted texts, so that a client meets
/// what a network really does: silence, half answers, closed connections.
class LoopbackServer
{
public:
    /// What one request is answered with.
    struct Answer {
        std::string bytes = {};  ///< status line, headers, body
        bool thenClose = false;  ///< ends the connection, without the end of TLS
        bool staySilent = false; ///< no answer until the client gives up
    };
    using Script = std::function<Answer(const std::string& request)>;

    enum class Protocol { tls, tls11, plain };

    explicit LoopbackServer(Script script, Protocol protocol = Protocol::tls);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    std::string url(const std::string& target) const;
    std::filesystem::path authorityFile() const { return m_folder / "authority.pem"; }
    int connections() const { return m_connections; }
    std::vector<std::string> requests() const;

    static std::string
    response(int status, const std::string& body, const std::string& headers = {});

private:
    void makeCertificate();
    void acceptAll();
    void serve(int socket);

    TemporaryFolder m_folder;
    Script m_script;
    Protocol m_protocol;
    std::shared_ptr<ssl_ctx_st> m_tls; // shared with the deleter of its C library
    int m_listener = -1;
    int m_port = 0;
    std::atomic<bool> m_ending = false;
    std::atomic<int> m_connections = 0;
    mutable std::mutex m_lock; ///< of what was asked
    std::vector<std::string> m_requests;
    std::thread m_thread;
};

/// A port of the loopback at which nobody listens.
int closedPort();

} // namespace guitai
