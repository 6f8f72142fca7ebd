#include "forms/case/practice_strip.h"

#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/wrapped_text.h"
#include "forms/wording/payment_words.h"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace guitai
{

namespace
{

std::vector<std::pair<PracticeHabit, wxString>> habits()
{
    using enum PracticeHabit;
    return {{paysSoon, _("scans and pays after some seconds")},
            {paysAtOnce, _("pays at once")},
            {paysLate, _("photographs the code, pays a minute later")},
            {walksOff, _("scans, then walks off")},
            {hasNoMoney, _("has no money")},
            {doesNothing, _("does nothing")}};
}

/// Whether the person can still do something with the code of the attempt.
bool isPayable(const AttemptView& attempt)
{
    return attempt.mode == AttemptMode::code &&
           (moneyMayArrive(attempt.state) || attempt.state == AttemptState::watch);
}

} // namespace

PracticeStrip::PracticeStrip(wxWindow* parent, CaseSession& session, ElectronicPayment& payment)
    : Card(parent, theme::Role::cautionSoft, theme::Role::cautionBorder), m_session(session),
      m_phone(*payment.practice)
{
    auto* title =
        new WrappedText(this, _("Training: nobody pays. Choose what the practice person does."));
    auto* label = new wxStaticText(this, wxID_ANY, _("With the ne&xt code"));
    m_habit = new ValueChoice<PracticeHabit>(this, wxID_ANY);
    m_habit->offer(habits());
    m_habit->setValue(PracticeHabit::paysSoon);
    nameForScreenReaders(m_habit, _("What the practice person does with the next code"));
    giveFieldHeight(m_habit);
    auto* choice = new wxBoxSizer(wxHORIZONTAL);
    choice->Add(label, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(8)));
    choice->Add(m_habit, wxSizerFlags(1).CentreVertical());
    m_scans = new ActionButton(this, _("Scans now"), {}, ActionButton::Weight::plain);
    m_pays = new ActionButton(this, _("Pa&ys now"), {}, ActionButton::Weight::plain);
    auto* buttons = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto add = [&](ActionButton* button) {
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxTOP, FromDIP(8)));
    };
    add(m_scans);
    add(m_pays);
    if (payment.takesPaymentCodes)
        for (const auto channel : payment.channels) {
            // TRANSLATORS: the practice person holds out the payment code of this wallet
            auto* button =
                new ActionButton(this,
                                 wxString::Format(_("Shows a code of %s"), words::name(channel)),
                                 {},
                                 ActionButton::Weight::plain);
            button->Bind(wxEVT_BUTTON,
                         [this, channel](wxCommandEvent&) { showPaymentCode(channel); });
            add(button);
        }
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(title, wxSizerFlags().Expand());
    column->Add(choice, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    column->Add(buttons, wxSizerFlags().Expand());
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    SetSizer(padded);
    m_habit->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { adopt(); });
    m_scans->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { scanNow(); });
    m_pays->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { payNow(); });
    showOrder({});
    adopt(); // a page before may have left another one
}

void PracticeStrip::showOrder(const std::optional<AttemptView>& attempt)
{
    m_attempt = attempt && isPayable(*attempt) ? attempt : std::nullopt;
    const auto none = m_attempt ? wxString{} : _("No code is shown that could be paid.");
    m_scans->setReason(none);
    m_pays->setReason(none);
}

void PracticeStrip::adopt()
{
    if (const auto habit = m_habit->value())
        m_session.run(
            [&phone = m_phone, habit = *habit] {
                phone.adopt(habit);
                return Done{};
            },
            [](const Done&) {},
            [] {});
}

void PracticeStrip::scanNow()
{
    act(false);
}

void PracticeStrip::payNow()
{
    act(true);
}

void PracticeStrip::act(bool pays)
{
    if (!m_attempt)
        return;
    m_session.run(
        [&phone = m_phone, pays, channel = m_attempt->channel, order = m_attempt->orderNumber] {
            return pays ? phone.pay(channel, order) : phone.scan(channel, order);
        },
        [this](bool worked) {
            if (!worked)
                m_session.shell().notify(Shell::Tone::information,
                                         _("Training: the telephone refuses this code now."));
        },
        [] {});
}

void PracticeStrip::showPaymentCode(GatewayChannel channel)
{
    const auto habit = m_habit->value().value_or(PracticeHabit::paysSoon);
    if (m_read)
        m_read(m_phone.paymentCode(channel, habit));
}

} // namespace guitai
