#include "forms/drawer/drawer_page.h"

#include "forms/case/amounts.h"
#include "forms/drawer/close_panel.h"
#include "forms/drawer/move_panel.h"
#include "forms/drawer/note_panel.h"
#include "forms/drawer/papers_panel.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/fact_list.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"

#include <wx/scrolwin.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guitai
{

DrawerPage::DrawerPage(wxWindow* parent, Workstation& workstation, Shell& shell, Session& session)
    : Page(parent), m_workstation(workstation), m_shell(shell), m_session(session)
{
    build();
}

/// A panel on a card; what is taller than the window scrolls and follows the focus.
template <class Panel>
Panel& DrawerPage::made(Panel*& panel)
{
    constexpr auto step = 12;
    if (panel)
        return *panel;
    auto* scrolled = new wxScrolledWindow(
        m_book, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    theme::paint(scrolled, {.background = theme::Role::window});
    scrolled->SetScrollRate(0, FromDIP(step));
    auto* card = new Card(scrolled, theme::Role::panel, theme::Role::border);
    panel = new Panel(card, DrawerPanel::Around{m_workstation, m_shell, m_session, *this});
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(panel, wxSizerFlags(1).Expand());
    card->SetSizer(inside);
    auto* outside = new wxBoxSizer(wxVERTICAL);
    outside->Add(card, wxSizerFlags(1).Expand());
    scrolled->SetSizer(outside);
    m_book->AddPage(scrolled, {});
    return *panel;
}

PapersPanel& DrawerPage::papers()
{
    return made(m_papers);
}

void DrawerPage::build()
{
    m_book = new wxSimplebook(this);
    auto* menu = buildMenu();
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(menu, wxSizerFlags().Expand().Border(wxRIGHT, FromDIP(18)));
    row->Add(m_book, wxSizerFlags(1).Expand());
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(row, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    SetSizer(padded);
}

wxSizer* DrawerPage::buildMenu()
{
    auto* title = new wxStaticText(this, wxID_ANY, _("Drawer"));
    title->SetFont(theme::font(theme::Text::title));
    m_facts = new FactList(this);
    m_ask = new AskLine(this);
    auto* menu = new wxBoxSizer(wxVERTICAL);
    menu->Add(title);
    menu->Add(m_facts, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(10)));
    m_needShift = {menuButton(menu, _("Count and c&lose"), m_close),
                   menuButton(menu, _("Cash in or o&ut"), m_move),
                   menuButton(menu, _("&Bad note"), m_notes)};
    auto* opening = menuButton(menu, _("Open &without a sale"));
    opening->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { askOpening(); });
    m_needShift.push_back(opening);
    menuButton(menu, _("Repor&ts and slips"), m_papers);
    menu->Add(m_ask, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    menu->SetMinSize(FromDIP(220), -1);
    return menu;
}

ActionButton* DrawerPage::menuButton(wxSizer* into, const wxString& label)
{
    auto* button = new ActionButton(this, label, {}, ActionButton::Weight::plain);
    into->Add(button, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    return button;
}

template <class Panel>
ActionButton* DrawerPage::menuButton(wxSizer* into, const wxString& label, Panel*& panel)
{
    auto* button = menuButton(into, label);
    button->Bind(wxEVT_BUTTON, [this, &panel](wxCommandEvent&) { show(panel); });
    return button;
}

void DrawerPage::enter()
{
    m_ask->dismiss();
    m_workstation.background.run(
        m_lifetime,
        [&cash = m_workstation.cash, actor = m_shell.actor()]() -> std::optional<DrawerFacts> {
            const auto shift = cash.openShiftOf(actor);
            return shift ? std::optional{factsOf(*shift)} : std::nullopt;
        },
        [this](auto answer) {
            const auto facts = received(answer, m_shell, m_workstation.log);
            if (!facts)
                return;
            drawerChanged(*facts);
            if (m_drawer)
                show(m_close);
            else
                show(m_papers);
        });
}

void DrawerPage::drawerChanged(const std::optional<DrawerFacts>& facts)
{
    m_drawer = facts;
    auto known = FactList::Facts{{_("Clerk"), toUi(m_shell.user().displayName)}};
    if (facts) {
        known.emplace_back(_("Since"), toUi(m_workstation.time.minuteText(facts->openedAt)));
        known.emplace_back(_("Float"), yuan(facts->openingFloat));
        known.emplace_back(_("Slips"), wxString::Format("%zu", facts->slips));
    }
    m_facts->setFacts(known);
    for (auto* button : m_needShift)
        button->setReason(facts ? wxString{} : _("No shift is open"));
    Layout();
}

void DrawerPage::bringToFront(DrawerPanel& panel)
{
    for (size_t i = 0; i < m_book->GetPageCount(); ++i)
        if (m_book->GetPage(i)->IsDescendant(&panel))
            m_book->ChangeSelection(i);
}

template <class Panel>
void DrawerPage::show(Panel*& panel)
{
    bringToFront(made(panel));
    panel->begin();
}

void DrawerPage::showPaper(const PaperChoice& choice)
{
    bringToFront(papers());
    m_papers->begin(choice);
}

bool DrawerPage::takeKey(int keyCode)
{
    if (keyCode == WXK_ESCAPE && m_ask->IsShown()) {
        m_ask->dismiss();
        return true;
    }
    if (keyCode != WXK_F9)
        return false;
    papers().print();
    return true;
}

void DrawerPage::askOpening()
{
    m_ask->ask(
        _("Why is the drawer opened without a sale? The report will list it."),
        _("&Record it"),
        [this](const wxString& reason) {
            m_workstation.background.run(
                m_lifetime,
                [&cash = m_workstation.cash, actor = m_shell.actor(), reason = fromUi(reason)] {
                    return cash.openDrawer(actor, reason);
                },
                [this](auto answer) {
                    const auto shift = received(answer, m_shell, m_workstation.log);
                    if (shift && *shift)
                        m_shell.notify(Shell::Tone::information,
                                       _("The opening of the drawer was recorded."));
                    else if (shift)
                        m_shell.notify(Shell::Tone::warning, words::sentence(shift->refusal()));
                });
        });
}

} // namespace guitai
