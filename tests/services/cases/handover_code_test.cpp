#include "services/assets.h"
#include "services/cases/handover_code.h"
#include "services/utf8.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

std::string slip()
{
    return trimmed(Assets{}.load("examples/handover/terminal-slip.txt"));
}

} // namespace

TEST_CASE("the code on a terminal's slip")
{
    const auto file =
        parseHandover(Assets{}.load("examples/handover/terminal-attempts.json"), exampleDay);
    REQUIRE(file);

    SUBCASE("says what the file says, but for photo, ethnicity and address")
    {
        auto expected = file.value();
        expected.photo.reset();
        expected.ethnicity.clear();
        expected.address.clear();
        expected.phone.clear();
        const auto read = parseHandoverCode(slip() + "\r\n", exampleDay);
        REQUIRE(read);
        CHECK(read.value() == expected);
        CHECK(handoverCode(expected).value() == slip());
        CHECK(looksLikeHandoverCode(slip()));
        CHECK_FALSE(looksLikeHandoverCode("134512345678901234"));
    }
    SUBCASE("that was cut off anywhere, or lost or changed a key, is refused")
    {
        const auto whole = slip();
        for (std::size_t at = 0; at < whole.size(); ++at) {
            INFO(at);
            CHECK_FALSE(parseHandoverCode(whole.substr(0, at), exampleDay));
            auto shorter = whole;
            shorter.erase(at, 1);
            CHECK_FALSE(parseHandoverCode(shorter, exampleDay));
            auto changed = whole;
            changed[at] = changed[at] == 'x' ? 'y' : 'x';
            CHECK(parseHandoverCode(changed, exampleDay).refusal() ==
                  Refusal{Refusal::Code::malformed, "handover.code", {}});
        }
    }
    SUBCASE("of another version is refused")
    {
        auto other = slip();
        other[3] = '2';
        CHECK(looksLikeHandoverCode(other));
        CHECK(parseHandoverCode(other, exampleDay).refusal().code == Refusal::Code::malformed);
    }
    SUBCASE("is judged as the file is, whatever its check digits say")
    {
        auto other = file.value();
        other.date = std::chrono::sys_days{exampleDay} + std::chrono::days{1};
        CHECK(parseHandoverCode(handoverCode(other).value(), exampleDay).refusal().field ==
              "handover.date");
        other = file.value();
        other.tries.front().quality = 101;
        CHECK(parseHandoverCode(handoverCode(other).value(), exampleDay).refusal().field ==
              "handover.tries.0.quality");
    }
    SUBCASE("that no slip can hold is refused at both ends")
    {
        auto longest = file.value();
        longest.tries.assign(200, {Finger::leftLittle, TryOutcome::taken, 100});
        for (auto i = 0; i < 100; ++i)
            longest.terminal += "汉";
        CHECK(handoverCode(longest).refusal().code == Refusal::Code::tooLong);
        CHECK(parseHandoverCode(std::string(longestHandoverCode + 1, 'A'), exampleDay)
                  .refusal()
                  .code == Refusal::Code::fileTooLarge);
    }
}
