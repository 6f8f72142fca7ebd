#include "forms/widgets/theme.h"

#include "forms/widgets/native_style.h"

#include <wx/settings.h>

#include <algorithm>
#include <array>

namespace guitai::theme
{

namespace
{

constexpr int smallestPoints = 11;

wxColour mixed(const wxColour& base, const wxColour& other, int percent)
{
    const auto part = [percent](int from, int to) {
        return static_cast<unsigned char>(from + (to - from) * percent / 100);
    };
    return {part(base.Red(), other.Red()),
            part(base.Green(), other.Green()),
            part(base.Blue(), other.Blue())};
}

struct System {
    wxColour text = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
    wxColour field = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
    wxColour highlight = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT);
    wxColour highlightText = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHTTEXT);
    bool dark = field.GetLuminance() < 0.5;

    wxColour pick(const char* light, const char* inDark) const
    {
        return wxColour(wxString::FromAscii(dark ? inDark : light));
    }
};

wxColour highContrast(Role role, const System& system)
{
    switch (role) {
    case Role::window:
    case Role::panel:
    case Role::field:
    case Role::band:
    case Role::accentSoft:
    case Role::goodSoft:
    case Role::cautionSoft:
    case Role::badSoft:
        return system.field;
    case Role::accent:
        return system.highlight;
    case Role::accentText:
        return system.highlightText;
    case Role::text:
    case Role::mutedText:
    case Role::border:
    case Role::bandText:
    case Role::good:
    case Role::caution:
    case Role::cautionBorder:
    case Role::bad:
        return system.text;
    }
    return system.text;
}

wxColour ordinary(Role role, const System& system)
{
    const auto accent = system.pick("#2f6fd0", "#4a86dd");
    const auto good = system.pick("#1b7f4b", "#6fcf97");
    const auto caution = system.pick("#8a5a00", "#f2c94c");
    const auto bad = system.pick("#b3261e", "#ff9a90");
    switch (role) {
    case Role::window:
        return system.dark ? mixed(system.field, *wxBLACK, 22)
                           : mixed(system.field, system.text, 5);
    case Role::panel:
    case Role::field:
        return system.field;
    case Role::text:
        return system.text;
    case Role::mutedText:
        return mixed(system.text, system.field, 30);
    case Role::border:
        return mixed(system.field, system.text, 23);
    case Role::band:
        return system.pick("#1f3a5f", "#16283f");
    case Role::bandText:
        return *wxWHITE;
    case Role::accent:
        return accent;
    case Role::accentText:
        return *wxWHITE;
    case Role::accentSoft:
        return mixed(system.field, accent, system.dark ? 26 : 12);
    case Role::good:
        return good;
    case Role::goodSoft:
        return mixed(system.field, good, 14);
    case Role::caution:
        return caution;
    case Role::cautionSoft:
        return mixed(system.field, system.pick("#f2b100", "#f2c94c"), system.dark ? 12 : 10);
    case Role::cautionBorder:
        return mixed(system.field, system.pick("#e0a800", "#f2c94c"), 45);
    case Role::bad:
        return bad;
    case Role::badSoft:
        return mixed(system.field, bad, system.dark ? 16 : 9);
    }
    return system.text;
}

wxString hex(Role role)
{
    return colour(role).GetAsString(wxC2S_HTML_SYNTAX);
}

void repaint(wxWindow* window, const Paint& paint)
{
    if (paint.text)
        window->SetForegroundColour(colour(*paint.text));
    if (paint.background)
        window->SetBackgroundColour(colour(*paint.background));
    window->Refresh();
}

wxString styleSheet()
{
    auto sheet = native::sheet();
    // Longer names first: "@accent" is the beginning of "@accentSoft".
    const auto names = std::array<std::pair<const char*, Role>, 13>{{
        {"@accentSoft", Role::accentSoft},
        {"@accentText", Role::accentText},
        {"@accent", Role::accent},
        {"@bandText", Role::bandText},
        {"@band", Role::band},
        {"@border", Role::border},
        {"@field", Role::field},
        {"@mutedText", Role::mutedText},
        {"@panel", Role::panel},
        {"@text", Role::text},
        {"@window", Role::window},
        {"@badSoft", Role::badSoft},
        {"@bad", Role::bad},
    }};
    for (const auto& [name, role] : names)
        sheet.Replace(wxString::FromAscii(name), hex(role));
    return sheet;
}

} // namespace

wxColour colour(Role role)
{
    const auto system = System{};
    return native::isHighContrast() ? highContrast(role, system) : ordinary(role, system);
}

bool isDark()
{
    return System{}.dark;
}

wxFont font(Text role)
{
    const auto base = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
    switch (role) {
    case Text::small:
        return base.Scaled(0.87f);
    case Text::normal:
        return base;
    case Text::strong:
        return base.Bold();
    case Text::heading:
        return base.Bold().Scaled(1.1f);
    case Text::title:
        return base.Bold().Scaled(1.36f);
    case Text::amount:
        return base.Bold().Scaled(1.3f);
    case Text::huge:
        return base.Bold().Scaled(2.2f);
    case Text::number: {
        auto number = wxFont(wxFontInfo(base.GetFractionalPointSize() * 1.18).Bold());
        number.SetFamily(wxFONTFAMILY_TELETYPE);
        return number;
    }
    }
    return base;
}

void install()
{
    native::useFontOfAtLeast(smallestPoints);
    refresh();
}

void refresh()
{
    native::useSheet(styleSheet());
}

void paint(wxWindow* window, Paint paint)
{
    repaint(window, paint);
    window->Bind(wxEVT_SYS_COLOUR_CHANGED, [window, paint](wxSysColourChangedEvent& event) {
        repaint(window, paint);
        event.Skip();
    });
}

void addStyleClass(wxWindow* window, const char* name)
{
    native::addStyleClass(window, name);
}

void removeStyleClass(wxWindow* window, const char* name)
{
    native::removeStyleClass(window, name);
}

} // namespace guitai::theme
