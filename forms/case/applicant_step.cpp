#include "forms/case/applicant_step.h"

#include "forms/case/amounts.h"
#include "forms/text.h"
#include "forms/wording/reader_words.h"
#include "services/rules/citizen_number.h"
#include "services/rules/person_name.h"
#include "services/rules/phone_number.h"
#include "services/utf8.h"

namespace guitai
{

namespace
{

constexpr auto numberLength = std::size_t{18};

std::string normalisedPhone(const std::string& typed)
{
    const auto phone = parsePhone(typed, {});
    return phone ? phone.value() : typed;
}

} // namespace

ApplicantStep::ApplicantStep(wxWindow* parent, CaseSession& session, StepHost& host)
    : StepPage(parent, session, host)
{
    heading(_("Applicant"), _("Enter goes to the next field with something missing."));
    column()->Add(buildDuplicate(), wxSizerFlags().Expand());
    m_wholeName = new WholeNameBox(
        this,
        session,
        "applicant.name",
        [](Draft& from) -> std::optional<ChipCopy>& { return from.applicant.chip; },
        [this] { m_name->SetFocus(); });
    column()->Add(m_wholeName, wxSizerFlags().Expand());
    auto grid = FormGrid{this};
    buildFields(grid);
    buildFacts(grid);
    column()->Add(grid.sizer(), wxSizerFlags().Expand());
}

void ApplicantStep::buildFields(FormGrid& grid)
{
    m_number =
        textField(grid,
                  Span::row,
                  _("Citizen number (&I)"),
                  "applicant.citizenNumber",
                  [](Draft& from) -> std::string& { return from.applicant.citizenNumber; },
                  {.look = NoteField::Look::number, .normalise = [](const std::string& typed) {
                       return normalisedCitizenNumber(typed);
                   }});
    m_number->setGroups({6, 8, 3, 1});
    m_name =
        textField(grid,
                  Span::half,
                  _("&Name"),
                  "applicant.name",
                  [](Draft& from) -> std::string& { return from.applicant.name; },
                  {.normalise = [](const std::string& typed) { return normalisedName(typed); }});
    buildEthnicity(grid);
    m_sex = fact(grid, Span::half, _("Sex"));
    m_birth = fact(grid, Span::half, _("Born on"));
    m_address = textField(grid,
                          Span::row,
                          _("Registered &address"),
                          "applicant.address",
                          [](Draft& from) -> std::string& { return from.applicant.address; },
                          {.normalise = [](const std::string& typed) { return trimmed(typed); }});
    auto* phone = textField(grid,
                            Span::half,
                            _("&Phone"),
                            "applicant.phone",
                            [](Draft& from) -> std::string& { return from.applicant.phone; },
                            {.normalise = normalisedPhone});
    phone->setGroups({3, 4, 4});
    buildEarlierCard(grid);
}

void ApplicantStep::buildEthnicity(FormGrid& grid)
{
    m_ethnicity =
        notedField<EthnicityField>(grid, Span::half, _("Ethnicity (&M)"), "applicant.ethnicity");
    const auto take = [this](wxCommandEvent&) {
        session().edit([this](Draft& next) { next.applicant.ethnicity = m_ethnicity->code(); });
    };
    m_ethnicity->Bind(wxEVT_TEXT, take);
    m_ethnicity->Bind(wxEVT_COMBOBOX, take);
    m_ethnicity->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        m_ethnicity->setCode(draft().applicant.ethnicity);
    });
    onLoad([this] { m_ethnicity->setCode(draft().applicant.ethnicity); });
}

void ApplicantStep::buildEarlierCard(FormGrid& grid)
{
    m_held = notedField<ValueChoice<bool>>(
        grid, Span::half, _("Earlier &card"), "applicant.heldCardBefore");
    m_held->offer({{false, _("never held one")}, {true, _("held one")}});
    m_held->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        session().edit([this](Draft& next) { next.applicant.heldCardBefore = m_held->value(); });
    });
    onLoad([this] { m_held->setValue(draft().applicant.heldCardBefore); });
    m_expiry = dateField(
        grid,
        Span::half,
        _("Card valid &until"),
        "applicant.oldCardExpiry",
        [](const Draft& from) { return from.applicant.oldCardExpiry; },
        [](Draft& next, std::optional<Date> date) { next.applicant.oldCardExpiry = date; });
}

void ApplicantStep::buildFacts(FormGrid& grid)
{
    grid.section(_("What follows"), _("from the number and the earlier card"));
    m_category = fact(grid, Span::row, _("Category"));
    m_validity = fact(grid, Span::half, _("Valid for"));
    m_fee = fact(grid, Span::half, _("Fee"));
    m_note = new Note(this);
    grid.wide(m_note);
}

