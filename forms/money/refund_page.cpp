#include "forms/money/refund_page.h"

#include "forms/approvals/request_standing.h"
#include "forms/case/amounts.h"
#include "forms/case/note_field.h"
#include "forms/frame/received.h"
#include "forms/money/refund_facts.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/fact_list.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/note.h"
#include "forms/widgets/side_panel.h"
#include "forms/widgets/theme.h"
#include "forms/widgets/wrapped_text.h"
#include "services/utf8.h"

#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace guitai
{

namespace
{

constexpr int pagePadding = 22;
constexpr int decisionWidth = 330;
constexpr int scrollStep = 12;

NoteField*
labelledField(wxWindow* parent, wxSizer* into, const wxString& label, NoteField::Look look)
{
    auto* text = new wxStaticText(parent, wxID_ANY, label);
    auto* field = new NoteField(parent, wxID_ANY, look);
    field->setSpokenName(wxControl::RemoveMnemonics(label));
    into->Add(text, wxSizerFlags().Border(wxTOP, parent->FromDIP(8)));
    into->Add(field, wxSizerFlags().Expand().Border(wxTOP, parent->FromDIP(3)));
    return field;
}

void onEnter(NoteField& field, std::function<void()> lead)
{
    field.text()->Bind(wxEVT_CHAR_HOOK, [lead = std::move(lead)](wxKeyEvent& event) {
        const auto key = event.GetKeyCode();
        if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && !event.HasAnyModifiers())
            lead();
        else
            event.Skip();
    });
}

/// The newest request about the money: to the provider, or else to the finance desk.
std::optional<RequestView> requestAbout(RequestDesk& requests, const MoneyFile& file)
{
    auto newest = std::optional<RequestView>{};
    for (const auto step : {RefundStep::provider, RefundStep::finance}) {
        const auto subject = requests.subjectOf(
            {.step = step,
             .acceptanceNumber = file.acceptanceNumber,
             .chargeId = file.chargeId,
             .orderNumber = file.attempt ? file.attempt->orderNumber : std::string{}});
        auto view = subject ? requests.about(*subject) : std::nullopt;
        if (view && (!newest || view->request.askedAt > newest->request.askedAt))
            newest = std::move(view);
    }
    return newest;
}

} // namespace

RefundPage::RefundPage(wxWindow* parent, Workstation& workstation, Shell& shell)
    : Page(parent), m_workstation(workstation), m_shell(shell),
      m_acts(workstation, shell, [this] { load(); })
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(buildFacts(), wxSizerFlags(1).Expand());
    row->Add(buildSide(), wxSizerFlags().Expand());
    SetSizer(row);
    m_workstation.feed.listen(m_lifetime, [this](const PaymentChange& change) {
        const auto isOurs = std::ranges::any_of(change.view.items, [this](const ChargeItem& item) {
            return item.acceptanceNumber == m_number;
        });
        if (IsShown() && isOurs)
            load();
    });
}

wxWindow* RefundPage::buildFacts()
{
    m_left = new wxScrolledWindow(this);
    m_left->SetScrollRate(0, FromDIP(scrollStep));
    auto* title = new wxStaticText(m_left, wxID_ANY, _("Payment and refund"));
    theme::paint(title, {.text = theme::Role::mutedText});
    m_name = new wxStaticText(m_left, wxID_ANY, {});
    m_name->SetFont(theme::font(theme::Text::title));
    m_state = new Note(m_left);
    auto* card = new Card(m_left, theme::Role::panel, theme::Role::border);
    m_facts = new FactList(card);
    nameForScreenReaders(m_facts, _("Payment"));
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(m_facts, wxSizerFlags().Expand().Border(wxALL, FromDIP(14)));
    card->SetSizer(inside);
    m_history = new wxPanel(m_left);
    nameForScreenReaders(m_history, _("Refunds of this payment"));
    m_history->SetSizer(new wxBoxSizer(wxVERTICAL));
    m_history->Hide(); // empty, it would take the focus
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(title);
    column->Add(m_name, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    column->Add(m_state, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(10)));
    column->Add(card, wxSizerFlags().Expand());
    column->Add(m_history, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(pagePadding)));
    m_left->SetSizer(padded);
    return m_left;
}

