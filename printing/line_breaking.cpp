#include "printing/line_breaking.h"

#include "services/utf8.h"

#include <algorithm>
#include <stdexcept>

namespace guitai
{

namespace
{

constexpr auto neverFirst = std::u32string_view{U"，。、；：！？）》」』】〉·…—％,.;:!?)]}%"};
constexpr auto neverLast = std::u32string_view{U"（《「『【〈([{"};

bool isOneOf(char32_t point, std::u32string_view set)
{
    return set.find(point) != std::u32string_view::npos;
}

bool isWordPart(char32_t point)
{
    return (point >= U'0' && point <= U'9') || (point >= U'A' && point <= U'Z') ||
           (point >= U'a' && point <= U'z') || isOneOf(point, U"-./#'*") ||
           (point >= 0xC0 && point < 0x300);
}

bool isBlank(char32_t point)
{
    return point == U' ' || point == 0x3000;
}

bool mayBreakBetween(char32_t before, char32_t after)
{
    if (isOneOf(after, neverFirst) || isOneOf(before, neverLast))
        return false;
    return !(isWordPart(before) && isWordPart(after));
}

/// Marks are drawn on the character before them.
bool isCombining(char32_t point)
{
    return point >= 0x300 && point < 0x370;
}

class Breaker
{
public:
    Breaker(std::u32string text, const TextStyle& style, const TextMeasure& measure)
        : m_text(std::move(text))
    {
        m_ends.push_back(0);
        for (const auto point : m_text)
            m_ends.push_back(m_ends.back() +
                             measure.width(encodeUtf8(point), style.role, style.size));
    }

    /// Ends of the lines, as positions in the text.
    std::vector<std::size_t> ends(double width) const
    {
        auto found = std::vector<std::size_t>{};
        for (std::size_t begin = 0; begin < m_text.size();) {
            begin = lineEnd(begin, width);
            found.push_back(begin);
        }
        return found;
    }

    std::vector<std::string> lines(const std::vector<std::size_t>& ends) const
    {
        auto lines = std::vector<std::string>{};
        std::size_t begin = 0;
        for (const auto end : ends) {
            lines.push_back(trimmed(encodeUtf8(m_text.substr(begin, end - begin))));
            begin = end;
        }
        return lines;
    }

    std::size_t size() const { return m_text.size(); }

private:
    std::size_t lineEnd(std::size_t begin, double width) const
    {
        constexpr auto tolerance = 1e-6;
        while (begin < m_text.size() && isBlank(m_text[begin]))
            ++begin; // a blank at the beginning of a line is dropped with the break
        auto fits = begin;
        while (fits < m_text.size() && m_ends[fits + 1] - m_ends[begin] <= width + tolerance)
            ++fits;
        if (fits == m_text.size())
            return fits;
        for (auto end = fits; end > begin; --end)
            if (isBlank(m_text[end]) || mayBreakBetween(m_text[end - 1], m_text[end]))
                return end;
        // A word longer than the line is cut where the line ends, but not from its marks.
        auto end = std::max(fits, begin + 1);
        while (end < m_text.size() && isCombining(m_text[end]))
            ++end;
        return end;
    }

    std::u32string m_text;
    std::vector<double> m_ends; ///< widths of the beginnings of the text
};

} // namespace

std::vector<std::string>
brokenLines(std::string_view text, const TextStyle& style, double width, const TextMeasure& measure)
{
    constexpr auto loneliest = std::size_t{3};
    auto points = decodeUtf8(text);
    if (!points)
        throw std::logic_error("text of a paper is not UTF-8");
    const auto breaker = Breaker{std::move(*points), style, measure};
    auto ends = breaker.ends(width);
    const auto lastLength = [](const std::vector<std::size_t>& of) {
        return of.back() - of[of.size() - 2];
    };
    if (ends.size() > 1 && lastLength(ends) < loneliest) {
        // As many lines of slightly less width, until the last has company.
        const auto step = style.size * millimetresPerPoint / 2;
        for (auto narrower = width - step; narrower > width / 2; narrower -= step) {
            auto tried = breaker.ends(narrower);
            if (tried.size() != ends.size())
                break;
            if (lastLength(tried) >= loneliest) {
                ends = std::move(tried);
                break;
            }
        }
    }
    return breaker.lines(ends);
}

} // namespace guitai
