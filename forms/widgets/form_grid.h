#pragma once

#include <wx/gbsizer.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/window.h>

namespace guitai
{

/// The name that screen readers say for a control: on GTK it is set on the native widget's ATK
/// object; wxWindow::SetName does not reach it.
void nameForScreenReaders(wxWindow* control, const wxString& name);

/// The height that fields of one line share; wx would make them as low as their text.
void giveFieldHeight(wxWindow* control);

/// Label and field, in rows of one or two pairs: labels right-aligned, fields growing. The order
/// of creation is the order that Tab and screen readers follow.
class FormGrid
{
public:
    explicit FormGrid(wxWindow* parent);

    /// Makes the field, names it for screen readers after the label (mnemonic stripped).
    template <class Control, class... Args>
    Control* row(const wxString& label, Args&&... args)
    {
        auto* text = makeLabel(label);
        auto* control = new Control(m_parent, wxID_ANY, std::forward<Args>(args)...);
        addRow(text, control, label);
        return control;
    }
    /// Two pairs side by side; the second call fills the right half of the row that `half` began.
    template <class Control, class... Args>
    Control* half(const wxString& label, Args&&... args)
    {
        auto* text = makeLabel(label);
        auto* control = new Control(m_parent, wxID_ANY, std::forward<Args>(args)...);
        addHalf(text, control, label);
        return control;
    }
    /// A heading with a thin line above, and a muted remark at its right.
    void section(const wxString& heading, const wxString& remark = {});
    /// A window over the width of the fields, without label.
    void wide(wxWindow* window);

    wxSizer* sizer() const { return m_sizer; }

private:
    wxStaticText* makeLabel(const wxString& label);
    void addRow(wxStaticText* label, wxWindow* control, const wxString& name);
    void addHalf(wxStaticText* label, wxWindow* control, const wxString& name);
    void growColumns();

    wxWindow* m_parent;
    wxGridBagSizer* m_sizer;
    int m_row = 0;
    bool m_halfOpen = false;
};

} // namespace guitai
