#include "services/payments/http/curl_exchange.h"

#include "services/failure.h"
#include "services/payments/http/curl_library.h"

namespace guitai
{

namespace
{

constexpr std::size_t maxHeaderBytes = std::size_t{64} << 10U;

struct ListDeleter {
    void operator()(curl_slist* list) const { curlLibrary().listFree(list); }
};
using HeaderList = std::unique_ptr<curl_slist, ListDeleter>;

/// What the callbacks of one transfer fill.
struct Transfer {
    std::string_view unsent; ///< what is left of the request's body
    HttpResponse response;
    std::size_t maxBody = 0;
    std::size_t headerBytes = 0;
    bool tooLarge = false;
    std::stop_token stop;
    std::stop_token programStop;
};

/// libcurl takes the body from here and not as one text: it repeats a request by itself when a kept
/// connection died under it, unless it has begun to read a body that it cannot read again. So what
/// may have arrived is never sent twice without our knowing.
std::size_t giveBody(char* room, std::size_t one, std::size_t count, void* source)
{
    auto& unsent = static_cast<Transfer*>(source)->unsent;
    const auto size = unsent.copy(room, one * count);
    unsent.remove_prefix(size);
    return size;
}

std::size_t takeBody(const char* bytes, std::size_t one, std::size_t count, void* target)
{
    auto& transfer = *static_cast<Transfer*>(target);
    const auto size = one * count;
    if (size > transfer.maxBody - transfer.response.body.size()) {
        transfer.tooLarge = true;
        return 0;
    }
    transfer.response.body.append(bytes, size);
    return size;
}

std::string_view trimmedLine(std::string_view text)
{
    const auto start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos)
        return {};
    return text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1);
}

std::size_t takeHeader(const char* bytes, std::size_t one, std::size_t count, void* target)
{
    auto& transfer = *static_cast<Transfer*>(target);
    const auto line = std::string_view{bytes, one * count};
    transfer.headerBytes += line.size();
    if (transfer.headerBytes > maxHeaderBytes) {
        transfer.tooLarge = true;
        return 0;
    }
    const auto colon = line.find(':');
    if (line.starts_with("HTTP/"))
        transfer.response.headers.clear(); // a block before this one was "100 Continue" or so
    else if (colon != std::string_view::npos)
        transfer.response.headers.add(std::string{line.substr(0, colon)},
                                      std::string{trimmedLine(line.substr(colon + 1))});
    return line.size();
}

int mayGoOn(void* target, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto& transfer = *static_cast<Transfer*>(target);
    return transfer.stop.stop_requested() || transfer.programStop.stop_requested() ? 1 : 0;
}

HttpFailure::Cause causeOf(CURLcode code, const Transfer& transfer)
{
    using Cause = HttpFailure::Cause;
    if (transfer.tooLarge || code == CURLE_FILESIZE_EXCEEDED)
        return Cause::tooLarge;
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return Cause::nameLookup;
    case CURLE_COULDNT_CONNECT:
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return Cause::connection;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
        return Cause::tls;
    case CURLE_OPERATION_TIMEDOUT:
        return Cause::timeout;
    case CURLE_ABORTED_BY_CALLBACK:
        return Cause::stopped;
    default: // libcurl has a hundred more: all of them mean that the transfer broke off
        return Cause::interrupted;
    }
}

} // namespace

struct CurlExchange::Handle {
    CURL* curl;

    Handle() : curl(curlLibrary().easyInit()) {}
    ~Handle() { curlLibrary().easyCleanup(curl); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    template <class Value>
    void set(CURLoption option, Value value)
    {
        if (curlLibrary().easySetopt(curl, option, value) != CURLE_OK)
            throw ServiceFailure{ServiceFailure::Kind::internal, "libcurl refuses an option"};
    }

    void apply(const CurlOptions& options);
    HeaderList apply(const HttpRequest& request);
    void apply(Transfer& transfer);
};

void CurlExchange::Handle::apply(const CurlOptions& options)
{
    curlLibrary().easyReset(curl); // keeps the connections
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_MAXAGE_CONN, static_cast<long>(options.reuseWithin.count()));
    set(CURLOPT_USERAGENT, options.userAgent.c_str());
    set(CURLOPT_PROXY, options.proxy.c_str());
    if (options.authorityFile) {
        set(CURLOPT_CAINFO, options.authorityFile->c_str());
        set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
    }
}

HeaderList CurlExchange::Handle::apply(const HttpRequest& request)
{
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, request.scheme == HttpScheme::plainAllowed ? "https,http" : "https");
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connectTimeout.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(request.totalTimeout.count()));
    set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.maxBody));
    if (request.method == HttpMethod::post) {
        set(CURLOPT_POST, 1L);
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    }
    if (request.clientCertificate) {
        set(CURLOPT_SSLCERT, request.clientCertificate->certificate.c_str());
        set(CURLOPT_SSLKEY, request.clientCertificate->key.c_str());
    }
    auto list = HeaderList{curlLibrary().listAppend(nullptr, "Expect:")};
    for (const auto& header : request.headers.all()) {
        const auto line = header.name + ": " + header.value;
        list.reset(curlLibrary().listAppend(list.release(), line.c_str()));
    }
    set(CURLOPT_HTTPHEADER, list.get());
    return list;
}

void CurlExchange::Handle::apply(Transfer& transfer)
{
    set(CURLOPT_READFUNCTION, giveBody);
    set(CURLOPT_READDATA, &transfer);
    set(CURLOPT_WRITEFUNCTION, takeBody);
    set(CURLOPT_WRITEDATA, &transfer);
    set(CURLOPT_HEADERFUNCTION, takeHeader);
    set(CURLOPT_HEADERDATA, &transfer);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, mayGoOn);
    set(CURLOPT_XFERINFODATA, &transfer);
}

CurlExchange::CurlExchange(CurlOptions options) : m_options(std::move(options))
{
    m_handle = std::make_unique<Handle>();
    if (m_handle->curl == nullptr)
        throw ServiceFailure{ServiceFailure::Kind::internal, "libcurl gives no handle"};
}

CurlExchange::~CurlExchange() = default;

HttpOutcome CurlExchange::send(const HttpRequest& request)
{
    auto transfer = Transfer{};
    transfer.unsent = request.body;
    transfer.maxBody = request.maxBody;
    transfer.stop = request.stop;
    transfer.programStop = m_options.stop;
    m_handle->apply(m_options);
    const auto headers = m_handle->apply(request);
    m_handle->apply(transfer);

    const auto code = curlLibrary().easyPerform(m_handle->curl);
    auto sentBytes = 0L;
    auto status = 0L;
    curlLibrary().easyGetinfo(m_handle->curl, CURLINFO_REQUEST_SIZE, &sentBytes);
    curlLibrary().easyGetinfo(m_handle->curl, CURLINFO_RESPONSE_CODE, &status);
    if (code != CURLE_OK)
        return HttpFailure{.cause = causeOf(code, transfer), .maybeSent = sentBytes > 0};
    transfer.response.status = static_cast<int>(status);
    return std::move(transfer.response);
}

} // namespace guitai
