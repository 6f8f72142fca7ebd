#include "services/rules/cash_limits.h"

#include "services/rules/asset_json.h"

namespace guitai
{

CashLimits parseCashLimits(std::string_view text, const std::string& origin)
{
    constexpr std::int64_t mostDifference = 10'000; // 100 yuan: more is never the clerk's alone
    constexpr std::int64_t leastWarning = 1'000;
    constexpr std::int64_t mostWarning = 100'000;
    const auto file = parseAsset(text, origin);
    file.expectMembers({"differenceLimit_fen", "changeWarning_fen"});
    const auto& warning = file.at("changeWarning_fen");
    const auto limits =
        CashLimits{Money::fen(file.at("differenceLimit_fen").integer(0, mostDifference)),
                   Money::fen(warning.integer(leastWarning, mostWarning))};
    if (limits.changeWarning.inFen() % 100 != 0)
        warning.refuse("the amount is not in whole yuan");
    return limits;
}

} // namespace guitai
