#pragma once

#include "tests/simulators/gateway/world.h"

namespace guitai::simulator
{

/// The providers' files of one day, made from the ledger; none when nothing happened.
/// The simulator's faults change what is in them.
std::optional<std::string> weChatTradeBillText(World& world, Date day, const FaultSet& faults);
std::optional<std::string> weChatFundBillText(World& world, Date day);
/// The ZIP with its two members, names and contents in GBK.
std::optional<std::string> alipayBillArchive(World& world, Date day, const FaultSet& faults);

std::string gzipped(const std::string& bytes);

struct ArchiveMember {
    std::string name; ///< in the bytes that stand in the file
    std::string content;
};
std::string zipped(const std::vector<ArchiveMember>& members, Instant at);

} // namespace guitai::simulator
