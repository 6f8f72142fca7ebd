#include "forms/case/payment_step.h"

#include "forms/case/amounts.h"
#include "forms/case/payment_note.h"
#include "forms/text.h"
#include "services/payments/drawer_pieces.h"

#include <wx/wrapsizer.h>

#include <array>

namespace guitai
{

namespace
{

constexpr std::array noteKeys{10, 20, 50, 100};
constexpr std::array noteLetters{'A', 'S', 'D', 'F'};

std::string plainAmount(Money amount)
{
    auto text = amount.text();
    if (text.ends_with(".00"))
        text.resize(text.size() - 3);
    return text;
}

} // namespace

PaymentStep::PaymentStep(wxWindow* parent, CaseSession& session, StepHost& host)
    : StepPage(parent, session, host)
{
    heading(_("Payment"), {});
    column()->Add(buildAmounts(), wxSizerFlags().Expand());
    m_note = new Note(this);
    column()->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    m_approval = new ApprovalPanel(this, session);
    m_approval->onDecided([this] { focusFirst(); });
    column()->Add(m_approval, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    m_cash = new wxPanel(this);
    auto* cash = new wxBoxSizer(wxVERTICAL);
    cash->Add(buildNoteKeys(), wxSizerFlags().Expand());
    m_cash->SetSizer(cash);
    column()->Add(m_cash, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    if (station().electronic) {
        m_electronic = new ElectronicPart(this, session, *station().electronic);
        m_electronic->onChange([this] {
            refresh();
            this->host().refreshActions();
            moveFocus();
        });
        m_electronic->onSettled([this] { reload(); });
        column()->Add(m_electronic, wxSizerFlags().Expand().Border(wxTOP, FromDIP(18)));
    }
    m_openShift =
        new ActionButton(this, _("&Open the shift"), "Alt+O", ActionButton::Weight::plain);
    m_openShift->Bind(wxEVT_BUTTON,
                      [this](wxCommandEvent&) { this->session().shell().openShift(); });
    column()->Add(m_openShift, wxSizerFlags().Border(wxTOP, FromDIP(12)));
    auto* change = new wxBoxSizer(wxVERTICAL);
    m_change = new WrappedText(this, {}, theme::Text::huge);
    m_pieces = new WrappedText(this, {}, theme::Text::normal, theme::Role::mutedText);
    change->Add(m_change, wxSizerFlags().Expand());
    change->Add(m_pieces, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    column()->Add(change, wxSizerFlags().Expand().Border(wxTOP, FromDIP(18)));
}

wxSizer* PaymentStep::buildAmounts()
{
    m_due = new WrappedText(this, {}, theme::Text::huge);
    m_lines = new WrappedText(this, {}, theme::Text::normal, theme::Role::mutedText);
    auto* amounts = new wxBoxSizer(wxVERTICAL);
    amounts->Add(m_due, wxSizerFlags().Expand());
    amounts->Add(m_lines, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    return amounts;
}

wxSizer* PaymentStep::buildNoteKeys()
{
    auto grid = FormGrid{m_cash};
    grid.section(_("Cash"),
                 station().electronic ? wxString{}
                                      : _("QR payment is switched off at this window"));
    m_tendered = grid.row<NoteField>(_("&Tendered"), NoteField::Look::number);
    m_tendered->setSpokenName(_("Tendered"));
    m_tendered->text()->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        m_checked->SetValue(false);
        quoteAgain();
    });
    place("tendered", m_tendered);
    auto* keys = new wxPanel(m_cash);
    auto* row = new wxWrapSizer(wxHORIZONTAL);
    auto* exact = new ActionButton(keys, _("&Exact"), {}, ActionButton::Weight::plain);
    exact->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { setTendered(due()); });
    row->Add(exact, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(8)));
    for (std::size_t i = 0; i < noteKeys.size(); ++i) {
        const auto value = std::int64_t{noteKeys[i]};
        auto* key = new ActionButton(
            keys,
            wxString::Format("+%lld (&%c)", static_cast<long long>(value), noteLetters[i]),
            {},
            ActionButton::Weight::plain);
        nameForScreenReaders(key,
                             wxString::Format(_("Add a note of %s"), yuan(Money::yuan(value))));
        key->Bind(wxEVT_BUTTON, [this, value](wxCommandEvent&) { addNote(value); });
        row->Add(key, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(8)));
    }
    keys->SetSizer(row);
    grid.wide(keys);
    m_checked = new wxCheckBox(m_cash, wxID_ANY, _("I have counted: the chan&ge is right"));
    m_checked->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { host().refreshActions(); });
    place("tendered.change", m_checked);
    grid.wide(m_checked);
    return grid.sizer();
}

