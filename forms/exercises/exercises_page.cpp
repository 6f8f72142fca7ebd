#include "forms/exercises/exercises_page.h"

#include "forms/exercises.h"
#include "forms/exercises/deviation_words.h"
#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/fact_list.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/list_page.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"
#include "forms/widgets/wrapped_text.h"
#include "forms/wording/words.h"

#include <wx/sizer.h>
#include <wx/translation.h>

namespace guitai
{

namespace
{

constexpr int storyWidth = 400;

/// In the language of the window: that of a sentence in the catalogue.
wxString inWindowLanguage(const TwoLanguages& words)
{
    // TRANSLATORS: the language of this catalogue: "zh" or "en"
    return toUi(wxString{_("en")} == "zh" ? words.chinese : words.english);
}

wxString whoIs(const MadeUpPerson& person, Date today)
{
    auto text = toUi(person.name) + "\n" + toUi(citizenNumberOf(person, today));
    for (const auto& more : {person.address, person.phone})
        if (!more.empty())
            text += "\n" + toUi(more);
    return text;
}

/// Everybody whose entries the case asks for.
FactList::Facts peopleOf(const Scenario& exercise, Date today)
{
    auto people = FactList::Facts{{_("Applicant"), whoIs(exercise.applicant.person, today)}};
    if (const auto& guardian = exercise.guardian) {
        const auto isGuardian =
            guardian->role == GuardianRole::byLaw || guardian->role == GuardianRole::appointed;
        people.emplace_back(isGuardian ? _("Guardian") : words::name(guardian->role),
                            whoIs(guardian->person, today));
        if (guardian->principal)
            people.emplace_back(_("Guardian"), whoIs(*guardian->principal, today));
        if (guardian->role == GuardianRole::institution)
            people.emplace_back(_("Institution"),
                                toUi(guardian->institution.name) + "\n" +
                                    toUi(guardian->institution.code));
    }
    if (const auto& proxy = exercise.delivery.proxy)
        people.emplace_back(_("Proxy"), whoIs(*proxy, today));
    return people;
}

} // namespace

ExercisesPage::ExercisesPage(wxWindow* parent, Workstation& workstation, Shell& shell)
    : Page(parent), m_workstation(workstation), m_shell(shell)
{
    build();
}

void ExercisesPage::build()
{
    const auto parts =
        layListPage(this,
                    {.title = _("Exercises"),
                     .hint = _("Choose a situation, begin it, and take its case to the end. "
                               "Come back for the result."),
                     .list = _("S&ituations"),
                     .columns = {{.title = _("What happens"), .width = 0},
                                 {.title = _("Category"), .width = 190}},
                     .empty = _("Nothing to practise.")},
                    storyWidth);
    m_list = parts.list;
    m_side = parts.side;
    buildSide();
    auto rows = std::vector<ListTable::Row>{};
    for (const auto& exercise : m_workstation.exercises->all)
        rows.push_back(
            {.key = exercise.name,
             .cells = {inWindowLanguage(exercise.title), words::name(exercise.end.category)}});
    m_list->setRows(std::move(rows));
    m_list->onSelect([this] { showChosen(); });
    m_list->onOpen([this](const std::string&) { begin(); });
}

void ExercisesPage::buildSide()
{
    m_title = new WrappedText(m_side, {}, theme::Text::heading);
    m_story = new WrappedText(m_side, {});
    m_people = new FactList(m_side);
    m_result = new Note(m_side);
    m_begin = new ActionButton(m_side, _("&Begin"), "F8", ActionButton::Weight::main);
    m_check = new ActionButton(m_side, _("See the &result"), "F9", ActionButton::Weight::plain);
    auto* column = m_side->column();
    column->Add(m_title, wxSizerFlags().Expand());
    column->Add(m_story, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    column->Add(m_people, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    column->Add(m_result, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    column->AddStretchSpacer();
    for (auto* button : {m_begin, m_check})
        column->Add(button, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    m_begin->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { begin(); });
    m_check->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { check(); });
}

void ExercisesPage::enter()
{
    if (!m_list->selected() && !m_list->rows().empty())
        m_list->select(0);
    showChosen();
    m_list->focusFirst();
}

bool ExercisesPage::takeKey(int keyCode)
{
    if (keyCode == WXK_F8)
        begin();
    else if (keyCode == WXK_F9)
        check();
    else
        return false;
    return true;
}

const Scenario* ExercisesPage::chosen() const
{
    const auto& all = m_workstation.exercises->all;
    const auto index = m_list->selected();
    return index && *index < all.size() ? &all[*index] : nullptr;
}

void ExercisesPage::showChosen()
{
    const auto* exercise = chosen();
    if (!exercise)
        return;
    const auto today = m_workstation.time.dateOf(m_workstation.clock.now());
    m_title->setText(inWindowLanguage(exercise->title));
    m_story->setText(inWindowLanguage(exercise->story));
    m_people->setFacts(peopleOf(*exercise, today));
    m_result->say(Note::Tone::plain, {});
    m_side->fit();
}

void ExercisesPage::begin()
{
    const auto* exercise = chosen();
    if (!exercise)
        return;
    m_workstation.exercises->prepare(*exercise);
    m_shell.startCase();
}

void ExercisesPage::check()
{
    const auto* exercise = chosen();
    if (!exercise)
        return;
    m_workstation.background.run(
        m_lifetime,
        [&workstation = m_workstation, scenario = *exercise] {
            return deviations(
                scenario,
                outcomeOf(scenario, workstation.cases, workstation.vouchers, workstation.money));
        },
        [this, name = exercise->name](auto answer) {
            const auto found = received(answer, m_shell, m_workstation.log);
            if (found && chosen() && chosen()->name == name)
                tell(*found);
        });
}

void ExercisesPage::tell(const std::vector<Deviation>& found)
{
    auto text = wxString{};
    for (const auto& each : found)
        text += (text.empty() ? wxString{} : wxString{"\n"}) + words::sentence(each);
    if (found.empty())
        m_result->say(Note::Tone::good, _("As it should be: state, money and paper."));
    else
        m_result->say(Note::Tone::caution, text);
    m_side->fit();
}

wxString ExercisesPage::told() const
{
    return m_result->sentence();
}

} // namespace guitai
