#include "forms/widgets/native_style.h"

#include "forms/text.h"

#include <gtk/gtk.h>

#include <string>

namespace guitai::native
{

namespace
{

// The look of the native controls: rounded fields, one clear focus ring, calm buttons. Nothing here
// changes what a control is, so keyboard and screen readers keep working.
constexpr auto rules = R"css(
entry {
    min-height: 32px; padding: 0 10px; border-radius: 5px; border: 1px solid @border;
    background-image: none; background-color: @field; color: @text; box-shadow: none;
}
entry:focus { border-color: @accent; box-shadow: inset 0 0 0 1px @accent; }
entry.read-only, entry:disabled { background-color: @window; }
entry.guitai-wrong { border-color: @bad; box-shadow: inset 0 0 0 1px @bad; }
spinbutton { min-height: 32px; border-radius: 5px; box-shadow: none; }
combobox button.combo {
    min-height: 28px; padding: 2px 10px; border-radius: 5px; border: 1px solid @border;
    background-image: none; background-color: @field; color: @text; box-shadow: none;
}
combobox button.combo:focus { border-color: @accent; box-shadow: inset 0 0 0 1px @accent; outline: none; }
combobox button.combo:disabled { background-color: @window; }
button.guitai-button {
    min-height: 30px; padding: 4px 16px; border-radius: 6px; border: 1px solid @border;
    background-image: none; background-color: @panel; color: @text; box-shadow: none;
    text-shadow: none; -gtk-icon-shadow: none;
}
button.guitai-button label { color: inherit; }
button.guitai-button:hover { background-color: @accentSoft; }
button.guitai-button:focus { border-color: @accent; box-shadow: inset 0 0 0 1px @accent; outline: none; }
button.guitai-button:disabled { background-color: @window; color: @mutedText; }
button.guitai-main { background-color: @accent; border-color: @accent; color: @accentText; }
button.guitai-main:hover { background-color: shade(@accent, 1.08); }
button.guitai-main:focus { box-shadow: inset 0 0 0 2px @accent, inset 0 0 0 3px @accentText; }
button.guitai-main:disabled { background-color: @window; border-color: @border; color: @mutedText; }
button.guitai-quiet { background-color: transparent; border-color: transparent; color: @accent; }
button.guitai-quiet:disabled { background-color: transparent; color: @mutedText; }
button.guitai-option:checked {
    background-color: @accentSoft; border-color: @accent; box-shadow: inset 0 0 0 1px @accent;
}
button.guitai-option:checked label { font-weight: bold; }
button.guitai-option:checked:focus { box-shadow: inset 0 0 0 2px @accent; }
button.guitai-line { padding: 0 4px; background-image: none; background-color: transparent; border-color: transparent; box-shadow: none; }
button.guitai-line:hover { background-color: @accentSoft; }
button.guitai-line:focus { border-color: @accent; box-shadow: inset 0 0 0 1px @accent; outline: none; }
treeview.view { background-color: @panel; color: @text; }
treeview.view:selected { background-color: @accentSoft; color: @text; }
treeview.view:selected:focus { background-color: @accent; color: @accentText; }
treeview.view header button {
    padding: 4px 8px; background-image: none; background-color: @panel; color: @mutedText;
    font-weight: normal; border-bottom: 1px solid @border; box-shadow: none;
}
checkbutton, radiobutton { padding: 3px 0; }
)css";

constexpr auto highContrastRules = R"css(
button.guitai-button, entry, combobox button.combo { border-radius: 5px; min-height: 32px; }
)css";

GtkCssProvider* provider()
{
    static auto* made = [] {
        auto* fresh = gtk_css_provider_new();
        gtk_style_context_add_provider_for_screen(gdk_screen_get_default(),
                                                  GTK_STYLE_PROVIDER(fresh),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
        return fresh;
    }();
    return made;
}

/// The widget that takes the focus: the handle, or the text or tree inside a scrolled window.
GtkWidget* focusWidget(wxWindow* window)
{
    auto* widget = static_cast<GtkWidget*>(window->GetHandle());
    if (widget && GTK_IS_SCROLLED_WINDOW(widget)) {
        auto* inside = gtk_bin_get_child(GTK_BIN(widget));
        if (inside)
            return inside;
    }
    return widget;
}

void nameWidget(GtkWidget* widget, const std::string& name)
{
    if (!widget)
        return;
    auto* accessible = gtk_widget_get_accessible(widget);
    if (accessible)
        atk_object_set_name(accessible, name.c_str());
}

} // namespace

wxString sheet()
{
    return wxString::FromUTF8(isHighContrast() ? highContrastRules : rules);
}

