#include "app/practice_gateway/simulator_control.h"

#include "services/failure.h"
#include "services/payments/http/curl_exchange.h"

#include <stdexcept>

namespace guitai
{

SimulatorControl::SimulatorControl(std::string origin)
    : m_origin(std::move(origin)), m_http(std::make_unique<CurlExchange>(CurlOptions{}))
{
}

SimulatorControl::~SimulatorControl() = default;

nlohmann::json SimulatorControl::ask(const std::string& path, const nlohmann::json& wish) const
{
    auto request = HttpRequest{.method = wish.is_null() ? HttpMethod::get : HttpMethod::post,
                               .url = m_origin + path,
                               .maxBody = std::size_t{64} << 20U,
                               .scheme = HttpScheme::plainAllowed};
    if (!wish.is_null()) {
        request.headers.add("Content-Type", "application/json");
        request.body = wish.dump();
    }
    const auto outcome = m_http->send(request);
    const auto* response = std::get_if<HttpResponse>(&outcome);
    if (response == nullptr)
        throw ServiceFailure(ServiceFailure::Kind::network, "gateway simulator: does not answer");
    auto answer = nlohmann::json::parse(response->body, nullptr, false);
    if (response->status != 200 || !answer.is_object())
        throw std::logic_error("gateway simulator refused " + path + ": " + response->body);
    return answer;
}

} // namespace guitai
