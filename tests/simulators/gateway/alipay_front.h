#pragma once

#include "tests/simulators/gateway/exchange.h"
#include "tests/simulators/gateway/fields.h"
#include "tests/simulators/gateway/wechat_front.h"
#include "tests/simulators/gateway/world.h"

namespace guitai::simulator
{

using OrderedJson = nlohmann::ordered_json;

/// Alipay says no. 40004 is about the business and signed; the other codes are the gateway's own
/// and mostly are not (Alipay Open Platform: result codes). Thrown by the checks and the routes.
struct AlipayRefusal {
    std::string code;
    std::string subCode;
    std::string message;
};

/// One call after the checks of the gateway.
struct AlipayCall {
    World& world;
    const FaultSet& faults;
    std::map<std::string, std::string> parameters;
    Json content; ///< of biz_content
    bool* dropAnswer;

    Fields fields() const;
};

/// What stands in the answer's node after "code" and "msg". A member "code" of its own replaces
/// 10000: payment by code answers 10003.
using AlipayHandler = OrderedJson (*)(const AlipayCall&);

OrderedJson alipayPrecreate(const AlipayCall& call);
OrderedJson alipayQuery(const AlipayCall& call);
OrderedJson alipayPay(const AlipayCall& call);
OrderedJson alipayCancel(const AlipayCall& call);
OrderedJson alipayClose(const AlipayCall& call);
OrderedJson alipayRefund(const AlipayCall& call);
OrderedJson alipayRefundQuery(const AlipayCall& call);
OrderedJson alipayBillLink(const AlipayCall& call);

Outgoing alipayBillFile(World& world, const Incoming& request, const FaultSet& faults);

/// Checks in the gateway's order: application, form of the time, charset in the address,
/// signature, method. Throws AlipayRefusal.
void checkAlipayGateway(const World& world,
                        const Incoming& request,
                        const std::map<std::string, std::string>& parameters);
/// Puts the node and its signature into a document, and spoils it as the faults say.
std::string alipayDocument(World& world,
                           const std::map<std::string, std::string>& parameters,
                           const OrderedJson& node,
                           bool isSigned,
                           const FaultSet& faults);

Topic alipayTopic(World& world, const Incoming& request);
Outgoing alipayAnswerTo(World& world, const Incoming& request, const FaultSet& faults);

} // namespace guitai::simulator
