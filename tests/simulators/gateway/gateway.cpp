#include "tests/simulators/gateway/gateway.h"

#include "tests/simulators/gateway/alipay_front.h"
#include "tests/simulators/gateway/text.h"
#include "tests/simulators/gateway/wechat_front.h"

#include <thread>

namespace guitai::simulator
{

namespace
{

Outgoing proxyPage(int status)
{
    return {.status = status,
            .contentType = "text/html",
            .body = "<html><head><title>" + std::to_string(status) +
                    "</title></head><body><center><h1>Bad gateway</h1></center></body></html>"};
}

/// What ends the call before the provider sees it.
std::optional<Outgoing> beforeProcessing(const FaultSet& faults)
{
    if (faults.has("drop_before"))
        return Outgoing{.delivery = {Delivery::Kind::nothing}};
    if (faults.has("page_502"))
        return proxyPage(502);
    if (faults.has("page_503"))
        return proxyPage(503);
    return std::nullopt;
}

void spoilDelivery(const FaultSet& faults, Outgoing& answer)
{
    if (faults.has("drop_after"))
        answer.delivery.kind = Delivery::Kind::nothing;
    else if (faults.has("half_body"))
        answer.delivery.kind = Delivery::Kind::half;
    else if (faults.has("reset"))
        answer.delivery.kind = Delivery::Kind::reset;
    else if (faults.has("slow_drip"))
        answer.delivery = {Delivery::Kind::drip,
                           std::chrono::milliseconds{faults.number("slow_drip", "ms", 20)}};
}

Outgoing answerTo(World& world, const Incoming& request, const FaultSet& faults)
{
    if (auto early = beforeProcessing(faults))
        return *early;
    world.settle();
    auto answer = request.provider == Provider::weChat ? weChatAnswerTo(world, request, faults)
                                                       : alipayAnswerTo(world, request, faults);
    spoilDelivery(faults, answer);
    return answer;
}

} // namespace

Outgoing processRequest(World& world, const Incoming& request)
{
    auto lock = std::unique_lock{world.lock};
    const auto topic = request.provider == Provider::weChat ? weChatTopic(world, request)
                                                            : alipayTopic(world, request);
    const auto faults = world.faults.take(topic.route, topic.subjects);
    if (faults.has("delay")) {
        lock.unlock();
        std::this_thread::sleep_for(std::chrono::milliseconds{faults.number("delay", "ms", 1000)});
        lock.lock();
    }
    auto answer = answerTo(world, request, faults);
    answer.headers.emplace_back(
        "Date", httpDate(world.now() + std::chrono::seconds{faults.number("date_header", "s", 0)}));
    world.record({.route = topic.route,
                  .method = request.method,
                  .target = request.target,
                  .request = request.body,
                  .status = answer.delivery.kind == Delivery::Kind::nothing ? 0 : answer.status,
                  .answer = isUtf8WithoutControls(answer.body) ? answer.body : std::string{},
                  .faults = faults.names()});
    return answer;
}

} // namespace guitai::simulator
