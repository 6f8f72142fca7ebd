#include "forms/case/pages_view.h"

#include "forms/case/photo_picture.h"
#include "forms/frame/received.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/theme.h"
#include "forms/wording/words.h"

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto fullTurn = 4; ///< quarters

wxImage turned(const wxImage& image, int quarters)
{
    switch (quarters % fullTurn) {
    case 1:
        return image.Rotate90(true);
    case 2:
        return image.Rotate180();
    case 3:
        return image.Rotate90(false);
    default:
        return image;
    }
}

} // namespace

std::vector<CopyLeaf> leavesOf(const DocumentCopies& copies)
{
    auto leaves = std::vector<CopyLeaf>{};
    for (const auto& [paper, pages] : copies)
        for (std::size_t i = 0; i < pages.size(); ++i)
            leaves.push_back({paper, i, pages.size(), pages[i]});
    return leaves;
}

PagesView::PagesView(wxWindow* owner, Workstation& workstation, Shell& shell, Use use)
    : Cover(owner), m_workstation(workstation), m_shell(shell), m_editing(use == Use::editing)
{
    build(use);
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { onKey(event); });
}

void PagesView::build(Use use)
{
    m_title = new WrappedText(this, {}, theme::Text::heading);
    m_sheet = new PageSheet(this);
    auto* buttons = new wxWrapSizer(wxHORIZONTAL);
    const auto add = [&](const wxString& label, const wxString& key, void (PagesView::*act)()) {
        auto* button = new ActionButton(this, label, key, ActionButton::Weight::plain);
        button->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) {
            m_sheet->SetFocus(); // its keys go on working
            (this->*act)();
        });
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxTOP, FromDIP(8)));
        return button;
    };
    m_before = add(_("Page before"), _("PgUp"), &PagesView::goBack);
    m_next = add(_("Next page"), _("PgDn"), &PagesView::goOn);
    add(_("Turn"), "T", &PagesView::turn);
    m_zoom = add(_("Full size"), "Z", &PagesView::zoom);
    if (use == Use::editing) {
        add(_("Replace"), "P", &PagesView::replace);
        add(_("Remove"), _("Del"), &PagesView::remove);
    }
    auto* back = new ActionButton(this, _("Close"), "Esc", ActionButton::Weight::quiet);
    back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { close(); });
    buttons->Add(back, wxSizerFlags().Border(wxTOP, FromDIP(8)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_title, wxSizerFlags().Expand());
    column->Add(m_sheet, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(8)));
    column->Add(buttons, wxSizerFlags().Expand());
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(14)));
    SetSizer(padded);
}

void PagesView::open(std::vector<CopyLeaf> leaves, std::size_t at)
{
    if (leaves.empty())
        return;
    m_leaves = std::move(leaves);
    setWhole(true);
    openOver();
    goTo(std::min(at, m_leaves.size() - 1));
    m_sheet->SetFocus();
}

void PagesView::read(const Actor& reader, const Case& subject, std::function<bool()> isStillShown)
{
    if (subject.draft.copies.empty())
        return;
    m_workstation.background.run(
        m_lifetime,
        [&cases = m_workstation.cases, reader, number = subject.acceptanceNumber] {
            return cases.recordView(reader, number, "copies");
        },
        [this, leaves = leavesOf(subject.draft.copies), isStillShown = std::move(isStillShown)](
            auto answer) {
            const auto recorded = received(answer, m_shell, m_workstation.log);
            if (!recorded || !isStillShown())
                return;
            if (!*recorded)
                return m_shell.notify(Shell::Tone::warning, words::sentence(recorded->refusal()));
            open(leaves, 0);
        });
}

void PagesView::update(std::vector<CopyLeaf> leaves)
{
    if (!isOpen())
        return;
    if (leaves.empty())
        return close();
    m_leaves = std::move(leaves);
    goTo(std::min(m_at, m_leaves.size() - 1));
}

void PagesView::closing()
{
    m_image = wxImage{}; // nobody's papers stay
    m_loaded.clear();
    m_sheet->showWords({});
}

