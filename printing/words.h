#pragma once

#include "services/cases/voucher.h"

#include <string>
#include <string_view>

namespace guitai
{

/// The Chinese words of the papers for the values of services.
std::string_view printed(Category value);
std::string_view printed(ApplicationKind value);
std::string_view printed(Sex value);
std::string_view printed(Relation value);
std::string_view printed(Finger value);
std::string_view printed(FingerprintResult value);
std::string_view printed(Tender value);

std::string printedDate(Date date);     ///< 2026年11月22日
std::string printedMoney(Money amount); ///< 20.00 元
/// "110108 520 20261122 00024": area, station, day, serial (GA 214.4-2004).
std::string printedAcceptanceNumber(std::string_view number);
/// 右手拇指 已登记, 左手 未注册（缺指）. `side` is 右手 or 左手.
std::string printedHand(std::string_view side, const HandPrint& hand, std::string_view reason);

} // namespace guitai
