#include "forms/case/electronic_part.h"

#include "forms/case/amounts.h"
#include "forms/money/paid_claim_dialog.h"
#include "forms/text.h"
#include "forms/widgets/form_grid.h"
#include "forms/wording/payment_words.h"
#include "services/utf8.h"

#include <wx/sizer.h>

#include <algorithm>

namespace guitai
{

namespace
{

constexpr std::size_t shortestPaymentCode = 16; ///< 16 to 24 digits
constexpr std::size_t shownDigits = 5;          ///< of the acceptance number

/// "王梅" → "王*", "欧阳小梅" → "欧**梅": the first and, of long names, the last character.
wxString maskedName(const std::string& name)
{
    const auto whole = toUi(name);
    if (whole.length() < 2)
        return whole;
    const auto last = whole.length() > 2 ? wxString(whole.Last()) : wxString{};
    const auto hidden = whole.length() - 1 - last.length();
    return wxString(whole[0]) + wxString('*', hidden) + last;
}

wxString labelOf(GatewayChannel channel)
{
    switch (channel) {
    case GatewayChannel::weChat:
        return _("&WeChat Pay");
    case GatewayChannel::alipay:
        return _("A&lipay");
    case GatewayChannel::platform:
        return _("Munici&pal payment platform");
    }
    return {};
}

wxString keyOf(GatewayChannel channel)
{
    switch (channel) {
    case GatewayChannel::weChat:
        return "Alt+W";
    case GatewayChannel::alipay:
        return "Alt+L";
    case GatewayChannel::platform:
        return "Alt+P";
    }
    return {};
}

} // namespace

ElectronicPart::ElectronicPart(wxWindow* parent, CaseSession& session, ElectronicPayment& payment)
    : wxPanel(parent), m_session(session), m_payment(payment)
{
    m_ways = new wxPanel(this);
    m_ways->SetSizer(buildWays());
    m_note = new Note(this);
    m_panel = new CodePanel(this, session.station().clock);
    m_panel->onGiveUp([this] { giveUp(); });
    m_panel->Hide();
    m_claim = new ActionButton(
        this, _("The person says &it is paid..."), "Alt+I", ActionButton::Weight::quiet);
    m_claim->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { hearClaim(); });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_ways, wxSizerFlags().Expand());
    column->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    column->Add(m_panel, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    column->Add(m_claim, wxSizerFlags().Border(wxTOP, FromDIP(10)));
    if (payment.practice != nullptr) {
        m_practice = new PracticeStrip(this, session, payment);
        m_practice->onPaymentCode([this](const std::string& code) { payByCode(code); });
        column->Add(m_practice, wxSizerFlags().Expand().Border(wxTOP, FromDIP(14)));
    }
    SetSizer(column);
    m_session.station().feed.listen(m_lifetime, [this](const PaymentChange& change) {
        const auto& confirmed = m_session.confirmed();
        const auto isOurs = [&](const ChargeItem& item) {
            return confirmed && item.acceptanceNumber == confirmed->acceptanceNumber;
        };
        if (std::ranges::any_of(change.view.items, isOurs))
            take(change.view);
    });
}

wxSizer* ElectronicPart::buildWays()
{
    auto grid = FormGrid{m_ways};
    grid.section(_("By telephone"), _("the person scans a code here, or shows one"));
    auto* buttons = new wxPanel(m_ways);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (const auto channel : m_payment.channels) {
        auto* button = new ActionButton(
            buttons, labelOf(channel), keyOf(channel), ActionButton::Weight::plain);
        button->Bind(wxEVT_BUTTON, [this, channel](wxCommandEvent&) { showCode(channel); });
        row->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    }
    buttons->SetSizer(row);
    grid.wide(buttons);
    if (m_payment.takesPaymentCodes) {
        m_codeField = grid.row<NoteField>(_("Pay&ment code"), NoteField::Look::number);
        m_codeField->setSpokenName(_("Payment code"));
        m_codeField->setRemark(_("scan the person's telephone"));
    }
    return grid.sizer();
}

void ElectronicPart::load()
{
    m_view.reset();
    m_settledTold = false;
    m_note->say(Note::Tone::plain, {});
    if (m_codeField) {
        m_codeField->setValue({});
        m_codeField->setProblem({});
    }
    m_busy = true;
    refreshParts();
    m_session.run([&desk = m_payment.desk,
                   number = m_session.confirmed()->acceptanceNumber] { return desk.view(number); },
                  [this](const std::optional<PaymentView>& view) {
                      m_busy = false;
                      if (view)
                          take(*view);
                      else
                          refreshParts();
                  },
                  [this] {
                      m_busy = false;
                      refreshParts();
                  });
}

const AttemptView* ElectronicPart::shownAttempt() const
{
    if (!m_view || m_view->attempts.empty() || m_view->free)
        return nullptr;
    return &m_view->attempts.front();
}

wxString ElectronicPart::waitingFor() const
{
    if (m_busy)
        return _("The question is on its way ...");
    const auto* attempt = shownAttempt();
    return attempt ? words::sentence(attempt->stage) : wxString{};
}

bool ElectronicPart::looksLikePaymentCode(const std::string& typed)
{
    return typed.size() >= shortestPaymentCode &&
           std::ranges::all_of(typed, [](char c) { return c >= '0' && c <= '9'; });
}

bool ElectronicPart::takeEnter()
{
    if (!m_codeField || !m_codeField->text()->HasFocus() || m_codeField->value().empty())
        return false;
    payByCode(m_codeField->value());
    return true;
}

