#pragma once

#include "services/cases/case.h"
#include "services/practice/made_up_person.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// What a person reads in the language of the window.
struct TwoLanguages {
    std::string chinese = {};
    std::string english = {};
};

struct ScenarioApplicant {
    MadeUpPerson person = {};
    bool heldCard = false;
    std::optional<int> cardEndsInDays = {}; ///< from the day of the case; negative: ended before
};

struct ScenarioGuardian {
    MadeUpPerson person = {};
    std::optional<Relation> relation = {};
    bool sameRegister = true;
    GuardianRole role = GuardianRole::byLaw;
    std::string ground = {}; ///< code of guardians.json
    bool ownIncome = false;
    std::optional<MadeUpPerson> principal = {}; ///< of a delegate
    std::optional<Relation> principalRelation = {};
    Institution institution = {};
};

/// One finger as the emulated scanner sees it.
struct ScenarioFinger {
    std::string skin = {}; ///< of tests/simulators/fingerprint: "good", "worn", "scarred" …
    std::vector<int> presses = {}; ///< scores, one a press; the last stands for all that follow

    bool operator==(const ScenarioFinger&) const = default;
};

/// The fingers of the person, and what the clerk makes of them.
struct ScenarioFingers {
    std::map<Finger, ScenarioFinger> skins = {}; ///< what is not named is good
    std::vector<Finger> absent = {};             ///< cannot be laid down
    bool rightEnded = false;                     ///< "no more of this hand", at its first finger
    bool leftEnded = false;
    std::string rightReason = {}; ///< code of city.json, chosen where one is asked for
    std::string leftReason = {};
};

/// The slip of the self-service terminal.
struct ScenarioTerminal {
    std::string servicePoint = {};
    int daysAgo = 0;
    std::string reason = {};
};

struct ScenarioDelivery {
    DeliveryMethod method{};
    std::optional<MadeUpPerson> proxy = {};
    std::string proxyRelation = {};
    std::string district = {}; ///< code
    std::string street = {};
};

/// Who decides about the exceptions of the case, one answer for all.
struct ScenarioApproval {
    DecisionOutcome outcome{};
    std::string reason = {}; ///< of a rejection
    bool ownDesk = false;    ///< the clerk leaves, the supervisor signs in and decides alone
};

/// One attempt to pay. The last one settles the charge, if the case is paid at all.
struct ScenarioPayment {
    enum class By { cash, weChat, alipay, paymentCode };
    enum class Citizen {
        pays,
        walksOff, ///< scans; the clerk gives the code up
        ignores,  ///< never scans; the clerk gives the code up
        expires,  ///< never scans; nobody does anything until the code has ended
        paysLate, ///< photographs the code; pays after the clerk gave it up
    };
    By by{};
    Money tendered = {};   ///< cash
    std::string code = {}; ///< shown by the person; the last two digits say what its owner does
    Citizen citizen{};     ///< a code on the screen
};

/// What goes wrong on the way. The emulators and the made-up clerk bring it about.
struct Mishap {
    enum class Kind {
        wrongNumber,       ///< a digit of a citizen number mistyped, then mended; `at` names whose
        wrongCategory,     ///< `value` is chosen first
        wrongPhotoFile,    ///< a file that is no picture comes first
        restart,           ///< the program is gone before step `at`, and starts again
        park,              ///< before step `at`, and resumed
        lock,              ///< before step `at`
        forgottenDocument, ///< the first paper lies in the car: ticked from the last page
        changedAfterSigning, ///< an entry is mended once more; the person signs again
        clearedSignature,
        ownApproval,    ///< the clerk tries to approve the own case first
        wrongPassword,  ///< of the supervisor, once
        tooLittle,      ///< first a note that does not cover the fee
        mistypedCash,   ///< `value` yuan typed for the note, seen in time
        shortOfChange,  ///< the drawer holds large notes only
        answerLost,     ///< the provider's answer to the order never arrives
        silentProvider, ///< the provider answers no question for a minute
        printerJam,     ///< the voucher does not come out the first time
        heldEnter,      ///< Enter is held down on the last page
        secondCase,     ///< the person has an open case already; taken knowingly
    };
    Kind kind{};
    std::string at = {};
    std::string value = {};
};

/// What is done with the case after its voucher was printed.
struct ScenarioLater {
    enum class Kind { reprint, withdraw, ready, handOver, refundLate };
    Kind kind{};
    std::string reason = {}; ///< or who receives the card
};

/// What must hold at the end.
struct ScenarioEnd {
    CaseState state{};
    Category category{};
    ApplicationKind kind{};
    std::vector<ExceptionKind> exceptions = {}; ///< that were asked for
    Money due = {};
    std::optional<Tender> tender = {}; ///< that settled the charge
    Money refunded = {};
    Money drawer = {}; ///< beyond the float, at the end
    int vouchers = 1;  ///< originals that came out
    int reprints = 0;
    int keys = 0; ///< at most so many presses besides free text
};

/// A human situation at the window: played by tests, and offered to trainees as an exercise.
/// Everybody is made up; ages count back from the day on which it is played.
struct Scenario {
    std::string name = {}; ///< of the file, without its ending
    TwoLanguages title = {};
    TwoLanguages story = {};
    Category declared{};
    ApplicationKind kind{};
    bool cardsOnReader = false; ///< of the applicant and the guardian, where they have one
    ScenarioApplicant applicant = {};
    std::optional<ScenarioGuardian> guardian = {};
    std::optional<ScenarioTerminal> terminal = {};
    std::string clerkReason = {};
    std::string relief = {};
    std::string photo = {};          ///< "girl": assets/examples/photo-girl.jpg
    std::string photoOverruled = {}; ///< why a photo that fails a check is taken
    bool camera = false;             ///< taken with it instead of a file
    ScenarioFingers fingers = {};
    ScenarioDelivery delivery = {};
    bool temporaryCard = false;
    std::optional<ScenarioApproval> approval = {};
    std::vector<ScenarioPayment> payments = {};
    std::vector<Mishap> mishaps = {};
    std::vector<ScenarioLater> later = {};
    ScenarioEnd end = {};

    const Mishap* find(Mishap::Kind kind) const; ///< null: does not happen
};

// Names in the files; the enumerator's own spelling.
std::optional<ScenarioPayment::By> paymentWayFrom(std::string_view name);
std::optional<ScenarioPayment::Citizen> citizenFrom(std::string_view name);
std::optional<Mishap::Kind> mishapFrom(std::string_view name);
std::optional<ScenarioLater::Kind> laterFrom(std::string_view name);

} // namespace guitai