Money PaymentStep::due() const
{
    const auto& confirmed = session().confirmed();
    return confirmed ? confirmed->charge.due : Money{};
}

void PaymentStep::load()
{
    m_tendered->setValue({});
    m_checked->SetValue(false);
    m_quote.reset();
    StepPage::load();
    quoteAgain();
    askForPieces();
    const auto& confirmed = session().confirmed();
    if (m_electronic && confirmed && confirmed->charge.due != Money{})
        m_electronic->load();
}

void PaymentStep::leaving()
{
    if (m_electronic)
        m_electronic->leave();
}

bool PaymentStep::takeEnter()
{
    if (!m_electronic || !m_electronic->IsShown())
        return false;
    if (m_tendered->text()->HasFocus() &&
        ElectronicPart::looksLikePaymentCode(m_tendered->value())) {
        // The scanner's digits land where the focus is.
        const auto scanned = m_tendered->value();
        m_tendered->setValue({});
        quoteAgain();
        m_electronic->payByCode(scanned);
        return true;
    }
    return m_electronic->takeEnter();
}

void PaymentStep::refresh()
{
    StepPage::refresh();
    m_approval->refresh();
    showState();
}

void PaymentStep::showState()
{
    const auto& confirmed = session().confirmed();
    if (!confirmed)
        return;
    m_due->setText(due() == Money{} ? _("Nothing to pay")
                                    : wxString::Format(_("To pay: %s"), yuan(due())));
    auto lines = wxString{};
    for (const auto& line : confirmed->charge.lines)
        lines += (lines.empty() ? wxString{} : wxString("\n")) + toUi(line.title) +
                 wxString::FromUTF8(" · ") + yuan(line.amount) +
                 (line.ground.empty() ? wxString{} : wxString::FromUTF8(" · ") + toUi(line.ground));
    m_lines->setText(lines);
    const auto paying = confirmed->state == CaseState::awaitingPayment;
    m_approval->Show(confirmed->state == CaseState::awaitingApproval);
    m_cash->Show(paying && cashIsFree());
    if (m_electronic)
        m_electronic->Show(paying && session().shell().shift());
    m_openShift->Show(paying && !session().shell().shift());
    const auto [tone, note] =
        paymentNote(*confirmed, session().shell().shift().has_value(), m_drawer);
    if (m_note->sentence() != note)
        m_note->say(tone, note);
    if (!paying)
        showSettled(*confirmed);
    layOutAround(m_note);
}

void PaymentStep::showSettled(const Case& confirmed)
{
    const auto byCash = confirmed.charge.tender == Tender::cash;
    const auto& change = confirmed.charge.change;
    m_change->setText(byCash ? wxString::Format(_("Change: %s"), yuan(change)) : wxString{});
    m_pieces->setText(byCash && change != Money{} ? pieces(changeIn(change)) : wxString{});
}

void PaymentStep::focusFirst()
{
    const auto& confirmed = session().confirmed();
    if (confirmed && confirmed->state == CaseState::awaitingApproval)
        m_approval->focusFirst();
    else if (confirmed && confirmed->state == CaseState::awaitingPayment)
        session().shell().shift() ? m_tendered->SetFocus() : m_openShift->SetFocus();
    else
        host().focusMainAction();
}

/// The code and the fields of cash take turns, and GTK gives no key to a window whose focus went
/// with what was hidden.
void PaymentStep::moveFocus()
{
    const auto isFree = cashIsFree();
    const auto* focused = FindFocus();
    const auto isElsewhere =
        focused && wxGetTopLevelParent(FindFocus()) != wxGetTopLevelParent(this);
    if (isFree == m_wasFree || !IsShownOnScreen() || isElsewhere)
        return;
    m_wasFree = isFree;
    if (isFree)
        focusFirst();
    else if (!focused || !focused->IsShownOnScreen() || !focused->IsEnabled())
        host().focusMainAction();
}

void PaymentStep::addNote(std::int64_t yuan)
{
    const auto before = typedAmount(m_tendered->value()).value_or(Money{});
    setTendered(before + Money::yuan(yuan));
}

void PaymentStep::setTendered(Money amount)
{
    m_tendered->setValue(plainAmount(amount));
    m_checked->SetValue(false);
    quoteAgain();
    m_tendered->SetFocus();
    m_tendered->text()->SetInsertionPointEnd();
}

