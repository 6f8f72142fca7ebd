#pragma once

#include "services/practice/made_up_person.h"

#include <optional>
#include <string>

namespace guitai
{

/// The card of a made-up person as an order to the emulated reader (tests/simulators/reader). Begun
/// a year ago; without `endsInDays` it ends as such a card does, after five or twenty years.
std::string
readerCard(const MadeUpPerson& person, const std::optional<int>& endsInDays, Date today);

} // namespace guitai
