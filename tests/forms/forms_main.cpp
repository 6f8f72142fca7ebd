#define DOCTEST_CONFIG_IMPLEMENT
#include "forms/widgets/theme.h"
#include "forms/wording/translations.h"

#include <doctest/doctest.h>
#include <wx/app.h>
#include <wx/debug.h>
#include <wx/image.h>
#include <wx/init.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace
{

constexpr int skipped = 77;

/// Without a display nothing here can be tested: a developer's machine skips, CI fails.
int withoutDisplay()
{
    const auto* ci = std::getenv("CI");
    std::fputs("no display: start this under xvfb-run\n", stderr);
    return ci && std::string_view{ci} == "true" ? EXIT_FAILURE : skipped;
}

/// An assertion of wx is a bug of ours, and its dialog would wait for somebody.
void failOnAssertion(const wxString& file,
                     int line,
                     const wxString& function,
                     const wxString& condition,
                     const wxString& message)
{
    std::fprintf(stderr,
                 "%s:%d: %s: %s: %s\n",
                 file.utf8_str().data(),
                 line,
                 function.utf8_str().data(),
                 condition.utf8_str().data(),
                 message.utf8_str().data());
    std::abort();
}

} // namespace

int main(int argc, char** argv)
{
    if (!std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY"))
        return withoutDisplay();
    wxApp::SetInstance(new wxApp);
    auto count = 1;
    if (!wxEntryStart(count, argv))
        return withoutDisplay();
    wxSetAssertHandler(failOnAssertion);
    guitai::useLanguage(guitai::Language::english);
    guitai::theme::install();
    wxImage::AddHandler(new wxJPEGHandler);
    wxImage::AddHandler(new wxPNGHandler);
    auto context = doctest::Context(argc, argv);
    const auto code = context.run();
    wxEntryCleanup();
    return code;
}
