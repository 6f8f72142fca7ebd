#include "tests/simulator/vector_provider.h"

#include "tests/services/payments/payment_vectors.h"

#include <fstream>

namespace guitai
{

namespace
{

std::string privatePem(const std::string& name)
{
    auto text = std::string{"-----BEGIN PRIVATE KEY-----\n"};
    const auto raw = paymentVectors()["keys"][name]["private_pkcs8_der_base64"].get<std::string>();
    for (std::size_t at = 0; at < raw.size(); at += 64)
        text += raw.substr(at, 64) + '\n';
    return text + "-----END PRIVATE KEY-----\n";
}

} // namespace

VectorProvider::VectorProvider()
{
    const auto& vectors = paymentVectors();
    const auto& certificates = vectors["certificates_pem"];
    write("provider/identity.json",
          nlohmann::json{{"weChatAppId", vectors["wechat"]["appid"]},
                         {"merchantId", vectors["wechat"]["mchid"]},
                         {"publicKeyId", vectors["wechat"]["verify_key_id"]},
                         {"alipayAppId", vectors["alipay"]["app_id"]}}
              .dump());
    write("clients/wechat/merchant.key", privatePem("wx_merchant"));
    write("clients/wechat/merchant.pem", certificates["wx_merchant"]);
    write("provider/wechat_platform.key", privatePem("wx_platform"));
    write("provider/wechat_platform.pem", certificates["wx_platform"]);
    write("clients/alipay/application.key", privatePem("ali_app"));
    write("provider/alipay_gateway.key", privatePem("ali_gateway"));
    m_simulator.emplace(m_clock, m_folder.path());
    const auto authority = m_simulator->setup().authority;
    m_http.emplace(CurlOptions{.authorityFile = authority});
    m_nameless.emplace(CurlOptions{.authorityFile = authority, .userAgent = ""});
}

void VectorProvider::write(const std::string& name, const std::string& content)
{
    const auto file = m_folder / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file} << content;
}

void VectorProvider::clockAt(std::int64_t unixTime)
{
    m_clock.setWall(Instant{std::chrono::seconds{unixTime}});
    m_simulator->pass(std::chrono::seconds{0});
}

HttpResponse VectorProvider::send(CurlExchange& http, const nlohmann::json& request)
{
    const auto post = request["method"] == "POST";
    auto sent = HttpRequest{
        .method = post ? HttpMethod::post : HttpMethod::get,
        .url = m_simulator->process().weChatOrigin() + request["path_and_query"].get<std::string>(),
        .headers = {{"Accept", "application/json"}, {"Authorization", request["authorization"]}},
        .body = request["body"]};
    if (post)
        sent.headers.add("Content-Type", "application/json");
    else
        sent.body.clear();
    return std::get<HttpResponse>(http.send(sent));
}

HttpResponse VectorProvider::sendWeChat(const nlohmann::json& request)
{
    return send(*m_http, request);
}

HttpResponse VectorProvider::sendWithoutUserAgent(const nlohmann::json& request)
{
    return send(*m_nameless, request);
}

HttpResponse VectorProvider::sendAlipay(const std::string& query, const std::string& form)
{
    return std::get<HttpResponse>(m_http->send(
        {.method = HttpMethod::post,
         .url = m_simulator->process().alipayOrigin() + "/gateway.do?" + query,
         .headers = {{"Content-Type", "application/x-www-form-urlencoded;charset=utf-8"}},
         .body = form}));
}

} // namespace guitai
