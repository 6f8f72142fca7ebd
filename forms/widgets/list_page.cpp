#include "forms/widgets/list_page.h"

#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"
#include "forms/widgets/wrapped_text.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guitai
{

ListPageParts layListPage(wxWindow* page, const ListPageTexts& texts, int sideWidth)
{
    constexpr auto margin = 22;
    constexpr auto cardMargin = 14;
    constexpr auto hintMargin = 6;
    auto* title = new wxStaticText(page, wxID_ANY, texts.title);
    title->SetFont(theme::font(theme::Text::title));
    auto* hint = new WrappedText(page, texts.hint, theme::Text::normal, theme::Role::mutedText);
    auto* card = new Card(page, theme::Role::panel, theme::Role::border);
    auto* list = new ListTable(card, texts.list, texts.columns, texts.empty);
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(list, wxSizerFlags(1).Expand().Border(wxALL, page->FromDIP(cardMargin)));
    card->SetSizer(inside);
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(title);
    left->Add(hint, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, page->FromDIP(hintMargin)));
    left->Add(card, wxSizerFlags(1).Expand());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags(1).Expand().Border(wxALL, page->FromDIP(margin)));
    auto* side = new SidePanel(page, sideWidth);
    row->Add(side, wxSizerFlags().Expand());
    page->SetSizer(row);
    return {list, side};
}

} // namespace guitai
