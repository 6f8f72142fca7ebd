#pragma once

#include "tests/simulators/reader/emulated_card.h"

#include <optional>
#include <string>

namespace guitai::simulator
{

class ReaderEmulator;

/// One line of JSON: {"lay": CARD}, {"lift": true}, {"plug": true or false}, {"fail": how many of
/// the next reads}. CARD is {"kind": "resident" | "permit" | "foreigner2017" | "foreigner", …} with
/// the chip's fields by their names in emulated_card.h; what is left out keeps its made-up value.
/// "appendedAddress" and "prints" (how many fingers) go beside them. False: it is no order.
bool obey(const std::string& line, ReaderEmulator& reader);

} // namespace guitai::simulator
