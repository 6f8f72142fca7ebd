#include "app/station/station_self_test.h"

#include "tests/support/test_window.h"

#include <doctest/doctest.h>

using namespace guitai;
using Part = SelfTestLine::Part;
using State = SelfTestLine::State;

namespace
{

/// Fonts that lack what the test says.
class Fonts final : public GlyphCoverage
{
public:
    std::optional<char32_t> firstMissing(std::string_view) const override { return missing; }
    std::optional<char32_t> missing;
};

State stateOf(const std::vector<SelfTestLine>& lines, Part part)
{
    for (const auto& line : lines)
        if (line.part == part)
            return line.state;
    throw std::logic_error("no such line");
}

} // namespace

TEST_CASE("testStation")
{
    auto window = TestWindow{};
    auto fonts = Fonts{};
    auto printerAnswers = true;
    const auto test = [&] {
        return testStation({window.journal(),
                            fonts,
                            window.clock,
                            {},
                            window.place().folder,
                            "tray",
                            [&printerAnswers] { return printerAnswers; }});
    };

    SUBCASE("a sound station: everything but perhaps the disk is good, in this order")
    {
        const auto lines = test();
        REQUIRE(lines.size() == 7);
        CHECK(lines[0] == SelfTestLine{Part::store, State::good, {}});
        CHECK(lines[1] == SelfTestLine{Part::fonts, State::good, {}});
        CHECK(lines[2] == SelfTestLine{Part::printer, State::good, "tray"});
        CHECK(lines[3] == SelfTestLine{Part::reader, State::good, {}}); // none is set up
        CHECK(lines[4] == SelfTestLine{Part::camera, State::good, {}}); // none is set up
        CHECK(lines[5] == SelfTestLine{Part::clock, State::good, "2026-11-23 09:00:00"});
        CHECK(lines[6].part == Part::disk);
    }
    SUBCASE("a clock before the last entry")
    {
        window.clock.jumpWall(std::chrono::hours{-1});
        CHECK(stateOf(test(), Part::clock) == State::bad);
    }
    SUBCASE("a printer that is off")
    {
        printerAnswers = false;
        CHECK(stateOf(test(), Part::printer) == State::bad);
    }
    SUBCASE("a character without a glyph is named")
    {
        fonts.missing = U'\x2CEB3';
        CHECK(test()[1] == SelfTestLine{Part::fonts, State::caution, "U+2CEB3"});
    }
}
