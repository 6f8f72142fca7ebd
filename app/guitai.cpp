#include "app/station/process_guard.h"
#include "app/station_app.h"
#include "forms/widgets/native_style.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>

namespace
{

/// Han characters in the forms of the mainland, whatever the machine's locale is.
void preferMainlandGlyphs()
{
    setenv("PANGO_LANGUAGE", "zh-cn:en", 0);
}

} // namespace

int main(int argc, char** argv)
{
    guitai::guardProcess();
    preferMainlandGlyphs();
    auto options = guitai::StationOptions{};
    auto parser = CLI::App{"The identity-card window. Without a window set up by guitai-admin it "
                           "opens for practice, with made-up people.",
                           "guitai"};
    parser.add_flag("--training", options.training, "Practice: papers are marked as specimens");
    parser.add_option("--data", options.data, "The data folder")->type_name("DIR");
    parser.add_option("--assets", options.assets, "A folder of files that replace built-in data")
        ->type_name("DIR")
        ->check(CLI::ExistingDirectory);
    parser.add_option("--lang", options.language, "zh_CN or en")
        ->check(CLI::IsMember({"zh_CN", "en"}));
    parser
        .add_option("--practice",
                    options.practice,
                    "Play one whole practice case; pictures and the voucher go below DIR")
        ->type_name("DIR");
    parser.add_flag(
        "--exit-when-ready",
        options.exitWhenReady,
        "Say \"ready\" and end as soon as the first page can be used; for measuring the start");
    constexpr auto wrongUsage = 2;
    try {
        parser.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return parser.exit(error) == 0 ? 0 : wrongUsage;
    }
    if (!guitai::native::hasDisplay()) {
        std::fputs(
            "No display. Start Guitai in a desktop session.\n没有显示器，请在桌面会话中启动。\n",
            stderr);
        return EXIT_FAILURE;
    }
    wxApp::SetInstance(new guitai::StationApp(std::move(options))); // wxEntry deletes it
    auto count = 1;
    return wxEntry(count, argv);
}
