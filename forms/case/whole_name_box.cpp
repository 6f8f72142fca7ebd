#include "forms/case/whole_name_box.h"

#include "forms/case/step_page.h"

#include <wx/sizer.h>

namespace guitai
{

WholeNameBox::WholeNameBox(wxWindow* parent,
                           CaseSession& session,
                           std::string path,
                           ChipIn chip,
                           std::function<void()> after)
    : wxPanel(parent), m_session(session), m_path(std::move(path))
{
    m_words = new Note(this);
    m_whole =
        new ActionButton(this, _("The name is &whole: compared"), {}, ActionButton::Weight::plain);
    m_whole->Bind(wxEVT_BUTTON,
                  [this, chip = std::move(chip), after = std::move(after)](wxCommandEvent&) {
                      m_session.edit([&](Draft& next) {
                          if (auto& copy = chip(next))
                              copy->nameIsWhole = true;
                      });
                      after();
                  });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_words, wxSizerFlags().Expand());
    column->Add(m_whole, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    SetSizer(column);
    Hide();
}

void WholeNameBox::show()
{
    const auto problem = m_session.problemAt(m_path);
    const auto asks = problem && problem->refusal.code == Refusal::Code::nameMayGoOn;
    if (asks)
        m_words->say(Note::Tone::caution,
                     _("The chip has room for 15 characters only, and this name fills them. Look "
                       "into the household register before you go on."));
    if (IsShown() == asks)
        return;
    Show(asks);
    layOutAround(this);
}

} // namespace guitai
