#include "forms/frame/sign_in_page.h"

#include "forms/frame/first_administrator_form.h"
#include "forms/frame/received.h"
#include "forms/frame/self_test_words.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/middle_column.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"

#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace guitai
{

namespace
{

constexpr int cardWidth = 540;

/// Signs in and reads what the session begins with: one job, since both ask the store.
Result<SignedIn>
signIn(People& people, CashDesk& cash, const std::string& name, const std::string& password)
{
    auto actor = people.signIn(name, password);
    if (!actor)
        return actor.refusals();
    auto user = people.find(actor.value().userId);
    if (!user)
        return Refusal{.code = Refusal::Code::noSuchUser};
    auto who = SignedIn{.actor = actor.value(), .user = *user, .shift = {}};
    if (isPermitted(who.actor.role, Operation::openShift))
        who.shift = cash.openShiftOf(who.actor);
    return who;
}

/// Who may sign in for practice: the names, and their passwords once where all have the same.
wxString namesAndPasswords(const std::vector<TrainingUser>& users)
{
    const auto sameForAll = std::ranges::all_of(
        users, [&](const auto& user) { return user.password == users.front().password; });
    auto names = wxString{};
    for (const auto& user : users) {
        // TRANSLATORS: name and password of a practice user
        const auto who =
            sameForAll
                ? toUi(user.id)
                : wxString::Format(_("%s (password %s)"), toUi(user.id), toUi(user.password));
        names += (names.empty() ? "" : ", ") + who;
    }
    // TRANSLATORS: names of the practice users, their common password
    return sameForAll
               ? wxString::Format(_("Names: %s. Password: %s"), names, toUi(users.front().password))
               : wxString::Format(_("Names: %s"), names);
}

} // namespace

SignInPage::SignInPage(wxWindow* parent, Workstation& workstation, Shell& shell, Session& session)
    : Page(parent), m_workstation(workstation), m_shell(shell), m_session(session)
{
    build();
}

void SignInPage::build()
{
    m_middle = new MiddleColumn(this);
    m_card = new Card(m_middle, theme::Role::panel, theme::Role::border);
    auto* title = new wxStaticText(m_card, wxID_ANY, _("Sign in"));
    title->SetFont(theme::font(theme::Text::title));
    auto grid = FormGrid{m_card};
    m_name = grid.row<wxTextCtrl>(
        _("User &name"), wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    m_password = grid.row<wxTextCtrl>(_("&Password"),
                                      wxString{},
                                      wxDefaultPosition,
                                      wxDefaultSize,
                                      wxTE_PASSWORD | wxTE_PROCESS_ENTER);
    m_note = new Note(m_card);
    m_submit = new ActionButton(m_card, _("&Sign in"), _("Enter"), ActionButton::Weight::main);

    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(title, wxSizerFlags().Border(wxBOTTOM, FromDIP(14)));
    inside->Add(grid.sizer(), wxSizerFlags().Expand());
    inside->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    inside->Add(m_submit, wxSizerFlags().Expand().Border(wxTOP, FromDIP(16)));
    if (!m_workstation.trainingUsers.empty())
        inside->Add(buildUsers(m_card), wxSizerFlags().Expand().Border(wxTOP, FromDIP(18)));
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(inside, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(26)));
    m_card->SetSizer(padded);
    m_card->SetMinSize(wxSize(FromDIP(cardWidth), -1));

    m_first = new FirstAdministratorForm(m_middle, m_workstation, m_shell, [this] { enter(); });
    m_first->SetMinSize(wxSize(FromDIP(cardWidth), -1));
    m_first->Hide();
    m_linesPanel = new wxPanel(m_middle);
    m_lines = new wxFlexGridSizer(3, FromDIP(6), FromDIP(10));
    m_linesPanel->SetSizer(m_lines);

    m_middle->add(m_card);
    m_middle->add(m_first);
    m_middle->add(m_linesPanel, FromDIP(22));

    m_name->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { m_password->SetFocus(); });
    m_password->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { submit(); });
    m_submit->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submit(); });
}

