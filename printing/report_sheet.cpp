#include "printing/report_sheet.h"

#include "printing/practice_mark.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto a4 = Sheet::Form{.width = 210,
                                .height = 297,
                                .left = 20,
                                .right = 190,
                                .top = 17,
                                .bottom = 281,
                                .margin = 8,
                                .labelWidth = 19};

constexpr auto small = TextStyle{FontRole::text, 8.2};
constexpr auto body = TextStyle{FontRole::text, 9.6};
constexpr auto strong = TextStyle{FontRole::strong, 9.8};
constexpr auto sectionStyle = TextStyle{FontRole::text, 11.4};
constexpr auto footRoom = 8.0;  // mm kept for the last line
constexpr auto rowAir = 1.25;   // mm above and below a row
constexpr auto hairline = 0.12; // mm
constexpr auto hairlineGrey = 0.45;

double edgeOf(const ReportColumn& column, Align align)
{
    switch (align) {
    case Align::left:
        break;
    case Align::centre:
        return column.left + column.width / 2;
    case Align::right:
        return column.left + column.width;
    }
    return column.left;
}

} // namespace

ReportSheet::ReportSheet(const TextMeasure& measure, std::string title, ReportHead head)
    : m_measure(measure), m_title(std::move(title)), m_head(std::move(head))
{
    begin();
    headline();
}

void ReportSheet::begin()
{
    m_sheets.emplace_back(a4, Density{}, m_measure);
    auto& sheet = m_sheets.back();
    sheet.page().title = m_title;
    sheet.page().madeAt = m_head.printedAt;
    if (m_head.training)
        placePracticeMark(sheet);
}

/// Title, station, mark of a reprint.
void ReportSheet::headline()
{
    auto& sheet = m_sheets.back();
    const auto centre = (a4.left + a4.right) / 2;
    sheet.line(m_title, {FontRole::title, 21}, centre, sheet.cursor(), Align::centre, 1.6);
    sheet.moveTo(sheet.cursor() + 10.2);
    auto station = m_head.authority.empty() ? std::string{} : m_head.authority + "　";
    station += m_head.station + "　" + m_head.window + " 号窗口";
    sheet.line(station, {FontRole::text, 10.2}, centre, sheet.cursor(), Align::centre);
    sheet.moveTo(sheet.cursor() + 5.6);
    if (m_head.copy > 0) {
        const auto mark =
            "第 " + std::to_string(m_head.copy) + " 次补打　原因：" + m_head.reprintReason;
        for (const auto& line : sheet.linesOf(mark, strong, sheet.columnWidth())) {
            sheet.line(line, strong, centre, sheet.cursor(), Align::centre);
            sheet.moveTo(sheet.cursor() + sheet.lineHeight(strong));
        }
    }
    sheet.skip(1.6);
}

/// Goes on on a new page, under a short heading, when `height` does not fit this one.
void ReportSheet::need(double height)
{
    if (m_sheets.back().cursor() + height <= a4.bottom - footRoom)
        return;
    begin();
    auto& sheet = m_sheets.back();
    sheet.line(m_title + "（续）", small, a4.left, sheet.cursor());
    sheet.moveTo(sheet.cursor() + 5);
    sheet.rule(0.2);
    sheet.skip(1.5);
}

void ReportSheet::facts(const std::vector<ReportFact>& facts)
{
    auto& sheet = m_sheets.back();
    sheet.rule(0.5);
    const auto top = sheet.cursor() + 2.6;
    for (const auto& fact : facts) {
        sheet.line(fact.label, small, a4.left + fact.left, top);
        sheet.line(fact.value, {FontRole::text, 11.2}, a4.left + fact.left, top + 4.2);
    }
    sheet.moveTo(top + 11.2);
    sheet.rule(0.2);
}

