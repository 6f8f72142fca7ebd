#include "forms/frame/search_page.h"

#include "forms/frame/case_rows.h"
#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/list_table.h"
#include "forms/widgets/native_style.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"
#include "services/cases/card_use.h"
#include "services/cases/case_search.h"
#include "services/rules/citizen_number.h"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <array>

namespace guitai
{

namespace
{

constexpr int mostRows = 200;

constexpr auto categories = std::array{Category::under16,
                                       Category::firstTime,
                                       Category::fingersUnobtainable,
                                       Category::terminalFailed,
                                       Category::couldUseTerminal};
constexpr auto states = std::array{CaseState::awaitingApproval,
                                   CaseState::awaitingPayment,
                                   CaseState::accepted,
                                   CaseState::ready,
                                   CaseState::collected,
                                   CaseState::posted,
                                   CaseState::rejected,
                                   CaseState::withdrawn};

/// "Any", then the words of every value.
template <class Values>
wxChoice* choiceOf(wxWindow* parent, const Values& values)
{
    auto* choice = new wxChoice(parent, wxID_ANY);
    choice->Append(_("any"));
    for (const auto value : values)
        choice->Append(words::name(value));
    choice->SetSelection(0);
    return choice;
}

/// The wire name of what is chosen; empty for "any".
template <class Values>
std::string chosen(const wxChoice* choice, const Values& values)
{
    const auto selection = choice->GetSelection();
    if (selection <= 0)
        return {};
    return std::string{nameOf(values[static_cast<std::size_t>(selection) - 1])};
}

} // namespace

SearchPage::SearchPage(wxWindow* parent, Workstation& workstation, Shell& shell)
    : Page(parent), m_workstation(workstation), m_shell(shell)
{
    build();
}

void SearchPage::build()
{
    auto* title = new wxStaticText(this, wxID_ANY, _("Search"));
    title->SetFont(theme::font(theme::Text::title));
    auto* hint = new wxStaticText(this,
                                  wxID_ANY,
                                  _("Acceptance number, citizen number, telephone number, name or "
                                    "its beginning. Enter searches."));
    theme::paint(hint, {.text = theme::Role::mutedText});
    m_text =
        new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    m_text->SetFont(theme::font(theme::Text::heading));
    m_text->SetMinSize(wxSize(-1, FromDIP(40)));
    nameForScreenReaders(m_text, _("What to search for"));
    m_submit = new ActionButton(this, _("&Search"), _("Enter"), ActionButton::Weight::main);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_text, wxSizerFlags(1).Expand());
    row->Add(m_submit, wxSizerFlags().Expand().Border(wxLEFT, FromDIP(10)));
    auto* filters = buildFilters(this);
    m_note = new Note(this);
    auto* card = new Card(this, theme::Role::panel, theme::Role::border);
    m_results = new ListTable(card,
                              _("&Results"),
                              {{.title = _("Day"), .width = 104},
                               {.title = _("Name"), .width = 150},
                               {.title = _("Citizen number"), .width = 180},
                               {.title = _("Category"), .width = 200},
                               {.title = _("Kind"), .width = 120},
                               {.title = _("State"), .width = 120},
                               {.title = _("Acceptance number")}},
                              _("What is found appears here."));
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(m_results, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(14)));
    card->SetSizer(inside);

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(title);
    column->Add(hint, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    column->Add(row, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    column->Add(filters, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(12)));
    column->Add(m_note, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(10)));
    column->Add(card, wxSizerFlags(1).Expand());
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(22)));
    SetSizer(padded);
    for (auto* field : {m_text, m_from, m_to})
        field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { search(); });
    for (auto* choice : {m_category, m_state})
        choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { search(); });
    m_submit->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { search(); });
    m_results->onOpen([this](const std::string& key) { m_shell.openRecord(key); });
}

