#include "forms/case/digit_groups.h"

#include <gtk/gtk.h>

#include <algorithm>
#include <memory>
#include <numeric>

namespace guitai
{

namespace
{

bool isGroupable(char c)
{
    return (c >= '0' && c <= '9') || c == 'X' || c == 'x';
}

struct Typing {
    std::vector<int> lengths;
    bool changing = false; ///< our own change comes back as a signal
};

/// How many bytes of `shown` hold `count` characters that are no blanks, with the blank after them.
std::size_t placeAfter(const std::string& shown, std::size_t count)
{
    auto place = std::size_t{0};
    for (; place < shown.size() && count > 0; ++place)
        if (shown[place] != ' ')
            --count;
    return place < shown.size() && shown[place] == ' ' ? place + 1 : place;
}

extern "C" void
onInsert(GtkEditable* entry, const gchar* inserted, gint length, gint* position, gpointer data)
{
    auto& typing = *static_cast<Typing*>(data);
    const auto fresh = std::string(inserted, static_cast<std::size_t>(length));
    const auto before = std::string{gtk_entry_get_text(GTK_ENTRY(entry))};
    const auto isPlain = [](const std::string& text) {
        return std::all_of(
            text.begin(), text.end(), [](char c) { return isGroupable(c) || c == ' '; });
    };
    // Only plain text is regrouped, so that a byte is a character.
    if (typing.changing || !isPlain(fresh) || !isPlain(before))
        return;
    const auto at = std::min(static_cast<std::size_t>(std::max(*position, 0)), before.size());
    const auto ahead = withoutBlanks(before.substr(0, at) + fresh);
    const auto shown = inGroups(ahead + withoutBlanks(before.substr(at)), typing.lengths);
    g_signal_stop_emission_by_name(entry, "insert-text");
    typing.changing = true;
    gtk_entry_set_text(GTK_ENTRY(entry), shown.c_str());
    typing.changing = false;
    *position = static_cast<gint>(placeAfter(shown, ahead.size()));
}

} // namespace

std::string withoutBlanks(const std::string& text)
{
    auto plain = text;
    std::erase(plain, ' ');
    return plain;
}

std::string inGroups(const std::string& text, const std::vector<int>& lengths)
{
    const auto plain = withoutBlanks(text);
    const auto longest =
        static_cast<std::size_t>(std::accumulate(lengths.begin(), lengths.end(), 0));
    if (plain.size() > longest || !std::all_of(plain.begin(), plain.end(), isGroupable))
        return text;
    auto shown = std::string{};
    auto start = std::size_t{0};
    for (const auto length : lengths) {
        if (start >= plain.size())
            break;
        if (start > 0)
            shown += ' ';
        shown += plain.substr(start, static_cast<std::size_t>(length));
        start += static_cast<std::size_t>(length);
    }
    return shown;
}

void keepInGroups(wxTextCtrl* field, const std::vector<int>& lengths)
{
    auto* widget = static_cast<GtkWidget*>(field->GetHandle());
    if (!widget || !GTK_IS_ENTRY(widget))
        return;
    auto typing = std::make_unique<Typing>(Typing{lengths});
    g_signal_connect_data(
        widget,
        "insert-text",
        G_CALLBACK(onInsert),
        typing.release(),
        [](gpointer data, GClosure*) { delete static_cast<Typing*>(data); },
        GConnectFlags{});
}

} // namespace guitai
