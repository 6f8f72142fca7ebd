#pragma once

#include "tests/simulators/gateway/values.h"

#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace guitai::simulator
{

/// One request as it came over TLS.
struct Incoming {
    Provider provider{};
    std::string method;
    std::string target;                         ///< raw: path, "?" and query exactly as sent
    std::string body;                           ///< raw
    std::map<std::string, std::string> headers; ///< names in small letters
    std::string clientCertificate = {};         ///< PEM of the TLS connection, where one was shown

    std::string path() const { return target.substr(0, target.find('?')); }
    std::string query() const
    {
        const auto mark = target.find('?');
        return mark == std::string::npos ? std::string{} : target.substr(mark + 1);
    }
    std::string header(const std::string& name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string{} : found->second;
    }
};

/// How the bytes of an answer reach the client.
struct Delivery {
    enum class Kind {
        whole,
        nothing, ///< the connection ends without a byte
        half,    ///< it ends in the middle of the body
        reset,   ///< it is torn down
        drip,    ///< a few bytes at a time
    };
    Kind kind = Kind::whole;
    std::chrono::milliseconds pause{0}; ///< of a drip
};

struct Outgoing {
    int status = 200;
    std::string contentType = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string body = {};
    Delivery delivery = {};
};

} // namespace guitai::simulator
