#include "forms/case/card_intake.h"

#include "forms/text.h"
#include "services/rules/citizen_number.h"

#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace guitai
{

CardIntake::CardIntake(wxWindow* parent, CaseSession& session, std::function<void(CardUse)> taken)
    : wxPanel(parent), m_session(session), m_taken(std::move(taken))
{
    m_words = new Note(this);
    auto* buttons = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto add = [&](const wxString& label) {
        auto* button = new ActionButton(this, label, {}, ActionButton::Weight::plain);
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxTOP, FromDIP(8)));
        return button;
    };
    m_answers = {add(_("The applicant's card (&Q)")),
                 add(_("The guardian's card (&W)")),
                 add(_("The proxy's card (&E)"))};
    m_none = add(_("Leave it out (&Z)"));
    for (const auto each : {CardUse::applicant, CardUse::guardian, CardUse::proxy})
        answer(each)->Bind(wxEVT_BUTTON, [this, each](wxCommandEvent&) {
            if (const auto reading = std::exchange(m_reading, std::nullopt))
                use(each, *reading);
        });
    m_none->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { dismiss(); });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_words, wxSizerFlags().Expand());
    column->Add(buttons, wxSizerFlags().Expand());
    auto* frame = new wxBoxSizer(wxVERTICAL);
    frame->Add(column, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(22)));
    SetSizer(frame);
    Hide();
}

void CardIntake::take(const CardReading& reading, Step step)
{
    if (m_session.confirmed()) {
        m_session.shell().notify(Shell::Tone::information,
                                 _("A card was read. This case is confirmed: its entries stay."));
        return;
    }
    dismiss();
    const auto fit = cardFit(m_session.draft(), step, reading.card, m_session.today());
    if (fit.use)
        return use(*fit.use, reading);
    if (fit.refusal)
        return m_session.shell().notify(Shell::Tone::warning, words::sentence(*fit.refusal));
    ask(reading, fit.choices);
}

void CardIntake::ask(const CardReading& reading, const std::vector<CardUse>& choices)
{
    m_reading = reading;
    // TRANSLATORS: name and masked number of the card's holder
    m_words->say(Note::Tone::caution,
                 wxString::Format(_("Another person's card was read: %s, %s. Whose is it in this "
                                    "case? What is entered there is replaced."),
                                  toUi(holderName(reading.card)),
                                  toUi(maskedCitizenNumber(holderNumber(reading.card)))));
    for (const auto each : {CardUse::applicant, CardUse::guardian, CardUse::proxy})
        answer(each)->Show(std::ranges::find(choices, each) != choices.end());
    showIt(true);
}

void CardIntake::use(CardUse use, const CardReading& reading)
{
    showIt(false);
    m_session.shell().clearNotice();
    m_session.edit([&](Draft& next) { takeCard(next, use, reading); });
    if (use == CardUse::applicant)
        keepPortrait(reading);
    m_taken(use);
}

/// The portrait is kept as it came; a licensed decoder may show it.
void CardIntake::keepPortrait(const CardReading& reading)
{
    if (reading.photo.empty())
        return;
    m_session.run([&desk = m_session.station().cases,
                   actor = m_session.shell().actor(),
                   portrait = reading.photo] { return desk.keepPortrait(actor, portrait); },
                  [this, number = holderNumber(reading.card)](const Result<AttachmentRef>& kept) {
                      if (kept)
                          m_session.edit([&](Draft& next) {
                              if (next.applicant.chip && next.applicant.chip->number == number)
                                  next.applicant.chip->portrait = kept.value();
                          });
                  },
                  [] {});
}

void CardIntake::dismiss()
{
    m_reading.reset();
    showIt(false);
}

void CardIntake::showIt(bool shown)
{
    if (IsShown() == shown)
        return;
    Show(shown);
    layOutAround(this);
}

} // namespace guitai
