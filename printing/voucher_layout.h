#pragma once

#include "printing/page.h"
#include "services/cases/voucher.h"

namespace guitai
{

/// Places the collection voucher (居民身份证领取凭证) on A5, upright. The field set is that of the
/// number, person, case, money, delivery, fingerprints, signatures,
/// notices. Long values wrap, then the whole sheet is set closer and smaller step by step; nothing
/// is cut. Throws ServiceFailure(printer) when the smallest step does not hold it.
Page layOut(const Voucher& voucher, const TextMeasure& measure);

/// Name of the paper, as printed and as the document's title.
inline constexpr std::string_view voucherTitle = "居民身份证领取凭证";

} // namespace guitai
