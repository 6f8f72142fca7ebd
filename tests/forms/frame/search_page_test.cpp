#include "tests/forms/frame/frame_window.h"

#include "forms/frame/search_page.h"
#include "forms/text.h"
#include "forms/widgets/list_table.h"
#include "services/rules/citizen_number.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>
#include <wx/choice.h>

using namespace guitai;
using View = MainFrame::View;

namespace
{

std::vector<std::string> found(FrameWindow& test)
{
    auto keys = std::vector<std::string>{};
    for (const auto& row :
         dynamic_cast<SearchPage&>(test.frame->page(View::search)).results().rows())
        keys.push_back(row.key);
    return keys;
}

void searchFor(FrameWindow& test, const std::string& text)
{
    test.type("What to search for", text);
    test.enter("What to search for");
}

} // namespace

TEST_CASE("search page")
{
    auto test = FrameWindow{};
    const auto child = test.confirmed("zhang", childDraft());
    const auto adult = test.confirmed("zhang", firstTimeDraft());
    const auto both = std::vector{adult.acceptanceNumber, child.acceptanceNumber};
    test.work("zhang");
    test.press(WXK_F3);
    REQUIRE(test.view() == View::search);

    SUBCASE("the acceptance number, written in groups")
    {
        searchFor(test, groupedAcceptanceNumber(child.acceptanceNumber));
        CHECK(found(test) == std::vector{child.acceptanceNumber});
    }
    SUBCASE("the citizen number")
    {
        searchFor(test, firstTimeDraft().applicant.citizenNumber);
        CHECK(found(test) == std::vector{adult.acceptanceNumber});
    }
    SUBCASE("the beginning of a name")
    {
        searchFor(test, "王小");
        CHECK(found(test) == std::vector{child.acceptanceNumber});
    }
    SUBCASE("the telephone number")
    {
        searchFor(test, "138 0000 1111");
        CHECK(found(test) == std::vector{adult.acceptanceNumber});
    }
    SUBCASE("nothing narrows nothing")
    {
        searchFor(test, "");
        CHECK(found(test).size() == both.size());
    }
    SUBCASE("a category")
    {
        auto* category = dynamic_cast<wxChoice*>(test.find("Category"));
        REQUIRE(category);
        category->SetSelection(1); // under 16, the first after "any"
        test.click("Search");
        CHECK(found(test) == std::vector{child.acceptanceNumber});
    }
    SUBCASE("days, both included")
    {
        test.type("Accepted from", "2026-11-23");
        test.type("until", "20261123");
        test.click("Search");
        CHECK(found(test).size() == both.size());
        test.type("Accepted from", "2026-11-24");
        test.type("until", "");
        test.click("Search");
        CHECK(found(test).empty());
        CHECK(test.shows("No case matches. A number must be whole"));
    }
    SUBCASE("a day that does not exist is pointed at")
    {
        test.type("Accepted from", "2026-02-30");
        test.click("Search");
        CHECK(test.shows("A date is written like"));
    }
    SUBCASE("citizen numbers are masked")
    {
        searchFor(test, "王小满");
        auto& page = dynamic_cast<SearchPage&>(test.frame->page(View::search));
        const auto& cells = page.results().rows().front().cells;
        CHECK(cells.at(2) == toUi(maskedCitizenNumber(childDraft().applicant.citizenNumber)));
    }
    SUBCASE("Enter on a line opens its record, Esc leads back to the results")
    {
        searchFor(test, "王小满");
        dynamic_cast<SearchPage&>(test.frame->page(View::search)).results().open(0);
        CHECK(test.view() == View::record);
        test.press(WXK_ESCAPE);
        CHECK(test.view() == View::search);
        CHECK(found(test) == std::vector{child.acceptanceNumber});
    }
}
