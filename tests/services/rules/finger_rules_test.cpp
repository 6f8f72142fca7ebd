#include "services/rules/finger_rules.h"

#include "tests/services/rules/broken_asset.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

using Kind = FingerState::Kind;
using enum Finger;
using enum TryOutcome;

const auto usual = parseFingerRules(Assets{}.load("fingerprints.json"), "fingerprints.json");

std::vector<FingerTry> times(int count, FingerTry made)
{
    return std::vector<FingerTry>(static_cast<std::size_t>(count), made);
}

std::string mistakeOf(const BrokenAsset& asset)
{
    return mistakeIn(parseFingerRules, asset.text);
}

} // namespace

TEST_CASE("parseFingerRules")
{
    SUBCASE("reads what is delivered")
    {
        CHECK(usual.passMark == 55);
        CHECK(usual.attemptsPerFinger == 5);
        CHECK(usual.keepTemplatesDays == 90);
        CHECK(usual.fingersOf(Hand::left) ==
              std::array{leftThumb, leftIndex, leftMiddle, leftRing, leftLittle});
    }
    SUBCASE("what a child's fingers need goes by full years")
    {
        CHECK(usual.needAt(0) == FingerNeed::optional);
        CHECK(usual.needAt(5) == FingerNeed::optional);
        CHECK(usual.needAt(6) == FingerNeed::required);
        CHECK(usual.needAt(80) == FingerNeed::required);
    }
    SUBCASE("refuses a mistake with its line")
    {
        const auto refuses = [](const char* right, const char* wrong, const char* what) {
            const auto asset = broken("fingerprints.json", right, wrong);
            CAPTURE(wrong);
            CHECK(mistakeOf(asset).starts_with(complaint(asset, what)));
        };
        refuses("\"passMark\": 55", "\"passMark\": 101", "");
        refuses("\"passMark\": 55", "\"passMark\": 0", "");
        refuses("\"passMark\": 55", "\"passMarks\": 55", "unknown member \"passMarks\"");
        refuses("\"attemptsPerFinger\": 5", "\"attemptsPerFinger\": 0", "");
        refuses("\"index\", \"middle\"", "\"index\", \"index\"", "the finger stands there twice");
        refuses("\"index\", \"middle\"", "\"index\", \"toe\"", "no finger has that name");
        refuses("\"ring\", \"little\"", "\"ring\"", "the order is not of five fingers");
        refuses("\"fromAge\": 0", "\"fromAge\": 1", "the first age is not 0");
        refuses("\"fromAge\": 6", "\"fromAge\": 0", "the ages do not ascend");
        refuses("\"optional\"", "\"perhaps\"", "a need is none, optional or required");
        refuses("\"keepTemplatesDays\": 90", "\"keepTemplatesDays\": -1", "");
    }
}

TEST_CASE("nextFinger")
{
    SUBCASE("the right thumb comes first, then the left one")
    {
        CHECK(nextFinger({}, {}, usual) == rightThumb);
        CHECK(nextFinger({{rightThumb, taken, 55}}, {}, usual) == leftThumb);
        CHECK_FALSE(nextFinger({{rightThumb, taken, 55}}, {{leftThumb, taken, 90}}, usual));
    }
    SUBCASE("a finger is tried again until its attempts are used up, then the next one's turn")
    {
        CHECK(nextFinger(Hand::right, times(4, {rightThumb, taken, 54}), usual) == rightThumb);
        CHECK(nextFinger(Hand::right, times(5, {rightThumb, taken, 54}), usual) == rightIndex);
        CHECK(nextFinger(Hand::right, times(5, {rightThumb, noFeatures, 90}), usual) == rightIndex);
    }
    SUBCASE("a finger that did not come uses up no attempt")
    {
        CHECK(nextFinger(Hand::left, times(9, {leftThumb, noFinger, 0}), usual) == leftThumb);
    }
    SUBCASE("a finger that is not there is passed over, unless it is tried all the same")
    {
        CHECK(nextFinger(Hand::left, {{leftThumb, absent}}, usual) == leftIndex);
        CHECK(nextFinger(Hand::left, {{leftThumb, absent}, {leftThumb, taken, 20}}, usual) ==
              leftThumb);
    }
    SUBCASE("falls back index, middle, ring, little and then ends")
    {
        auto tries = std::vector<FingerTry>{};
        for (const auto finger : usual.fingersOf(Hand::right)) {
            CHECK(nextFinger(Hand::right, tries, usual) == finger);
            tries.push_back({finger, absent});
        }
        CHECK_FALSE(nextFinger(Hand::right, tries, usual));
    }
}

TEST_CASE("stateOf a finger")
{
    CHECK(stateOf(rightThumb, {}, usual) == FingerState{});
    CHECK(stateOf(rightThumb, {{rightThumb, taken, 40}, {rightThumb, noFeatures, 45}}, usual) ==
          FingerState{Kind::open, 2, 45});
    CHECK(stateOf(rightThumb, {{rightThumb, taken, 60}, {rightThumb, taken, 30}}, usual) ==
          FingerState{Kind::registered, 2, 60});
    CHECK(stateOf(rightThumb, times(5, {rightThumb, taken, 54}), usual) ==
          FingerState{Kind::exhausted, 5, 54});
    CHECK(stateOf(rightThumb, {{rightThumb, absent}}, usual).kind == Kind::absent);
    CHECK(stateOf(rightIndex, {{rightThumb, taken, 60}}, usual).kind == Kind::untried);
}

TEST_CASE("the result of a hand")
{
    SUBCASE("is registered from the pass mark on")
    {
        CHECK(resultOf({{rightThumb, taken, 55}}, usual) == FingerprintResult::registered);
        CHECK(resultOf({{rightThumb, taken, 54}}, usual) == FingerprintResult::failed);
        CHECK(resultOf({{rightThumb, noFeatures, 99}}, usual) == FingerprintResult::failed);
    }
    SUBCASE("is not registered where no image could be taken")
    {
        CHECK(resultOf({}, usual) == FingerprintResult::notRegistered);
        CHECK(resultOf({{rightThumb, absent}, {rightIndex, noFinger}}, usual) ==
              FingerprintResult::notRegistered);
    }
    SUBCASE("keeps the best attempt, features before none, the earlier of equals")
    {
        CHECK(bestTry({{rightThumb, noFeatures, 90}, {rightThumb, taken, 30}}) ==
              FingerTry{rightThumb, taken, 30});
        CHECK(bestTry({{rightThumb, taken, 30}, {rightIndex, taken, 30}}) ==
              FingerTry{rightThumb, taken, 30});
        CHECK_FALSE(bestTry({{rightThumb, absent}}));
    }
    SUBCASE("that somebody states must fit the tries")
    {
        const auto passed = std::vector<FingerTry>{{rightThumb, taken, 70}};
        const auto poor = std::vector<FingerTry>{{rightThumb, taken, 20}};
        const auto nothing = std::vector<FingerTry>{{rightThumb, absent}};
        using enum FingerprintResult;
        CHECK(fits(registered, passed, usual));
        CHECK_FALSE(fits(failed, passed, usual));
        CHECK_FALSE(fits(notRegistered, passed, usual));
        CHECK_FALSE(fits(registered, poor, usual));
        CHECK(fits(failed, poor, usual));
        CHECK(fits(notRegistered, poor, usual)); // an injury may end the attempts
        CHECK_FALSE(fits(registered, nothing, usual));
        CHECK_FALSE(fits(failed, nothing, usual));
        CHECK(fits(notRegistered, nothing, usual));
        CHECK(fits(registered, {}, usual));
    }
}
