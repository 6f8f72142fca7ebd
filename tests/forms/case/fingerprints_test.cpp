#include "forms/case/fingerprints_step.h"
#include "forms/finger_station.h"
#include "forms/wording/finger_words.h"
#include "services/cases/draft_json.h"
#include "tests/forms/case/case_window.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

#include <deque>

using namespace guitai;

namespace
{

/// Answers as told; the finger that is asked for is the one that lies there.
class ScriptedScanner final : public FingerScanner
{
public:
    FingerCapture capture(Finger finger) override
    {
        asked.push_back(finger);
        if (answers.empty())
            return {.outcome = FingerOutcome::noFinger};
        auto answer = answers.front();
        answers.pop_front();
        if (answer.outcome != FingerOutcome::taken)
            return answer;
        answer.features = Bytes(fingerTemplateSize, std::byte{9});
        answer.features[0] = std::byte{'C'};
        answer.features[4] = std::byte{1};
        answer.features[5] = static_cast<std::byte>(finger);
        answer.features[6] = static_cast<std::byte>(answer.quality);
        return answer;
    }
    FingerCapture emptyFeatures(FingerprintResult, Finger) override { return {}; }
    void cancel() override { ++cancels; }

    void scores(std::initializer_list<int> qualities)
    {
        for (const auto quality : qualities)
            answers.push_back({.outcome = FingerOutcome::taken, .quality = quality});
    }

    std::deque<FingerCapture> answers;
    std::vector<Finger> asked;
    int cancels = 0;
};

/// The fingerprints page of an adult's case with nothing taken yet.
struct FingerWindow {
    ScriptedScanner scanner;
    InlineBackground background;
    FingerStation station{scanner, background};
    CaseWindow window;
    std::string id = firstTimeDraft().id;

    FingerWindow()
    {
        window.station().fingers = &station;
        auto draft = firstTimeDraft();
        draft.rightHand = {};
        draft.leftHand = {};
        draft.photo = window.keptPhoto();
        draft.confirmation = {};
        window.page->open(draft);
        window.page->enter();
        CaseWindow::settle();
    }
    FingerprintsStep& step() { return dynamic_cast<FingerprintsStep&>(window.step()); }
    FingerPart& part() { return *step().part(); }
    /// As the journal keeps it.
    Draft draft()
    {
        window.page->leave();
        return draftFromFields(window.window.journal().draft(id).value().fields);
    }
    void enter(int times = 1)
    {
        for (auto i = 0; i < times; ++i) {
            window.press(WXK_RETURN);
            CaseWindow::settle();
        }
    }
};

} // namespace

TEST_CASE("fingers are taken one after the other by Enter alone")
{
    auto at = FingerWindow{};
    REQUIRE(at.window.currentStep() == Step::fingerprints);
    CHECK(at.part().turn() == Finger::rightThumb);
    at.scanner.scores({40, 48, 70, 81});
    at.enter(4);
    CHECK(
        at.scanner.asked ==
        std::vector{Finger::rightThumb, Finger::rightThumb, Finger::rightThumb, Finger::leftThumb});
    CHECK(at.part().picture()->mark(Finger::rightThumb) == "70");
    CHECK(at.part().picture()->mark(Finger::leftThumb) == "81");
    CHECK(at.draft().rightHand.result == FingerprintResult::registered);
    CHECK(at.draft().rightHand.finger == Finger::rightThumb);
    CHECK(at.draft().rightHand.tries.size() == 3);
    const auto kept =
        at.window.window.journal().fingerTemplate(at.draft().leftHand.features->sha256);
    REQUIRE(kept);
    CHECK(kept->size() == fingerTemplateSize);
    CHECK(at.window.cases->derive(at.draft()).exceptions.empty());
    at.enter();
    CHECK(at.window.currentStep() == Step::delivery);
}

TEST_CASE("a hand whose fingers all stay below the pass mark has failed, with its reason")
{
    auto at = FingerWindow{};
    for (auto i = 0; i < 25; ++i)
        at.scanner.scores({20 + i});
    at.enter(25);
    REQUIRE(at.scanner.asked.size() == 25);
    CHECK(at.scanner.asked.back() == Finger::rightLittle);
    CHECK(at.draft().rightHand.result == FingerprintResult::failed);
    CHECK(at.draft().rightHand.finger == Finger::rightLittle);
    CHECK(at.draft().rightHand.reason == "lowQuality");
    CHECK_FALSE(at.draft().rightHand.features);
    CHECK(at.part().picture()->mark(Finger::rightThumb) == wxString::FromUTF8("5\u00d7"));
    CHECK(at.part().turn() == Finger::leftThumb);
}

TEST_CASE("fingers that are not there are passed over; the hand is then not registered")
{
    auto at = FingerWindow{};
    at.part().markAbsent();
    CHECK(at.part().turn() == Finger::rightIndex);
    at.part().endHand();
    CHECK(at.draft().rightHand.result == FingerprintResult::notRegistered);
    CHECK_FALSE(at.draft().rightHand.finger);
    CHECK(at.draft().rightHand.tries.size() == 5);
    CHECK(at.part().turn() == Finger::leftThumb);
    at.part().startAgain();
    CHECK(at.part().turn() == Finger::rightThumb);
    CHECK_FALSE(at.draft().rightHand.result);
}

TEST_CASE("a scanner that fails is told of, counts nothing, and may be tried again")
{
    for (const auto outcome : {FingerOutcome::crashed,
                               FingerOutcome::hung,
                               FingerOutcome::nonsense,
                               FingerOutcome::noDevice,
                               FingerOutcome::noLibrary,
                               FingerOutcome::noFinger,
                               FingerOutcome::cancelled}) {
        CAPTURE(nameOf(outcome));
        auto at = FingerWindow{};
        at.scanner.answers.push_back({.outcome = outcome});
        at.enter();
        CHECK(at.part().sentence() == words::sentence(outcome));
        at.window.page->leave();
        CHECK_FALSE(at.window.window.journal().draft(at.id)); // nothing changed
        at.scanner.scores({90});
        at.enter();
        CHECK(at.draft().rightHand.result == FingerprintResult::registered);
    }
}

TEST_CASE("the record words what was tried")
{
    const auto rules = FingerRules{};
    const auto tries = std::vector<FingerTry>{{Finger::rightThumb, TryOutcome::taken, 40},
                                              {Finger::rightThumb, TryOutcome::noFeatures, 48},
                                              {Finger::rightIndex, TryOutcome::absent}};
    const auto record = words::record(tries, rules);
    CHECK(record.Contains(words::name(Finger::rightThumb)));
    CHECK(record.Contains("48"));
    CHECK(record.Contains(words::name(Finger::rightIndex)));
    CHECK(words::record({}, rules).empty());
}
