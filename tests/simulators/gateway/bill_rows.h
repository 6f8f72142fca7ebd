#pragma once

#include "tests/simulators/gateway/world.h"

namespace guitai::simulator
{

/// One line of a bill before it is written in a provider's form.
struct BillRow {
    enum class Kind { pay, refund, reversal };
    Kind kind = Kind::pay;
    Instant at{};
    Trade trade;
    Refund refund = {}; ///< of a refund or reversal
    Fen amount = 0;     ///< of this line
};

/// What happened on one Beijing day, by time; the bill's faults are in it already.
std::vector<BillRow> billRows(World& world, Provider provider, Date day, const FaultSet& faults);

} // namespace guitai::simulator
