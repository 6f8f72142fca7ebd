#include "app/console/phrasing.h"

#include "forms/text.h"
#include "services/utf8.h"

#include <wx/translation.h>

#include <algorithm>
#include <charconv>

namespace guitai::console
{

namespace
{

/// Places on a terminal (Unicode East Asian Width, wide and full-width blocks).
std::size_t widthOf(const std::string& text)
{
    const auto points = decodeUtf8(text).value_or(U"");
    auto width = std::size_t{0};
    for (const auto point : points) {
        const auto wide =
            (point >= 0x1100 && point <= 0x115F) || (point >= 0x2E80 && point <= 0xA4CF) ||
            (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF) ||
            (point >= 0xFE30 && point <= 0xFE6F) || (point >= 0xFF00 && point <= 0xFF60) ||
            (point >= 0x20000 && point <= 0x3FFFD);
        width += wide ? 2 : 1;
    }
    return width;
}

std::optional<std::int64_t> wholeNumber(std::string_view digits)
{
    auto value = std::int64_t{0};
    const auto* end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, value);
    if (digits.empty() || digits.size() > 12 || error != std::errc{} || rest != end || value < 0)
        return {};
    return value;
}

} // namespace

std::string say(wxString pattern, std::initializer_list<std::string> arguments)
{
    auto number = 0;
    for (const auto& argument : arguments)
        pattern.Replace(wxString::Format("{%d}", ++number), toUi(argument));
    return fromUi(pattern);
}

void addLine(std::vector<std::string>& lines, const wxString& label, const std::string& value)
{
    // TRANSLATORS: a label and its value, one a line.
    if (!value.empty())
        lines.push_back(say(_("{1}: {2}"), {fromUi(label), value}));
}

std::vector<std::string> table(const std::vector<std::vector<std::string>>& rows)
{
    auto widths = std::vector<std::size_t>{};
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row[i]));
    }
    auto lines = std::vector<std::string>{};
    for (const auto& row : rows) {
        auto line = std::string{};
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size())
                line += std::string(widths[i] - widthOf(row[i]) + 2, ' ');
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string yuanText(Money amount)
{
    // TRANSLATORS: an amount of money, such as "40.00 yuan".
    return say(_("{1} yuan"), {amount.text()});
}

std::optional<Money> parseYuan(std::string_view text)
{
    const auto dot = text.find('.');
    const auto yuan = wholeNumber(text.substr(0, dot));
    if (!yuan)
        return {};
    auto fen = *yuan * 100;
    if (dot != std::string_view::npos) {
        auto decimals = std::string{text.substr(dot + 1)};
        if (decimals.size() == 1)
            decimals += '0';
        const auto part = wholeNumber(decimals);
        if (!part || decimals.size() != 2)
            return {};
        fen += *part;
    }
    return Money::fen(fen);
}

} // namespace guitai::console
