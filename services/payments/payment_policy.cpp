#include "services/payments/payment_policy.h"

#include "services/rules/asset_json.h"

#include <algorithm>
#include <charconv>

namespace guitai
{

namespace
{

std::chrono::seconds seconds(const AssetValue& object, const char* member, int least, int most)
{
    return std::chrono::seconds{object.at(member).integer(least, most)};
}

int count(const AssetValue& object, const char* member, int least, int most)
{
    return static_cast<int>(object.at(member).integer(least, most));
}

UnscannedPolicy readUnscanned(const AssetValue& value)
{
    const auto name = value.text();
    if (name == "wait")
        return UnscannedPolicy::wait;
    if (name != "watch")
        value.refuse("\"wait\" or \"watch\" is expected");
    return UnscannedPolicy::watch;
}

/// The providers' own limits are the most that may be configured.
RefundLimits readRefunds(const AssetValue& value, int leastPause)
{
    value.expectMembers({"days", "parts", "pauseSeconds"});
    return {.days = count(value, "days", 0, 365),
            .parts = count(value, "parts", 1, 50),
            .pause = seconds(value, "pauseSeconds", leastPause, 3600)};
}

/// "10:00", from 00:00 to 23:59.
std::chrono::minutes readTimeOfDay(const AssetValue& value)
{
    const auto text = value.text();
    const auto part = [&](std::size_t begin, int most) {
        auto number = 0;
        const auto* end = text.data() + begin + 2;
        const auto [stopped, error] = std::from_chars(text.data() + begin, end, number);
        if (error != std::errc{} || stopped != end || number < 0 || number > most)
            value.refuse("a time of day is expected, as in \"10:00\"");
        return number;
    };
    if (text.size() != 5 || text[2] != ':')
        value.refuse("a time of day is expected, as in \"10:00\"");
    return std::chrono::hours{part(0, 23)} + std::chrono::minutes{part(3, 59)};
}

BillSchedule readBills(const AssetValue& value)
{
    value.expectMembers({"weChatFrom", "alipayFrom", "retryMinutes", "until"});
    const auto schedule =
        BillSchedule{.weChatFrom = readTimeOfDay(value.at("weChatFrom")),
                     .alipayFrom = readTimeOfDay(value.at("alipayFrom")),
                     .retry = std::chrono::minutes{value.at("retryMinutes").integer(10, 240)},
                     .until = readTimeOfDay(value.at("until"))};
    if (schedule.until <= std::max(schedule.weChatFrom, schedule.alipayFrom))
        value.at("until").refuse("it has to be later than the first try");
    return schedule;
}

} // namespace

const RefundLimits& PaymentPolicy::refundsOf(GatewayChannel channel) const
{
    return channel == GatewayChannel::alipay ? alipay : weChat;
}

PaymentPolicy parsePaymentPolicy(std::string_view text, const std::string& origin)
{
    const auto file = parseAsset(text, origin);
    file.expectMembers({"codeLifeSeconds",
                        "countdownSeconds",
                        "expiryMarginSeconds",
                        "payByCodeSeconds",
                        "stuckAfterSeconds",
                        "watchAfterEndSeconds",
                        "unscanned",
                        "callsPerSecond",
                        "mergeMax",
                        "mergeValidHours",
                        "mergedTitle",
                        "refunds",
                        "bills"});
    auto policy = PaymentPolicy{};
    policy.codeLife = seconds(file, "codeLifeSeconds", 60, 7200); // WeChat: 1 min; a code: 2 h
    policy.countdown = seconds(file, "countdownSeconds", 30, 7200);
    if (policy.countdown > policy.codeLife)
        file.at("countdownSeconds").refuse("the countdown cannot outlast the code");
    policy.expiryMargin = seconds(file, "expiryMarginSeconds", 120, 3600);
    policy.payByCode = seconds(file, "payByCodeSeconds", 30, 60);
    policy.stuckAfter = seconds(file, "stuckAfterSeconds", 60, 3600);
    policy.watchAfterEnd = seconds(file, "watchAfterEndSeconds", 0, 86400);
    policy.unscanned = readUnscanned(file.at("unscanned"));
    policy.callsPerSecond = count(file, "callsPerSecond", 1, 5);
    policy.mergeMax = count(file, "mergeMax", 1, 50);
    policy.mergeValid = std::chrono::hours{file.at("mergeValidHours").integer(1, 168)};
    policy.mergedTitle = file.at("mergedTitle").text();
    const auto& refunds = file.at("refunds");
    refunds.expectMembers({"weChat", "alipay"});
    policy.weChat = readRefunds(refunds.at("weChat"), 60);
    policy.alipay = readRefunds(refunds.at("alipay"), 3);
    if (const auto* bills = file.find("bills"))
        policy.bills = readBills(*bills);
    return policy;
}

PaymentPolicy loadPaymentPolicy(const Assets& assets)
{
    constexpr auto name = "payments.json";
    return parsePaymentPolicy(assets.load(name), assets.origin(name));
}

} // namespace guitai
