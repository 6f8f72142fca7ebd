#pragma once

#include "services/cases/draft.h"
#include "services/devices/reader/card_reader.h"
#include "services/refusal.h"
#include "services/rules/holder_number.h"

#include <vector>

namespace guitai
{

/// As whose document a card on the reader is taken.
enum class CardUse { applicant, guardian, proxy };

/// Where a card that was read belongs in a case.
struct CardFit {
    std::optional<CardUse> use = {};     ///< the only place where it fits
    std::vector<CardUse> choices = {};   ///< without `use`: what the clerk chooses from
    std::optional<Refusal> refusal = {}; ///< without either: what to tell the resident
};

/// Nobody's entries are replaced by another person's card unless the clerk says so: a card fills
/// the place that the step is about while that is empty or the same person's; an adult's card in a
/// child's case is the guardian's; anything else is asked. Holders of other cards than resident
/// identity cards cannot apply (Identity Card Law art. 2), but may be guardians.
CardFit cardFit(const Draft& draft, Step step, const CardText& card, Date today);

HolderNumber::Document documentOf(const CardText& card);
/// The number of the card's holder.
std::string holderNumber(const CardText& card);
/// As it is entered: a foreigner's Chinese name where the card has one.
std::string holderName(const CardText& card);

/// Fills in what the chip says, and keeps what was typed on beyond a cut name or address of the
/// same person. Entries of another person at that place go.
void takeCard(Draft& draft, CardUse use, const CardReading& reading);

/// Whether the entry is what the chip says.
bool isFromChip(const std::optional<ChipCopy>& chip,
                const std::string& number,
                const std::string& entry,
                std::string ChipCopy::*said);

} // namespace guitai
