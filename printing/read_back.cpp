#include "printing/read_back.h"

#include "printing/voucher_fields.h"
#include "services/failure.h"
#include "services/utf8.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <zbar.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace guitai
{

namespace
{

[[noreturn]] void refusePaper(const std::string& what)
{
    throw ServiceFailure(ServiceFailure::Kind::printer, "read-back: " + what);
}

/// A document that Poppler opened, with its only page.
struct OpenedPdf {
    std::unique_ptr<poppler::document> document;
    std::unique_ptr<poppler::page> page;
};

OpenedPdf open(const Bytes& pdf)
{
    // Poppler would write its complaints, with pieces of the document, to standard error.
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    auto opened = OpenedPdf{};
    opened.document.reset(poppler::document::load_from_raw_data(
        reinterpret_cast<const char*>(pdf.data()), static_cast<int>(pdf.size())));
    if (!opened.document || opened.document->is_locked() || opened.document->pages() < 1)
        refusePaper("not a readable PDF");
    opened.page.reset(opened.document->create_page(0));
    if (!opened.page)
        refusePaper("no page");
    return opened;
}

poppler::image
render(const poppler::page& page, double dotsPerInch, poppler::image::format_enum format)
{
    auto renderer = poppler::page_renderer{};
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(format);
    auto image = renderer.render_page(&page, dotsPerInch, dotsPerInch);
    if (!image.is_valid())
        refusePaper("page cannot be drawn");
    return image;
}

RgbImage pictureOf(const poppler::page& page, double dotsPerInch)
{
    const auto image = render(page, dotsPerInch, poppler::image::format_rgb24);
    auto picture = RgbImage{image.width(), image.height(), {}};
    const auto rowBytes = static_cast<std::size_t>(image.width()) * 3;
    picture.pixels.reserve(rowBytes * static_cast<std::size_t>(image.height()));
    for (auto row = 0; row < image.height(); ++row) {
        const auto bytes = bytesOf({image.const_data() + row * image.bytes_per_row(), rowBytes});
        picture.pixels.insert(picture.pixels.end(), bytes.begin(), bytes.end());
    }
    return picture;
}

/// The characters that mean something: every blank and line end is left out.
std::u32string withoutBlanks(std::string_view text)
{
    constexpr auto blanks = std::u32string_view{U" \t\r\n\f\u00A0\u3000"};
    auto points = decodeUtf8(text);
    if (!points)
        refusePaper("text is not UTF-8");
    std::erase_if(*points, [&](char32_t point) { return blanks.find(point) != blanks.npos; });
    return std::move(*points);
}

/// The text of the sheet, which must be what the layout set.
std::u32string comparedText(const poppler::page& read, const Page& page)
{
    const auto bytes = read.text(poppler::rectf{}, poppler::page::raw_order_layout).to_utf8();
    const auto found = withoutBlanks({bytes.data(), bytes.size()});
    auto written = std::u32string{};
    for (const auto* runs : {&page.behind, &page.runs})
        for (const auto& run : *runs)
            written += withoutBlanks(run.text);
    if (found != written)
        refusePaper("text differs from the layout");
    return found;
}

void compareText(const poppler::page& read, const Page& page, const Voucher& voucher)
{
    const auto found = comparedText(read, page);
    for (const auto& field : expectedFields(voucher))
        if (found.find(withoutBlanks(field.text)) == std::u32string::npos)
            refusePaper("not on the paper: " + field.path);
}

/// A grey picture of the sheet.
class Scan
{
public:
    Scan(const poppler::page& page, double dotsPerInch)
        : m_image(render(page, dotsPerInch, poppler::image::format_gray8)),
          m_dotsPerMillimetre(dotsPerInch / 25.4)
    {
        // ZBar takes rows without padding.
        const auto width = static_cast<std::size_t>(m_image.width());
        m_grey.reserve(width * static_cast<std::size_t>(m_image.height()));
        for (auto row = 0; row < m_image.height(); ++row) {
            const auto* begin = m_image.const_data() + row * m_image.bytes_per_row();
            m_grey.insert(m_grey.end(), begin, begin + width);
        }
    }

    std::vector<std::string> codes() const
    {
        auto scanner = zbar::ImageScanner{};
        scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
        scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
        // The bytes as they are, without a guess at their encoding.
        scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_BINARY, 1);
        auto image = zbar::Image{static_cast<unsigned>(m_image.width()),
                                 static_cast<unsigned>(m_image.height()),
                                 "Y800",
                                 m_grey.data(),
                                 m_grey.size()};
        scanner.scan(image);
        auto contents = std::vector<std::string>{};
        for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol)
            contents.push_back(symbol->get_data());
        return contents;
    }

    /// Whether anything darker than the practice mark stands in the box.
    bool hasInk(const Box& box) const
    {
        constexpr auto faintest = 205; // the mark across a practice sheet is 224
        const auto pixel = [&](double millimetres, int limit) {
            return std::clamp(
                static_cast<int>(std::lround(millimetres * m_dotsPerMillimetre)), 0, limit);
        };
        const auto left = pixel(box.left, m_image.width());
        const auto right = pixel(box.right(), m_image.width());
        const auto bottom = pixel(box.bottom(), m_image.height());
        for (auto row = pixel(box.top, m_image.height()); row < bottom; ++row) {
            const auto begin = m_grey.begin() + row * m_image.width();
            if (std::any_of(begin + left, begin + right, [](char value) {
                    return static_cast<unsigned char>(value) < faintest;
                }))
                return true;
        }
        return false;
    }

private:
    poppler::image m_image;
    double m_dotsPerMillimetre;
    std::vector<char> m_grey;
};

