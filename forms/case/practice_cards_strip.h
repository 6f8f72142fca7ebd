#pragma once

#include "forms/card_station.h"
#include "forms/case/value_choice.h"
#include "forms/widgets/note.h"

namespace guitai
{

class ActionButton;

/// In training mode only: which made-up person's card is laid on the reader.
class PracticeCardsStrip final : public Card
{
public:
    PracticeCardsStrip(wxWindow* parent, PracticeCards& cards);

    ValueChoice<std::size_t>* choice() const { return m_choice; }
    ActionButton* button() const { return m_layDown; }

private:
    PracticeCards& m_cards;
    ValueChoice<std::size_t>* m_choice = nullptr;
    ActionButton* m_layDown = nullptr;
};

} // namespace guitai
