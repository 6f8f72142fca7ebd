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

namespace
{

/// The window is tested for real: without a display nothing is, and that is a failure.
int withoutDisplay()
{
    std::fputs("no display: install xvfb, or start this under xvfb-run\n", stderr);
    return EXIT_FAILURE;
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
