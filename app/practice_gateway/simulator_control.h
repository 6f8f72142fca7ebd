#pragma once

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace guitai
{

class HttpExchange;

/// The control interface of a payment simulator that runs somewhere on this machine.
class SimulatorControl
{
public:
    explicit SimulatorControl(std::string origin);
    ~SimulatorControl();
    SimulatorControl(const SimulatorControl&) = delete;
    SimulatorControl& operator=(const SimulatorControl&) = delete;

    const std::string& origin() const { return m_origin; }
    /// POST with a wish, GET without. Throws ServiceFailure(network) when it does not answer,
    /// std::logic_error when it refuses the wish.
    nlohmann::json ask(const std::string& path, const nlohmann::json& wish = nullptr) const;

private:
    std::string m_origin;
    std::unique_ptr<HttpExchange> m_http;
};

} // namespace guitai
