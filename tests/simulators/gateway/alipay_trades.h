#pragma once

#include "tests/simulators/gateway/alipay_front.h"

namespace guitai::simulator
{

/// The trade that a request names by either number. A code that nobody has scanned has none:
/// throws ACQ.TRADE_NOT_EXIST.
Trade namedAlipayTrade(const AlipayCall& call);

} // namespace guitai::simulator
