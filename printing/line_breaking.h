#pragma once

#include "printing/page.h"

#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// How a text is set.
struct TextStyle {
    FontRole role = FontRole::text;
    double size = 9; ///< points

    bool operator==(const TextStyle&) const = default;
};

/// Breaks `text` into lines of at most `width` millimetres. Lines do not begin with a closing mark
/// nor end with an opening one (GB/T 15834-2011, 5.1), digits and Latin words stay whole where a
/// line can hold them, and a last line of one or two characters takes company from the line above.
/// No character but blanks at a break is left out.
std::vector<std::string> brokenLines(std::string_view text,
                                     const TextStyle& style,
                                     double width,
                                     const TextMeasure& measure);

} // namespace guitai
