#pragma once

#include "tests/support/gateway_simulator.h"

namespace guitai
{

/// The simulator with the keys of the vectors, and requests sent byte by byte.
class VectorProvider
{
public:
    VectorProvider();

    void clockAt(std::int64_t unixTime);
    /// "method", "path_and_query", "authorization" and "body" of the request.
    HttpResponse sendWeChat(const nlohmann::json& request);
    HttpResponse sendWithoutUserAgent(const nlohmann::json& request);
    HttpResponse sendAlipay(const std::string& query, const std::string& form);

private:
    HttpResponse send(CurlExchange& http, const nlohmann::json& request);
    void write(const std::string& name, const std::string& content);

    TemporaryFolder m_folder;
    SettableClock m_clock;
    std::optional<GatewaySimulator> m_simulator;
    std::optional<CurlExchange> m_http;
    std::optional<CurlExchange> m_nameless;
};

} // namespace guitai
