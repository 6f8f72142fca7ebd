#include "printing/voucher_layout.h"

#include "printing/qr.h"
#include "printing/text/font_chain.h"
#include "printing/voucher_fields.h"
#include "tests/printing/example_vouchers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace guitai::voucher_layout_test
{

using namespace guitai::tests;

namespace
{

const FontChain& fonts()
{
    static const auto chain = FontChain{};
    return chain;
}

std::string withoutBlanks(std::string text)
{
    for (const auto* blank : {" ", "　"})
        for (auto at = text.find(blank); at != std::string::npos; at = text.find(blank))
            text.erase(at, std::string_view{blank}.size());
    return text;
}

std::string textOfPage(const Page& page)
{
    auto text = std::string{};
    for (const auto* runs : {&page.behind, &page.runs})
        for (const auto& run : *runs)
            text += run.text;
    return withoutBlanks(text);
}

bool overlap(const Box& a, const Box& b)
{
    constexpr auto touch = 0.02; // mm
    return a.left < b.right() - touch && b.left < a.right() - touch && a.top < b.bottom() - touch &&
           b.top < a.bottom() - touch;
}

/// The text that meets other text, a code's quiet zone or a rule; empty when none does.
std::string firstOverlap(const Page& page)
{
    for (std::size_t i = 0; i < page.runs.size(); ++i) {
        const auto box = page.runs[i].box();
        for (std::size_t k = i + 1; k < page.runs.size(); ++k)
            if (overlap(box, page.runs[k].box()))
                return page.runs[i].text + " | " + page.runs[k].text;
        for (const auto& rectangle : page.rectangles)
            if (overlap(box, rectangle.box) && rectangle.box.height > 0.01)
                return page.runs[i].text + " | rule";
        for (const auto& code : page.codes) {
            const auto quiet = 4 * code.box.width / code.modules.side;
            const auto zone = Box{code.box.left - quiet,
                                  code.box.top - quiet,
                                  code.box.width + 2 * quiet,
                                  code.box.height + 2 * quiet};
            if (overlap(box, zone))
                return page.runs[i].text + " | code";
        }
    }
    return {};
}

std::string firstOutside(const Page& page)
{
    const auto inside = [&](const Box& box) {
        return box.left >= page.margin && box.top >= page.margin &&
               box.right() <= page.width - page.margin && box.bottom() <= page.height - page.margin;
    };
    for (const auto& run : page.runs)
        if (!inside(run.box()))
            return run.text;
    for (const auto& rectangle : page.rectangles)
        if (!inside(rectangle.box))
            return "rule";
    for (const auto& code : page.codes)
        if (!inside(code.box))
            return "code";
    return {};
}

std::string firstMissingField(const Voucher& voucher, const Page& page)
{
    const auto text = textOfPage(page);
    for (const auto& field : expectedFields(voucher))
        if (text.find(withoutBlanks(field.text)) == std::string::npos)
            return field.path;
    return {};
}

} // namespace

TEST_CASE("layOut a voucher")
{
    SUBCASE("every voucher has all its fields inside the margins and over nothing else")
    {
        for (const auto& voucher : manyVouchers()) {
            const auto page = layOut(voucher, fonts());
            CHECK(firstOutside(page) == "");
            CHECK(firstOverlap(page) == "");
            CHECK(firstMissingField(voucher, page) == "");
        }
    }
}

} // namespace guitai::voucher_layout_test