void compareCodes(const Scan& scan, const Voucher& voucher)
{
    auto found = scan.codes();
    auto expected = std::vector<std::string>{voucher.acceptanceNumber};
    if (voucher.postPossible)
        expected.push_back(voucher.postalEntry);
    std::ranges::sort(found);
    std::ranges::sort(expected);
    if (found != expected)
        refusePaper("codes differ: " + std::to_string(found.size()) + " found, " +
                    std::to_string(expected.size()) + " expected");
}

/// A glyph that a font program lost leaves its place white although the text reads back.
void compareInk(const Scan& scan, const Page& page, const TextMeasure& measure)
{
    for (const auto& run : page.runs) {
        const auto points = decodeUtf8(run.text);
        auto box = run.box();
        for (const auto point : *points) {
            box.width = measure.width(encodeUtf8(point), run.role, run.size);
            if (!withoutBlanks(encodeUtf8(point)).empty() && box.width > 0 && !scan.hasInk(box))
                refusePaper("nothing drawn for a character");
            box.left += box.width + run.spacing;
        }
    }
}

} // namespace

void readBack(const Bytes& pdf,
              const Page& page,
              const Voucher& voucher,
              const TextMeasure& measure)
{
    constexpr auto dotsPerInch = 150.0;
    const auto opened = open(pdf);
    compareText(*opened.page, page, voucher);
    const auto scan = Scan{*opened.page, dotsPerInch};
    compareCodes(scan, voucher);
    compareInk(scan, page, measure);
}

void readBack(const Bytes& pdf,
              std::span<const Page> pages,
              std::span<const std::string> values,
              const TextMeasure& measure)
{
    constexpr auto dotsPerInch = 150.0;
    const auto opened = open(pdf);
    if (opened.document->pages() != static_cast<int>(pages.size()))
        refusePaper("another number of pages");
    auto found = std::u32string{};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto page =
            std::unique_ptr<poppler::page>{opened.document->create_page(static_cast<int>(i))};
        if (!page)
            refusePaper("no page");
        found += comparedText(*page, pages[i]);
        compareInk(Scan{*page, dotsPerInch}, pages[i], measure);
    }
    for (const auto& value : values)
        if (found.find(withoutBlanks(value)) == std::u32string::npos)
            refusePaper("a value is not on the paper");
}

RgbImage renderPdf(const Bytes& pdf, double dotsPerInch)
{
    return pictureOf(*open(pdf).page, dotsPerInch);
}

std::vector<RgbImage> renderPages(const Bytes& pdf, double dotsPerInch)
{
    const auto opened = open(pdf);
    auto pictures = std::vector<RgbImage>{};
    for (auto i = 0; i < opened.document->pages(); ++i) {
        const auto page = std::unique_ptr<poppler::page>{opened.document->create_page(i)};
        if (!page)
            refusePaper("no page");
        pictures.push_back(pictureOf(*page, dotsPerInch));
    }
    return pictures;
}

} // namespace guitai