wxWindow* RefundPage::buildSide()
{
    m_side = new SidePanel(this, decisionWidth);
    auto* side = m_side;
    auto* column = m_side->column();
    m_form = new wxPanel(side);
    nameForScreenReaders(m_form, _("Refund"));
    auto* fields = new wxBoxSizer(wxVERTICAL);
    m_amount = labelledField(m_form, fields, _("&Amount in yuan"), NoteField::Look::number);
    m_reason = labelledField(m_form, fields, _("&Reason"), NoteField::Look::plain);
    m_form->SetSizer(fields);
    m_refund =
        new ActionButton(side, _("Re&fund by the same way"), "F8", ActionButton::Weight::main);
    m_accept =
        new ActionButton(side, _("A&ccept as the payment"), "Alt+C", ActionButton::Weight::plain);
    m_askNow =
        new ActionButton(side, _("As&k the provider now"), "F7", ActionButton::Weight::plain);
    m_handOver =
        new ActionButton(side, _("&Hand over to finance"), "F9", ActionButton::Weight::plain);
    m_request = new RequestStanding(side, m_workstation, m_shell, [this] { load(); });
    m_goOn =
        new ActionButton(side, _("&Go on as approved"), _("Enter"), ActionButton::Weight::main);
    column->Add(m_request, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    column->Add(m_goOn, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    column->Add(m_form, wxSizerFlags().Expand());
    for (auto* button : {m_refund, m_accept, m_askNow, m_handOver})
        column->Add(button, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    onEnter(*m_amount, [this] { m_reason->SetFocus(); });
    onEnter(*m_reason, [this] { m_refund->IsShown() ? refund() : handOver(); });
    m_goOn->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { goOn(); });
    m_refund->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { refund(); });
    m_accept->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); });
    m_askNow->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { askProvider(); });
    m_handOver->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { handOver(); });
    return side;
}

void RefundPage::open(const std::string& acceptanceNumber, const std::string& orderNumber)
{
    m_number = acceptanceNumber;
    m_order = orderNumber;
    m_file.reset();
    m_reason->setValue({});
}

void RefundPage::enter()
{
    load();
}

bool RefundPage::takeKey(int keyCode)
{
    switch (keyCode) {
    case WXK_F7:
        askProvider();
        return true;
    case WXK_F8:
        refund();
        return true;
    case WXK_F9:
        handOver();
        return true;
    default:
        return false;
    }
}

void RefundPage::load()
{
    m_workstation.background.run(
        m_lifetime,
        [&money = m_workstation.money,
         &people = m_workstation.people,
         requests = m_workstation.requests,
         number = m_number,
         order = m_order] {
            auto content = Content{.file = money.file(number, order), .names = {}, .request = {}};
            if (content.file)
                content.names = UserNames{people, peopleIn(*content.file)};
            if (content.file && requests != nullptr)
                content.request = requestAbout(*requests, *content.file);
            return content;
        },
        [this](auto answer) {
            const auto content = received(answer, m_shell, m_workstation.log);
            if (content && content->file && content->file->acceptanceNumber == m_number)
                show(*content);
            else if (content && !content->file)
                m_shell.notify(Shell::Tone::warning,
                               words::sentence(Refusal{Refusal::Code::noSuchCase}));
        });
}

void RefundPage::show(const Content& content)
{
    const auto& file = *content.file;
    m_names = content.names;
    const auto isNew = !m_file || m_file->open != file.open;
    m_file = file;
    showRequest(content.request);
    m_name->SetLabelText(toUi(file.name));
    const auto [tone, sentence] = stateOf(file);
    m_state->say(tone, sentence);
    m_facts->setFacts(factsOf(file, m_workstation.time));
    showHistory();
    showChoices();
    if (isNew) { // what was typed stays when only the state changed
        m_amount->setValue(file.open.text());
        m_amount->setProblem({});
        m_reason->setProblem({});
        if (m_request->isUsable())
            m_goOn->SetFocus();
        else if (m_form->IsShown())
            m_reason->SetFocus();
        else
            m_askNow->SetFocus();
    }
    m_left->FitInside();
    Layout();
}

