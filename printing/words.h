#pragma once

#include "services/cases/voucher.h"
#include "services/payments/shift.h"
#include "services/station_time.h"

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
std::string_view printed(DrawerMove value);
std::string_view printed(ExceptionKind value);

std::string printedDate(Date date);     ///< 2026年11月22日
std::string printedMoney(Money amount); ///< 20.00 元
/// 叁佰元整, 壹拾元伍角, for amounts from 0 to 100,000,000 yuan: amounts on vouchers stand in
/// capitals beside the figures (Rules on Basic Accounting Work, art. 52; Rules on Payment and
/// Settlement, appendix 1).
std::string printedCapitals(Money amount);
std::string printedPiece(std::int64_t denomination); ///< 100 元, 5 角
/// "110108 520 20261122 00024": area, station, day, serial (GA 214.4-2004).
std::string printedAcceptanceNumber(std::string_view number);
/// 右手拇指 已登记, 左手 未注册（缺指）. `side` is 右手 or 左手.
std::string printedHand(std::string_view side, const HandPrint& hand, std::string_view reason);

} // namespace guitai
