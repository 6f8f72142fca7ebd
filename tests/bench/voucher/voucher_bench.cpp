// One voucher, warm: layout to bytes, beside Cairo with Pango drawing the same sheet; the
// read-back; the size of the file. Prints medians; asserts nothing about time.

#include "printing/pdf_writer.h"
#include "printing/read_back.h"
#include "printing/text/font_chain.h"
#include "printing/voucher_layout.h"
#include "printing/voucher_printer.h"
#include "tests/printing/example_vouchers.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <memory>
#include <numbers>
#include <vector>

using namespace guitai;
using namespace guitai::tests;

namespace
{

template <class Work>
double medianMilliseconds(int rounds, Work work)
{
    using Clock = std::chrono::steady_clock;
    work(); // warm
    auto times = std::vector<double>{};
    for (auto i = 0; i < rounds; ++i) {
        const auto begin = Clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    const auto middle = times.begin() + rounds / 2;
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

struct CairoRelease {
    void operator()(cairo_surface_t* object) const { cairo_surface_destroy(object); }
    void operator()(cairo_t* object) const { cairo_destroy(object); }
    void operator()(PangoLayout* object) const { g_object_unref(object); }
    void operator()(PangoFontDescription* object) const { pango_font_description_free(object); }
    void operator()(PangoAttrList* object) const { pango_attr_list_unref(object); }
};
template <class T>
using Cairo = std::unique_ptr<T, CairoRelease>;

constexpr auto points = 1 / millimetresPerPoint;

/// `same`: every run in the text face, which spares Cairo the large CFF collections.
enum class Faces { asPrinted, same };

const char* familyOf(FontRole role, Faces faces)
{
    if (faces == Faces::same)
        return "Droid Sans Fallback";
    switch (role) {
    case FontRole::title:
        return "Noto Serif CJK SC Bold";
    case FontRole::strong:
        return "Noto Sans CJK SC Bold";
    case FontRole::text:
        return "Droid Sans Fallback";
    }
    return "";
}

void drawRun(cairo_t* cairo, PangoLayout* layout, const TextRun& run, Faces faces)
{
    const auto font =
        Cairo<PangoFontDescription>{pango_font_description_from_string(familyOf(run.role, faces))};
    pango_font_description_set_absolute_size(font.get(), run.size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font.get());
    pango_layout_set_text(layout, run.text.data(), static_cast<int>(run.text.size()));
    const auto attributes = Cairo<PangoAttrList>{pango_attr_list_new()};
    if (run.spacing != 0)
        pango_attr_list_insert(
            attributes.get(),
            pango_attr_letter_spacing_new(static_cast<int>(run.spacing * points * PANGO_SCALE)));
    pango_layout_set_attributes(layout, attributes.get());
    cairo_save(cairo);
    cairo_set_source_rgb(cairo, run.grey, run.grey, run.grey);
    cairo_translate(cairo, run.left * points, run.baseline * points);
    cairo_rotate(cairo, -run.turn * std::numbers::pi / 180);
    cairo_move_to(cairo, 0, -static_cast<double>(pango_layout_get_baseline(layout)) / PANGO_SCALE);
    pango_cairo_show_layout(cairo, layout);
    cairo_restore(cairo);
}

void drawCode(cairo_t* cairo, const Code& code)
{
    const auto module = code.box.width / code.modules.side;
    for (auto row = 0; row < code.modules.side; ++row)
        for (auto column = 0; column < code.modules.side; ++column) {
            const auto first = column;
            while (column < code.modules.side && code.modules.at(row, column))
                ++column;
            if (column > first)
                cairo_rectangle(cairo,
                                (code.box.left + first * module) * points,
                                (code.box.top + row * module) * points,
                                (column - first) * module * points,
                                module * points);
        }
    cairo_fill(cairo);
}

/// The peer: the same marks, drawn the way a GTK program draws them.
std::vector<unsigned char> drawWithCairo(const Page& page, Faces faces)
{
    auto bytes = std::vector<unsigned char>{};
    const auto keep = [](void* to, const unsigned char* data, unsigned length) {
        auto& all = *static_cast<std::vector<unsigned char>*>(to);
        all.insert(all.end(), data, data + length);
        return CAIRO_STATUS_SUCCESS;
    };
    const auto surface = Cairo<cairo_surface_t>{cairo_pdf_surface_create_for_stream(
        keep, &bytes, page.width * points, page.height * points)};
    const auto cairo = Cairo<cairo_t>{cairo_create(surface.get())};
    const auto layout = Cairo<PangoLayout>{pango_cairo_create_layout(cairo.get())};
    for (const auto& run : page.behind)
        drawRun(cairo.get(), layout.get(), run, faces);
    cairo_set_source_rgb(cairo.get(), 0, 0, 0);
    for (const auto& rectangle : page.rectangles) {
        cairo_set_source_rgb(cairo.get(), rectangle.grey, rectangle.grey, rectangle.grey);
        cairo_rectangle(cairo.get(),
                        rectangle.box.left * points,
                        rectangle.box.top * points,
                        rectangle.box.width * points,
                        rectangle.box.height * points);
        cairo_fill(cairo.get());
    }
    cairo_set_source_rgb(cairo.get(), 0, 0, 0);
    for (const auto& code : page.codes)
        drawCode(cairo.get(), code);
    for (const auto& run : page.runs)
        drawRun(cairo.get(), layout.get(), run, faces);
    cairo_show_page(cairo.get());
    cairo_surface_finish(surface.get());
    return bytes;
}

void compare(const char* title, const Voucher& voucher, const FontChain& fonts, int rounds)
{
    const auto page = layOut(voucher, fonts);
    const auto pdf = writePdf(page, fonts);
    const auto ours = medianMilliseconds(rounds, [&] { writePdf(layOut(voucher, fonts), fonts); });
    const auto layout = medianMilliseconds(rounds, [&] { layOut(voucher, fonts); });
    const auto cairo = medianMilliseconds(rounds, [&] { drawWithCairo(page, Faces::asPrinted); });
    const auto plain = medianMilliseconds(rounds, [&] { drawWithCairo(page, Faces::same); });
    const auto checked =
        medianMilliseconds(rounds / 10 + 1, [&] { readBack(pdf, page, voucher, fonts); });
    std::cout << std::fixed << std::setprecision(2) << title << '\n'
              << "  layout to bytes      " << ours << " ms (layout " << layout << " ms)\n"
              << "  Cairo and Pango      " << cairo << " ms, drawing only; ratio " << ours / cairo
              << '\n'
              << "  the same, one face   " << plain << " ms; ratio " << ours / plain << '\n'
              << "  read-back            " << checked << " ms\n"
              << "  file                 " << pdf.size() << " bytes; Cairo's "
              << drawWithCairo(page, Faces::asPrinted).size() << " bytes\n";
}

} // namespace

int main(int argc, char** argv)
{
    const auto rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 300;
    const auto start = medianMilliseconds(5, [] { makeVoucherPrinter(); });
    std::cout << std::fixed << std::setprecision(2) << "opening the fonts        " << start
              << " ms\n";
    const auto fonts = FontChain{};
    compare("renewal of an adult", adultVoucher(), fonts, rounds);
    auto practice = childVoucher();
    practice.training = true;
    compare("first issue of a child, practice mark", practice, fonts, rounds);
    auto rare = adultVoucher();
    rare.name = "\U00020BB7田·\U0002CEB3";
    compare("a name with two characters above U+FFFF", rare, fonts, rounds);
}
