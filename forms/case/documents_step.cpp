#include "forms/case/documents_step.h"

#include "forms/text.h"
#include "forms/wording/document_words.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

constexpr std::array kinds{DocumentKind::householdRegister,
                           DocumentKind::guardianCard,
                           DocumentKind::birthCertificate,
                           DocumentKind::kinshipProof,
                           DocumentKind::parentsProof,
                           DocumentKind::committeeConsent,
                           DocumentKind::guardianProof,
                           DocumentKind::delegateCard,
                           DocumentKind::powerOfAttorney,
                           DocumentKind::institutionCertificate,
                           DocumentKind::institutionLetter,
                           DocumentKind::incomeProof,
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
    for (const auto kind : kinds)
        buildPaper(kind);
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
    m_copies = new CopiesPart(this, this->session());
    m_copies->onBack([this](std::optional<DocumentKind> paper) {
        showBoxes();
        if (!paper || !focusField("documents." + std::string{nameOf(*paper)}))
            focusFirst();
    });
    column()->Add(m_copies, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    buildRelief();
    Bind(wxEVT_CHAR_HOOK, &DocumentsStep::onKey, this);
}

void DocumentsStep::buildPaper(DocumentKind kind)
{
    auto* box = new wxCheckBox(this, wxID_ANY, words::name(kind));
    nameForScreenReaders(box, words::name(kind));
    box->Hide();
    box->Bind(wxEVT_CHECKBOX, [this, kind, box](wxCommandEvent&) { tick(kind, box->GetValue()); });
    box->Bind(wxEVT_SET_FOCUS, [this, kind](wxFocusEvent& event) {
        m_copies->choose(kind);
        event.Skip();
    });
    auto* copy = new WrappedText(this, {}, theme::Text::normal, theme::Role::mutedText);
    copy->Hide();
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(box, wxSizerFlags(3).CentreVertical());
    row->Add(copy, wxSizerFlags(2).CentreVertical().Border(wxLEFT, FromDIP(10)));
    m_papers.push_back({kind, box, copy});
    m_list->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    const auto name = std::string{nameOf(kind)};
    place("documents." + name, box);
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
    m_copies->forget();
    showBoxes();
    for (const auto& paper : m_papers)
        paper.box->SetValue(draft().documents.contains(paper.kind));
    StepPage::load();
}

void DocumentsStep::refresh()
{
    showBoxes();
    StepPage::refresh();
    showCopies();
}

void DocumentsStep::showBoxes()
{
    const auto& needed = session().derived().documents;
    if (m_copies->covers())
        return; // they come back when the page is closed
    if (needed == m_shown && m_nothing->IsShown() == needed.empty())
        return;
    m_shown = needed;
    for (const auto& paper : m_papers) {
        const auto isNeeded = std::find(needed.begin(), needed.end(), paper.kind) != needed.end();
        paper.box->Show(isNeeded);
        paper.copy->Show(isNeeded);
    }
    m_nothing->Show(needed.empty());
    m_all->Show(!needed.empty());
    layOutAround(m_nothing);
}

/// What is kept of each paper, and what is still to be.
void DocumentsStep::showCopies()
{
    const auto& copies = draft().copies;
    for (const auto& paper : m_papers) {
        const auto found = copies.find(paper.kind);
        const auto needed = station().rules.copies.needOf(paper.kind);
        if (found != copies.end()) {
            paper.copy->setColour(theme::Role::good);
            paper.copy->setText(
                wxString::Format(_("copy kept: %s"), words::pages(found->second.size())));
        } else {
            paper.copy->setColour(needed == CopyNeed::required ? theme::Role::bad
                                                               : theme::Role::mutedText);
            paper.copy->setText(needed == CopyNeed::required  ? _("copy needed")
                                : needed == CopyNeed::offered ? _("no copy kept")
                                                              : wxString{});
        }
    }
    m_copies->refresh();
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
    for (const auto& paper : m_papers)
        if (paper.box->IsShown() && !paper.box->GetValue())
            return paper.box->SetFocus();
    for (const auto& paper : m_papers)
        if (paper.box->IsShown())
            return paper.box->SetFocus();
    m_relief->SetFocus();
}

void DocumentsStep::onKey(wxKeyEvent& event)
{
    const auto key = event.GetKeyCode();
    if ((key != WXK_UP && key != WXK_DOWN) || event.GetModifiers() != wxMOD_NONE)
        return event.Skip();
    auto shown = std::vector<wxCheckBox*>{};
    for (const auto& paper : m_papers)
        if (paper.box->IsShown())
            shown.push_back(paper.box);
    const auto at = std::find(shown.begin(), shown.end(), FindFocus());
    if (at == shown.end())
        return event.Skip();
    if (key == WXK_DOWN && at + 1 != shown.end())
        (*(at + 1))->SetFocus();
    else if (key == WXK_UP && at != shown.begin())
        (*(at - 1))->SetFocus();
}

} // namespace guitai