void ReportSheet::section(const std::string& title)
{
    need(26);
    auto& sheet = m_sheets.back();
    sheet.skip(4.6);
    sheet.line(title, sectionStyle, a4.left, sheet.cursor());
    sheet.moveTo(sheet.cursor() + sheet.lineHeight(sectionStyle) + 0.9);
}

void ReportSheet::heads(const std::vector<ReportColumn>& columns)
{
    auto titles = std::vector<std::string>{};
    for (const auto& column : columns)
        titles.push_back(column.title);
    cells(columns, titles, small);
    m_sheets.back().rule(0.2);
}

void ReportSheet::row(const std::vector<ReportColumn>& columns,
                      const std::vector<std::string>& texts)
{
    cells(columns, texts, body);
    m_sheets.back().rule(hairline, hairlineGrey);
}

void ReportSheet::total(const std::vector<ReportColumn>& columns,
                        const std::vector<std::string>& texts)
{
    cells(columns, texts, strong);
    m_sheets.back().rule(0.2);
}

void ReportSheet::cells(const std::vector<ReportColumn>& columns,
                        const std::vector<std::string>& texts,
                        const TextStyle& style)
{
    auto lines = std::vector<std::vector<std::string>>{};
    auto most = std::size_t{1};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        lines.push_back(m_sheets.back().linesOf(texts.at(i), style, columns[i].width));
        most = std::max(most, lines.back().size());
    }
    const auto pitch = m_sheets.back().lineHeight(style);
    need(static_cast<double>(most) * pitch + 2 * rowAir);
    auto& sheet = m_sheets.back();
    const auto top = sheet.cursor() + rowAir;
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (std::size_t n = 0; n < lines[i].size(); ++n)
            sheet.line(lines[i][n],
                       style,
                       a4.left + edgeOf(columns[i], columns[i].align),
                       top + static_cast<double>(n) * pitch,
                       columns[i].align);
    sheet.moveTo(top + static_cast<double>(most) * pitch + rowAir - 1.1);
}

void ReportSheet::text(const std::string& text)
{
    for (const auto& line : m_sheets.back().linesOf(text, body, a4.right - a4.left)) {
        const auto pitch = m_sheets.back().lineHeight(body);
        need(pitch);
        auto& sheet = m_sheets.back();
        sheet.line(line, body, a4.left, sheet.cursor());
        sheet.moveTo(sheet.cursor() + pitch + 0.3);
    }
}

void ReportSheet::signatures(const std::vector<std::string>& who)
{
    need(20);
    auto& sheet = m_sheets.back();
    sheet.skip(11);
    const auto step = (a4.right - a4.left) / static_cast<double>(who.size());
    auto left = a4.left;
    for (const auto& signer : who) {
        sheet.line(signer, body, left, sheet.cursor());
        const auto begin = left + sheet.widthOf(signer, body) + 1.8;
        sheet.page().rectangles.push_back(
            {{begin, sheet.cursor() + 4, left + step - 6 - begin, 0.15}, 0});
        left += step;
    }
    sheet.skip(8);
}

std::vector<Page> ReportSheet::finish()
{
    auto pages = std::vector<Page>{};
    const auto count = std::to_string(m_sheets.size());
    for (auto& sheet : m_sheets) {
        sheet.moveTo(a4.bottom - 4.6);
        sheet.rule(0.2);
        const auto top = sheet.cursor() + 1.2;
        const auto copy = m_head.copy == 0 ? std::string{"原件"}
                                           : "第 " + std::to_string(m_head.copy) + " 次补打";
        sheet.line(copy, small, a4.left, top);
        if (m_sheets.size() > 1)
            sheet.line("第 " + std::to_string(pages.size() + 1) + " 页　共 " + count + " 页",
                       small,
                       (a4.left + a4.right) / 2,
                       top,
                       Align::centre);
        sheet.line("打印时间 " + m_head.printedAt, small, a4.right, top, Align::right);
        pages.push_back(sheet.take());
    }
    return pages;
}

} // namespace guitai
