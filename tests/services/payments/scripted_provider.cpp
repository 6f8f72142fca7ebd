#include "tests/services/payments/scripted_provider.h"

#include "services/payments/alipay/signature.h"
#include "services/station_time.h"
#include "tests/services/payments/payment_vectors.h"

#include <array>
#include <stdexcept>

namespace guitai
{

HttpOutcome ScriptedHttp::send(const HttpRequest& request)
{
    sent.push_back(request);
    if (m_script.empty())
        throw std::logic_error("a request that the test does not expect: " + request.url);
    const auto answer = std::move(m_script.front());
    m_script.pop_front();
    return answer(request);
}

void ScriptedHttp::expect(HttpOutcome answer)
{
    m_script.emplace_back([answer = std::move(answer)](const HttpRequest&) { return answer; });
}

ScriptedProvider::ScriptedProvider()
{
    clock.setWall(Instant{std::chrono::seconds{1768440603}}); // 2026-01-15 09:30:03 in Beijing
}

HttpResponse ScriptedProvider::weChat(int status,
                                      const std::string& body,
                                      Instant at,
                                      const std::string& serial) const
{
    static const auto key = vectorPrivateKey("wx_platform");
    const auto timestamp = std::to_string(at.time_since_epoch().count());
    return {status,
            {{"wechatpay-timestamp", timestamp}, // small letters, as HTTP/2 writes them
             {"wechatpay-nonce", "fresh"},
             {"wechatpay-serial", serial},
             {"wechatpay-signature", key.sign(timestamp + "\nfresh\n" + body + "\n")},
             {"Request-ID", "0815"},
             {"Date", httpDate()}},
            body};
}

HttpResponse ScriptedProvider::weChat(int status, const std::string& body) const
{
    return weChat(status, body, clock.now(), paymentVectors()["wechat"]["verify_key_id"]);
}

HttpResponse ScriptedProvider::weChatError(int status, const std::string& code) const
{
    return {status,
            {{"Request-ID", "0816"}, {"Date", httpDate()}},
            R"({"code":")" + code + R"(","message":"…"})"};
}

HttpResponse ScriptedProvider::alipay(const std::string& method, const std::string& content) const
{
    static const auto key = vectorPrivateKey("ali_gateway");
    return {200,
            {{"Content-Type", "text/html;charset=utf-8"}, {"Date", httpDate()}},
            "{\"" + alipayNode(method) + "\":" + content + ",\"sign\":\"" + key.sign(content) +
                "\"}"};
}

HttpResponse ScriptedProvider::alipayUnsigned(const std::string& node,
                                              const std::string& content) const
{
    return {200, {{"Date", httpDate()}}, "{\"" + node + "\":" + content + "}"};
}

std::string ScriptedProvider::httpDate(std::chrono::seconds ahead) const
{
    constexpr auto days =
        std::array<const char*, 7>{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr auto months = std::array<const char*, 12>{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto utc = StationTime{std::chrono::hours{0}};
    const auto then = clock.now() + ahead;
    const auto date = utc.dateOf(then);
    const auto text = isoDate(date);
    return std::string{days.at(std::chrono::weekday{date}.c_encoding())} + ", " + text.substr(8) +
           " " + months.at(static_cast<unsigned>(date.month()) - 1) + " " + text.substr(0, 4) +
           " " + utc.timeText(then) + " GMT";
}

std::string changed(const std::string& json, const std::string& path, const std::string& value)
{
    auto document = nlohmann::json::parse(json);
    const auto pointer = nlohmann::json::json_pointer{"/" + path};
    const auto member = nlohmann::json::parse(value);
    if (!member.is_null()) {
        document[pointer] = member;
    } else {
        document[pointer.parent_pointer()].erase(pointer.back());
    }
    return document.dump();
}

} // namespace guitai
