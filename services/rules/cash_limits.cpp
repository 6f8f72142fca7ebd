#include "services/rules/cash_limits.h"

#include "services/rules/asset_json.h"

namespace guitai
{

CashLimits parseCashLimits(std::string_view text, const std::string& origin)
{
    constexpr std::int64_t mostDifference = 10'000; // 100 yuan: more is never the clerk's alone
    constexpr std::int64_t leastWarning = 1'000;
    constexpr std::int64_t mostWarning = 100'000;
    constexpr std::int64_t mostFee = 50'000; // 5 %: no contract is dearer
    constexpr std::int64_t mostDueHours = 240;
    const auto file = parseAsset(text, origin);
    file.expectMembers({"differenceLimit_fen",
                        "changeWarning_fen",
                        "weChatFeePerMillion",
                        "alipayFeePerMillion",
                        "differenceDueHours"});
    const auto& warning = file.at("changeWarning_fen");
    auto limits = CashLimits{
        .difference = Money::fen(file.at("differenceLimit_fen").integer(0, mostDifference)),
        .changeWarning = Money::fen(warning.integer(leastWarning, mostWarning))};
    if (limits.changeWarning.inFen() % 100 != 0)
        warning.refuse("the amount is not in whole yuan");
    const auto fee = [&file](const char* name) {
        const auto* value = file.find(name);
        return value == nullptr ? std::nullopt : std::optional{value->integer(0, mostFee)};
    };
    limits.weChatFeePerMillion = fee("weChatFeePerMillion");
    limits.alipayFeePerMillion = fee("alipayFeePerMillion");
    limits.differenceDue =
        std::chrono::hours{file.at("differenceDueHours").integer(1, mostDueHours)};
    return limits;
}

} // namespace guitai
