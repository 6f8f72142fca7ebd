#include "forms/money/paid_claim_dialog.h"

#include "forms/case/amounts.h"
#include "forms/case/note_field.h"
#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/note.h"
#include "forms/wording/money_words.h"
#include "forms/wording/payment_words.h"

#include <wx/sizer.h>

#include <algorithm>

namespace guitai
{

namespace
{

constexpr int claimWidth = 560;

/// One payment that bears the digits, in one line.
wxString lineAbout(const MoneyFile& file, const StationTime& time)
{
    const auto& attempt = *file.attempt;
    const auto since = attempt.paidAt.value_or(attempt.shownFrom);
    return wxString::Format(wxString::FromUTF8("%s · %s · %s · %s\n%s"),
                            toUi(file.name),
                            words::name(attempt.channel),
                            yuan(attempt.amount),
                            toUi(time.dateTimeText(since).substr(0, 16)),
                            words::sentence(attempt.stage));
}

} // namespace

PaidClaimDialog::PaidClaimDialog(wxWindow* parent,
                                 Workstation& workstation,
                                 Shell& shell,
                                 std::optional<About> about)
    : wxDialog(parent, wxID_ANY, _("The person says it is paid")), m_workstation(workstation),
      m_shell(shell), m_about(std::move(about))
{
    build();
    if (m_about) {
        take(m_about->attempt);
        ask();
    }
    m_workstation.feed.listen(m_lifetime, [this](const PaymentChange& change) {
        if (!m_about)
            return;
        const auto& attempts = change.view.attempts;
        const auto ours =
            std::ranges::find(attempts, m_about->attempt.orderNumber, &AttemptView::orderNumber);
        if (ours != attempts.end())
            take(*ours);
    });
}

void PaidClaimDialog::build()
{
    theme::paint(this, {.background = theme::Role::window});
    auto* rule = new WrappedText(this,
                                 _("Only the provider's own answer counts. A picture on the "
                                   "telephone proves nothing, and nothing is printed for it."));
    m_answer = new Note(this);
    m_wording = new WrappedText(this, {}, theme::Text::normal);
    auto grid = FormGrid{this};
    m_number = grid.row<NoteField>(_("Last &digits on the telephone"), NoteField::Look::number);
    m_number->setSpokenName(_("Last digits of the transaction number"));
    m_number->setRemark(_("of the transaction number, at least four"));
    m_found = new Note(this);
    auto* close = new ActionButton(this, _("&Close"), "Esc", ActionButton::Weight::plain);
    m_search = new ActionButton(this, _("&Search"), _("Enter"), ActionButton::Weight::main);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(close, wxSizerFlags(1).Expand().Border(wxRIGHT, FromDIP(8)));
    buttons->Add(m_search, wxSizerFlags(1).Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto above = wxSizerFlags().Expand().Border(wxTOP, FromDIP(10));
    column->Add(rule, wxSizerFlags().Expand());
    column->Add(m_answer, above);
    column->Add(m_wording, above);
    column->Add(grid.sizer(), wxSizerFlags().Expand().Border(wxTOP, FromDIP(14)));
    column->Add(m_found, above);
    column->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, FromDIP(16)));
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(22)));
    padded->SetMinSize(FromDIP(claimWidth), -1);
    SetSizerAndFit(padded);
    CentreOnParent();
    m_search->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { search(); });
    close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { end(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const auto key = event.GetKeyCode();
        if (key == WXK_ESCAPE)
            end();
        else if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) &&
                 dynamic_cast<wxButton*>(event.GetEventObject()) == nullptr)
            search();
        else
            event.Skip();
    });
    m_number->SetFocus();
}

void PaidClaimDialog::ask()
{
    if (m_workstation.electronic == nullptr)
        return;
    m_workstation.background.run(
        m_lifetime,
        [&payment = *m_workstation.electronic,
         actor = m_shell.actor(),
         order = m_about->attempt.orderNumber] {
            auto asked = payment.desk.askNow(actor, order);
            payment.wake();
            return asked;
        },
        [this](auto answer) {
            const auto asked = received(answer, m_shell, m_workstation.log);
            if (asked && !*asked)
                m_answer->say(Note::Tone::bad, words::sentence(asked->refusal()));
            Fit();
        });
}

void PaidClaimDialog::take(const AttemptView& attempt)
{
    m_about->attempt = attempt;
    const auto good = attempt.stage == PaymentStage::paid;
    m_answer->say(good ? Note::Tone::good : Note::Tone::caution, words::sentence(attempt.stage));
    m_wording->setText(words::forTheClaim(attempt.stage, attempt.channel));
    Fit();
}

void PaidClaimDialog::search()
{
    if (!m_search->IsThisEnabled())
        return;
    const auto digits = m_number->value();
    const auto enough = digits.size() >= MoneyDesk::fewestDigits;
    m_number->setProblem(enough ? wxString{} : _("Type at least the last four digits."));
    if (!enough) {
        m_found->say(Note::Tone::plain, {});
        return Fit();
    }
    m_search->setReason(_("The payments are being searched"));
    m_workstation.background.run(
        m_lifetime,
        [&money = m_workstation.money, digits] { return money.bearing(digits); },
        [this](auto answer) {
            m_search->setReason({});
            if (const auto files = received(answer, m_shell, m_workstation.log))
                show(*files);
        });
}

void PaidClaimDialog::show(const std::vector<MoneyFile>& files)
{
    if (files.empty()) {
        m_found->say(Note::Tone::caution,
                     _("No payment of this window in the last month bears these digits: what the "
                       "telephone shows was paid elsewhere, or is no payment."));
    } else {
        auto lines = wxString{};
        for (const auto& file : files)
            lines +=
                (lines.empty() ? wxString{} : wxString{"\n"}) + lineAbout(file, m_workstation.time);
        m_found->say(Note::Tone::plain, lines);
    }
    Fit();
    m_number->SetFocus();
}

wxString PaidClaimDialog::answer() const
{
    return m_answer->sentence();
}

wxString PaidClaimDialog::wording() const
{
    return m_wording->text();
}

wxString PaidClaimDialog::found() const
{
    return m_found->sentence();
}

void PaidClaimDialog::end()
{
    SetReturnCode(wxID_CANCEL);
    if (IsModal())
        EndModal(wxID_CANCEL);
}

} // namespace guitai
