#include "printing/sheet.h"

#include "services/utf8.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto labelStyle = TextStyle{FontRole::text, 8.2};
constexpr auto tableRule = 0.12;    // mm
constexpr auto tableRuleGrey = 0.4; // a screen of dots on a laser printer, still a line
constexpr auto fieldAir = 1.35;     // mm above and below
constexpr auto ascent = 0.86;       // of the size; see TextRun::box

} // namespace

Sheet::Sheet(const Form& form, const Density& density, const TextMeasure& measure)
    : m_form(form), m_density(density), m_measure(measure), m_cursor(form.top)
{
    m_page.width = form.width;
    m_page.height = form.height;
    m_page.margin = form.margin;
}

TextStyle Sheet::scaled(TextStyle style) const
{
    style.size *= m_density.scale;
    return style;
}

double Sheet::widthOf(std::string_view text, const TextStyle& style) const
{
    return m_measure.width(text, style.role, style.size);
}

double Sheet::lineHeight(const TextStyle& style) const
{
    return style.size * millimetresPerPoint * lineSpacing;
}

void Sheet::line(std::string_view text,
                 const TextStyle& style,
                 double left,
                 double top,
                 Align align,
                 double spacing)
{
    if (text.empty())
        return;
    const auto gaps = spacing * static_cast<double>(lengthInCodePoints(text) - 1);
    const auto width = widthOf(text, style) + gaps;
    switch (align) {
    case Align::left:
        break;
    case Align::centre:
        left -= width / 2;
        break;
    case Align::right:
        left -= width;
        break;
    }
    m_page.runs.push_back({std::string{text},
                           style.role,
                           style.size,
                           left,
                           top + ascent * style.size * millimetresPerPoint,
                           width,
                           spacing});
}

double Sheet::paragraph(
    std::string_view text, const TextStyle& style, double left, double top, double width)
{
    for (const auto& broken : brokenLines(text, style, width, m_measure)) {
        line(broken, style, left, top);
        top += lineHeight(style);
    }
    return top;
}

void Sheet::rule(double thickness, double grey)
{
    m_page.rectangles.push_back({{m_form.left, m_cursor, columnWidth(), thickness}, grey});
    m_cursor += thickness;
}

void Sheet::frame(const Box& box, double thickness)
{
    for (const auto& side :
         {Box{box.left, box.top, box.width, thickness},
          Box{box.left, box.bottom() - thickness, box.width, thickness},
          Box{box.left, box.top + thickness, thickness, box.height - 2 * thickness},
          Box{box.right() - thickness, box.top + thickness, thickness, box.height - 2 * thickness}})
        m_page.rectangles.push_back({side, 0});
}

bool Sheet::fits(const Cell& cell) const
{
    return widthOf(cell.value, scaled(cell.style)) <= cell.width - labelWidth();
}

void Sheet::row(const std::vector<Cell>& cells)
{
    const auto label = scaled(labelStyle);
    auto tallest = 0.0;
    for (const auto& cell : cells)
        tallest = std::max(tallest, scaled(cell.style).size);
    const auto em = millimetresPerPoint;
    m_cursor += fieldAir * m_density.air;
    const auto baseline = m_cursor + ascent * tallest * em;
    auto bottom = m_cursor;
    for (const auto& cell : cells) {
        const auto style = scaled(cell.style);
        const auto left = m_form.left + cell.left;
        const auto needed = cell.label.empty() ? 0.0 : labelWidth();
        line(cell.label, label, left, baseline - ascent * label.size * em);
        // All first lines of a row stand on one baseline.
        const auto end = paragraph(cell.value,
                                   style,
                                   left + needed,
                                   baseline - ascent * style.size * em,
                                   cell.width - needed);
        bottom = std::max(bottom, end - lineHeight(style) + style.size * em);
    }
    m_cursor = bottom + fieldAir * m_density.air;
    rule(tableRule, tableRuleGrey);
}

} // namespace guitai
