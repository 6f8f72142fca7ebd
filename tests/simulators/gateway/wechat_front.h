#pragma once

#include "tests/simulators/gateway/wechat_call.h"

namespace guitai::simulator
{

/// What a request is about, as far as can be told before it is checked: faults match on it.
struct Topic {
    std::string route = "unknown";
    std::vector<std::string> subjects = {}; ///< order and refund numbers
};

/// Checks of the envelope in the real order: Accept and User-Agent where they
/// are asked for, the form of the authorization, the time, serial number and signature. Throws
/// WeChatRefusal.
void checkWeChatEnvelope(const World& world, const Incoming& request);
/// Signs a success with the key that the request names, and spoils it as the faults say.
void signWeChatAnswer(World& world,
                      const Incoming& request,
                      const FaultSet& faults,
                      Outgoing& answer);
/// Changes what the answer says before it is signed.
void spoilWeChatContent(const FaultSet& faults, Json& body);

Topic weChatTopic(World& world, const Incoming& request);
Outgoing weChatAnswerTo(World& world, const Incoming& request, const FaultSet& faults);

// the older interface
bool isWeChatV2(const std::string& path);
Topic weChatV2Topic(const Incoming& request);
Outgoing weChatV2AnswerTo(World& world, const Incoming& request, const FaultSet& faults);

} // namespace guitai::simulator
