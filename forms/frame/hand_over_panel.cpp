#include "forms/frame/hand_over_panel.h"

#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/native_style.h"
#include "forms/wording/words.h"

#include <wx/checkbox.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace guitai
{

namespace
{

/// "holder · name"
wxString receiverWords(const Case& subject, Receiver receiver)
{
    const auto name = nameOfReceiver(subject, receiver);
    const auto who = words::name(receiver);
    return name.empty() ? who : who + wxString::FromUTF8(" · ") + toUi(name);
}

void offerReturns(ValueChoice<CardReturn>& choice)
{
    choice.offer({{CardReturn::handedIn, words::name(CardReturn::handedIn)},
                  {CardReturn::missing, words::name(CardReturn::missing)}});
}

} // namespace

HandOverPanel::HandOverPanel(wxWindow* parent, const std::vector<std::string>& papers)
    : Card(parent, theme::Role::accentSoft, theme::Role::accent)
{
    SetName("handOver"); // the practice play finds it
    auto* column = new wxBoxSizer(wxVERTICAL);
    SetSizer(new wxBoxSizer(wxVERTICAL));
    GetSizer()->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    m_receiver = add(_("Who &takes the card"), new ValueChoice<Receiver>(this, wxID_ANY));
    m_name = add(_("Name o&f the proxy"), new wxTextCtrl(this, wxID_ANY));
    auto list = wxString{};
    for (const auto& paper : papers)
        list += (list.empty() ? wxString{} : wxString::FromUTF8("\n")) + wxString::FromUTF8("· ") +
                toUi(paper);
    m_list = new WrappedText(this, list, theme::Text::small);
    column->Add(m_list, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    m_papers = new wxCheckBox(this, wxID_ANY, _("All these pape&rs were seen"));
    nameForScreenReaders(m_papers, wxControl::RemoveMnemonics(m_papers->GetLabel()));
    column->Add(m_papers, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    m_oldCard = add(_("&Old identity card"), new ValueChoice<CardReturn>(this, wxID_ANY));
    m_temporaryCard = add(_("Te&mporary card"), new ValueChoice<CardReturn>(this, wxID_ANY));
    offerReturns(*m_oldCard);
    offerReturns(*m_temporaryCard);
    m_problem = new WrappedText(this, {}, theme::Text::small, theme::Role::bad);
    column->Add(m_problem, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    m_action =
        new ActionButton(this, _("Hand over the card"), _("Enter"), ActionButton::Weight::main);
    auto* giveUp = new ActionButton(this, _("Give up"), "Esc", ActionButton::Weight::plain);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(giveUp, wxSizerFlags().Expand().Border(wxRIGHT, FromDIP(8)));
    buttons->Add(m_action, wxSizerFlags(1).Expand());
    column->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    m_receiver->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { showParts(); });
    m_action->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { answer(); });
    giveUp->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { dismiss(); });
    // Before a choice opens its list.
    Bind(wxEVT_CHAR_HOOK, [this, giveUp](wxKeyEvent& event) {
        const auto isEnter =
            event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (!isEnter || giveUp->HasFocus())
            return event.Skip();
        answer();
    });
    Hide();
}

template <class Control>
Control* HandOverPanel::add(const wxString& label, Control* control)
{
    auto* column = GetSizer()->GetItem(std::size_t{0})->GetSizer();
    auto* words = new wxStaticText(this, wxID_ANY, label);
    words->MoveBeforeInTabOrder(control);
    native::setMnemonicTarget(words, control);
    nameForScreenReaders(control, wxControl::RemoveMnemonics(label));
    giveFieldHeight(control);
    column->Add(words, wxSizerFlags().Border(wxTOP, FromDIP(6)));
    column->Add(control, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
    m_labels.emplace_back(control, words);
    return control;
}

void HandOverPanel::ask(const Case& subject, std::function<void(const CardHandOver&)> then)
{
    m_handOver = std::move(then);
    m_takeBack = nullptr;
    m_action->setLabel(_("Hand over the card"));
    begin(subject);
}

void HandOverPanel::askBack(const Case& subject, std::function<void(const CardsBack&)> then)
{
    m_handOver = nullptr;
    m_takeBack = std::move(then);
    m_action->setLabel(_("Note it"));
    begin(subject);
}

void HandOverPanel::begin(const Case& subject)
{
    m_case = subject;
    auto receivers = std::vector<std::pair<Receiver, wxString>>{};
    for (const auto receiver : receiversOf(subject))
        receivers.emplace_back(receiver, receiverWords(subject, receiver));
    m_receiver->offer(receivers);
    m_receiver->setValue(receivers.front().first);
    m_name->ChangeValue({});
    m_papers->SetValue(false);
    m_oldCard->setValue(std::nullopt);
    m_temporaryCard->setValue(std::nullopt);
    m_problem->setText({});
    Show();
    m_shown();
    showParts();
    focusOpen();
}

/// Only what is open for this receiver.
void HandOverPanel::showParts()
{
    const auto receiver = m_receiver->value().value_or(Receiver::holder);
    const auto handsOver = static_cast<bool>(m_handOver);
    const auto atWindow = !handsOver || receiver != Receiver::post;
    const auto out = handsOver ? cardsOut(*m_case) : cardsToComeBack(*m_case);
    const auto papers = handsOver && bringsPapers(receiver);
    m_receiver->Show(handsOver);
    m_name->Show(handsOver && receiver == Receiver::anotherProxy);
    m_list->Show(papers);
    m_papers->Show(papers);
    m_oldCard->Show(atWindow && out.oldCard);
    m_temporaryCard->Show(atWindow && out.temporaryCard);
    for (const auto& [control, label] : m_labels)
        label->Show(control->IsShown());
    layOutAround(this);
}

/// On the first answer that is open; on the button when none is.
void HandOverPanel::focusOpen()
{
    if (m_name->IsShown() && m_name->IsEmpty())
        return m_name->SetFocus();
    if (m_papers->IsShown() && !m_papers->GetValue())
        return m_papers->SetFocus();
    for (auto* card : {m_oldCard, m_temporaryCard})
        if (card->IsShown() && !card->value())
            return card->SetFocus();
    m_action->SetFocus();
}

CardsBack HandOverPanel::enteredBack() const
{
    return {.oldCard = m_oldCard->IsShown() ? m_oldCard->value() : std::nullopt,
            .temporaryCard = m_temporaryCard->IsShown() ? m_temporaryCard->value() : std::nullopt};
}

CardHandOver HandOverPanel::entered() const
{
    return {.receiver = m_receiver->value().value_or(Receiver::holder),
            .name = m_name->IsShown() ? fromUi(m_name->GetValue()) : std::string{},
            .papersSeen = m_papers->IsShown() && m_papers->GetValue(),
            .back = enteredBack()};
}

void HandOverPanel::say(const Refusal& refusal)
{
    m_problem->setText(words::sentence(refusal));
    layOutAround(this);
    focusOpen();
}

void HandOverPanel::answer()
{
    if (m_handOver) {
        const auto handOver = entered();
        if (const auto fault = handOverFault(*m_case, handOver))
            return say(*fault);
        const auto then = m_handOver;
        dismiss();
        return then(handOver);
    }
    const auto back = enteredBack();
    if (back == CardsBack{})
        return say({Refusal::Code::cardNotHandedIn, "oldCard"});
    const auto then = m_takeBack;
    dismiss();
    then(back);
}

void HandOverPanel::dismiss()
{
    m_handOver = nullptr;
    m_takeBack = nullptr;
    Hide();
    m_shown();
    layOutAround(this);
    GetParent()->SetFocus();
}

} // namespace guitai