wxSizer* SignInPage::buildUsers(wxWindow* parent)
{
    auto* words = new wxStaticText(
        parent, wxID_ANY, _("Practice: choose somebody, the password fills itself in"));
    theme::paint(words, {.text = theme::Role::mutedText});
    words->SetFont(theme::font(theme::Text::small));
    auto* list = new wxGridSizer(2, FromDIP(6), FromDIP(8));
    auto digit = 1;
    for (const auto& user : m_workstation.trainingUsers) {
        // TRANSLATORS: a practice user: digit of the mnemonic, display name, role
        const auto label = wxString::Format(
            _("&%d %s, %s"), digit, toUi(user.displayName), words::name(user.role));
        auto* choose = new ActionButton(
            parent, label, wxString::Format("Alt+%d", digit), ActionButton::Weight::plain);
        choose->Bind(wxEVT_BUTTON, [this, user](wxCommandEvent&) {
            m_name->ChangeValue(toUi(user.id));
            m_password->ChangeValue(toUi(user.password));
            m_note->say(Note::Tone::plain, {});
            m_submit->SetFocus();
        });
        list->Add(choose, wxSizerFlags().Expand());
        ++digit;
    }
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(words, wxSizerFlags().Border(wxBOTTOM, FromDIP(8)));
    column->Add(list, wxSizerFlags().Expand());
    auto* passwords = new wxStaticText(
        parent,
        wxID_ANY,
        wxControl::EscapeMnemonics(namesAndPasswords(m_workstation.trainingUsers)));
    passwords->SetFont(theme::font(theme::Text::small));
    theme::paint(passwords, {.text = theme::Role::mutedText});
    passwords->Wrap(FromDIP(cardWidth - 52));
    column->Add(passwords, wxSizerFlags().Border(wxTOP, FromDIP(8)));
    return column;
}

void SignInPage::enter()
{
    showFirstRun(false);
    m_name->ChangeValue({});
    m_password->ChangeValue({});
    m_note->say(Note::Tone::plain, {});
    setBusy(false);
    m_name->SetFocus();
    look();
}

void SignInPage::leave()
{
    m_password->ChangeValue({}); // no password stays in a field out of sight
}

const wxString& SignInPage::told() const
{
    return m_note->sentence();
}

void SignInPage::look()
{
    m_workstation.background.run(
        m_lifetime,
        [&people = m_workstation.people] { return people.list().empty(); },
        [this](auto answer) {
            if (const auto empty = received(answer, m_shell, m_workstation.log))
                showFirstRun(*empty);
        });
    if (m_workstation.selfTest) // once the page can be used: nobody waits for it
        Bind(wxEVT_IDLE, &SignInPage::testOnce, this);
}

void SignInPage::testOnce(wxIdleEvent& event)
{
    event.Skip();
    Unbind(wxEVT_IDLE, &SignInPage::testOnce, this);
    m_workstation.background.run(
        m_lifetime,
        [test = m_workstation.selfTest] { return test(); },
        [this](auto answer) {
            if (const auto lines = received(answer, m_shell, m_workstation.log))
                showSelfTest(*lines);
        });
}

void SignInPage::submit()
{
    if (m_busy)
        return;
    auto* empty = m_name->IsEmpty() ? m_name : m_password->IsEmpty() ? m_password : nullptr;
    if (empty) {
        m_note->say(Note::Tone::caution, _("Enter name and password."));
        empty->SetFocus();
        return;
    }
    setBusy(true);
    m_note->say(Note::Tone::plain, _("Checking the password..."));
    m_workstation.background.run(
        m_lifetime,
        [&people = m_workstation.people,
         &cash = m_workstation.cash,
         name = fromUi(m_name->GetValue()),
         password = fromUi(m_password->GetValue())] {
            return signIn(people, cash, name, password);
        },
        [this](auto answer) { finish(std::move(answer)); });
}

void SignInPage::finish(std::future<Result<SignedIn>> answer)
{
    setBusy(false);
    m_note->say(Note::Tone::plain, {});
    const auto who = received(answer, m_shell, m_workstation.log);
    if (!who)
        return;
    if (*who)
        return m_session.begin(who->value());
    m_note->say(Note::Tone::bad, words::sentence(who->refusal()));
    m_password->ChangeValue({});
    m_password->SetFocus();
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    m_name->Enable(!busy);
    m_password->Enable(!busy);
    m_submit->setReason(busy ? _("The password is being checked") : wxString{});
}

void SignInPage::showFirstRun(bool first)
{
    if (m_first->IsShown() == first)
        return;
    m_card->Show(!first);
    m_first->Show(first);
    m_middle->arrange();
    if (first)
        m_first->begin();
}

void SignInPage::showSelfTest(const std::vector<SelfTestLine>& lines)
{
    m_session.showSelfTest(lines);
    m_linesPanel->DestroyChildren();
    for (const auto& line : lines) {
        auto* light = new StatusLight(m_linesPanel);
        light->show(lightOf(line.state), {}, sentence(line));
        auto* part = new wxStaticText(m_linesPanel, wxID_ANY, nameOf(line.part));
        auto* words =
            new wxStaticText(m_linesPanel, wxID_ANY, wxControl::EscapeMnemonics(sentence(line)));
        for (auto* text : {part, words}) {
            text->SetFont(theme::font(theme::Text::small));
            theme::paint(text, {.text = theme::Role::mutedText});
        }
        m_lines->Add(light, wxSizerFlags().CentreVertical());
        m_lines->Add(part, wxSizerFlags().CentreVertical());
        m_lines->Add(words, wxSizerFlags().CentreVertical());
    }
    m_middle->arrange();
}

} // namespace guitai
