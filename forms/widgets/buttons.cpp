#include "forms/widgets/buttons.h"

#include "forms/widgets/form_grid.h"
#include "forms/widgets/theme.h"

namespace guitai
{

namespace
{

/// The label in wx's markup. A mnemonic's ampersand stays bare there: GTK's buttons show "&amp;" as
/// a sign of its own.
wxString escaped(const wxString& label)
{
    auto text = label;
    text.Replace("&&", "&amp;");
    text.Replace("<", "&lt;");
    text.Replace(">", "&gt;");
    return text;
}

} // namespace

ActionButton::ActionButton(wxWindow* parent,
                           const wxString& label,
                           const wxString& key,
                           Weight weight)
    : wxButton(parent, wxID_ANY, label), m_label(label), m_key(key), m_weight(weight)
{
    theme::addStyleClass(this, "guitai-button");
    if (weight == Weight::main)
        theme::addStyleClass(this, "guitai-main");
    if (weight == Weight::quiet)
        theme::addStyleClass(this, "guitai-quiet");
    dress();
}

void ActionButton::setReason(const wxString& whyNot)
{
    if (m_reason == whyNot && IsThisEnabled() == whyNot.empty())
        return;
    m_reason = whyNot;
    Enable(whyNot.empty());
    if (whyNot.empty())
        UnsetToolTip();
    else
        SetToolTip(whyNot);
    dress();
}

void ActionButton::setLabel(const wxString& label)
{
    if (m_label == label)
        return;
    m_label = label;
    dress();
}

void ActionButton::dress()
{
    auto words = escaped(m_label);
    if (m_weight == Weight::main)
        words = "<b>" + words + "</b>";
    if (!m_key.empty())
        words += "  <small>" + escaped(m_key) + "</small>";
    SetLabelMarkup(words);
    const auto spoken = m_reason.empty() ? m_label : m_label + ", " + m_reason;
    nameForScreenReaders(this, spoken);
}

} // namespace guitai
