#pragma once

#include "printing/line_breaking.h"
#include "printing/page.h"

#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// How tightly a sheet is set: every size is multiplied by `scale`, every gap by `air`.
struct Density {
    double scale = 1;
    double air = 1;
};

enum class Align { left, centre, right };

/// A label and its value in a row of the table.
struct Cell {
    std::string label;
    std::string value;
    TextStyle style;
    double left = 0;  ///< mm from the left edge of the column of text
    double width = 0; ///< label and value together
};

/// Places marks from the top downwards. Knows nothing of any particular paper.
class Sheet
{
public:
    struct Form {
        double width, height;
        double left, right; ///< edges of the column of text
        double top, bottom;
        double margin;
        double labelWidth; ///< column of labels in the table
    };

    Sheet(const Form& form, const Density& density, const TextMeasure& measure);

    Page take() { return std::move(m_page); }
    Page& page() { return m_page; }
    double cursor() const { return m_cursor; }
    void moveTo(double top) { m_cursor = top; }
    void skip(double millimetres) { m_cursor += millimetres * m_density.air; }
    double columnWidth() const { return m_form.right - m_form.left; }
    const Form& form() const { return m_form; }
    double scale() const { return m_density.scale; }
    TextStyle scaled(TextStyle style) const;
    double widthOf(std::string_view text, const TextStyle& style) const;
    double lineHeight(const TextStyle& style) const;

    std::vector<std::string>
    linesOf(std::string_view text, const TextStyle& style, double width) const
    {
        return brokenLines(text, style, width, m_measure);
    }

    /// One line whose box begins at `top`; no scaling of its own.
    void line(std::string_view text,
              const TextStyle& style,
              double left,
              double top,
              Align align = Align::left,
              double spacing = 0);
    /// Broken lines from `top`; returns where they end.
    double
    paragraph(std::string_view text, const TextStyle& style, double left, double top, double width);
    void rule(double thickness, double grey = 0);
    void frame(const Box& box, double thickness);

    /// Whether the cell's value stands on one line beside its label.
    bool fits(const Cell& cell) const;
    /// Cells side by side over a thin rule; as high as the highest.
    void row(const std::vector<Cell>& cells);

private:
    double labelWidth() const { return m_form.labelWidth * m_density.scale; }

    Form m_form;
    Density m_density;
    const TextMeasure& m_measure;
    Page m_page;
    double m_cursor;
};

inline constexpr double lineSpacing = 1.36; ///< of the size

} // namespace guitai