void PaymentStep::quoteAgain()
{
    m_quote.reset();
    auto problem = wxString{};
    const auto amount = typedAmount(m_tendered->value());
    if (!m_tendered->value().empty() && !amount)
        problem = words::sentence(Refusal{Refusal::Code::malformed, "tendered"});
    if (amount) {
        const auto quote = quoteCash(due(), *amount, station().rules.cash, m_drawer);
        if (quote)
            m_quote = quote.value();
        else
            problem = words::sentence(quote.refusal());
    }
    m_tendered->setProblem(problem);
    showQuote();
    host().refreshActions();
}

void PaymentStep::showQuote()
{
    const auto suspicious = m_quote && m_quote->changeLooksWrong;
    m_checked->Show(suspicious);
    m_change->setText(m_quote ? wxString::Format(_("Change: %s"), yuan(m_quote->change))
                              : wxString{});
    m_change->setColour(suspicious ? theme::Role::bad : theme::Role::text);
    const auto isShort = m_quote && m_quote->changeIsShort;
    m_pieces->setColour(isShort ? theme::Role::bad : theme::Role::mutedText);
    if (isShort)
        m_pieces->setText(_("Change is short: the drawer should not hold it. Ask for another note, "
                            "or bring change in (F2)."));
    else
        m_pieces->setText(m_quote ? pieces(m_quote->changePieces) : wxString{});
    layOutAround(m_change);
}

wxString PaymentStep::whyNotPay() const
{
    if (m_busy)
        return _("The payment is being written down ...");
    if (!session().shell().shift())
        return words::sentence(Refusal{Refusal::Code::shiftNotOpen, "shift"});
    if (!m_quote)
        return _("Enter what was tendered (Alt+E: the exact amount).");
    if (m_quote->changeLooksWrong && !m_checked->GetValue())
        return wxString::Format(
            _("A change of %s is unusual: count again and tick the box (Space)."),
            yuan(m_quote->change));
    return {};
}

std::optional<MainAction> PaymentStep::mainAction()
{
    const auto& confirmed = session().confirmed();
    if (!confirmed)
        return std::nullopt;
    if (confirmed->state == CaseState::awaitingPayment && !cashIsFree())
        return MainAction{_("Waiting for the payment"), m_electronic->waitingFor(), [] {}};
    if (confirmed->state == CaseState::awaitingPayment)
        return MainAction{
            wxString::Format(_("Take %s"), yuan(due())), whyNotPay(), [this] { pay(); }};
    if (confirmed->state == CaseState::awaitingApproval)
        return MainAction{_("Take the money"), _("A supervisor has not decided yet."), [] {}};
    if (isDecidedAgainst(*confirmed))
        return MainAction{_("To the start page"), {}, [this] { session().shell().goHome(); }};
    return std::nullopt;
}

/// Where change runs short the clerk should know before a note is on the counter.
void PaymentStep::askForPieces()
{
    m_drawer.reset();
    const auto& confirmed = session().confirmed();
    if (!confirmed || confirmed->state != CaseState::awaitingPayment || !session().shell().shift())
        return;
    session().run(
        [&desk = station().cash, actor = session().shell().actor()]() -> std::optional<CashCount> {
            const auto shift = desk.openShiftOf(actor);
            return shift ? std::optional{likelyPieces(*shift)} : std::nullopt;
        },
        [this](const std::optional<CashCount>& drawer) {
            m_drawer = drawer;
            quoteAgain();
            showState();
        },
        [] {});
}

/// The money came by telephone: the journal has the accepted case.
void PaymentStep::reload()
{
    session().run([&cases = station().cases,
                   number = session().confirmed()->acceptanceNumber] { return cases.load(number); },
                  [this](const Result<Case>& settled) {
                      if (!settled)
                          return;
                      session().shell().clearNotice();
                      session().adopt(settled.value());
                      session().shell().refreshCounts();
                      host().focusMainAction();
                  },
                  [] {});
}

void PaymentStep::pay()
{
    if (!whyNotPay().empty())
        return;
    m_busy.begin();
    host().refreshActions();
    session().run(
        [&desk = station().cash,
         actor = session().shell().actor(),
         number = session().confirmed()->acceptanceNumber,
         tendered = m_quote->tendered,
         checked = m_checked->GetValue()] {
            return desk.payCash(actor, number, tendered, checked);
        },
        [this](const Result<Case>& paid) {
            m_busy.end();
            if (!paid) {
                m_tendered->setProblem(words::sentence(paid.refusal()));
                return host().refreshActions();
            }
            session().shell().clearNotice(); // such as that nothing is paid yet
            session().adopt(paid.value());
            session().shell().refreshCounts();
            host().focusMainAction();
        },
        [this] {
            // The store failed: whether the money is booked is asked anew, never guessed.
            m_busy.end();
            host().refreshActions();
        });
}

} // namespace guitai
