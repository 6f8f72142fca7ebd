#include "services/payments/http/curl_exchange.h"

#include "services/payments/http/url_text.h"
#include "tests/support/loopback_server.h"

#include <doctest/doctest.h>

namespace guitai::curl_exchange_test
{

namespace
{

using Cause = HttpFailure::Cause;
using Answer = LoopbackServer::Answer;

struct Call {
    LoopbackServer server;
    CurlExchange exchange{{.authorityFile = server.authorityFile()}};

    explicit Call(LoopbackServer::Script script) : server(std::move(script)) {}
    explicit Call(Answer answer) : server([answer](const std::string&) { return answer; }) {}

    HttpOutcome get(std::size_t maxBody = 1000)
    {
        return exchange.send({.url = server.url("/a?b=%2F"),
                              .totalTimeout = std::chrono::milliseconds{2000},
                              .maxBody = maxBody});
    }
};

HttpFailure failureOf(const HttpOutcome& outcome)
{
    REQUIRE(std::holds_alternative<HttpFailure>(outcome));
    return std::get<HttpFailure>(outcome);
}

HttpResponse responseOf(const HttpOutcome& outcome)
{
    REQUIRE(std::holds_alternative<HttpResponse>(outcome));
    return std::get<HttpResponse>(outcome);
}

} // namespace

TEST_CASE("CurlExchange sends exactly the bytes that it was given")
{
    auto call = Call{Answer{LoopbackServer::response(200, "{}")}};
    const auto body = std::string{"{\"a\":\"证\0\"}", 12};
    const auto outcome = call.exchange.send({.method = HttpMethod::post,
                                             .url = call.server.url("/x/%7C?y=1"),
                                             .headers = {{"Accept", "application/json"}},
                                             .body = body});
    CHECK(responseOf(outcome).status == 200);
    const auto request = call.server.requests().at(0);
    CHECK(request.starts_with("POST /x/%7C?y=1 HTTP/1.1\r\n"));
    CHECK(request.ends_with("\r\n\r\n" + body));
    CHECK(request.find("User-Agent: Guitai/1.0\r\n") != std::string::npos);
    CHECK(request.find("Accept: application/json\r\n") != std::string::npos);
    CHECK(request.find("Expect:") == std::string::npos);
    CHECK(request.find("Accept-Encoding") == std::string::npos);
}

TEST_CASE("CurlExchange hands out status, headers of the last block and raw body")
{
    auto call = Call{Answer{"HTTP/1.1 100 Continue\r\nX-Early: 1\r\n\r\n" +
                            LoopbackServer::response(204, "", "Wechatpay-Nonce:  ab \r\n")}};
    const auto response = responseOf(call.get());
    CHECK(response.status == 204);
    CHECK(response.body.empty());
    CHECK(response.headers.one("wechatpay-NONCE") == "ab");
    CHECK(!response.headers.one("X-Early"));
}

TEST_CASE("CurlExchange follows no redirect")
{
    auto call = Call{
        Answer{LoopbackServer::response(302, "", "Location: https://localhost/elsewhere\r\n")}};
    CHECK(responseOf(call.get()).status == 302);
    CHECK(call.server.requests().size() == 1);
}

TEST_CASE("CurlExchange keeps young connections only")
{
    auto call = Call{Answer{LoopbackServer::response(200, "x")}};
    SUBCASE("reused at once")
    {
        responseOf(call.get());
        responseOf(call.get());
        CHECK(call.server.connections() == 1);
    }
    SUBCASE("not when they are too old")
    {
        auto wary = CurlExchange{
            {.authorityFile = call.server.authorityFile(), .reuseWithin = std::chrono::seconds{1}}};
        const auto request = HttpRequest{.url = call.server.url("/")};
        responseOf(wary.send(request));
        std::this_thread::sleep_for(std::chrono::milliseconds{2100}); // libcurl counts by the clock
        responseOf(wary.send(request));
        CHECK(call.server.connections() == 2);
    }
}

TEST_CASE("CurlExchange, when a kept connection dies under a request")
{
    auto requests = 0;
    auto call = Call{[&requests](const std::string&) {
        return ++requests == 2 ? Answer{.bytes = "", .thenClose = true}
                               : Answer{LoopbackServer::response(200, "x")};
    }};
    auto request = HttpRequest{.method = HttpMethod::post,
                               .url = call.server.url("/pay"),
                               .body = std::string(20000, 'b'),
                               .totalTimeout = std::chrono::milliseconds{2000}};
    responseOf(call.exchange.send(request));

    SUBCASE("never sends a body twice by itself: it may have arrived")
    {
        CHECK(failureOf(call.exchange.send(request)) == HttpFailure{Cause::interrupted, true});
        CHECK(call.server.requests().size() == 2);
        CHECK(responseOf(call.exchange.send(request)).body == "x"); // whole again, from the start
        CHECK(call.server.requests().at(2) == call.server.requests().at(0));
    }
    SUBCASE("may repeat a question without a body")
    {
        responseOf(call.get());
        CHECK(call.server.requests().size() == 3);
    }
}

TEST_CASE("CurlExchange tells \"not sent\" from \"perhaps sent\"")
{
    SUBCASE("nobody listens")
    {
        auto exchange = CurlExchange{{}};
        const auto failure = failureOf(
            exchange.send({.url = "https://localhost:" + std::to_string(closedPort()) + "/"}));
        CHECK(failure == HttpFailure{Cause::connection, false});
    }
    SUBCASE("a name that does not exist")
    {
        auto exchange = CurlExchange{{}};
        const auto failure = failureOf(exchange.send({.url = "https://pay.invalid/"}));
        CHECK(failure == HttpFailure{Cause::nameLookup, false});
    }
    SUBCASE("a certificate that nobody vouches for")
    {
        auto call = Call{Answer{LoopbackServer::response(200, "x")}};
        auto strict = CurlExchange{{}};
        CHECK(failureOf(strict.send({.url = call.server.url("/")})) ==
              HttpFailure{Cause::tls, false});
        CHECK(call.server.requests().empty());
    }
    SUBCASE("a certificate of another name")
    {
        auto call = Call{Answer{LoopbackServer::response(200, "x")}};
        auto url = call.server.url("/");
        url.replace(url.find("localhost"), 9, "127.0.0.1");
        CHECK(failureOf(call.exchange.send({.url = url})) == HttpFailure{Cause::tls, false});
    }
    SUBCASE("TLS 1.1")
    {
        auto server = LoopbackServer{[](const std::string&) { return Answer{}; },
                                     LoopbackServer::Protocol::tls11};
        auto exchange = CurlExchange{{.authorityFile = server.authorityFile()}};
        CHECK(failureOf(exchange.send({.url = server.url("/")})) == HttpFailure{Cause::tls, false});
    }
    SUBCASE("no TLS at all, unless the request allows it")
    {
        auto server = LoopbackServer{
            [](const std::string&) { return Answer{LoopbackServer::response(200, "x")}; },
            LoopbackServer::Protocol::plain};
        auto exchange = CurlExchange{{}};
        CHECK(!failureOf(exchange.send({.url = server.url("/")})).maybeSent);
        CHECK(
            responseOf(exchange.send({.url = server.url("/"), .scheme = HttpScheme::plainAllowed}))
                .body == "x");
        CHECK(!failureOf(exchange.send(
                             {.url = "file:///etc/hostname", .scheme = HttpScheme::plainAllowed}))
                   .maybeSent);
    }
    SUBCASE("closed after the request")
    {
        auto call = Call{Answer{.bytes = "", .thenClose = true}};
        CHECK(failureOf(call.get()) == HttpFailure{Cause::interrupted, true});
    }
    SUBCASE("half a body")
    {
        auto call = Call{Answer{"HTTP/1.1 200 X\r\nContent-Length: 10\r\n\r\nhalf", true}};
        CHECK(failureOf(call.get()) == HttpFailure{Cause::interrupted, true});
    }
    SUBCASE("a body without a length ends with the connection: signature or check sum judge it")
    {
        auto call = Call{Answer{"HTTP/1.1 200 X\r\nConnection: close\r\n\r\nhalf", true}};
        CHECK(responseOf(call.get()).body == "half");
    }
    SUBCASE("silence")
    {
        auto call = Call{Answer{.staySilent = true}};
        const auto outcome = call.exchange.send(
            {.url = call.server.url("/"), .totalTimeout = std::chrono::milliseconds{300}});
        CHECK(failureOf(outcome) == HttpFailure{Cause::timeout, true});
    }
    SUBCASE("a huge answer, announced or not")
    {
        auto announced = Call{Answer{LoopbackServer::response(200, std::string(1001, 'x'))}};
        CHECK(failureOf(announced.get()) == HttpFailure{Cause::tooLarge, true});
        auto chunked = Call{Answer{"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" +
                                   std::string(1001, 'x') + "\r\n0\r\n\r\n"}};
        CHECK(failureOf(chunked.get()) == HttpFailure{Cause::tooLarge, true});
        auto headers = Call{
            Answer{LoopbackServer::response(200, "", "X: " + std::string(70000, 'x') + "\r\n")}};
        CHECK(failureOf(headers.get()).maybeSent);
        auto fits = Call{Answer{LoopbackServer::response(200, std::string(1000, 'x'))}};
        CHECK(responseOf(fits.get()).body.size() == 1000);
    }
    SUBCASE("somebody stops the waiting")
    {
        auto call = Call{Answer{.staySilent = true}};
        auto stop = std::stop_source{};
        auto other = std::thread{[&] {
            while (call.server.requests().empty())
                std::this_thread::yield();
            stop.request_stop();
        }};
        const auto outcome =
            call.exchange.send({.url = call.server.url("/"), .stop = stop.get_token()});
        other.join();
        CHECK(failureOf(outcome) == HttpFailure{Cause::stopped, true});
    }
}

TEST_CASE("percentEncoded leaves the unreserved characters only")
{
    CHECK(percentEncoded("A|B*C-01_.~") == "A%7CB%2AC-01_.~");
    CHECK(percentEncoded("证 +/=") == "%E8%AF%81%20%2B%2F%3D");
}

TEST_CASE("urlPartsFrom takes a URL apart")
{
    const auto parts = urlPartsFrom("https://Api.Example:8443/v3/x?token=a%3D");
    REQUIRE(parts);
    CHECK(parts->host == "api.example");
    CHECK(parts->origin == "https://Api.Example:8443");
    CHECK(parts->target == "/v3/x?token=a%3D");
    CHECK(urlPartsFrom("https://a.b?c")->target == "/?c");
    for (const auto* bad : {"",
                            "https://",
                            "ftp://a/",
                            "https://a@b/",
                            "https://a/#b",
                            "https://a/ b",
                            "https://a\\b/",
                            "//a/b",
                            "https://a/\n"})
        CHECK(!urlPartsFrom(bad));
}

} // namespace guitai::curl_exchange_test
