#pragma once

#include "services/cases/case.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// Who takes the new card.
enum class Receiver {
    holder,
    guardian,     ///< of a child
    proxy,        ///< named when the card was applied for
    anotherProxy, ///< a relative who was not named
    post,
};
std::string_view nameOf(Receiver receiver);

/// Who may take the card of the case, the expected one first.
std::vector<Receiver> receiversOf(const Case& subject);
/// Empty for another proxy, who is not known, and for the post.
std::string nameOfReceiver(const Case& subject, Receiver receiver);
/// Whether the receiver brings the papers of a proxy (city.json).
bool bringsPapers(Receiver receiver);

/// Whether an application of that kind ends with the old card handed in: one that was held and not
/// lost (Identity Card Law art. 11).
bool endsOldCard(ApplicationKind kind);

/// What the holder must still hand in: the old card, and the temporary one (Identity Card Law
/// art. 11, rules for temporary cards art. 12).
struct CardsOut {
    bool oldCard = false;
    bool temporaryCard = false;

    bool any() const { return oldCard || temporaryCard; }
    bool operator==(const CardsOut&) const = default;
};
CardsOut cardsOut(const Case& subject);
/// What may still come back: also what was noted as missing.
CardsOut cardsToComeBack(const Case& subject);
/// Whether they can come back outside of the hand-over.
bool takesCardsBack(CaseState state);

/// What became of them; none: not asked, as by the post.
struct CardsBack {
    std::optional<CardReturn> oldCard = {};
    std::optional<CardReturn> temporaryCard = {};

    bool operator==(const CardsBack&) const = default;
};

/// The new card leaves the station.
struct CardHandOver {
    Receiver receiver{};
    std::string name = {};   ///< of another proxy; of the post's messenger, where it is noted
    bool papersSeen = false; ///< a proxy's
    CardsBack back = {};
};

/// Why the card cannot go like this, if so: the receiver does not fit the delivery, a proxy's
/// papers were not seen, or it is open what became of a card that must come back.
std::optional<Refusal> handOverFault(const Case& subject, const CardHandOver& handOver);

} // namespace guitai
