#include "tests/simulators/gateway/tls_server.h"

#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>
#include <thread>

namespace guitai::simulator
{

namespace
{

constexpr auto idleLimit = std::chrono::seconds{8};
constexpr auto readLimit = std::chrono::seconds{10};
constexpr auto pollStep = std::chrono::milliseconds{50};
constexpr std::size_t dripSize = 24;

bool readable(int socket, std::chrono::milliseconds wait)
{
    auto waiting = pollfd{socket, POLLIN, 0};
    return ::poll(&waiting, 1, static_cast<int>(wait.count())) > 0;
}

/// What httplib reads from and writes to. Writing only collects; the answer leaves as its delivery
/// says.
class TlsStream final : public httplib::Stream
{
public:
    using httplib::Stream::write;

    TlsStream(SSL* tls, int socket) : m_tls(tls), m_socket(socket) {}

    bool is_readable() const override
    {
        return SSL_pending(m_tls) > 0 || readable(m_socket, readLimit);
    }
    bool is_writable() const override { return true; }
    ssize_t read(char* room, std::size_t size) override
    {
        if (!m_collected.empty()) // "100 Continue": the client waits for it
            send(std::exchange(m_collected, {}));
        return is_readable() ? SSL_read(m_tls, room, static_cast<int>(size)) : -1;
    }
    ssize_t write(const char* bytes, std::size_t size) override
    {
        m_collected.append(bytes, size);
        return static_cast<ssize_t>(size);
    }
    void get_remote_ip_and_port(std::string& ip, int& port) const override
    {
        ip = "127.0.0.1";
        port = 0;
    }
    void get_local_ip_and_port(std::string& ip, int& port) const override
    {
        get_remote_ip_and_port(ip, port);
    }
    socket_t socket() const override { return m_socket; }

    /// False when the connection ends here.
    bool deliver(const Delivery& delivery);

private:
    bool send(const std::string& bytes)
    {
        return bytes.empty() || SSL_write(m_tls, bytes.data(), static_cast<int>(bytes.size())) > 0;
    }

    SSL* m_tls;
    int m_socket;
    std::string m_collected;
};

bool TlsStream::deliver(const Delivery& delivery)
{
    const auto bytes = std::exchange(m_collected, {});
    switch (delivery.kind) {
    case Delivery::Kind::whole:
        return send(bytes);
    case Delivery::Kind::nothing:
        return false;
    case Delivery::Kind::half: {
        const auto body = std::min(bytes.find("\r\n\r\n") + 4, bytes.size());
        send(bytes.substr(0, body + (bytes.size() - body) / 2));
        return false;
    }
    case Delivery::Kind::reset: {
        const auto atOnce = linger{1, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        return false;
    }
    case Delivery::Kind::drip:
        for (std::size_t at = 0; at < bytes.size(); at += dripSize) {
            if (!send(bytes.substr(at, dripSize)))
                return false;
            std::this_thread::sleep_for(delivery.pause);
        }
        return true;
    }
    return false;
}

std::string peerCertificate(const SSL* tls)
{
    auto* certificate = SSL_get1_peer_certificate(tls);
    if (certificate == nullptr)
        return {};
    auto* bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, certificate);
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    auto pem = std::string{data, static_cast<std::size_t>(size)};
    BIO_free(bio);
    X509_free(certificate);
    return pem;
}

} // namespace

TlsServer::TlsServer(const KeyFolder& keys,
                     Provider provider,
                     Handler handler,
                     std::function<bool()> refuses)
    : m_provider(provider), m_handler(std::move(handler)), m_refuses(std::move(refuses)),
      m_context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free)
{
    auto* context = m_context.get();
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF); // every connection in full
    SSL_CTX_set_options(context, SSL_OP_NO_TICKET);
    SSL_CTX_set_num_tickets(context, 0);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, [](int, X509_STORE_CTX*) { return 1; });
    if (SSL_CTX_use_certificate_file(context, keys.tlsCertificate().c_str(), SSL_FILETYPE_PEM) !=
            1 ||
        SSL_CTX_use_PrivateKey_file(context, keys.tlsKey().c_str(), SSL_FILETYPE_PEM) != 1)
        throw std::runtime_error("the key of the TLS server cannot be used");
    new_task_queue = [] { return new httplib::ThreadPool(32); };
    set_keep_alive_timeout(idleLimit.count());
    set_keep_alive_max_count(1000000);
    const auto all = [this](const httplib::Request& request, httplib::Response& response) {
        serve(request, response);
    };
    Get(".*", all).Post(".*", all).Put(".*", all).Patch(".*", all).Delete(".*", all).Options(".*",
                                                                                             all);
}

void TlsServer::serve(const httplib::Request& request, httplib::Response& response) const
{
    auto incoming = Incoming{.provider = m_provider,
                             .method = request.method,
                             .target = request.target,
                             .body = request.body,
                             .headers = {}};
    for (const auto& [name, value] : request.headers) {
        auto small = name;
        for (auto& c : small)
            if (c >= 'A' && c <= 'Z')
                c = static_cast<char>(c - 'A' + 'a');
        incoming.headers.emplace(small, value);
    }
    incoming.clientCertificate = peerCertificate(request.ssl);
    const auto answer = m_handler(incoming);
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers)
        response.set_header(name, value);
    if (!answer.body.empty())
        response.set_content(answer.body, answer.contentType);
    *static_cast<Delivery*>(SSL_get_app_data(request.ssl)) = answer.delivery;
}

bool TlsServer::process_and_close_socket(socket_t socket)
{
    const auto refused = m_refuses();
    const auto tls = std::unique_ptr<SSL, decltype(&SSL_free)>{SSL_new(m_context.get()), SSL_free};
    SSL_set_fd(tls.get(), socket);
    auto delivery = Delivery{};
    SSL_set_app_data(tls.get(), &delivery);
    const auto limit = timeval{static_cast<time_t>(readLimit.count()), 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    auto open = !refused && SSL_accept(tls.get()) == 1;
    auto stream = TlsStream{tls.get(), socket};
    while (open) {
        auto waited = std::chrono::milliseconds{0};
        while (SSL_pending(tls.get()) == 0 && !readable(socket, pollStep) && open) {
            waited += pollStep;
            open = waited < idleLimit && svr_sock_ != INVALID_SOCKET;
        }
        if (!open)
            break;
        auto closed = false;
        delivery = {};
        const auto processed = process_request(
            stream, false, closed, [&tls](httplib::Request& request) { request.ssl = tls.get(); });
        open = processed && stream.deliver(delivery) && !closed;
    }
    ::close(socket);
    return true;
}

} // namespace guitai::simulator
