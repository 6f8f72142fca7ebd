#include "forms/case/guardian_step.h"

#include "forms/text.h"
#include "forms/wording/reader_words.h"
#include "services/rules/categories.h"
#include "services/rules/citizen_number.h"
#include "services/rules/holder_number.h"
#include "services/rules/person_name.h"
#include "services/rules/phone_number.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

constexpr std::array relations{Relation::father,
                               Relation::mother,
                               Relation::stepFather,
                               Relation::stepMother,
                               Relation::paternalGrandfather,
                               Relation::paternalGrandmother,
                               Relation::maternalGrandfather,
                               Relation::maternalGrandmother,
                               Relation::elderBrother,
                               Relation::elderSister,
                               Relation::otherKin,
                               Relation::notRelated};

Guardian& guardianOf(Draft& draft)
{
    if (!draft.guardian)
        draft.guardian.emplace();
    return *draft.guardian;
}

} // namespace

GuardianStep::GuardianStep(wxWindow* parent, CaseSession& session, StepHost& host)
    : StepPage(parent, session, host)
{
    heading(_("Guardian"), {});
    m_wholeName = new WholeNameBox(
        this,
        session,
        "guardian.name",
        [](Draft& from) -> std::optional<ChipCopy>& { return guardianOf(from).chip; },
        [this] { m_name->SetFocus(); });
    column()->Add(m_wholeName, wxSizerFlags().Expand());
    buildFields();
    m_note = new Note(this);
    column()->Add(m_fields, wxSizerFlags().Expand());
    column()->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
}

void GuardianStep::buildFields()
{
    m_fields = new wxPanel(this);
    auto grid = FormGrid{m_fields};
    m_number =
        textField(grid,
                  Span::row,
                  _("Citizen number (&I)"),
                  "guardian.citizenNumber",
                  [](Draft& from) -> std::string& { return guardianOf(from).citizenNumber; },
                  {.look = NoteField::Look::number, .normalise = [](const std::string& typed) {
                       return normalisedCitizenNumber(typed);
                   }});
    m_number->setGroups({6, 8, 3, 1});
    m_name =
        textField(grid,
                  Span::half,
                  _("&Name"),
                  "guardian.name",
                  [](Draft& from) -> std::string& { return guardianOf(from).name; },
                  {.normalise = [](const std::string& typed) { return normalisedName(typed); }});
    m_relation =
        notedField<ValueChoice<Relation>>(grid, Span::half, _("&Relation"), "guardian.relation");
    auto names = std::vector<std::pair<Relation, wxString>>{};
    for (const auto relation : relations)
        names.emplace_back(relation, words::name(relation));
    m_relation->offer(names);
    m_relation->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        session().edit([this](Draft& next) { guardianOf(next).relation = m_relation->value(); });
    });
    auto* phone = textField(grid,
                            Span::half,
                            _("&Phone"),
                            "guardian.phone",
                            [](Draft& from) -> std::string& { return guardianOf(from).phone; },
                            {.normalise = [](const std::string& typed) {
                                const auto parsed = parsePhone(typed, {});
                                return parsed ? parsed.value() : typed;
                            }});
    phone->setGroups({3, 4, 4});
    m_sameRegister = grid.half<ValueChoice<bool>>(_("Household re&gister"));
    m_sameRegister->offer({{true, _("same as the child's")}, {false, _("another one")}});
    m_sameRegister->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        session().edit(
            [this](Draft& next) { guardianOf(next).sameRegister = m_sameRegister->value(); });
    });
    place("guardian.sameRegister", m_sameRegister);
    onLoad([this] {
        const auto guardian = draft().guardian.value_or(Guardian{});
        m_relation->setValue(guardian.relation);
        m_sameRegister->setValue(guardian.sameRegister);
    });
    m_fields->SetSizer(grid.sizer());
}

void GuardianStep::load()
{
    StepPage::load();
    showWhetherNeeded();
}

void GuardianStep::refresh()
{
    StepPage::refresh();
    showWhetherNeeded();
    showNumberMeaning();
    m_wholeName->show();
    const auto& exceptions = session().derived().exceptions;
    const auto decides =
        std::find(exceptions.begin(), exceptions.end(), ExceptionKind::nonParentGuardian) !=
        exceptions.end();
    m_note->say(Note::Tone::caution,
                decides ? _("A guardian who is not a parent needs a proof of guardianship, and a "
                            "supervisor decides.")
                        : wxString{});
}

void GuardianStep::showWhetherNeeded()
{
    // The checklist says what a guardian's entry is worth; an entry that must go is shown too.
    const auto& items = session().items();
    const auto concerned = std::any_of(items.begin(), items.end(), [](const ChecklistItem& item) {
        return item.step == Step::guardian;
    });
    const auto& category = session().derived().category;
    const auto notNeeded = category && *category != Category::under16 && !concerned;
    setHint(notNeeded ? _("Not needed: the applicant is 16 or over and signs alone.")
                      : _("A parent or another guardian of 18 or over, who has come along."));
    if (m_fields->IsShown() != notNeeded)
        return;
    m_fields->Show(!notNeeded);
    layOutAround(m_fields);
}

void GuardianStep::showNumberMeaning()
{
    const auto typed = draft().guardian ? draft().guardian->citizenNumber : std::string{};
    const auto parsed = parseHolderNumber(typed, session().today(), {});
    m_name->setRemark({});
    if (typed.empty() || !parsed)
        return m_number->setRemark({});
    const auto& number = parsed.value();
    const auto& guardian = *draft().guardian;
    const auto mark = [&](const std::string& entry, std::string ChipCopy::*said) {
        return words::chipMark(guardian.chip, guardian.citizenNumber, entry, said);
    };
    auto parts = std::vector{mark(number.text, &ChipCopy::number)};
    if (number.document != HolderNumber::Document::residentCard)
        parts.push_back(words::name(number.document));
    if (number.sex)
        parts.push_back(words::name(*number.sex));
    parts.push_back(
        wxString::Format(_("%d years old"), ageOn(number.birthDate, session().today())));
    m_number->setRemark(dotted(parts), theme::Role::good);
    m_name->setRemark(mark(guardian.name, &ChipCopy::name), theme::Role::good);
}

} // namespace guitai
