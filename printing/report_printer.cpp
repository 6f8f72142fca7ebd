#include "printing/report_printer.h"

#include "printing/pdf_writer.h"
#include "printing/read_back.h"
#include "printing/report_layout.h"
#include "printing/text/font_chain.h"
#include "services/utf8.h"

namespace guitai
{

namespace
{

class PdfReportPrinter final : public ReportPrinter
{
public:
    Result<RenderedPaper> shiftPaper(const ReportHead& head, const ShiftReport& report) override
    {
        return released(head, report);
    }

    Result<RenderedPaper> dayPaper(const ReportHead& head, const DayReport& report) override
    {
        return released(head, report);
    }

    Result<RenderedPaper> comparisonPaper(const ReportHead& head,
                                          const DayComparison& comparison) override
    {
        return released(head, comparison);
    }

private:
    template <class Report>
    Result<RenderedPaper> released(const ReportHead& head, const Report& report) const
    {
        auto texts = typedTexts(report);
        for (const auto& text : {head.authority, head.station, head.reprintReason})
            texts.push_back(text);
        for (const auto& text : texts)
            if (const auto point = m_fonts.firstMissing(text))
                return Refusal{Refusal::Code::notDrawable, "report", {codePointName(*point)}};
        const auto pages = layOut(head, report, m_fonts);
        auto paper = RenderedPaper{writePdf(pages, m_fonts)};
        readBack(paper.pdf, pages, expectedValues(head, report), m_fonts);
        return paper;
    }

    FontChain m_fonts;
};

} // namespace

std::unique_ptr<ReportPrinter> makeReportPrinter()
{
    return std::make_unique<PdfReportPrinter>();
}

} // namespace guitai
