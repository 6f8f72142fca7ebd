#include "printing/voucher_printer.h"

#include "printing/pdf_writer.h"
#include "printing/read_back.h"
#include "printing/text/font_chain.h"
#include "printing/voucher_fields.h"
#include "printing/voucher_layout.h"
#include "services/utf8.h"

namespace guitai
{

namespace
{

class PdfVoucherPrinter final : public VoucherPrinter
{
public:
    std::optional<char32_t> firstMissing(std::string_view text) const override
    {
        return m_fonts.firstMissing(text);
    }

    Result<RenderedPaper> render(const Voucher& voucher) override
    {
        const auto refusals = undrawable(voucher);
        if (!refusals.empty())
            return refusals;
        const auto page = layOut(voucher, m_fonts);
        auto paper = RenderedPaper{writePdf(page, m_fonts)};
        readBack(paper.pdf, page, voucher, m_fonts);
        return paper;
    }

    RgbImage preview(const Bytes& pdf, double dotsPerInch) override
    {
        return renderPdf(pdf, dotsPerInch);
    }

private:
    Refusals undrawable(const Voucher& voucher) const
    {
        auto refusals = Refusals{};
        for (const auto& field : textFields(voucher)) {
            if (!decodeUtf8(field.text))
                refusals.push_back({Refusal::Code::badUtf8, field.path});
            else if (const auto point = m_fonts.firstMissing(field.text))
                refusals.push_back(
                    {Refusal::Code::notDrawable, field.path, {codePointName(*point)}});
        }
        return refusals;
    }

    FontChain m_fonts;
};

} // namespace

std::unique_ptr<VoucherPrinter> makeVoucherPrinter()
{
    return std::make_unique<PdfVoucherPrinter>();
}

} // namespace guitai
