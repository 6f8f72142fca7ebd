#pragma once

#include "printing/page.h"
#include "printing/sheet.h"
#include "services/payments/report_desk.h"

#include <string>
#include <utility>
#include <vector>

namespace guitai
{

/// A column of a report's table, in millimetres from the left edge of the text.
struct ReportColumn {
    std::string title;
    double left = 0;
    double width = 0;
    Align align = Align::left; ///< within the column
};

/// A label with what it is about below it.
struct ReportFact {
    std::string label;
    std::string value;
    double left = 0;
};

/// Sets a report on A4, upright, on as many pages as it needs: heading, sections with tables, lines
/// for signatures. A row never breaks over two pages, and a heading never stands last on one.
class ReportSheet
{
public:
    ReportSheet(const TextMeasure& measure, std::string title, ReportHead head);

    /// What the report is about, between two rules.
    void facts(const std::vector<ReportFact>& facts);
    void section(const std::string& title);
    void heads(const std::vector<ReportColumn>& columns);
    void row(const std::vector<ReportColumn>& columns, const std::vector<std::string>& cells);
    /// A row in the strong face under a rule of its own.
    void total(const std::vector<ReportColumn>& columns, const std::vector<std::string>& cells);
    void text(const std::string& text);
    void signatures(const std::vector<std::string>& who);

    /// The pages, numbered when there are several.
    std::vector<Page> finish();

private:
    void begin();
    void headline();
    void need(double height);
    void cells(const std::vector<ReportColumn>& columns,
               const std::vector<std::string>& cells,
               const TextStyle& style);

    const TextMeasure& m_measure;
    std::string m_title;
    ReportHead m_head;
    std::vector<Sheet> m_sheets;
};

} // namespace guitai
