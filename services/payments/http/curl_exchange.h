#pragma once

#include "services/payments/http/http_exchange.h"

#include <memory>

namespace guitai
{

struct CurlOptions {
    /// Trust this authority instead of the system's: the simulator's.
    std::optional<std::filesystem::path> authorityFile = {};
    /// Empty: no proxy. The environment's proxy variables are never read.
    std::string proxy = {};
    /// WeChat Pay answers 400 to a request without one.
    std::string userAgent = "Guitai/1.0";
    /// The providers drop idle connections after about 8 s; older ones are not used again.
    std::chrono::seconds reuseWithin{7};
    /// Ends every waiting when the program ends; beside the request's own.
    std::stop_token stop = {};
};

/// HttpExchange over libcurl: TLS 1.2 or newer, HTTP/1.1, no redirects. Keeps its connections
/// alive between calls; belongs to one thread.
class CurlExchange final : public HttpExchange
{
public:
    /// Throws ServiceFailure when libcurl cannot start.
    explicit CurlExchange(CurlOptions options);
    ~CurlExchange() override;
    CurlExchange(const CurlExchange&) = delete;
    CurlExchange& operator=(const CurlExchange&) = delete;

    HttpOutcome send(const HttpRequest& request) override;

private:
    struct Handle;
    CurlOptions m_options;
    std::unique_ptr<Handle> m_handle;
};

} // namespace guitai
