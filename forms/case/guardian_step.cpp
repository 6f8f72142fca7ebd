#include "forms/case/guardian_step.h"

#include "forms/text.h"
#include "forms/wording/reader_words.h"
#include "services/rules/citizen_number.h"
#include "services/rules/credit_code.h"
#include "services/rules/holder_number.h"
#include "services/rules/person_name.h"
#include "services/rules/phone_number.h"
#include "services/utf8.h"

#include <wx/checkbox.h>

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

constexpr std::array roles{GuardianRole::byLaw,
                           GuardianRole::appointed,
                           GuardianRole::delegate,
                           GuardianRole::institution};

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
    buildGround();
    buildIncome();
    buildPrincipal();
    buildInstitution();
    m_note = new Note(this);
    column()->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
}

NoteField* GuardianStep::numberField(FormGrid& grid, const std::string& path, Member member)
{
    auto* field =
        textField(grid,
                  Span::row,
                  _("Citizen number (&I)"),
                  path,
                  std::move(member),
                  {.look = NoteField::Look::number, .normalise = normalisedCitizenNumber});
    field->setGroups({6, 8, 3, 1});
    return field;
}

ValueChoice<Relation>* GuardianStep::relationField(FormGrid& grid, const std::string& path)
{
    auto* choice = notedField<ValueChoice<Relation>>(grid, Span::half, _("&Relation"), path);
    auto names = std::vector<std::pair<Relation, wxString>>{};
    for (const auto relation : guardianRelations)
        names.emplace_back(relation, words::name(relation));
    choice->offer(names);
    return choice;
}

void GuardianStep::buildFields()
{
    m_fields = new wxPanel(this);
    auto grid = FormGrid{m_fields};
    m_number = numberField(grid, "guardian.citizenNumber", [](Draft& from) -> std::string& {
        return guardianOf(from).citizenNumber;
    });
    m_name = textField(grid,
                       Span::half,
                       _("&Name"),
                       "guardian.name",
                       [](Draft& from) -> std::string& { return guardianOf(from).name; },
                       {.normalise = normalisedName});
    m_relation = relationField(grid, "guardian.relation");
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
    buildRole(grid);
    onLoad([this] {
        const auto guardian = draft().guardian.value_or(Guardian{});
        m_relation->setValue(guardian.relation);
        m_sameRegister->setValue(guardian.sameRegister);
        m_role->setValue(guardian.role.value_or(GuardianRole::byLaw));
    });
    m_fields->SetSizer(grid.sizer());
    column()->Add(m_fields, wxSizerFlags().Expand());
}

/// Parents are the rule: the choice stands last, and nobody has to touch it for them.
void GuardianStep::buildRole(FormGrid& grid)
{
    m_role =
        notedField<ValueChoice<GuardianRole>>(grid, Span::half, _("A&cts as"), "guardian.role");
    auto names = std::vector<std::pair<GuardianRole, wxString>>{};
    for (const auto role : roles)
        names.emplace_back(role, words::name(role));
    m_role->offer(names);
    m_role->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        session().edit([this](Draft& next) { guardianOf(next).role = m_role->value(); });
    });
}

