#pragma once

#include "services/rules/terms.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// How one press of a finger ended.
enum class TryOutcome {
    taken,      ///< features were extracted
    noFeatures, ///< an image, but no features
    noFinger,   ///< nothing lay on the scanner: tells nothing of the finger
    absent,     ///< the clerk said that the finger is not there, or cannot be laid down
};
std::string_view nameOf(TryOutcome outcome);
template <>
std::optional<TryOutcome> fromName<TryOutcome>(std::string_view name);

struct FingerTry {
    Finger finger{};
    TryOutcome outcome{};
    int quality = 0; ///< 0 to 100; 0 is unknown

    bool operator==(const FingerTry&) const = default;
};

enum class Hand { right, left };
Hand handOf(Finger finger);

/// What is asked of a person's fingers.
enum class FingerNeed {
    none,     ///< nothing is taken
    optional, ///< taken when it works; else not registered, without an approval
    required,
};

/// What may change about fingerprints: fingerprints.json. Attempts and pass mark are a local
/// account of practice, not the standard's text, and so are the ages, which differ from place
/// to place; the order is the standard's: thumb, index, middle, ring, little (GA/T 1012-2019).
struct FingerRules {
    struct Age {
        int fromAge = 0; ///< full years
        FingerNeed need = FingerNeed::required;

        bool operator==(const Age&) const = default;
    };
    int passMark = 55;                          ///< a quality from here on is registered
    int attemptsPerFinger = 5;                  ///< then the next finger's turn
    std::array<int, 5> order = {0, 1, 2, 3, 4}; ///< 0 is the thumb, 4 the little finger
    std::vector<Age> ages = {{}};
    int keepTemplatesDays = 90; ///< after the case is closed

    FingerNeed needAt(int age) const;
    std::array<Finger, 5> fingersOf(Hand hand) const; ///< in the order of their turns

    bool operator==(const FingerRules&) const = default;
};

/// Reads fingerprints.json. Throws AssetError.
FingerRules parseFingerRules(std::string_view text, const std::string& origin);

/// Where a finger stands.
struct FingerState {
    enum class Kind {
        untried,
        open,       ///< tried, not good enough, and may be tried again
        registered, ///< reached the pass mark
        exhausted,  ///< all attempts are used up
        absent,
    };
    Kind kind = Kind::untried;
    int attempts = 0; ///< those with an image
    int best = 0;     ///< the highest quality

    bool operator==(const FingerState&) const = default;
};
FingerState stateOf(Finger finger, const std::vector<FingerTry>& tries, const FingerRules& rules);

/// Whose turn it is: the first finger in order that can still be tried; none when a finger of the
/// hand is registered (one per hand, GA/T 1012-2019) or all are used up.
std::optional<Finger>
nextFinger(Hand hand, const std::vector<FingerTry>& tries, const FingerRules& rules);
/// Of both hands: the right one first (GA/T 1012-2019).
std::optional<Finger> nextFinger(const std::vector<FingerTry>& right,
                                 const std::vector<FingerTry>& left,
                                 const FingerRules& rules);

/// The best try with an image, whatever its finger: features before none, then quality; the earlier
/// of equals. None: no try had an image.
std::optional<FingerTry> bestTry(const std::vector<FingerTry>& tries);

/// The result that tries amount to if no more follow. Registered (1): features reached the pass
/// mark. Registration failed (2): there is an image, but features could not be extracted from it,
/// or not well enough. Not registered (3): nothing could be taken (GA/T 1012-2019 results; the
/// meanings of 2 and 3 as guides tell them).
FingerprintResult resultOf(const std::vector<FingerTry>& tries, const FingerRules& rules);

/// Whether a stated result can stand beside the tries: none may say registered without a try that
/// passed, or anything else with one, or failed without an image. Without tries every one can: the
/// results were entered by hand.
bool fits(FingerprintResult stated, const std::vector<FingerTry>& tries, const FingerRules& rules);

} // namespace guitai
