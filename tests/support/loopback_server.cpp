#include "tests/support/loopback_server.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace guitai
{

namespace
{

/// Reads and writes through TLS or in the plain.
class Line
{
public:
    Line(int socket, SSL_CTX* tls) : m_socket(socket)
    {
        if (tls == nullptr)
            return;
        m_tls.reset(SSL_new(tls), SSL_free);
        SSL_set_fd(m_tls.get(), socket);
        m_good = SSL_accept(m_tls.get()) == 1;
    }

    bool good() const { return m_good; }
    bool pending() const { return m_tls && SSL_pending(m_tls.get()) > 0; }
    long read(char* room, int size)
    {
        return m_tls ? SSL_read(m_tls.get(), room, size)
                     : ::recv(m_socket, room, static_cast<std::size_t>(size), 0);
    }
    void write(const std::string& bytes)
    {
        if (m_tls && !bytes.empty())
            SSL_write(m_tls.get(), bytes.data(), static_cast<int>(bytes.size()));
        else if (!bytes.empty())
            ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }

private:
    int m_socket;
    bool m_good = true;
    std::shared_ptr<SSL> m_tls; // shared for the deleter
};

/// Whether the text holds a whole request: headers, and as much body as they announce.
bool whole(const std::string& request)
{
    const auto end = request.find("\r\n\r\n");
    if (end == std::string::npos)
        return false;
    const auto at = request.find("Content-Length: ");
    const auto length = at < end ? std::stoul(request.substr(at + 16)) : 0;
    return request.size() >= end + 4 + length;
}

void writePem(const std::filesystem::path& file, X509* certificate)
{
    auto* stream = std::fopen(file.c_str(), "w");
    PEM_write_X509(stream, certificate);
    std::fclose(stream);
}

sockaddr_in loopback(int port)
{
    auto address = sockaddr_in{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int listening(int& port)
{
    const auto listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(0);
    auto length = socklen_t{sizeof address};
    if (::bind(listener, reinterpret_cast<sockaddr*>(&address), length) != 0 ||
        ::listen(listener, 8) != 0 ||
        ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length) != 0)
        throw std::runtime_error("no loopback port");
    port = ntohs(address.sin_port);
    return listener;
}

} // namespace

LoopbackServer::LoopbackServer(Script script, Protocol protocol)
    : m_script(std::move(script)), m_protocol(protocol)
{
    if (protocol != Protocol::plain)
        makeCertificate();
    m_listener = listening(m_port);
    m_thread = std::thread{[this] { acceptAll(); }};
}

LoopbackServer::~LoopbackServer()
{
    m_ending = true;
    ::shutdown(m_listener, SHUT_RDWR);
    m_thread.join();
    ::close(m_listener);
}

void LoopbackServer::makeCertificate()
{
    const auto key = std::shared_ptr<EVP_PKEY>{EVP_EC_gen("P-256"), EVP_PKEY_free};
    const auto certificate = std::shared_ptr<X509>{X509_new(), X509_free};
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    auto* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    auto* extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:localhost");
    X509_add_ext(certificate.get(), extension, -1);
    X509_EXTENSION_free(extension);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    writePem(authorityFile(), certificate.get());

    m_tls.reset(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    SSL_CTX_use_certificate(m_tls.get(), certificate.get());
    SSL_CTX_use_PrivateKey(m_tls.get(), key.get());
    if (m_protocol == Protocol::tls11) {
        SSL_CTX_set_security_level(m_tls.get(), 0);
        SSL_CTX_set_min_proto_version(m_tls.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(m_tls.get(), TLS1_1_VERSION);
    }
}

std::string LoopbackServer::url(const std::string& target) const
{
    return (m_protocol == Protocol::plain ? "http://localhost:" : "https://localhost:") +
           std::to_string(m_port) + target;
}

std::vector<std::string> LoopbackServer::requests() const
{
    const auto guard = std::lock_guard{m_lock};
    return m_requests;
}

std::string
LoopbackServer::response(int status, const std::string& body, const std::string& headers)
{
    return "HTTP/1.1 " + std::to_string(status) +
           " X\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers + "\r\n" +
           body;
}

void LoopbackServer::acceptAll()
{
    std::signal(SIGPIPE, SIG_IGN);
    auto workers = std::vector<std::thread>{};
    while (!m_ending) {
        const auto socket = ::accept(m_listener, nullptr, nullptr);
        if (socket < 0)
            break;
        ++m_connections;
        workers.emplace_back([this, socket] { serve(socket); });
    }
    for (auto& worker : workers)
        worker.join();
}

void LoopbackServer::serve(int socket)
{
    {
        auto line = Line{socket, m_tls.get()};
        auto request = std::string{};
        auto room = std::string(16384, '\0');
        auto open = line.good();
        while (open && !m_ending) {
            auto waiting = pollfd{socket, POLLIN, 0};
            if (!line.pending() && ::poll(&waiting, 1, 20) == 0)
                continue;
            const auto count = line.read(room.data(), static_cast<int>(room.size()));
            if (count <= 0)
                break;
            request.append(room.data(), static_cast<std::size_t>(count));
            if (!whole(request))
                continue;
            {
                const auto guard = std::lock_guard{m_lock};
                m_requests.push_back(request);
            }
            const auto answer = m_script(request);
            request.clear();
            if (answer.staySilent)
                continue;
            line.write(answer.bytes);
            open = !answer.thenClose;
        }
    }
    ::close(socket);
}

int closedPort()
{
    auto port = 0;
    ::close(listening(port));
    return port;
}

} // namespace guitai
