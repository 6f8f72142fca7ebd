#include "printing/voucher_printer.h"

#include "printing/pdf_writer.h"
#include "printing/read_back.h"
#include "printing/text/font_chain.h"
#include "printing/voucher_layout.h"
#include "services/failure.h"
#include "tests/printing/example_vouchers.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>

namespace guitai::voucher_printer_test
{

using namespace guitai::tests;

namespace
{

VoucherPrinter& printer()
{
    static const auto made = makeVoucherPrinter();
    return *made;
}

const FontChain& fonts()
{
    static const auto chain = FontChain{};
    return chain;
}

std::vector<Voucher> printedVouchers()
{
    auto vouchers = manyVouchers();
    auto some = std::vector<Voucher>{};
    for (std::size_t i = 0; i < vouchers.size(); i += 37) // meets every person, kind and delivery
        some.push_back(vouchers[i]);
    return some;
}

/// The standard output of a tool run on the PDF; the exit status is checked.
std::string tool(const std::filesystem::path& folder, const Bytes& pdf, const std::string& command)
{
    const auto file = folder / "sheet.pdf";
    std::ofstream{file, std::ios::binary}.write(reinterpret_cast<const char*>(pdf.data()),
                                                static_cast<std::streamsize>(pdf.size()));
    const auto status = std::system(
        ("cd '" + folder.string() + "' && " + command + " > out.txt 2> err.txt").c_str());
    CHECK_MESSAGE(status == 0, command);
    auto out = std::ifstream{folder / "out.txt", std::ios::binary};
    return {std::istreambuf_iterator<char>{out}, {}};
}

/// What the read-back says to a sheet that was changed after the layout.
std::string complaint(const Voucher& voucher, const std::function<void(Page&)>& change)
{
    const auto page = layOut(voucher, fonts());
    auto changed = page;
    change(changed);
    try {
        readBack(writePdf(changed, fonts()), page, voucher, fonts());
        return {};
    } catch (const ServiceFailure& failure) {
        CHECK(failure.kind() == ServiceFailure::Kind::printer);
        return failure.what();
    }
}

TextRun& runWith(Page& page, std::string_view text)
{
    for (auto& run : page.runs)
        if (run.text.find(text) != std::string::npos)
            return run;
    throw std::logic_error("no such run");
}

void replace(std::string& text, std::string_view from, std::string_view to)
{
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("a voucher is released when it reads back")
{
    for (const auto& voucher : printedVouchers()) {
        const auto paper = printer().render(voucher);
        REQUIRE(paper);
        CHECK(paper.value().pdf.size() < 48'000);
    }
    CHECK(printer().render(adultVoucher()).value().pdf.size() <= 30'000);
    CHECK(printer().render(childVoucher()).value().pdf.size() <= 30'000);
}

TEST_CASE("other programs read the voucher")
{
    const auto folder = TemporaryFolder{};
    for (auto voucher : {adultVoucher(), childVoucher(), longestVoucher()}) {
        voucher.training = true;
        voucher.delivery = DeliveryMethod::pickUp;
        const auto pdf = printer().render(voucher).value().pdf;
        tool(folder.path(), pdf, "qpdf --check sheet.pdf");
        auto text = tool(folder.path(), pdf, "pdftotext -raw sheet.pdf -");
        std::erase(text, '\n');
        CHECK(text.find("居民身份证领取凭证") != std::string::npos);
        CHECK(text.find(voucher.name) != std::string::npos);
        CHECK(text.find(voucher.address) != std::string::npos);
        for (const auto* dpi : {"150", "300"}) {
            const auto codes =
                tool(folder.path(),
                     pdf,
                     std::string{"pdftoppm -r "} + dpi +
                         " -gray sheet.pdf sheet && zbarimg -q --raw -Sbinary=0 sheet-1.pgm");
            CHECK(codes.find(voucher.acceptanceNumber + "\n") != std::string::npos);
            CHECK(codes.find(voucher.postalEntry + "\n") != std::string::npos);
        }
    }
}

TEST_CASE("a voucher with an undrawable character is refused by field and code point")
{
    auto voucher = adultVoucher();
    voucher.name = "张\uE188";
    voucher.address += "\u200B";
    const auto paper = printer().render(voucher);
    REQUIRE_FALSE(paper);
    CHECK(paper.refusals() ==
          Refusals{{Refusal::Code::notDrawable, "applicant.name", {"U+E188"}},
                   {Refusal::Code::notDrawable, "applicant.address", {"U+200B"}}});
    voucher = adultVoucher();
    voucher.clerk = "\xFF";
    CHECK(printer().render(voucher).refusal() == Refusal{Refusal::Code::badUtf8, "clerk", {}});
}

TEST_CASE("the read-back refuses a sheet that differs")
{
    const auto voucher = childVoucher();
    SUBCASE("nothing changed: released")
    {
        CHECK(complaint(voucher, [](Page&) {}).empty());
    }
    SUBCASE("one character of the name")
    {
        CHECK(complaint(voucher, [](Page& page) {
                  replace(runWith(page, "张䶮").text, "䶮", "龑");
              }) == "read-back: text differs from the layout");
    }
    SUBCASE("one digit of the date")
    {
        CHECK(complaint(voucher, [](Page& page) {
                  replace(runWith(page, "2026年12月4日").text, "4日", "5日");
              }) == "read-back: text differs from the layout");
    }
    SUBCASE("a run left out")
    {
        CHECK(complaint(voucher, [](Page& page) { page.runs.pop_back(); }) ==
              "read-back: text differs from the layout");
    }
    SUBCASE("one digit of the number's code")
    {
        CHECK(complaint(voucher, [](Page& page) {
                  page.codes[0].modules = layOut(adultVoucher(), fonts()).codes[0].modules;
              }) == "read-back: codes differ: 2 found, 2 expected");
    }
    SUBCASE("a code left out")
    {
        CHECK(complaint(voucher, [](Page& page) { page.codes.pop_back(); }) ==
              "read-back: codes differ: 1 found, 2 expected");
    }
    SUBCASE("a code that was damaged")
    {
        CHECK(complaint(voucher, [](Page& page) {
                  auto& dark = page.codes[1].modules.dark;
                  std::fill(dark.begin(), dark.begin() + static_cast<int>(dark.size()) / 2, false);
              }) == "read-back: codes differ: 1 found, 2 expected");
    }
    SUBCASE("text that can be extracted but not seen")
    {
        CHECK(complaint(voucher, [](Page& page) { runWith(page, "张䶮").grey = 1; }) ==
              "read-back: nothing drawn for a character");
    }
    SUBCASE("a layout that forgot a value of the voucher")
    {
        auto page = layOut(voucher, fonts());
        std::erase_if(page.runs,
                      [](const TextRun& run) { return run.text.find("王晓梅") != run.text.npos; });
        CHECK_THROWS_WITH_AS(readBack(writePdf(page, fonts()), page, voucher, fonts()),
                             "read-back: not on the paper: guardian.name",
                             ServiceFailure);
    }
    SUBCASE("bytes that are no PDF")
    {
        const auto page = layOut(voucher, fonts());
        const auto noise = bytesOf("%PDF-1.5 and nothing more");
        CHECK_THROWS_WITH_AS(readBack({noise.begin(), noise.end()}, page, voucher, fonts()),
                             "read-back: not a readable PDF",
                             ServiceFailure);
    }
}

TEST_CASE("two characters that share a glyph read back as themselves")
{
    auto voucher = adultVoucher();
    voucher.name = "一⼀⾦金";
    CHECK(printer().render(voucher));
}

TEST_CASE("the same voucher gives the same bytes")
{
    CHECK(printer().render(childVoucher()).value().pdf ==
          makeVoucherPrinter()->render(childVoucher()).value().pdf);
}

TEST_CASE("the document's properties name nobody")
{
    const auto folder = TemporaryFolder{};
    const auto pdf = printer().render(childVoucher()).value().pdf;
    const auto info = tool(folder.path(), pdf, "pdfinfo sheet.pdf");
    CHECK(info.find("居民身份证领取凭证") != std::string::npos);
    CHECK(info.find("张") == std::string::npos);
    CHECK(info.find("110108") == std::string::npos);
    CHECK(info.find("419.528 x 595.276 pts") != std::string::npos);
    CHECK(tool(folder.path(), pdf, "pdffonts sheet.pdf").find(" no ") == std::string::npos);
}

TEST_CASE("preview")
{
    const auto pdf = printer().render(adultVoucher()).value().pdf;
    const auto picture = printer().preview(pdf, 72);
    CHECK(picture.width == 420);
    CHECK(picture.height == 595);
    CHECK(picture.pixels.size() == std::size_t{420} * 595 * 3);
    CHECK(picture.pixels.front() == std::byte{255});
    CHECK(std::ranges::find(picture.pixels, std::byte{0}) != picture.pixels.end());
    CHECK_THROWS_AS(printer().preview({}, 72), ServiceFailure);
}

} // namespace guitai::voucher_printer_test
