#include "forms/case/documents_step.h"

#include "forms/text.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

constexpr std::array kinds{DocumentKind::householdRegister,
                           DocumentKind::guardianCard,
                           DocumentKind::birthCertificate,
                           DocumentKind::guardianProof,
                           DocumentKind::oldCard,
                           DocumentKind::lossStatement,
                           DocumentKind::changeProof,
                           DocumentKind::fingersEvidence,
                           DocumentKind::terminalSlip,
                           DocumentKind::reliefProof};

} // namespace

DocumentsStep::DocumentsStep(wxWindow* parent, CaseSession& session, StepHost& host)
    : StepPage(parent, session, host), m_list(new wxBoxSizer(wxVERTICAL))
{
    heading(_("Documents"),
            _("Tick each original that you have seen: Space ticks, the arrows walk."));
    for (const auto kind : kinds) {
        auto* box = new wxCheckBox(this, wxID_ANY, words::name(kind));
        nameForScreenReaders(box, words::name(kind));
        box->Hide();
        box->Bind(wxEVT_CHECKBOX,
                  [this, kind, box](wxCommandEvent&) { tick(kind, box->GetValue()); });
        m_boxes.emplace_back(kind, box);
        m_list->Add(box, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
        place("documents." + std::string{nameOf(kind)}, box);
    }
    m_nothing = new WrappedText(this,
                                _("Which documents are needed depends on the category, the "
                                  "application and the guardian."),
                                theme::Text::normal,
                                theme::Role::mutedText);
    m_all = new ActionButton(this, _("&All seen"), "Alt+A", ActionButton::Weight::plain);
    m_all->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        this->session().edit(
            [this](Draft& next) { next.documents.insert(m_shown.begin(), m_shown.end()); });
        load();
        this->host().refreshActions();
    });
    column()->Add(m_nothing, wxSizerFlags().Expand());
    column()->Add(m_list, wxSizerFlags().Expand());
    column()->Add(m_all, wxSizerFlags().Border(wxTOP, FromDIP(8)));
    buildRelief();
    Bind(wxEVT_CHAR_HOOK, &DocumentsStep::onKey, this);
}

void DocumentsStep::buildRelief()
{
    auto grid = FormGrid{this};
    grid.section(_("Fee relief"), _("needs a proof, and a supervisor decides"));
    m_relief = notedField<ValueChoice<std::string>>(grid, Span::row, _("&Ground"), "reliefGround");
    auto reliefs = std::vector<std::pair<std::string, wxString>>{{std::string{}, _("none")}};
    for (const auto& relief : station().rules.fees.reliefs())
        reliefs.emplace_back(relief.code, toUi(relief.title));
    m_relief->offer(reliefs);
    m_relief->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        session().edit([this](Draft& next) { next.reliefGround = m_relief->value().value_or(""); });
    });
    onLoad([this] { m_relief->setValue(draft().reliefGround); });
    column()->Add(grid.sizer(), wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
}

void DocumentsStep::load()
{
    showBoxes();
    for (const auto& [kind, box] : m_boxes)
        box->SetValue(draft().documents.contains(kind));
    StepPage::load();
}

void DocumentsStep::refresh()
{
    showBoxes();
    StepPage::refresh();
}

void DocumentsStep::showBoxes()
{
    const auto& needed = session().derived().documents;
    if (needed == m_shown && m_nothing->IsShown() == needed.empty())
        return;
    m_shown = needed;
    for (const auto& [kind, box] : m_boxes)
        box->Show(std::find(needed.begin(), needed.end(), kind) != needed.end());
    m_nothing->Show(needed.empty());
    m_all->Show(!needed.empty());
    layOutAround(m_nothing);
}

void DocumentsStep::tick(DocumentKind kind, bool seen)
{
    session().edit([&](Draft& next) {
        if (seen)
            next.documents.insert(kind);
        else
            next.documents.erase(kind);
    });
}

void DocumentsStep::focusFirst()
{
    for (const auto& [kind, box] : m_boxes)
        if (box->IsShown() && !box->GetValue())
            return box->SetFocus();
    for (const auto& [kind, box] : m_boxes)
        if (box->IsShown())
            return box->SetFocus();
    m_relief->SetFocus();
}

void DocumentsStep::onKey(wxKeyEvent& event)
{
    const auto key = event.GetKeyCode();
    if ((key != WXK_UP && key != WXK_DOWN) || event.GetModifiers() != wxMOD_NONE)
        return event.Skip();
    auto shown = std::vector<wxCheckBox*>{};
    for (const auto& [kind, box] : m_boxes)
        if (box->IsShown())
            shown.push_back(box);
    const auto at = std::find(shown.begin(), shown.end(), FindFocus());
    if (at == shown.end())
        return event.Skip();
    if (key == WXK_DOWN && at + 1 != shown.end())
        (*(at + 1))->SetFocus();
    else if (key == WXK_UP && at != shown.begin())
        (*(at - 1))->SetFocus();
}

} // namespace guitai
