#include "forms/case/code_panel.h"

#include "forms/case/amounts.h"
#include "forms/wording/payment_words.h"
#include "forms/wording/words.h"

#include <wx/sizer.h>

#include <algorithm>

namespace guitai
{

namespace
{

constexpr int tickMilliseconds = 500;
constexpr int codeSize = 236;

Note::Tone toneOf(PaymentStage stage)
{
    switch (stage) {
        using enum PaymentStage;
    case paid:
    case refunded:
        return Note::Tone::good;
    case none:
    case preparing:
    case codeShown:
    case scanned:
    case userPaying:
    case closed:
    case refunding:
        return Note::Tone::plain;
    case closing:
    case watched:
        return Note::Tone::caution;
    case unknown:
    case paidLate:
    case frozen:
        return Note::Tone::bad;
    }
    return Note::Tone::bad;
}

} // namespace

wxString minutesAndSeconds(std::chrono::seconds left)
{
    constexpr auto minute = 60;
    const auto seconds = std::max<long long>(0, left.count());
    return wxString::Format("%lld:%02lld", seconds / minute, seconds % minute);
}

CodePanel::CodePanel(wxWindow* parent, const Clock& clock)
    : wxPanel(parent), m_clock(clock), m_timer(this)
{
    m_code = new QrView(this, FromDIP(wxSize(codeSize, codeSize)));
    m_channel = new WrappedText(this, {}, theme::Text::title);
    m_time = new WrappedText(this, {}, theme::Text::normal, theme::Role::mutedText);
    m_state = new Note(this);
    m_button = new ActionButton(
        this, _("Withdraw the &code, pay otherwise"), "Alt+C", ActionButton::Weight::plain);
    m_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (m_giveUp)
            m_giveUp();
    });
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(m_channel, wxSizerFlags().Expand());
    words->Add(m_state, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    words->Add(m_time, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    words->Add(m_button, wxSizerFlags().Border(wxTOP, FromDIP(18)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_code, wxSizerFlags());
    row->Add(words, wxSizerFlags(1).Expand().Border(wxLEFT, FromDIP(24)));
    SetSizer(row);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { showTime(); });
}

void CodePanel::show(const AttemptView& attempt)
{
    m_attempt = attempt;
    m_code->show(attempt.code);
    m_code->Show(attempt.mode == AttemptMode::code);
    m_channel->setText(words::name(attempt.channel) + wxString::FromUTF8(" · ") +
                       yuan(attempt.amount));
    m_state->say(toneOf(attempt.stage), words::sentence(attempt.stage));
    showTime();
    if (!m_timer.IsRunning())
        m_timer.Start(tickMilliseconds);
    Layout();
}

void CodePanel::clear()
{
    m_attempt.reset();
    m_timer.Stop();
    m_code->show({});
}

void CodePanel::showTime()
{
    if (!m_attempt || m_attempt->code.empty()) {
        m_time->setText({});
        return;
    }
    const auto left = m_attempt->shownUntil - m_clock.now();
    // The end of the time is no failure: whether somebody paid is asked for first.
    m_time->setText(left.count() > 0
                        ? wxString::Format(_("%s left"), minutesAndSeconds(left))
                        : _("The time is over; the code is being closed, one moment ..."));
}

} // namespace guitai
