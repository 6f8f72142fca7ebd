#pragma once

#include "tests/simulators/gateway/exchange.h"
#include "tests/simulators/gateway/fields.h"
#include "tests/simulators/gateway/world.h"

namespace guitai::simulator
{

using Json = nlohmann::json;

/// WeChat Pay says no: status, code and message; never signed. Thrown by the routes.
struct WeChatRefusal {
    int status = 400;
    std::string code = {}; ///< empty: the answer has no body
    std::string message = {};
    Json detail = nullptr;
};

/// One call of API v3 after all checks of the envelope.
struct WeChatCall {
    World& world;
    const Incoming& request;
    const FaultSet& faults;
    std::vector<std::string> captured; ///< variable parts of the path, decoded
    std::map<std::string, std::string> query;
    Json body; ///< an object, where the method has a body

    Fields fields() const;
};

struct WeChatAnswer {
    int status = 200;
    Json body = nullptr;     ///< null: none
    std::string file = {};   ///< instead of a body: a bill, unsigned
    bool dropAnswer = false; ///< a payment code that loses its answer
};

using WeChatHandler = WeChatAnswer (*)(const WeChatCall&);

// orders
WeChatAnswer weChatNative(const WeChatCall& call);
WeChatAnswer weChatQuery(const WeChatCall& call);
WeChatAnswer weChatQueryById(const WeChatCall& call);
WeChatAnswer weChatClose(const WeChatCall& call);
// several orders in one payment
WeChatAnswer weChatCombinedNative(const WeChatCall& call);
WeChatAnswer weChatCombinedQuery(const WeChatCall& call);
WeChatAnswer weChatCombinedClose(const WeChatCall& call);
// payment by code
WeChatAnswer weChatCodePay(const WeChatCall& call);
WeChatAnswer weChatReverse(const WeChatCall& call);
// refunds
WeChatAnswer weChatRefund(const WeChatCall& call);
WeChatAnswer weChatRefundQuery(const WeChatCall& call);
WeChatAnswer weChatAbnormalRefund(const WeChatCall& call);
// keys and bills
WeChatAnswer weChatCertificates(const WeChatCall& call);
WeChatAnswer weChatTradeBill(const WeChatCall& call);
WeChatAnswer weChatFundBill(const WeChatCall& call);
WeChatAnswer weChatBillFile(const WeChatCall& call);

/// Members that name the merchant; wrong ones are refused.
void requireMerchant(const World& world, const Fields& fields);
void requireApplication(const World& world, const Fields& fields);
/// The order as a query shows it.
Json weChatTradeJson(const WeChatCall& call, const Trade& trade);

/// Reverses a payment by code, for both interfaces: gives the money back or withdraws it. Throws
/// WeChatRefusal with the names of API v3.
void reverseByCode(World& world, const FaultSet& faults, const std::string& order);
/// Makes or repeats a refund, for both interfaces.
Refund makeWeChatRefund(World& world, const FaultSet& faults, const Refund& wish, Fen total);

} // namespace guitai::simulator
