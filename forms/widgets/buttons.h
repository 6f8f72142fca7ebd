#pragma once

#include <wx/button.h>

namespace guitai
{

/// A button with its key beside the words. The accent one is the page's only main action. A
/// disabled one says why: the reason is its tooltip and stands in the line that the page puts
/// under it.
class ActionButton : public wxButton
{
public:
    enum class Weight { main, plain, quiet };
    ActionButton(wxWindow* parent, const wxString& label, const wxString& key, Weight weight);

    /// An empty reason enables.
    void setReason(const wxString& whyNot);
    const wxString& reason() const { return m_reason; }
    void setLabel(const wxString& label);

private:
    void dress();

    wxString m_label;
    wxString m_key;
    wxString m_reason;
    Weight m_weight;
};

} // namespace guitai
