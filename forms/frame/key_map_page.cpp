#include "forms/frame/key_map_page.h"

#include "forms/frame/key_map.h"
#include "forms/widgets/list_table.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guitai
{

KeyMapPage::KeyMapPage(wxWindow* parent) : Page(parent)
{
    auto* title = new wxStaticText(this, wxID_ANY, _("Keys"));
    title->SetFont(theme::font(theme::Text::title));
    auto* hint =
        new wxStaticText(this, wxID_ANY, _("Everything works by keyboard alone. Esc leads back."));
    theme::paint(hint, {.text = theme::Role::mutedText});
    auto* card = new Card(this, theme::Role::panel, theme::Role::border);
    m_table = new ListTable(card,
                            _("&All keys"),
                            {{.title = _("Where"), .width = 200},
                             {.title = _("Key"), .width = 200},
                             {.title = _("What it does")}},
                            wxString{});
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(m_table, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    card->SetSizer(inside);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(title);
    column->Add(hint, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    column->Add(card, wxSizerFlags(1).Expand());
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(22)));
    SetSizer(padded);
}

void KeyMapPage::enter()
{
    auto rows = std::vector<ListTable::Row>{};
    for (const auto& entry : keyMap())
        rows.push_back({.key = {}, .cells = {nameOf(entry.place), entry.key, entry.words}});
    m_table->setRows(std::move(rows));
    m_table->focusFirst();
}

} // namespace guitai