void PagesView::goTo(std::size_t at)
{
    if (at >= m_leaves.size())
        return;
    m_at = at;
    const auto& leaf = m_leaves[m_at];
    // TRANSLATORS: a paper, number of its page, number of its pages
    m_title->setText(wxString::Format(_("%s: page %u of %u"),
                                      words::name(leaf.paper),
                                      static_cast<unsigned>(leaf.number + 1),
                                      static_cast<unsigned>(leaf.count)));
    m_before->setReason(m_at > 0 ? wxString{} : _("This is the first page."));
    m_next->setReason(m_at + 1 < m_leaves.size() ? wxString{} : _("This is the last page."));
    if (m_loaded == leaf.page.image.sha256)
        showPage();
    else
        load();
    Layout();
}

void PagesView::load()
{
    const auto image = m_leaves[m_at].page.image;
    m_sheet->showWords(_("The page is being read ..."));
    m_workstation.background.run(
        m_lifetime,
        [&cases = m_workstation.cases, image] {
            const auto jpeg = cases.attachment(image);
            return std::pair{image.sha256, jpeg ? decodedPicture(*jpeg) : std::nullopt};
        },
        [this](auto answer) {
            const auto read = received(answer, m_shell, m_workstation.log);
            if (!isOpen() || (read && m_leaves[m_at].page.image.sha256 != read->first))
                return;
            if (!read || !read->second)
                return m_sheet->showWords(_("The page cannot be shown."));
            m_loaded = read->first;
            m_image = imageOf(*read->second);
            showPage();
        });
}

void PagesView::showPage()
{
    m_sheet->show(turned(m_image, m_leaves[m_at].page.turns));
}

void PagesView::turn()
{
    auto& leaf = m_leaves[m_at];
    leaf.page.turns = (leaf.page.turns + 1) % fullTurn;
    if (m_loaded == leaf.page.image.sha256)
        showPage();
    if (m_turned)
        m_turned(CopyLeaf{leaf});
}

void PagesView::zoom()
{
    setWhole(!m_sheet->isWhole());
    Layout();
}

void PagesView::setWhole(bool whole)
{
    m_sheet->setWhole(whole);
    m_zoom->setLabel(whole ? _("Full size") : _("Whole page"));
}

void PagesView::replace()
{
    if (m_editing && m_replace)
        m_replace(CopyLeaf{m_leaves[m_at]});
}

void PagesView::remove()
{
    if (m_editing && m_remove)
        m_remove(CopyLeaf{m_leaves[m_at]});
}

void PagesView::goBack()
{
    if (m_at > 0)
        goTo(m_at - 1);
}

void PagesView::goOn()
{
    goTo(m_at + 1);
}

void PagesView::advance()
{
    if (m_at + 1 < m_leaves.size())
        goTo(m_at + 1);
    else
        close();
}

void PagesView::onKey(wxKeyEvent& event)
{
    const auto key = event.GetKeyCode();
    const auto isPlain = event.GetModifiers() == wxMOD_NONE;
    const auto isEnter = key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
    // Where pages are edited, the case's page has a watch on an Enter that is held down.
    const auto isOthers = isEnter && (m_editing || wxDynamicCast(FindFocus(), wxButton));
    if (!isPlain || !isOpen() || isOthers || !takeKey(key))
        event.Skip();
}

bool PagesView::takeKey(int keyCode)
{
    const auto whole = m_sheet->isWhole();
    switch (keyCode) {
    case WXK_ESCAPE:
        close();
        return true;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        goOn();
        return true;
    case WXK_PAGEUP:
        goBack();
        return true;
    case WXK_PAGEDOWN:
        goOn();
        return true;
    case WXK_LEFT:
        whole ? goBack() : m_sheet->move(-1, 0);
        return true;
    case WXK_RIGHT:
        whole ? goOn() : m_sheet->move(1, 0);
        return true;
    case WXK_UP:
    case WXK_DOWN:
        m_sheet->move(0, keyCode == WXK_UP ? -1 : 1);
        return true;
    case 'T':
        turn();
        return true;
    case 'Z':
        zoom();
        return true;
    case 'P':
        replace();
        return m_editing;
    case WXK_DELETE:
        remove();
        return m_editing;
    default:
        return false;
    }
}

} // namespace guitai