void GuardianStep::addPart(wxPanel* part)
{
    part->Hide();
    column()->Add(part, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
}

void GuardianStep::buildGround()
{
    m_ground = new wxPanel(this);
    auto grid = FormGrid{m_ground};
    auto* ground = notedField<ValueChoice<std::string>>(
        grid, Span::row, _("&Why no parent"), "guardian.ground");
    auto grounds = std::vector<std::pair<std::string, wxString>>{};
    for (const auto& each : station().rules.guardians.grounds)
        grounds.emplace_back(each.code, toUi(each.title));
    ground->offer(grounds);
    ground->Bind(wxEVT_CHOICE, [this, ground](wxCommandEvent&) {
        session().edit(
            [&](Draft& next) { guardianOf(next).ground = ground->value().value_or(""); });
    });
    onLoad([this, ground] { ground->setValue(draft().guardian.value_or(Guardian{}).ground); });
    m_ground->SetSizer(grid.sizer());
    addPart(m_ground);
}

void GuardianStep::buildIncome()
{
    m_income = new wxPanel(this);
    auto grid = FormGrid{m_income};
    auto* box = grid.row<wxCheckBox>(wxString{}, _("Lives mainly on an own inco&me, with a proof"));
    nameForScreenReaders(box, wxControl::RemoveMnemonics(box->GetLabel()));
    box->Bind(wxEVT_CHECKBOX, [this, box](wxCommandEvent&) {
        session().edit([box](Draft& next) { guardianOf(next).livesOnOwnIncome = box->GetValue(); });
    });
    place("guardian.livesOnOwnIncome", box);
    onLoad([this, box] { box->SetValue(draft().guardian && draft().guardian->livesOnOwnIncome); });
    m_income->SetSizer(grid.sizer());
    addPart(m_income);
}

void GuardianStep::buildPrincipal()
{
    m_principal = new wxPanel(this);
    auto grid = FormGrid{m_principal};
    grid.section(_("The guardian who signed the power of attorney"));
    const auto path = std::string{"guardian.principal."};
    textField(grid,
              Span::half,
              _("&Name"),
              path + "name",
              [](Draft& from) -> std::string& { return guardianOf(from).principal.name; },
              {.normalise = normalisedName});
    auto* relation = relationField(grid, path + "relation");
    relation->Bind(wxEVT_CHOICE, [this, relation](wxCommandEvent&) {
        session().edit(
            [&](Draft& next) { guardianOf(next).principal.relation = relation->value(); });
    });
    numberField(grid, path + "citizenNumber", [](Draft& from) -> std::string& {
        return guardianOf(from).principal.citizenNumber;
    });
    onLoad([this, relation] {
        relation->setValue(draft().guardian.value_or(Guardian{}).principal.relation);
    });
    m_principal->SetSizer(grid.sizer());
    addPart(m_principal);
}

void GuardianStep::buildInstitution()
{
    m_institution = new wxPanel(this);
    auto grid = FormGrid{m_institution};
    grid.section(_("The institution that is the guardian"));
    textField(grid,
              Span::row,
              _("Institution's &name"),
              "guardian.institution.name",
              [](Draft& from) -> std::string& { return guardianOf(from).institution.name; },
              {.normalise = trimmed});
    textField(grid,
              Span::row,
              _("Social cr&edit code"),
              "guardian.institution.code",
              [](Draft& from) -> std::string& { return guardianOf(from).institution.code; },
              {.look = NoteField::Look::number, .normalise = [](const std::string& typed) {
                   const auto parsed = parseCreditCode(typed, {});
                   return parsed ? parsed.value() : typed;
               }});
    m_institution->SetSizer(grid.sizer());
    addPart(m_institution);
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
    showParts();
    m_note->say(Note::Tone::caution, noteWords());
}

/// What is needed beyond the usual, and who decides.
wxString GuardianStep::noteWords() const
{
    const auto& exceptions = session().derived().exceptions;
    if (std::ranges::find(exceptions, ExceptionKind::nonParentGuardian) == exceptions.end())
        return {};
    switch (draft().guardian->role.value_or(GuardianRole::byLaw)) {
    case GuardianRole::byLaw:
        return _("A guardian who is not a parent shows why no parent can be it, and a supervisor "
                 "decides.");
    case GuardianRole::appointed:
        return _("An appointed guardian shows the ruling or letter of appointment, and a "
                 "supervisor decides.");
    case GuardianRole::delegate:
        return _("Who comes for the guardian shows a power of attorney and both identity cards, "
                 "and a supervisor decides.");
    case GuardianRole::institution:
        return _("Who comes for an institution shows its registration and its letter, and a "
                 "supervisor decides.");
    }
    return {};
}

void GuardianStep::show(wxWindow* part, bool needed)
{
    if (part->IsShown() == needed)
        return;
    part->Show(needed);
    layOutAround(part);
}

/// Only what the role, the relation and the age ask for.
void GuardianStep::showParts()
{
    const auto isChilds = m_fields->IsShown();
    const auto guardian = draft().guardian.value_or(Guardian{});
    const auto role = guardian.role.value_or(GuardianRole::byLaw);
    const auto& rules = station().rules.guardians;
    const auto facts = guardianFactsOf(guardian, session().today(), rules);
    const auto number = parseHolderNumber(guardian.citizenNumber, session().today(), {});
    const auto age = number ? ageOn(number.value().birthDate, session().today()) : rules.majority;
    m_relation->Enable(role == GuardianRole::byLaw || role == GuardianRole::appointed);
    m_sameRegister->Enable(rules.asksForRegister(facts));
    show(m_ground, isChilds && rules.needsGround(facts));
    show(m_income, isChilds && age >= rules.ownIncomeFrom && age < rules.majority);
    show(m_principal, isChilds && role == GuardianRole::delegate);
    show(m_institution, isChilds && role == GuardianRole::institution);
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
