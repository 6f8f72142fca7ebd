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

    Result<RenderedPaper> slipPaper(const ReportHead& head, const DrawerSlip& slip) override
    {
        return released(head, slip);
    }

    Result<RenderedPaper> comparisonPaper(const ReportHead& head,
                                          const DayComparison& comparison) override
    {
        return released(head, comparison);
    }

    Result<RenderedPaper> noticePaper(const ReportHead& head, const CaseNotice& notice) override
    {
        return released(head, notice);
    }

    std::vector<RgbImage> pictures(const Bytes& pdf, double dotsPerInch) override
    {
        return renderPages(pdf, dotsPerInch);
    }

private:
    template <class Report>
    Result<RenderedPaper> released(const ReportHead& head, const Report& report)
    {
        auto texts = typedTexts(report);
        for (const auto& text : {head.authority, head.station, head.reprintReason})
            texts.push_back(text);
        const auto& made = fonts();
        for (const auto& text : texts)
            if (const auto point = made.firstMissing(text))
                return Refusal{Refusal::Code::notDrawable, "report", {codePointName(*point)}};
        const auto pages = layOut(head, report, made);
        auto paper = RenderedPaper{writePdf(pages, made)};
        readBack(paper.pdf, pages, expectedValues(head, report), made);
        return paper;
    }

    /// Read when the first report is asked for: a window that opens has no need of them yet.
    const FontChain& fonts()
    {
        if (!m_fonts)
            m_fonts = std::make_unique<FontChain>();
        return *m_fonts;
    }

    std::unique_ptr<FontChain> m_fonts;
};

} // namespace

std::unique_ptr<ReportPrinter> makeReportPrinter()
{
    return std::make_unique<PdfReportPrinter>();
}

} // namespace guitai
