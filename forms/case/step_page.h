#pragma once

#include "forms/case/case_session.h"
#include "forms/case/note_field.h"
#include "forms/case/value_choice.h"
#include "forms/widgets/form_grid.h"

#include <wx/scrolwin.h>
#include <wx/sizer.h>

#include <functional>
#include <string>
#include <vector>

namespace guitai
{

/// What the main button of the side does at a step. An empty reason: it can be done.
struct MainAction {
    wxString label;
    wxString reason;
    std::function<void()> run;
};

/// What a step may ask of the page around it.
class StepHost
{
public:
    virtual ~StepHost() = default;
    virtual void goToStep(Step step) = 0;
    virtual void goToNextStep() = 0;
    /// Where the case waits: the first step with something missing, payment or voucher.
    virtual void goToOpenStep() = 0;
    /// Where nothing is to be typed: the focus on the main button, so that Enter goes on.
    virtual void focusMainAction() = 0;
    /// The main action or the keys of the present step changed.
    virtual void refreshActions() = 0;
};

/// How a text field looks and tidies.
struct TextRule {
    NoteField::Look look = NoteField::Look::plain;
    /// What stands in the field once the focus has left it; none: what was typed.
    std::function<std::string(const std::string&)> normalise = {};
};

/// The path of the field that an item leads to: a document has its own box.
std::string pathOf(const ChecklistItem& item);

/// One step of a case: a heading, what to do, and its fields. Fields are tied to paths of the
/// draft: typing edits the draft, and the rules' sentence about a path stands at its field.
class StepPage : public wxScrolledWindow
{
public:
    StepPage(wxWindow* parent, CaseSession& session, StepHost& host);

    /// Fills the fields from the draft; called when the step comes to the front.
    virtual void load();
    /// Shows what changed: derived facts, problems at fields.
    virtual void refresh();
    /// Keeps what is not in the draft yet.
    virtual void leaving() {}
    /// None: the main button goes to the next step.
    virtual std::optional<MainAction> mainAction() { return std::nullopt; }
    virtual bool takeKey(int /*keyCode*/) { return false; }
    /// Enter outside of buttons; true: taken.
    virtual bool takeEnter() { return false; }

    virtual void focusFirst();
    /// Puts the focus on the field of a path, or of its nearest part; false: not on this step.
    bool focusField(const std::string& path);
    /// The control that edits the path, for tests.
    wxWindow* fieldAt(const std::string& path) const;
    /// The path of the field with the focus.
    std::string focusedPath() const;
    /// Place of the path in the order of the fields; fields that are not there come last.
    std::size_t orderOf(const std::string& path) const;

protected:
    using Member = std::function<std::string&(Draft&)>;

    CaseSession& session() const { return m_session; }
    const Draft& draft() const { return m_session.draft(); }
    StepHost& host() const { return m_host; }
    Workstation& station() const { return m_session.station(); }

    void heading(const wxString& title, const wxString& whatToDo);
    wxBoxSizer* column() const { return m_column; }
    void setHint(const wxString& whatToDo);

    /// A text of the draft with its label, in a whole or half row.
    enum class Span { row, half };
    NoteField* textField(FormGrid& grid,
                         Span span,
                         const wxString& label,
                         const std::string& path,
                         Member member,
                         TextRule rule = {});
    /// A day, typed as 2026-11-22 or 20261122.
    NoteField* dateField(FormGrid& grid,
                         Span span,
                         const wxString& label,
                         const std::string& path,
                         std::function<std::optional<Date>(const Draft&)> get,
                         std::function<void(Draft&, std::optional<Date>)> set);
    /// A control with its label and a line for its problem.
    template <class Control>
    Control* notedField(FormGrid& grid, Span span, const wxString& label, const std::string& path)
    {
        auto* noted =
            span == Span::row ? grid.row<Noted<Control>>(label) : grid.half<Noted<Control>>(label);
        tie(noted, noted->control(), label);
        placeWithLine(path, noted->control(), noted->problemLine());
        return noted->control();
    }
    /// Ties another control to a path; `say` shows a problem, or nothing for an empty sentence.
    void place(const std::string& path,
               wxWindow* control,
               std::function<void(const wxString&, theme::Role)> say = {});
    /// The same for a control whose problem stands in a line of its own.
    void placeWithLine(const std::string& path, wxWindow* control, WrappedText* line);
    void onLoad(std::function<void()> load) { m_loads.push_back(std::move(load)); }
    /// A read-only fact: label and value.
    WrappedText* fact(FormGrid& grid, Span span, const wxString& label);
    /// A line for problems of a control that has none of its own.
    WrappedText* problemLine();

private:
    struct Place {
        std::string path;
        wxWindow* control = nullptr;
        std::function<void(const wxString&, theme::Role)> say;
        bool settled = true; ///< the focus is elsewhere: an unfinished entry counts as wrong
    };
    /// The label's letter and its words lead to the control inside the field.
    void tie(wxWindow* field, wxWindow* control, const wxString& label);
    NoteField*
    makeNoteField(FormGrid& grid, Span span, const wxString& label, NoteField::Look look);
    void settleOnLeave(const std::string& path, wxTextCtrl* text, std::function<void()> settle);
    void showProblem(Place& place);
    const Place* placeFor(const std::string& path) const;

    CaseSession& m_session;
    StepHost& m_host;
    wxBoxSizer* m_column;
    WrappedText* m_hint = nullptr;
    std::vector<Place> m_places;
    std::vector<std::function<void()>> m_loads;
};

} // namespace guitai