void RefundPage::showHistory()
{
    m_history->DestroyChildren();
    m_history->GetSizer()->Clear();
    const auto lines = historyOf(*m_file, m_workstation.time, m_names);
    m_history->Show(!lines.empty()); // an empty panel would take the focus
    for (const auto& [tone, sentence] : lines) {
        auto* note = new Note(m_history);
        m_history->GetSizer()->Add(note, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
        note->say(tone, sentence);
    }
    m_history->Layout();
}

std::optional<MoneyActions::Subject> RefundPage::subject() const
{
    if (!m_file || !m_file->matter)
        return std::nullopt;
    const auto& attempt = m_file->attempt;
    const auto* running = m_file->refunds.empty() ? nullptr : &m_file->refunds.front();
    return MoneyActions::Subject{.acceptanceNumber = m_file->acceptanceNumber,
                                 .chargeId = m_file->chargeId,
                                 .orderNumber = attempt ? attempt->orderNumber : std::string{},
                                 .amount = m_file->open == Money{} && running ? running->amount
                                                                              : m_file->open,
                                 .matter = *m_file->matter};
}

void RefundPage::showRequest(const std::optional<RequestView>& request)
{
    m_request->show(request);
    m_goOn->Show(m_request->isUsable());
}

void RefundPage::goOn()
{
    const auto about = subject();
    if (about && m_request->isUsable())
        m_acts.goOn(*about, m_request->shown()->request);
}

void RefundPage::showChoices()
{
    const auto about = subject();
    const auto choices = about ? choicesOf(about->matter) : MoneyChoices{};
    const auto done = _("Nothing is to be done about this payment.");
    m_refund->setReason(about ? m_acts.whyNotRefund(*about) : done);
    m_askNow->setReason(about ? m_acts.whyNotAsk(*about) : done);
    m_handOver->setReason(about ? m_acts.whyNotHandOver(*about) : done);
    m_refund->Show(choices.refund);
    m_accept->Show(choices.accept);
    m_handOver->Show(choices.handOver);
    m_form->Show(choices.refund || choices.handOver);
    m_amount->Enable(choices.refund);
    m_side->fit();
}

std::optional<Money> RefundPage::typedMoney()
{
    const auto typed = typedAmount(m_amount->value());
    const auto fits = typed && *typed > Money{} && *typed <= m_file->open;
    m_amount->setProblem(fits
                             ? wxString{}
                             : words::sentence(Refusal{
                                   Refusal::Code::refundTooMuch, "amount", {m_file->open.text()}}));
    if (fits)
        return typed;
    m_amount->SetFocus();
    return std::nullopt;
}

std::optional<std::string> RefundPage::typedReason()
{
    const auto reason = trimmed(fromUi(m_reason->text()->GetValue()));
    m_reason->setProblem(reason.empty()
                             ? words::sentence(Refusal{Refusal::Code::reasonNeeded, "reason"})
                             : wxString{});
    if (!reason.empty())
        return reason;
    m_reason->SetFocus();
    return std::nullopt;
}

void RefundPage::complain(const wxString& why)
{
    m_shell.notify(Shell::Tone::warning, why);
}

void RefundPage::refund()
{
    const auto about = subject();
    if (!about || !m_refund->reason().empty())
        return complain(m_refund->reason());
    const auto amount = typedMoney();
    if (!amount)
        return;
    if (const auto reason = typedReason())
        m_acts.refund(*about, *amount, *reason);
}

void RefundPage::accept()
{
    const auto about = subject();
    if (!about || !choicesOf(about->matter).accept)
        return;
    if (const auto reason = typedReason())
        m_acts.accept(*about, *reason);
}

void RefundPage::handOver()
{
    const auto about = subject();
    if (!about || !m_handOver->reason().empty())
        return complain(m_handOver->reason());
    if (const auto reason = typedReason())
        m_acts.handOver(*about, *reason);
}

void RefundPage::askProvider()
{
    const auto about = subject();
    if (!about || !m_askNow->reason().empty())
        return complain(m_askNow->reason());
    m_acts.ask(*about);
}

wxString RefundPage::told() const
{
    return m_state->sentence();
}

} // namespace guitai
