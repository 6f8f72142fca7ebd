#include "printing/practice_mark.h"

#include <cmath>
#include <numbers>

namespace guitai
{

void placePracticeMark(Sheet& sheet)
{
    constexpr auto style = TextStyle{FontRole::text, 120};
    constexpr auto grey = 0.88; // codes on it still decode
    constexpr auto turn = 32.0;
    constexpr auto text = std::string_view{"样张"};
    constexpr auto aboveBaseline = 0.36 * style.size * millimetresPerPoint; // its middle
    const auto width = sheet.widthOf(text, style);
    const auto sine = std::sin(turn * std::numbers::pi / 180);
    const auto cosine = std::cos(turn * std::numbers::pi / 180);
    const auto left = sheet.form().width / 2 - width / 2 * cosine + aboveBaseline * sine;
    const auto baseline = sheet.form().height / 2 + width / 2 * sine + aboveBaseline * cosine;
    sheet.page().behind.push_back(
        {std::string{text}, style.role, style.size, left, baseline, width, 0, turn, grey});
}

} // namespace guitai
