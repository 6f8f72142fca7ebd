// How the window behaves while money is on its way, over the real clients and the simulator's
// process, with the threads of the real program.
//
// usage: payment_screen_bench [SECONDS]
// Needs a display; every key goes through it to the window. Five times, from the poll that finds
// the payment to the preview of the voucher, with the clerk's Enter pressed as soon as the page
// knows: our own work; the poll comes at most 2 s after the provider's "paid". Then a provider
// answers after SECONDS (30): how long could the UI thread not take anything, at the longest, while
// the clerk scans, gives up and looks at other pages?
#include "forms/widgets/theme.h"
#include "forms/wording/translations.h"
#include "tests/bench/store/figures.h"
#include "tests/forms/counter/counter_office.h"
#include "tests/forms/counter/ui_watchdog.h"

#include <wx/app.h>
#include <wx/image.h>
#include <wx/init.h>

#include <cstdio>
#include <cstdlib>

using namespace guitai;
using std::chrono::seconds;

namespace
{

constexpr auto paymentCode = "134512345678901201"; // 01: pays at once
constexpr auto pollSeconds = 2.0;

void require(bool condition, const char* what)
{
    if (condition)
        return;
    std::fprintf(stderr, "payment_screen_bench: %s\n", what);
    std::exit(EXIT_FAILURE);
}

void measureBlocking(seconds delay)
{
    auto office = CounterOffice{};
    office.beginDay();
    office.openWaiting();
    office.simulator.fault("delay", "wechat.codepay", {{"ms", delay.count() * 1000}});
    const auto watchdog = UiWatchdog{};
    const auto begun = std::chrono::steady_clock::now();
    office.keys.fill("tendered", paymentCode); // as a scanner types it
    office.keys.hands().until("waiting for the call", [&] { return !office.order().empty(); });
    office.keys.hands().key('C', wxMOD_ALT);
    office.keys.hands().until("waiting for the code's end",
                              [&] { return office.stage() == PaymentStage::closing; });
    office.keys.play();
    office.lookAround();
    const auto isPaid = [&] { return office.stage() == PaymentStage::paid; };
    require(liveUntil(isPaid, delay + seconds{20}), "no answer came");
    const auto took = std::chrono::steady_clock::now() - begun;
    std::printf("%-44s longest %.1f ms in %.1f s, keys included\n",
                "UI thread blocked, provider not answering",
                static_cast<double>(watchdog.longest().count()) / 1000,
                std::chrono::duration<double>(took).count());
}

double paidToPreview(GatewayChannel channel)
{
    auto office = CounterOffice{};
    office.beginDay();
    office.openWaiting();
    office.keys.hands().key(channel == GatewayChannel::weChat ? 'W' : 'L', wxMOD_ALT);
    office.keys.hands().until("waiting for the code", [&] {
        return office.isIdle() && !office.part().panel().code().empty();
    });
    office.keys.play();
    require(office.simulator.citizen("scan", channel, office.order()) &&
                office.simulator.citizen("pay", channel, office.order()),
            "the citizen could not pay");
    return bench::milliseconds([&] {
        office.pass(seconds{2});
        const auto isPaid = [&] { return office.stage() == PaymentStage::paid && office.isIdle(); };
        require(liveUntil(isPaid, seconds{10}), "the payment was not seen");
        office.keys.press({WXK_RETURN}); // the clerk's Enter leads on
        const auto isPreviewed = [&] {
            return office.currentStep() == Step::voucher && office.isIdle();
        };
        require(liveUntil(isPreviewed, seconds{10}), "no preview came");
    });
}

void measurePreview(GatewayChannel channel, const char* name)
{
    auto times = std::vector<double>{};
    for (auto i = 0; i < 5; ++i)
        times.push_back(paidToPreview(channel));
    const auto own = bench::median(times);
    std::printf("%-44s median %.0f ms; after \"paid\" at most %.2f s\n",
                name,
                own,
                pollSeconds + own / 1000);
}

} // namespace

int main(int argc, char** argv)
{
    wxApp::SetInstance(new wxApp);
    auto none = 1;
    require(wxEntryStart(none, argv), "no display");
    useLanguage(Language::english);
    theme::install();
    wxInitAllImageHandlers();
    measurePreview(GatewayChannel::weChat, "poll to preview, WeChat Pay");
    measurePreview(GatewayChannel::alipay, "poll to preview, Alipay");
    measureBlocking(seconds{argc > 1 ? std::atoi(argv[1]) : 30});
    wxEntryCleanup();
    return EXIT_SUCCESS;
}
