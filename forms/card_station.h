#pragma once

#include "forms/feed.h"
#include "services/devices/reader/card_reader.h"
#include "services/devices/reader/portrait_decoder.h"
#include "services/rules/holder_number.h"

#include <string>
#include <vector>

namespace guitai
{

/// A made-up person's card of the training mode.
struct PracticeCard {
    std::string holder; ///< the name
    int age = 0;
    HolderNumber::Document document{};
};

/// The cards that a trainee may lay on the practice reader. No call blocks.
class PracticeCards
{
public:
    virtual ~PracticeCards() = default;
    virtual const std::vector<PracticeCard>& cards() const = 0;
    /// In place of the one that lies there.
    virtual void layDown(std::size_t card) = 0;
};

/// The card reader as pages hear of it: what it does now, and every card that it read.
struct CardStation {
    Feed<ReaderReport> feed = {};
    PracticeCards* practice = nullptr;        ///< in training only
    const PortraitDecoder* decoder = nullptr; ///< none: portraits of chips are not shown
};

} // namespace guitai
