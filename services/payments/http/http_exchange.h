#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guitai
{

struct HttpHeader {
    std::string name;
    std::string value;

    bool operator==(const HttpHeader&) const = default;
};

/// Headers in the order they came; names compare without regard to case (HTTP/2 writes them small).
class HttpHeaders
{
public:
    HttpHeaders() = default;
    HttpHeaders(std::initializer_list<HttpHeader> headers) : m_headers(headers) {}

    void add(std::string name, std::string value)
    {
        m_headers.push_back({std::move(name), std::move(value)});
    }
    /// No value when it is missing, or given twice: two signatures are no signature.
    std::optional<std::string> one(std::string_view name) const;
    const std::vector<HttpHeader>& all() const { return m_headers; }
    void clear() { m_headers.clear(); }
    bool operator==(const HttpHeaders&) const = default;

private:
    std::vector<HttpHeader> m_headers;
};

enum class HttpMethod { get, post };
std::string_view nameOf(HttpMethod method);

/// The merchant's certificate on the TLS connection, which WeChat Pay v2 asks for.
struct ClientCertificate {
    std::filesystem::path certificate; ///< PEM
    std::filesystem::path key;         ///< PEM

    bool operator==(const ClientCertificate&) const = default;
};

enum class HttpScheme { onlyHttps, plainAllowed };

struct HttpRequest {
    HttpMethod method = HttpMethod::get;
    std::string url = {};
    HttpHeaders headers = {};
    std::string body = {}; ///< exactly these bytes are sent
    std::chrono::milliseconds connectTimeout{4000};
    std::chrono::milliseconds totalTimeout{10000};
    std::size_t maxBody = std::size_t{1} << 20U;
    HttpScheme scheme = HttpScheme::onlyHttps;
    std::optional<ClientCertificate> clientCertificate = {};
    /// Stops the waiting. It says nothing about what the other side did.
    std::stop_token stop = {};
};

struct HttpResponse {
    int status = 0;
    HttpHeaders headers = {}; ///< of the last block only
    /// Raw: neither decompressed nor decoded. Without a length it ends where the connection ended,
    /// so that only a signature or a check sum tells whether it is whole.
    std::string body = {};

    bool operator==(const HttpResponse&) const = default;
};

/// No whole answer came.
struct HttpFailure {
    enum class Cause { nameLookup, connection, tls, timeout, interrupted, tooLarge, stopped };

    Cause cause = Cause::interrupted;
    /// False only when not one byte of the request can have left the machine.
    bool maybeSent = true;

    bool operator==(const HttpFailure&) const = default;
};
std::string_view nameOf(HttpFailure::Cause cause);

using HttpOutcome = std::variant<HttpResponse, HttpFailure>;
/// Not one byte of it can have left, and nobody stopped the waiting: another host may be tried with
/// the same bytes.
bool neverLeft(const HttpOutcome& outcome);

/// One request, one answer. Blocks up to the request's timeouts. Never follows a redirect, never
/// repeats a request with a body on its own (a question without one may be asked again when a kept
/// connection turns out dead), and never throws for a lost answer: that is a value.
class HttpExchange
{
public:
    virtual ~HttpExchange() = default;
    virtual HttpOutcome send(const HttpRequest& request) = 0;
};

} // namespace guitai