wxSizer* ApplicantStep::buildDuplicate()
{
    m_duplicate = new wxPanel(this);
    m_duplicateWords = new Note(m_duplicate);
    m_openRecord =
        new ActionButton(m_duplicate, _("&Open that case"), {}, ActionButton::Weight::plain);
    m_goOn = new ActionButton(
        m_duplicate, _("&Go on with a second case"), {}, ActionButton::Weight::plain);
    m_openRecord->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        session().save();
        session().shell().openRecord(openCaseNumber());
    });
    m_goOn->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        const auto number = openCaseNumber();
        session().edit([&](Draft& next) { next.duplicateSeen = number; });
        m_number->SetFocus();
    });
    place("duplicateSeen", m_goOn);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(m_openRecord, wxSizerFlags());
    buttons->Add(m_goOn, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    auto* box = new wxBoxSizer(wxVERTICAL);
    box->Add(m_duplicateWords, wxSizerFlags().Expand());
    box->Add(buttons, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    m_duplicate->SetSizer(box);
    m_duplicate->Hide();
    auto* frame = new wxBoxSizer(wxVERTICAL);
    frame->Add(m_duplicate, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    return frame;
}

void ApplicantStep::refresh()
{
    StepPage::refresh();
    showNumberMeaning();
    showNamePrintable();
    showAddressSource();
    m_wholeName->show();
    showFacts();
    showDuplicate();
}

void ApplicantStep::showNumberMeaning()
{
    const auto number = normalisedCitizenNumber(draft().applicant.citizenNumber);
    const auto& derived = session().derived();
    if (number.empty())
        return m_number->setRemark({});
    if (number.size() < numberLength)
        // TRANSLATORS: characters typed so far of the citizen number
        return m_number->setRemark(wxString::Format(_("%zu of 18"), number.size()));
    if (!derived.birthDate || !derived.sex)
        return m_number->setRemark({});
    m_number->setRemark(
        dotted({chipMark(number, &ChipCopy::number),
                _("check digit right"),
                toUi(derived.areaName),
                words::name(*derived.sex),
                derived.age ? wxString::Format(_("%d years old"), *derived.age) : wxString{}}),
        theme::Role::good);
}

void ApplicantStep::showNamePrintable()
{
    const auto& name = draft().applicant.name;
    if (name.empty() || !parseName(name, {}))
        return m_name->setRemark({});
    const auto missing = station().glyphs.firstMissing(name);
    if (missing)
        m_name->setRemark(
            wxString::Format(_("cannot be printed: %s"), toUi(codePointName(*missing))),
            theme::Role::bad);
    else
        m_name->setRemark(dotted({chipMark(name, &ChipCopy::name), _("printable")}),
                          theme::Role::good);
}

void ApplicantStep::showAddressSource()
{
    m_address->setRemark(chipMark(draft().applicant.address, &ChipCopy::address),
                         theme::Role::good);
}

wxString ApplicantStep::chipMark(const std::string& entry, std::string ChipCopy::*said) const
{
    const auto& applicant = draft().applicant;
    return words::chipMark(applicant.chip, applicant.citizenNumber, entry, said);
}

void ApplicantStep::showFacts()
{
    const auto& derived = session().derived();
    m_sex->setText(derived.sex ? words::name(*derived.sex) : wxString{});
    m_birth->setText(derived.birthDate ? toUi(isoDate(*derived.birthDate)) : wxString{});
    m_category->setText(dotted({derived.category ? words::name(*derived.category) : wxString{},
                                derived.kind ? words::name(*derived.kind) : wxString{}}));
    const auto& validity = derived.validity;
    auto term = wxString{};
    if (validity && validity->years)
        term =
            wxString::Format(_("%d years (provisional, from the day of issue)"), *validity->years);
    else if (validity)
        term = _("for ever");
    m_validity->setText(term);
    auto fee = derived.fees.empty() ? wxString{} : yuan(derived.due);
    if (!fee.empty() && !derived.exemptionGround.empty())
        fee += wxString::FromUTF8(" · ") + toUi(derived.exemptionGround);
    m_fee->setText(fee);
    auto note = wxString{};
    if (derived.category == Category::under16)
        note = _("Cannot use a self-service terminal: under 16. A guardian must come along.");
    if (validity && validity->classChange)
        note = wxString::Format(
            _("Has a birthday on %s, before the card is issued: the term of validity may change."),
            toUi(isoDate(*validity->classChange)));
    m_note->say(Note::Tone::caution, note);
}

std::string ApplicantStep::openCaseNumber() const
{
    for (const auto& item : session().items())
        if (item.refusal.code == Refusal::Code::duplicateCase && !item.refusal.arguments.empty())
            return item.refusal.arguments.front();
    return draft().duplicateSeen;
}

void ApplicantStep::showDuplicate()
{
    const auto number = openCaseNumber();
    const auto seen = !number.empty() && number == draft().duplicateSeen;
    if (m_duplicate->IsShown() == number.empty()) {
        m_duplicate->Show(!number.empty());
        layOutAround(m_duplicate);
    }
    if (number.empty())
        return;
    const auto grouped = toUi(groupedAcceptanceNumber(number));
    m_duplicateWords->say(
        Note::Tone::caution,
        wxString::Format(seen
                             ? _("There is an open case of this person: %s. A supervisor will have "
                                 "to approve the second one.")
                             : _("There is an open case of this person: %s. Look at it before "
                                 "taking a second one."),
                         grouped));
    m_goOn->Show(!seen);
}

} // namespace guitai