void ElectronicPart::payByCode(const std::string& scanned)
{
    if (m_codeField)
        m_codeField->setValue({}); // a code is good for one payment; it stays nowhere in sight
    ask([actor = m_session.shell().actor(),
         number = m_session.confirmed()->acceptanceNumber,
         scanned](PaymentDesk& desk) { return desk.payByCode(actor, number, scanned); });
}

void ElectronicPart::showCode(GatewayChannel channel)
{
    ask([actor = m_session.shell().actor(),
         number = m_session.confirmed()->acceptanceNumber,
         channel](PaymentDesk& desk) { return desk.showCode(actor, number, channel); });
}

void ElectronicPart::giveUp()
{
    // The code leaves both screens before the provider is asked to close it.
    m_panel->clear();
    m_session.shell().showCitizen(
        {.kind = CitizenView::Kind::working, .sentence = words::sentence(PaymentStage::closing)});
    ask([actor = m_session.shell().actor(), number = m_session.confirmed()->acceptanceNumber](
            PaymentDesk& desk) { return desk.giveUp(actor, number); });
}

void ElectronicPart::hearClaim()
{
    if (!m_view || m_view->attempts.empty())
        return;
    PaidClaimDialog{
        wxGetTopLevelParent(this),
        m_session.station(),
        m_session.shell(),
        PaidClaimDialog::About{m_session.confirmed()->acceptanceNumber, m_view->attempts.front()}}
        .ShowModal();
}

void ElectronicPart::leave()
{
    // While money may still come, the person goes on seeing what is asked for, whatever page the
    // clerk looks at meanwhile.
    if (isOpen() && shownAttempt())
        return;
    m_panel->clear();
    m_session.shell().showCitizen({});
}

bool ElectronicPart::isOpen() const
{
    return !m_view || m_view->state == ChargeState::open;
}

/// One question at a time: a second key while one is on its way does nothing.
void ElectronicPart::ask(std::function<Result<PaymentView>(PaymentDesk&)> question)
{
    if (m_busy)
        return;
    m_busy = true;
    m_note->say(Note::Tone::plain, {});
    refreshParts();
    m_session.run(
        [&payment = m_payment, question = std::move(question)] {
            auto answer = question(payment.desk);
            payment.wake();
            return answer;
        },
        [this](const Result<PaymentView>& answer) {
            m_busy = false;
            if (answer)
                return take(answer.value());
            m_note->say(Note::Tone::bad, words::sentence(answer.refusal()));
            refreshParts();
        },
        [this] {
            // The store failed; what is true is asked anew, never guessed.
            load();
        });
}

void ElectronicPart::take(const PaymentView& view)
{
    m_view = view;
    m_busy = false;
    refreshParts();
    const auto settled = view.state == ChargeState::settled || view.state == ChargeState::overpaid;
    if (settled && !m_settledTold) {
        m_settledTold = true;
        tellCitizen();
        if (m_settled)
            m_settled();
    }
}

void ElectronicPart::refreshParts()
{
    const auto* attempt = shownAttempt();
    const auto open = isOpen();
    m_ways->Show(open && !attempt);
    m_ways->Enable(!m_busy);
    m_panel->Show(open && attempt);
    m_claim->Show(open && m_view && !m_view->attempts.empty());
    showPractice();
    if (attempt && open) {
        m_panel->show(*attempt);
        const auto closing = attempt->stage == PaymentStage::closing ||
                             attempt->stage == PaymentStage::frozen || m_busy;
        m_panel->setReason(closing ? waitingFor() : wxString{});
        tellCitizen();
    } else {
        m_panel->clear();
        if (m_view && open && !m_view->attempts.empty()) {
            const auto stage = m_view->attempts.front().stage;
            m_note->say(stage == PaymentStage::watched ? Note::Tone::caution : Note::Tone::plain,
                        words::sentence(stage));
            m_session.shell().showCitizen({});
        }
    }
    Layout();
    if (m_changed)
        m_changed();
}

/// The practice person holds the telephone as long as the newest code may be paid, also by somebody
/// who photographed it.
void ElectronicPart::showPractice()
{
    if (!m_practice)
        return;
    auto newest = std::optional<AttemptView>{};
    if (m_view && !m_view->attempts.empty())
        newest = m_view->attempts.front();
    m_practice->showOrder(newest);
}

void ElectronicPart::tellCitizen()
{
    const auto& confirmed = m_session.confirmed();
    if (!confirmed || !m_view || m_view->attempts.empty())
        return;
    const auto& attempt = m_view->attempts.front();
    auto view = CitizenView{};
    view.amount = yuan(attempt.amount);
    view.what =
        confirmed->charge.lines.empty() ? wxString{} : toUi(confirmed->charge.lines.front().title);
    view.person = maskedName(confirmed->draft.applicant.name);
    const auto& number = confirmed->acceptanceNumber;
    view.caseTail = toUi(number.substr(number.size() - std::min(number.size(), shownDigits)));
    view.channel = words::name(attempt.channel);
    view.sentence = words::sentence(attempt.stage);
    if (attempt.stage == PaymentStage::paid) {
        view.kind = CitizenView::Kind::paid;
    } else if (!attempt.code.empty()) {
        view.kind = CitizenView::Kind::scan;
        view.code = attempt.code;
        view.until = attempt.shownUntil;
        view.from = attempt.shownFrom;
    } else {
        view.kind = CitizenView::Kind::working;
    }
    m_session.shell().showCitizen(view);
}

} // namespace guitai