wxSizer* SearchPage::buildFilters(wxWindow* parent)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto label = [&](const wxString& words) {
        auto* text = new wxStaticText(parent, wxID_ANY, words);
        row->Add(text, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(8)));
        return text;
    };
    const auto add = [&](wxStaticText* text, wxWindow* field, int width, const wxString& name) {
        native::setMnemonicTarget(text, field);
        nameForScreenReaders(field, name);
        field->SetMinSize(wxSize(FromDIP(width), -1));
        giveFieldHeight(field);
        row->Add(field, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(20)));
    };
    const auto date = [&](const wxString& words) {
        auto* text = label(words);
        auto* field = new wxTextCtrl(
            parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
        field->SetHint("2026-11-22");
        add(text, field, 124, words);
        return field;
    };
    m_from = date(_("Accepted &from"));
    m_to = date(_("un&til"));
    auto* category = label(_("&Category"));
    m_category = choiceOf(parent, categories);
    add(category, m_category, 190, _("Category"));
    auto* state = label(_("Stat&e"));
    m_state = choiceOf(parent, states);
    add(state, m_state, 130, _("State"));
    return row;
}

void SearchPage::enter()
{
    m_note->say(Note::Tone::plain, {});
    m_text->SetFocus();
    m_text->SelectAll();
    if (std::exchange(m_entered, true))
        search(); // what was found before may have changed
}

bool SearchPage::takeCard(const CardReading& reading)
{
    m_text->ChangeValue(toUi(holderNumber(reading.card)));
    search();
    return true;
}

bool SearchPage::readDate(wxTextCtrl* field, std::optional<Date>& date)
{
    const auto typed = fromUi(field->GetValue().Strip(wxString::both));
    if (typed.empty())
        return true;
    date = parseIsoDate(typed);
    if (!date)
        date = parseDigitDate(typed);
    if (date)
        return true;
    m_note->say(Note::Tone::caution, _("A date is written like 2026-11-22 or 20261122."));
    field->SetFocus();
    return false;
}

std::optional<CaseQuery> SearchPage::query()
{
    auto query = queryFromText(fromUi(m_text->GetValue()));
    if (!readDate(m_from, query.acceptedFrom) || !readDate(m_to, query.acceptedTo))
        return std::nullopt;
    query.category = chosen(m_category, categories);
    query.state = chosen(m_state, states);
    query.limit = mostRows;
    return query;
}

void SearchPage::search()
{
    const auto wanted = query();
    if (!wanted)
        return;
    m_note->say(Note::Tone::plain, {});
    const auto asked = ++m_asked;
    m_workstation.background.run(
        m_lifetime,
        [&cases = m_workstation.cases, query = *wanted] { return cases.search(query); },
        [this, asked](auto answer) {
            const auto page = received(answer, m_shell, m_workstation.log);
            if (page && asked == m_asked)
                show(*page);
        });
}

void SearchPage::show(const CasePage& page)
{
    auto rows = std::vector<ListTable::Row>{};
    for (const auto& row : page.rows)
        rows.push_back({.key = row.acceptanceNumber,
                        .cells = {toUi(isoDate(row.day)),
                                  toUi(row.name),
                                  toUi(maskedCitizenNumber(row.citizenNumber)),
                                  categoryWords(row.category),
                                  kindWords(row.kind),
                                  stateWords(row.state),
                                  toUi(groupedAcceptanceNumber(row.acceptanceNumber))}});
    m_results->setRows(std::move(rows));
    if (page.rows.empty())
        m_note->say(Note::Tone::caution,
                    _("No case matches. A number must be whole; of a name, the beginning is "
                      "enough."));
    if (page.total > static_cast<std::int64_t>(page.rows.size()))
        m_note->say(
            Note::Tone::plain,
            wxString::Format(_("The newest %zu of %lld cases are shown. Narrow the search."),
                             page.rows.size(),
                             static_cast<long long>(page.total)));
    if (!page.rows.empty() && m_text->HasFocus())
        m_results->focusFirst();
}

} // namespace guitai
