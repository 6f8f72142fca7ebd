#pragma once

#include "services/refusal.h"

namespace guitai::words
{

/// The English words of a refusal; both are looked up in the catalogue before they are shown.
/// {field} stands for the field's label, {path} for its path, {1} and {2} for the arguments.
struct RefusalWords {
    const char* brief;    ///< after the field's label in the strip: "not a JPEG"
    const char* sentence; ///< what is true now and what to do
};

RefusalWords wordsOf(Refusal::Code code);
/// The part of it about money; throws logic_error for any other code.
RefusalWords moneyWordsOf(Refusal::Code code);
/// The part of it about what a supervisor decides; throws logic_error for any other code.
RefusalWords requestWordsOf(Refusal::Code code);
/// The part of it about the station's people, database and files; throws logic_error for any
/// other code.
RefusalWords stationWordsOf(Refusal::Code code);

} // namespace guitai::words
