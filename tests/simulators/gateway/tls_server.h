#pragma once

#include "tests/simulators/gateway/exchange.h"
#include "tests/simulators/gateway/key_folder.h"

#include <httplib.h>

#include <functional>

namespace guitai::simulator
{

/// httplib's server over a TLS of our own, so that answers can arrive the way networks deliver
/// them: not at all, by half, torn down, in drips. Client certificates are asked for and never
/// needed; idle connections end after 8 s, as at WeChat Pay.
class TlsServer final : public httplib::Server
{
public:
    using Handler = std::function<Outgoing(const Incoming&)>;
    /// `refuses` is asked at every new connection; true ends it in the middle of the handshake.
    TlsServer(const KeyFolder& keys,
              Provider provider,
              Handler handler,
              std::function<bool()> refuses);

    bool is_valid() const override { return m_context != nullptr; }

private:
    bool process_and_close_socket(socket_t socket) override;
    void serve(const httplib::Request& request, httplib::Response& response) const;

    Provider m_provider;
    Handler m_handler;
    std::function<bool()> m_refuses;
    std::shared_ptr<SSL_CTX> m_context;
};

} // namespace guitai::simulator
