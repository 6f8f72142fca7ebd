#include "forms/case/step_page.h"

#include "forms/text.h"
#include "forms/widgets/native_style.h"
#include "services/utf8.h"

#include <wx/stattext.h>

#include <algorithm>

namespace guitai
{

namespace
{

std::optional<Date> typedDate(const std::string& typed)
{
    auto text = trimmed(typed);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '.' || c == '/'; }, '-');
    if (auto date = parseIsoDate(text))
        return date;
    return parseDigitDate(text);
}

bool isPartOf(const std::string& path, const std::string& whole)
{
    return path.size() > whole.size() && path.compare(0, whole.size(), whole) == 0 &&
           (path[whole.size()] == '.' || path[whole.size()] == '[');
}

bool isWithin(wxWindow* window, const wxWindow* outer)
{
    while (window && window != outer)
        window = window->GetParent();
    return window != nullptr;
}

} // namespace

std::string pathOf(const ChecklistItem& item)
{
    const auto& refusal = item.refusal;
    const auto isDocument = refusal.field == "documents" && !refusal.arguments.empty();
    return isDocument ? refusal.field + "." + refusal.arguments.front() : refusal.field;
}

StepPage::StepPage(wxWindow* parent, CaseSession& session, StepHost& host)
    : wxScrolledWindow(
          parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxVSCROLL),
      m_session(session), m_host(host), m_column(new wxBoxSizer(wxVERTICAL))
{
    theme::paint(this, {.background = theme::Role::window});
    SetScrollRate(0, FromDIP(12));
    auto* frame = new wxBoxSizer(wxVERTICAL);
    frame->Add(m_column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(22)));
    SetSizer(frame);
}

void StepPage::heading(const wxString& title, const wxString& whatToDo)
{
    auto* words = new wxStaticText(this, wxID_ANY, title);
    words->SetFont(theme::font(theme::Text::title));
    m_column->Add(words, wxSizerFlags().Border(wxBOTTOM, FromDIP(2)));
    m_hint = new WrappedText(this, whatToDo, theme::Text::small, theme::Role::mutedText);
    m_column->Add(m_hint, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(14)));
}

void StepPage::setHint(const wxString& whatToDo)
{
    m_hint->setText(whatToDo);
}

void StepPage::load()
{
    for (const auto& load : m_loads)
        load();
    for (auto& place : m_places)
        place.settled = true;
    refresh();
}

void StepPage::refresh()
{
    for (auto& place : m_places)
        showProblem(place);
}

void StepPage::showProblem(Place& place)
{
    if (!place.say)
        return;
    const auto problem = m_session.problemAt(place.path);
    // An entry that is only unfinished is not called wrong while it is being typed.
    const auto unfinished =
        problem && !place.settled && problem->refusal.code == Refusal::Code::malformed;
    if (!problem || unfinished)
        place.say({}, theme::Role::bad);
    else
        place.say(words::sentence(problem->refusal),
                  problem->severity == Severity::warning ? theme::Role::caution : theme::Role::bad);
}

NoteField*
StepPage::makeNoteField(FormGrid& grid, Span span, const wxString& label, NoteField::Look look)
{
    auto* field =
        span == Span::row ? grid.row<NoteField>(label, look) : grid.half<NoteField>(label, look);
    tie(field, field->text(), label);
    field->setSpokenName(wxControl::RemoveMnemonics(label));
    return field;
}

void StepPage::tie(wxWindow* field, wxWindow* control, const wxString& label)
{
    // The label stands right before the field.
    if (auto* words = wxDynamicCast(field->GetPrevSibling(), wxStaticText))
        native::setMnemonicTarget(words, control);
    nameForScreenReaders(control, label);
}

void StepPage::settleOnLeave(const std::string& path,
                             wxTextCtrl* text,
                             std::function<void()> settle)
{
    text->Bind(wxEVT_KILL_FOCUS, [this, path, settle = std::move(settle)](wxFocusEvent& event) {
        event.Skip();
        settle();
        for (auto& place : m_places)
            if (place.path == path) {
                place.settled = true;
                showProblem(place);
            }
    });
}

NoteField* StepPage::textField(FormGrid& grid,
                               Span span,
                               const wxString& label,
                               const std::string& path,
                               Member member,
                               TextRule rule)
{
    auto* field = makeNoteField(grid, span, label, rule.look);
    place(path, field, [field](const wxString& sentence, theme::Role colour) {
        field->setProblem(sentence, colour);
    });
    const auto index = m_places.size() - 1;
    field->text()->Bind(wxEVT_TEXT, [this, field, member, index](wxCommandEvent&) {
        m_places[index].settled = false;
        m_session.edit([&](Draft& next) { member(next) = field->value(); });
    });
    const auto fill = [this, field, member] {
        auto copy = draft();
        field->setValue(member(copy));
    };
    settleOnLeave(path, field->text(), [this, field, member, rule] {
        if (!rule.normalise)
            return;
        field->setValue(rule.normalise(field->value()));
        m_session.edit([&](Draft& next) { member(next) = field->value(); });
    });
    onLoad(fill);
    return field;
}