void useSheet(const wxString& css)
{
    static auto inUse = wxString{};
    if (css == inUse)
        return;
    inUse = css;
    const auto text = fromUi(css);
    gtk_css_provider_load_from_data(
        provider(), text.c_str(), static_cast<gssize>(text.size()), nullptr);
}

bool isHighContrast()
{
    auto* settings = gtk_settings_get_default();
    if (!settings)
        return false;
    gchar* name = nullptr;
    g_object_get(settings, "gtk-theme-name", &name, nullptr);
    const auto* forced = g_getenv("GTK_THEME");
    const auto theme = std::string{forced ? forced : name ? name : ""};
    g_free(name);
    return theme.rfind("HighContrast", 0) == 0;
}

void useFontOfAtLeast(int points)
{
    auto* settings = gtk_settings_get_default();
    if (!settings)
        return;
    gchar* name = nullptr;
    g_object_get(settings, "gtk-font-name", &name, nullptr);
    auto* font = pango_font_description_from_string(name ? name : "Sans");
    g_free(name);
    // One face for Han, Latin and digits, where it is installed: figures beside Han characters do
    // not fall into another face, and one face is faster to find than a chain.
    const auto* family = pango_font_description_get_family(font);
    pango_font_description_set_family(
        font, (std::string{"Noto Sans CJK SC,"} + (family ? family : "Sans")).c_str());
    if (!pango_font_description_get_size_is_absolute(font) &&
        pango_font_description_get_size(font) < points * PANGO_SCALE)
        pango_font_description_set_size(font, points * PANGO_SCALE);
    auto* chosen = pango_font_description_to_string(font);
    g_object_set(settings, "gtk-font-name", chosen, nullptr);
    g_free(chosen);
    pango_font_description_free(font);
}

void addStyleClass(wxWindow* window, const char* name)
{
    gtk_style_context_add_class(gtk_widget_get_style_context(focusWidget(window)), name);
}

void removeStyleClass(wxWindow* window, const char* name)
{
    gtk_style_context_remove_class(gtk_widget_get_style_context(focusWidget(window)), name);
}

void alignLabelLeft(wxWindow* button)
{
    auto* widget = static_cast<GtkWidget*>(button->GetHandle());
    auto* inside = widget && GTK_IS_BUTTON(widget) ? gtk_bin_get_child(GTK_BIN(widget)) : nullptr;
    if (inside)
        gtk_widget_set_halign(inside, GTK_ALIGN_START);
}

void setAccessibleName(wxWindow* window, const wxString& name)
{
    const auto text = fromUi(name);
    auto* handle = static_cast<GtkWidget*>(window->GetHandle());
    nameWidget(handle, text);
    if (auto* inside = focusWidget(window); inside != handle)
        nameWidget(inside, text);
}

wxString accessibleName(wxWindow* window)
{
    auto* widget = focusWidget(window);
    auto* accessible = widget ? gtk_widget_get_accessible(widget) : nullptr;
    const auto* name = accessible ? atk_object_get_name(accessible) : nullptr;
    return name ? wxString::FromUTF8(name) : wxString{};
}

void setMnemonicTarget(wxWindow* label, wxWindow* control)
{
    auto* widget = static_cast<GtkWidget*>(label->GetHandle());
    if (widget && GTK_IS_LABEL(widget))
        gtk_label_set_mnemonic_widget(GTK_LABEL(widget), focusWidget(control));
}

void passMnemonic(wxWindow* around, wxWindow* control)
{
    auto* widget = static_cast<GtkWidget*>(around->GetHandle());
    const auto focus = +[](GtkWidget*, gboolean, gpointer inside) -> gboolean {
        static_cast<wxWindow*>(inside)->SetFocus();
        return TRUE;
    };
    // `around` owns `control`: the signal ends with both.
    g_signal_connect(widget, "mnemonic-activate", G_CALLBACK(focus), control);
}

bool hasDisplay()
{
    return gtk_init_check(nullptr, nullptr) != FALSE;
}

bool hasFocusInside(wxWindow* topLevel)
{
    return gtk_window_get_focus(GTK_WINDOW(topLevel->GetHandle())) != nullptr;
}

bool isInputWaiting()
{
    gdk_display_sync(gdk_display_get_default());
    return gdk_events_pending() != FALSE;
}

void giveFocus(wxWindow* window)
{
    auto* widget = static_cast<GtkWidget*>(window->GetHandle());
    gtk_widget_set_can_focus(widget, TRUE);
    gtk_widget_grab_focus(widget);
}

} // namespace guitai::native
