// From a card on the reader to the page filled with it, over an emulated reader that answers at
// once on a pseudo-terminal: our own time, which the protocol's comes on top of.
//
// usage: card_bench [ROUNDS]
// Needs a display. Beside it the floor: what the driver alone takes to read the same card, twice,
// and what a real line of 115200 baud needs for those bytes.
#include "forms/widgets/theme.h"
#include "tests/bench/store/figures.h"
#include "tests/forms/frame/card_window.h"

#include <wx/app.h>
#include <wx/init.h>

#include <cstdio>
#include <cstdlib>

using namespace guitai;
using Steady = std::chrono::steady_clock;
using bench::median;

namespace
{

double millisecondsSince(Steady::time_point begun)
{
    return std::chrono::duration<double, std::milli>(Steady::now() - begun).count();
}

simulator::EmulatedCard fingerCard()
{
    return {}; // text, portrait and two fingers: the longest answer that there is
}

double driverAlone()
{
    const auto folder = TemporaryFolder{};
    auto emulator = simulator::ReaderEmulator{folder.path()};
    const auto clock = SystemClock{};
    auto reader = CardReader{lineTo({.device = emulator.device()}), clock, StationTime{}};
    while (reader.poll().state != ReaderState::waiting) {
    }
    emulator.putDown(fingerCard());
    const auto begun = Steady::now();
    while (reader.poll().state != ReaderState::read) {
    }
    return millisecondsSince(begun);
}

double pageFilled()
{
    auto test = CardWindow{};
    test.beginCase();
    test.goTo('2');
    test.until([&] { return test.watch.state({}) == ReaderState::waiting; });
    const auto begun = Steady::now();
    test.emulator.putDown(fingerCard());
    test.until([&] { return test.applicant() == "110101198804123019"; });
    return millisecondsSince(begun);
}

} // namespace

int main(int count, char** arguments)
{
    const auto rounds = count > 1 ? std::max(1, std::atoi(arguments[1])) : 15;
    wxApp::SetInstance(new wxApp);
    const auto wx = wxInitializer{};
    if (!wx.IsOk()) {
        std::fprintf(stderr, "card_bench: no display\n");
        return EXIT_FAILURE;
    }
    theme::install();
    auto driver = std::vector<double>{};
    auto page = std::vector<double>{};
    for (int i = 0; i < rounds; ++i) {
        driver.push_back(driverAlone());
        page.push_back(pageFilled());
    }
    constexpr auto bytesOfTwoReads = 2 * (2321.0 + 11.0) + 4 * 10.0;
    constexpr auto bitsOfByte = 10.0;
    std::printf("%-44s median %.0f ms, longest %.0f ms\n",
                "card down to page filled, our own time",
                median(page),
                *std::max_element(page.begin(), page.end()));
    std::printf("%-44s median %.0f ms\n", "the driver alone", median(driver));
    std::printf("%-44s %.0f ms\n",
                "the line at 115200 baud would add",
                bytesOfTwoReads * bitsOfByte / 115200 * 1000);
    return EXIT_SUCCESS;
}
