#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// What a piece of text is for; the font chain knows which face serves it.
enum class FontRole {
    title,  ///< the paper's name
    text,   ///< words and values
    strong, ///< what must be found at a glance: number, date of collection
};

/// Everything is in millimetres from the upper left corner; sizes of text are in points.
struct Box {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;

    double right() const { return left + width; }
    double bottom() const { return top + height; }
    bool operator==(const Box&) const = default;
};

/// One line of text in one role.
struct TextRun {
    std::string text; ///< UTF-8, no line ends
    FontRole role = FontRole::text;
    double size = 0;     ///< points
    double left = 0;     ///< where the baseline begins
    double baseline = 0; ///< mm from the top
    double width = 0;    ///< mm, as measured, spacing included
    double spacing = 0;  ///< mm added after every character
    double turn = 0;     ///< degrees, anticlockwise, about the beginning of the baseline
    double grey = 0;     ///< 0 black to 1 white

    /// From the top of Han characters to their foot.
    Box box() const;
    bool operator==(const TextRun&) const = default;
};

/// A filled rectangle; rules are thin ones.
struct Rectangle {
    Box box;
    double grey = 0;

    bool operator==(const Rectangle&) const = default;
};

/// The modules of a two-dimensional code, row by row from the top.
struct CodeModules {
    int side = 0;
    std::vector<bool> dark;

    bool at(int row, int column) const
    {
        return dark[static_cast<std::size_t>(row * side + column)];
    }
    bool operator==(const CodeModules&) const = default;
};

/// A code as it stands on the paper. `box` holds the modules without their quiet zone of four.
struct Code {
    std::string content;
    CodeModules modules;
    Box box;

    bool operator==(const Code&) const = default;
};

/// The window has pages too (forms/page.h) and both libraries end in one program: without a name
/// space of its own the linker would take one's destructor for the other's.
inline namespace paper
{

/// Where every mark goes on one sheet. `behind` is drawn first, under everything else.
struct Page {
    double width = 0;
    double height = 0;
    double margin = 0;  ///< printers cannot be trusted nearer to the edge
    std::string title;  ///< of the document; never a person's
    std::string madeAt; ///< station time "2026-11-22 10:42": the document's only date
    std::vector<TextRun> behind;
    std::vector<Rectangle> rectangles;
    std::vector<Code> codes;
    std::vector<TextRun> runs;

    bool operator==(const Page&) const = default;
};

} // namespace paper

/// What the layout asks of the fonts.
class TextMeasure
{
public:
    virtual ~TextMeasure() = default;
    /// Width in millimetres of `text` set in `role` at `size` points, without further spacing.
    virtual double width(std::string_view text, FontRole role, double size) const = 0;
};

inline constexpr double millimetresPerPoint = 25.4 / 72.0;

inline Box TextRun::box() const
{
    const auto em = size * millimetresPerPoint;
    return {left, baseline - 0.86 * em, width, 1.0 * em};
}

} // namespace guitai
