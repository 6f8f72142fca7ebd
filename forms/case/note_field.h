#pragma once

#include "forms/widgets/native_style.h"
#include "forms/widgets/wrapped_text.h"

#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>

namespace guitai
{

/// A text field with what the rules say about it: a short remark at its right, and a sentence
/// below when the entry is wrong.
class NoteField : public wxPanel
{
public:
    enum class Look { plain, number };
    NoteField(wxWindow* parent, wxWindowID id, Look look = Look::plain);

    wxTextCtrl* text() const { return m_text; }
    std::string value() const; ///< as typed, without the blanks of groups, UTF-8
    void setValue(const std::string& value);
    /// Digits are shown in groups of these lengths.
    void setGroups(const std::vector<int>& lengths);
    void setRemark(const wxString& remark, theme::Role colour = theme::Role::mutedText);
    /// An empty sentence: nothing is wrong.
    void setProblem(const wxString& sentence, theme::Role colour = theme::Role::bad);
    wxString problem() const { return m_problem->text(); }
    wxString remark() const { return m_remark->GetLabelText(); }
    /// Its name for screen readers, which also says the problem.
    void setSpokenName(const wxString& name);

    void SetFocus() override { m_text->SetFocus(); }
    bool Enable(bool enable = true) override;

private:
    void speak();
    void fitRemark();

    wxTextCtrl* m_text;
    wxStaticText* m_remark;
    WrappedText* m_problem;
    wxString m_name;
    std::vector<int> m_groups;
};

/// Another control with the same sentence below.
template <class Control>
class Noted : public wxPanel
{
public:
    Noted(wxWindow* parent, wxWindowID id)
        : wxPanel(parent, id), m_control(new Control(this, wxID_ANY)),
          m_problem(new WrappedText(this, {}, theme::Text::small, theme::Role::bad))
    {
        native::passMnemonic(this, m_control);
        m_problem->Hide();
        auto* column = new wxBoxSizer(wxVERTICAL);
        column->Add(m_control, wxSizerFlags().Expand());
        column->Add(m_problem, wxSizerFlags().Expand().Border(wxTOP, FromDIP(3)));
        SetSizer(column);
    }
    Control* control() const { return m_control; }
    WrappedText* problemLine() const { return m_problem; }
    void SetFocus() override { m_control->SetFocus(); }

private:
    Control* m_control;
    WrappedText* m_problem;
};

} // namespace guitai
