#pragma once

#include "services/payments/gateway_parts.h"
#include "services/payments/http/curl_exchange.h"
#include "services/payments/payment_file.h"

#include <map>
#include <memory>

namespace guitai
{

/// The channels that a station has set up, ready to be called. Practice and reality differ by the
/// set-up alone. Belongs to one worker thread, like the connections that it keeps.
class PaymentChannels
{
public:
    struct Parts {
        const Clock& clock;
        RandomSource& random;
        Log& log;
        std::stop_token stop = {}; ///< ends every waiting
    };
    /// A channel whose set-up is wrong is left out; problems() tells why. Throws ServiceFailure
    /// when libcurl cannot start.
    PaymentChannels(const PaymentSetup& setup, Parts parts);
    PaymentChannels(const PaymentChannels&) = delete;
    PaymentChannels& operator=(const PaymentChannels&) = delete;

    /// They live as long as this object.
    std::map<GatewayChannel, PaymentGateway*> gateways() const;
    const std::map<GatewayChannel, SetupProblems>& problems() const { return m_problems; }

private:
    CurlExchange m_http;
    std::map<GatewayChannel, std::unique_ptr<PaymentGateway>> m_gateways;
    std::map<GatewayChannel, SetupProblems> m_problems;
};

} // namespace guitai
