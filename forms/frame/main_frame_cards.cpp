#include "forms/case/case_flow_page.h"
#include "forms/frame/band.h"
#include "forms/frame/main_frame.h"
#include "forms/frame/self_test_words.h"
#include "forms/text.h"
#include "forms/wording/reader_words.h"
#include "forms/wording/words.h"
#include "services/cases/card_use.h"

namespace guitai
{

// What the card reader brings to the window around the pages.

namespace
{

/// Longer, and it may be another resident's case that begins.
constexpr auto keptFor = std::chrono::seconds{60};

} // namespace

void MainFrame::hearReader(const ReaderReport& report)
{
    const auto state = report.state == ReaderState::read ? ReaderState::waiting : report.state;
    m_band->showLights({lineOf(state)});
    if (!isWorking())
        return; // whose card it is, is nobody's business now
    if (report.reading)
        return takeCard(*report.reading);
    if (report.state == ReaderState::unreadable) {
        auto sentence = words::sentence(report.state);
        if (!report.refusals.empty())
            sentence += " " + words::sentence(report.refusals.front());
        notify(Tone::warning, sentence);
    }
}

/// The page in front takes the card; at the start page it waits for the case that it begins.
void MainFrame::takeCard(const CardReading& reading)
{
    m_idle.touch();
    if (m_dialog)
        return; // somebody signs in; the card is laid down again afterwards
    m_waitingCard.reset();
    if (page(m_view).takeCard(reading))
        return;
    if (m_view == View::home && isPermitted(actor().role, Operation::takeCase)) {
        m_waitingCard = {reading, m_workstation.clock.sinceBoot()};
        // TRANSLATORS: name of the card's holder
        notify(Tone::information,
               wxString::Format(_("The card of %s was read. F5 begins a case with it."),
                                toUi(holderName(reading.card))));
        return;
    }
    notify(Tone::information, _("A card was read; this page has no use for it."));
}

/// The card that was read at the start page goes into the case that begins right then.
void MainFrame::useWaitingCard()
{
    const auto waiting = std::exchange(m_waitingCard, std::nullopt);
    if (waiting && m_workstation.clock.sinceBoot() - waiting->at <= keptFor)
        page(View::caseFlow).takeCard(waiting->reading);
}

} // namespace guitai
