#include "forms/case/category_step.h"

#include "forms/case/amounts.h"
#include "forms/text.h"

#include <array>

namespace guitai
{

namespace
{

constexpr std::array categories{Category::under16,
                                Category::firstTime,
                                Category::fingersUnobtainable,
                                Category::terminalFailed,
                                Category::couldUseTerminal};
constexpr std::array kinds{ApplicationKind::firstIssue,
                           ApplicationKind::expiry,
                           ApplicationKind::damage,
                           ApplicationKind::loss,
                           ApplicationKind::nameChange,
                           ApplicationKind::correction};

wxString explanationOf(Category category)
{
    switch (category) {
    case Category::under16:
        return _("A guardian applies; the card is valid for five years.");
    case Category::firstTime:
        return _("16 or over and never held a second-generation card; free of charge.");
    case Category::fingersUnobtainable:
        return _("No print can be taken, because of injury or disability; a supervisor decides.");
    case Category::terminalFailed:
        return _("Tried at a self-service terminal, which could not register the prints.");
    case Category::couldUseTerminal:
        return _("A self-service terminal could serve this person; served here with a reason.");
    }
    return {};
}

} // namespace

CategoryStep::CategoryStep(wxWindow* parent, CaseSession& session, StepHost& host)
    : StepPage(parent, session, host)
{
    heading(_("Category"), _("Why does this person come to the window? Press 1 to 5."));
    buildCategories();
    column()->Add(buildTerminal(), wxSizerFlags().Expand());
    column()->Add(buildReason(), wxSizerFlags().Expand());
    buildRequest();
}

void CategoryStep::buildCategories()
{
    auto options = std::vector<OptionList::Option>{};
    for (const auto category : categories)
        options.push_back({words::name(category), explanationOf(category)});
    m_categories = new OptionList(this, options);
    auto* problem = problemLine();
    placeWithLine("declared", m_categories, problem);
    m_categories->onTake([this](std::size_t index) {
        this->session().edit([index](Draft& next) { next.declared = categories[index]; });
        showParts();
    });
    onLoad([this] {
        const auto& declared =
            draft().declared ? draft().declared : this->session().derived().category;
        m_categories->setTaken(declared ? std::optional{static_cast<std::size_t>(*declared)}
                                        : std::nullopt);
    });
    column()->Add(m_categories, wxSizerFlags().Expand());
    column()->Add(problem, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
}

wxSizer* CategoryStep::buildTerminal()
{
    m_terminal = new wxPanel(this);
    auto grid = FormGrid{m_terminal};
    grid.section(_("The attempt at the terminal"), _("as on the terminal's slip"));
    m_handover = new HandoverPart(m_terminal, session(), [this] {
        load();
        host().refreshActions();
        focusFirst();
    });
    grid.wide(m_handover);
    auto* point = grid.half<ValueChoice<std::string>>(_("&Service point"));
    auto points = std::vector<std::pair<std::string, wxString>>{};
    for (const auto& each : station().rules.city.servicePoints)
        if (each.applies)
            points.emplace_back(each.name, toUi(each.district + " " + each.name));
    point->offer(points);
    point->Bind(wxEVT_CHOICE, [this, point](wxCommandEvent&) {
        session().edit([&](Draft& next) {
            if (!next.terminal)
                next.terminal.emplace();
            next.terminal->servicePoint = point->value().value_or("");
        });
    });
    onLoad([this, point] {
        const auto& attempt = draft().terminal;
        point->setValue(attempt ? std::optional{attempt->servicePoint} : std::nullopt);
    });
    place("terminal.servicePoint", point);
    dateField(
        grid,
        Span::half,
        _("&Day"),
        "terminal.date",
        [](const Draft& from) { return from.terminal ? from.terminal->date : std::nullopt; },
        [](Draft& next, std::optional<Date> date) {
            if (!next.terminal)
                next.terminal.emplace();
            next.terminal->date = date;
        });
    textField(grid, Span::row, _("R&eason"), "terminal.reason", [](Draft& from) -> std::string& {
        if (!from.terminal)
            from.terminal.emplace();
        return from.terminal->reason;
    });
    m_terminal->SetSizer(grid.sizer());
    auto* box = new wxBoxSizer(wxVERTICAL);
    box->Add(m_terminal, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    return box;
}

wxSizer* CategoryStep::buildReason()
{
    m_reason = new wxPanel(this);
    auto grid = FormGrid{m_reason};
    grid.section(_("Served at the window all the same"));
    textField(grid, Span::row, _("&Why here"), "clerkReason", [](Draft& from) -> std::string& {
        return from.clerkReason;
    });
    m_points = new Note(m_reason, Note::Tone::plain);
    grid.wide(m_points);
    m_reason->SetSizer(grid.sizer());
    auto* box = new wxBoxSizer(wxVERTICAL);
    box->Add(m_reason, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    return box;
}

void CategoryStep::buildRequest()
{
    auto grid = FormGrid{this};
    grid.section(_("What is asked for"));
    m_kind = notedField<ValueChoice<ApplicationKind>>(grid, Span::row, _("&Application"), "kind");
    auto names = std::vector<std::pair<ApplicationKind, wxString>>{};
    for (const auto kind : kinds)
        names.emplace_back(kind, words::name(kind));
    m_kind->offer(names);
    m_kind->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        session().edit([this](Draft& next) { next.kind = m_kind->value(); });
    });
    m_fee = fact(grid, Span::row, _("Fee"));
    column()->Add(grid.sizer(), wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
}

void CategoryStep::load()
{
    StepPage::load();
    m_handover->show();
    showParts();
}

bool CategoryStep::takeEnter()
{
    return m_handover->takeEnter();
}

void CategoryStep::refresh()
{
    StepPage::refresh();
    const auto& derived = session().derived();
    // A kind that follows from the other facts is shown, not asked.
    m_kind->setValue(draft().kind ? draft().kind : derived.kind);
    auto fee = yuan(derived.due);
    for (const auto& line : derived.fees)
        fee += wxString::FromUTF8(" · ") + toUi(line.title) +
               (line.ground.empty() ? wxString{} : wxString::FromUTF8("：") + toUi(line.ground));
    const auto points = servicePointsInWords();
    if (m_points->sentence() != points)
        m_points->say(Note::Tone::plain, points);
    m_fee->setText(derived.fees.empty() ? _("depends on the application") : fee);
}

wxString CategoryStep::servicePointsInWords() const
{
    auto points = wxString{};
    for (const auto& point : session().derived().servicePoints) {
        if (!points.empty())
            points += wxString::FromUTF8("、");
        points += toUi(point.district + point.name);
    }
    if (points.empty())
        return {};
    // TRANSLATORS: a list of places follows
    return wxString::Format(_("Self-service points that could serve this person: %s"), points);
}

void CategoryStep::showParts()
{
    m_terminal->Show(draft().declared == Category::terminalFailed);
    m_reason->Show(draft().declared == Category::couldUseTerminal);
    layOutAround(m_categories);
}

} // namespace guitai
