#include "tests/forms/frame/frame_window.h"

#include "forms/frame/key_map.h"
#include "forms/text.h"
#include "forms/widgets/native_style.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

#include <set>

using namespace guitai;
using View = MainFrame::View;

namespace
{

/// Classes of the controls that can be focused and have no name.
std::string nameless(wxWindow* window)
{
    auto found = std::string{};
    for (auto* child : window->GetChildren()) {
        found += nameless(child);
        if (child->AcceptsFocusFromKeyboard() && child->GetChildren().empty() &&
            native::accessibleName(child).empty())
            found += fromUi(child->GetClassInfo()->GetClassName()) + " ";
    }
    return found;
}

} // namespace

TEST_CASE("every control that can be focused has a name for screen readers")
{
    auto test = FrameWindow{};
    const auto child = test.confirmed("zhang", childDraft());
    test.doNothing(); // the self-test fills its panel
    CHECK(nameless(&test.frame->page(View::signIn)) == "");
    test.work("zhang");
    test.frame->openRecord(child.acceptanceNumber);
    for (const auto view : {View::shift,
                            View::home,
                            View::search,
                            View::record,
                            View::money,
                            View::payment,
                            View::keys,
                            View::lock}) {
        CAPTURE(static_cast<int>(view));
        CHECK(nameless(&test.frame->page(view)) == "");
    }
}

TEST_CASE("key map")
{
    SUBCASE("no key means two things in one place")
    {
        auto seen = std::set<std::pair<Place, std::string>>{};
        for (const auto& entry : keyMap()) {
            CAPTURE(fromUi(entry.key));
            CHECK(seen.emplace(entry.place, fromUi(entry.key)).second);
        }
    }
    SUBCASE("no page takes a key that acts everywhere")
    {
        auto everywhere = std::set<int>{};
        for (const auto& entry : keyMap())
            if (entry.place == Place::everywhere && entry.keyCode != 0)
                everywhere.insert(entry.keyCode);
        for (const auto& entry : keyMap()) {
            if (entry.place == Place::everywhere)
                continue;
            CAPTURE(fromUi(entry.key));
            CHECK(everywhere.count(entry.keyCode) == 0);
        }
    }
    SUBCASE("the line at the bottom prints what acts there")
    {
        auto keys = std::vector<std::string>{};
        for (const auto& entry : keyLine(Place::caseFlow))
            keys.push_back(fromUi(entry.key));
        CHECK(keys ==
              std::vector<std::string>{"Esc", "F1", "F2", "F3", "F4", "F5", "F8", "F9", "F12"});
    }
}