NoteField* StepPage::dateField(FormGrid& grid,
                               Span span,
                               const wxString& label,
                               const std::string& path,
                               std::function<std::optional<Date>(const Draft&)> get,
                               std::function<void(Draft&, std::optional<Date>)> set)
{
    auto* field = makeNoteField(grid, span, label, NoteField::Look::plain);
    field->text()->SetHint(_("YYYY-MM-DD"));
    const auto badDate = [field, path] {
        const auto bad = !field->value().empty() && !typedDate(field->value());
        return bad ? words::sentence(Refusal{Refusal::Code::badDate, path}) : wxString{};
    };
    place(path, field, [field, badDate](const wxString& sentence, theme::Role colour) {
        const auto unreadable = field->text()->HasFocus() ? wxString{} : badDate();
        field->setProblem(unreadable.empty() ? sentence : unreadable,
                          unreadable.empty() ? colour : theme::Role::bad);
    });
    const auto index = m_places.size() - 1;
    field->text()->Bind(wxEVT_TEXT, [this, field, set, index](wxCommandEvent&) {
        m_places[index].settled = false;
        m_session.edit([&](Draft& next) { set(next, typedDate(field->value())); });
    });
    settleOnLeave(path, field->text(), [field] {
        if (const auto date = typedDate(field->value()))
            field->setValue(isoDate(*date));
    });
    onLoad([this, field, get] {
        const auto date = get(draft());
        field->setValue(date ? isoDate(*date) : std::string{});
    });
    return field;
}

void StepPage::place(const std::string& path,
                     wxWindow* control,
                     std::function<void(const wxString&, theme::Role)> say)
{
    // The practice play finds a field by its path; of several paths the first names the control.
    if (std::ranges::find(m_places, control, &Place::control) == m_places.end())
        control->SetName(toUi(path));
    m_places.push_back({path, control, std::move(say), true});
}

void StepPage::placeWithLine(const std::string& path, wxWindow* control, WrappedText* line)
{
    line->Hide();
    place(path, control, [line](const wxString& sentence, theme::Role colour) {
        line->setColour(colour);
        if (line->text() == sentence)
            return;
        line->setText(sentence);
        line->Show(!sentence.empty());
        layOutAround(line);
    });
}

WrappedText* StepPage::fact(FormGrid& grid, Span span, const wxString& label)
{
    struct Fact : WrappedText {
        Fact(wxWindow* parent, wxWindowID) : WrappedText(parent, {}) {}
    };
    return span == Span::row ? grid.row<Fact>(label) : grid.half<Fact>(label);
}

WrappedText* StepPage::problemLine()
{
    auto* line = new WrappedText(this, {}, theme::Text::small, theme::Role::bad);
    line->Hide();
    return line;
}

void StepPage::focusFirst()
{
    for (const auto& place : m_places)
        if (place.control->IsShownOnScreen() && place.control->IsEnabled()) {
            place.control->SetFocus();
            return;
        }
    m_host.focusMainAction();
}

const StepPage::Place* StepPage::placeFor(const std::string& path) const
{
    const Place* nearest = nullptr;
    for (const auto& place : m_places) {
        if (place.path == path)
            return &place;
        const auto related = isPartOf(path, place.path) || isPartOf(place.path, path);
        if (related && !nearest && place.control->IsShown())
            nearest = &place;
    }
    return nearest;
}

bool StepPage::focusField(const std::string& path)
{
    const auto* found = placeFor(path);
    if (!found)
        return false;
    found->control->SetFocus();
    return true;
}

wxWindow* StepPage::fieldAt(const std::string& path) const
{
    const auto* found = placeFor(path);
    return found ? found->control : nullptr;
}

std::string StepPage::focusedPath() const
{
    auto* focused = FindFocus();
    const auto found = std::find_if(m_places.begin(), m_places.end(), [&](const Place& place) {
        return isWithin(focused, place.control);
    });
    return found == m_places.end() ? std::string{} : found->path;
}

std::size_t StepPage::orderOf(const std::string& path) const
{
    const auto* found = placeFor(path);
    return found ? static_cast<std::size_t>(found - m_places.data()) : m_places.size();
}

} // namespace guitai
