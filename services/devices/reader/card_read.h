#pragma once

#include "services/bytes.h"

#include <optional>
#include <string>

namespace guitai
{

/// The blocks of one read of a chip, not yet looked into.
struct CardRead {
    Bytes text = {};   ///< 256 bytes: decodeCardText()
    Bytes photo = {};  ///< 1024 bytes, compressed by a licensed method: opaque without its decoder
    Bytes prints = {}; ///< 0, 512 or 1024 bytes: templates of no, one or two fingers

    bool operator==(const CardRead&) const = default;
};

enum class WithPrints { no, yes };

/// Takes the data of an answer apart: big-endian lengths of text, photo and, where it was asked
/// for, fingerprints, then the blocks. No value when lengths and content do not agree.
std::optional<CardRead> splitCardRead(std::span<const std::byte> data, WithPrints prints);

/// "05.01-20190226-0001234567-0012345678" of the module's 16 bytes: its number as it is printed on
/// the reader. No value for another length.
std::optional<std::string> moduleNumber(std::span<const std::byte> data);

} // namespace guitai
