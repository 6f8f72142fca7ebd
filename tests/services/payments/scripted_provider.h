#pragma once

#include "services/payments/gateway.h"
#include "services/payments/gateway_parts.h"
#include "tests/support/seeded_random.h"
#include "tests/support/settable_clock.h"

#include <deque>
#include <functional>
#include <vector>

namespace guitai
{

/// An exchange without a network: each request takes the next answer of the script. A request
/// that nobody expects is a test's mistake.
class ScriptedHttp final : public HttpExchange
{
public:
    using Answer = std::function<HttpOutcome(const HttpRequest&)>;

    HttpOutcome send(const HttpRequest& request) override;
    void expect(HttpOutcome answer);
    void expect(Answer answer) { m_script.push_back(std::move(answer)); }
    bool done() const { return m_script.empty(); }

    std::deque<HttpRequest> sent; ///< a reference to one stays good when more are sent

private:
    std::deque<Answer> m_script;
};

class RecordingLog final : public Log
{
public:
    void error(std::string_view line) override { lines.emplace_back(line); }
    void warning(std::string_view line) override { lines.emplace_back(line); }
    void info(std::string_view line) override { lines.emplace_back(line); }

    std::vector<std::string> lines;
};

/// What both gateways' tests stand on. The clock shows the vectors' morning.
struct ScriptedProvider {
    ScriptedHttp http;
    SettableClock clock;
    SeededRandom random;
    RecordingLog log;

    ScriptedProvider();
    GatewayParts parts() { return {http, clock, random, log}; }
    /// Signed now with the platform's key, named by the id of the public key.
    HttpResponse weChat(int status, const std::string& body) const;
    HttpResponse
    weChat(int status, const std::string& body, Instant at, const std::string& serial) const;
    /// An error, which carries no signature.
    HttpResponse weChatError(int status, const std::string& code) const;
    /// Signed with Alipay's key.
    HttpResponse alipay(const std::string& method, const std::string& content) const;
    HttpResponse alipayUnsigned(const std::string& node, const std::string& content) const;
    std::string httpDate(std::chrono::seconds ahead = std::chrono::seconds{0}) const;
};

/// A JSON text with one member changed, set or (with null) taken out; "amount/total" names a path.
std::string changed(const std::string& json, const std::string& path, const std::string& value);

} // namespace guitai
