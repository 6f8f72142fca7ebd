#include "forms/widgets/cover.h"

#include "forms/widgets/theme.h"

#include <wx/scrolwin.h>

namespace guitai
{

Cover::Cover(wxWindow* owner)
    : wxPanel(owner, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL), m_owner(owner)
{
    theme::paint(this, {.background = theme::Role::window});
    Hide();
    owner->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (m_open)
            fill();
    });
}

void Cover::fill()
{
    SetSize(wxRect(m_owner->GetClientSize()));
    Layout();
}

void Cover::openOver()
{
    if (m_open)
        return;
    m_open = true;
    for (auto* child : m_owner->GetChildren())
        if (child != this && child->IsShown() && !child->IsTopLevel()) {
            m_hidden.push_back(child);
            child->Hide();
        }
    if (auto* scrolled = dynamic_cast<wxScrolledWindow*>(m_owner)) {
        scrolled->Scroll(0, 0);
        scrolled->SetVirtualSize(scrolled->GetClientSize());
    }
    Show();
    fill();
    Raise();
}

void Cover::close()
{
    if (!m_open)
        return;
    closing();
    m_open = false;
    Hide();
    for (auto* child : m_hidden)
        child->Show();
    m_hidden.clear();
    m_owner->Layout();
    if (auto* scrolled = dynamic_cast<wxScrolledWindow*>(m_owner))
        scrolled->FitInside();
    if (m_closed)
        m_closed();
}

} // namespace guitai
