#include "forms/frame/key_map_page.h"

#include "forms/frame/key_map.h"
#include "forms/widgets/list_table.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guitai
{

namespace
{

constexpr int placeWidth = 110;
constexpr int keyWidth = 110;

} // namespace

KeyMapPage::KeyMapPage(wxWindow* parent) : Page(parent)
{
    auto* title = new wxStaticText(this, wxID_ANY, _("Keys"));
    title->SetFont(theme::font(theme::Text::title));
    auto* hint =
        new wxStaticText(this, wxID_ANY, _("Everything works by keyboard alone. Esc leads back."));
    theme::paint(hint, {.text = theme::Role::mutedText});
    auto* lists = new wxBoxSizer(wxHORIZONTAL);
    const auto list = [&](const wxString& heading, std::vector<ListTable::Column> columns) {
        auto* card = new Card(this, theme::Role::panel, theme::Role::border);
        columns.push_back({.title = _("Key"), .width = keyWidth});
        columns.push_back({.title = _("What it does")});
        auto* table = new ListTable(card, heading, columns, wxString{});
        auto* inside = new wxBoxSizer(wxVERTICAL);
        inside->Add(table, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(14)));
        card->SetSizer(inside);
        lists->Add(card,
                   wxSizerFlags(1).Expand().Border(wxLEFT, lists->IsEmpty() ? 0 : FromDIP(14)));
        return table;
    };
    m_everywhere = list(_("&Everywhere"), {});
    m_here = list(_("On one &page"), {{.title = _("Where"), .width = placeWidth}});
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(title);
    column->Add(hint, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    column->Add(lists, wxSizerFlags(1).Expand());
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(22)));
    SetSizer(padded);
}

void KeyMapPage::enter()
{
    auto everywhere = std::vector<ListTable::Row>{};
    auto here = std::vector<ListTable::Row>{};
    for (const auto& entry : keyMap()) {
        if (entry.place == Place::everywhere)
            everywhere.push_back({.key = {}, .cells = {entry.key, entry.words}});
        else
            here.push_back({.key = {}, .cells = {nameOf(entry.place), entry.key, entry.words}});
    }
    m_everywhere->setRows(std::move(everywhere));
    m_here->setRows(std::move(here));
    m_everywhere->focusFirst();
}

} // namespace guitai
