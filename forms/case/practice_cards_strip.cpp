#include "forms/case/practice_cards_strip.h"

#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/native_style.h"
#include "forms/wording/reader_words.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guitai
{

namespace
{

wxString labelOf(const PracticeCard& card)
{
    // TRANSLATORS: name, age
    auto label = wxString::Format(_("%s, %d years"), toUi(card.holder), card.age);
    if (card.document != HolderNumber::Document::residentCard)
        label += " (" + words::name(card.document) + ")";
    return label;
}

} // namespace

PracticeCardsStrip::PracticeCardsStrip(wxWindow* parent, PracticeCards& cards)
    : Card(parent, theme::Role::cautionSoft, theme::Role::cautionBorder), m_cards(cards)
{
    auto* label = new wxStaticText(this, wxID_ANY, _("Training: on the &reader lies the card of"));
    m_choice = new ValueChoice<std::size_t>(this, wxID_ANY);
    auto values = std::vector<std::pair<std::size_t, wxString>>{};
    for (std::size_t i = 0; i < cards.cards().size(); ++i)
        values.emplace_back(i, labelOf(cards.cards()[i]));
    m_choice->offer(values);
    m_choice->setValue(0);
    nameForScreenReaders(m_choice, _("Card on the practice reader"));
    native::setMnemonicTarget(label, m_choice);
    giveFieldHeight(m_choice);
    m_layDown = new ActionButton(this, _("&Lay it down"), {}, ActionButton::Weight::plain);
    m_layDown->SetName("practice.layDown");
    m_choice->SetName("practice.card");
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(label, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(m_choice, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(m_layDown, wxSizerFlags().CentreVertical());
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(row, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(8)));
    SetSizer(padded);
    m_layDown->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (const auto chosen = m_choice->value())
            m_cards.layDown(*chosen);
    });
}

} // namespace guitai
