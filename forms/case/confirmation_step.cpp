#include "forms/case/confirmation_step.h"

#include "forms/text.h"
#include "forms/wording/guardian_words.h"

#include <wx/imagpng.h>
#include <wx/log.h>
#include <wx/mstream.h>

namespace guitai
{

namespace
{

/// A name is written in many strokes: it is kept after the last one.
constexpr auto keepDelay = 800; ///< milliseconds

} // namespace

ConfirmationStep::ConfirmationStep(wxWindow* parent, CaseSession& session, StepHost& host)
    : StepPage(parent, session, host)
{
    heading(_("Confirm and sign"),
            _("Let the person read the entries aloud or on the screen, then sign below."));
    m_summary = new CaseSummary(this);
    column()->Add(m_summary, wxSizerFlags().Expand());
    buildSigning();
    m_keepTimer.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { keepSignature({}); });
}

void ConfirmationStep::buildSigning()
{
    m_read =
        new wxCheckBox(this, wxID_ANY, _("The person has &read the entries and confirms them"));
    nameForScreenReaders(m_read, wxControl::RemoveMnemonics(m_read->GetLabel()));
    m_read->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
        session().edit([this](Draft& next) {
            next.confirmation.read = m_read->GetValue();
            next.confirmation.signer = signer();
        });
        Scroll(0, GetScrollLines(wxVERTICAL)); // in a low window: the pad is at the end
    });
    place("confirmation.read", m_read);
    m_who = new wxStaticText(this, wxID_ANY, {});
    m_who->SetFont(theme::font(theme::Text::strong));
    m_clear =
        new ActionButton(this, _("&Clear the signature"), "Alt+C", ActionButton::Weight::quiet);
    m_clear->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_pad->clear(); });
    m_pad = new SignaturePad(this);
    m_pad->SetName("signature");
    m_pad->onStroke([this] { strokeEnded(); });
    auto* problem = problemLine();
    placeWithLine("confirmation.signer", m_read, problem);
    // Not the button that clears it: Enter follows when the person has signed.
    place("confirmation.signature", m_read);

    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(m_who, wxSizerFlags(1).CentreVertical());
    line->Add(m_clear, wxSizerFlags().CentreVertical());
    column()->Add(m_read, wxSizerFlags().Border(wxTOP, FromDIP(12)));
    column()->Add(line, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    column()->Add(m_pad, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(4)));
    column()->Add(problem, wxSizerFlags().Expand());
}

Signer ConfirmationStep::signer() const
{
    const auto& category = session().derived().category;
    return category == Category::under16 ? Signer::guardian : Signer::applicant;
}

void ConfirmationStep::load()
{
    m_unkept = false;
    m_keepTimer.Stop();
    m_pad->showKept(wxImage{});
    StepPage::load();
    loadKept();
}

void ConfirmationStep::loadKept()
{
    const auto& signature = draft().confirmation.signature;
    if (!signature)
        return;
    session().run([&desk = station().cases, ref = *signature] { return desk.attachment(ref); },
                  [this](const std::optional<Bytes>& png) {
                      if (!png || m_unkept)
                          return;
                      const auto quiet = wxLogNull{};
                      auto stream = wxMemoryInputStream(png->data(), png->size());
                      auto handler = wxPNGHandler{};
                      auto image = wxImage{};
                      if (handler.LoadFile(&image, stream, false))
                          m_pad->showKept(image);
                  },
                  [] {});
}

void ConfirmationStep::refresh()
{
    StepPage::refresh();
    m_summary->show(summaryOf(session()));
    m_read->SetValue(draft().confirmation.read);
    const auto guardian = signer() == Signer::guardian;
    m_who->SetLabelText(guardian ? words::guardianSignature(draft().guardian)
                                 : _("Signature of the applicant"));
    // The entries changed after signing: what stands on the pad was signed for others.
    if (!draft().confirmation.signature && m_pad->showsKept())
        m_pad->showKept(wxImage{});
}

void ConfirmationStep::strokeEnded()
{
    m_keepTimer.Stop();
    m_unkept = m_pad->isSigned();
    if (m_unkept)
        m_keepTimer.StartOnce(keepDelay);
    else
        session().edit([](Draft& next) { next.confirmation.signature.reset(); });
    host().refreshActions();
}

void ConfirmationStep::keepSignature(std::function<void()> after)
{
    m_keepTimer.Stop();
    if (!m_unkept) {
        if (after)
            after();
        return;
    }
    m_unkept = false;
    session().run(
        [&desk = station().cases, actor = session().shell().actor(), png = m_pad->png()] {
            return desk.keepSignature(actor, png);
        },
        [this, after = std::move(after)](const Result<AttachmentRef>& kept) {
            if (!kept) {
                m_busy.end();
                session().shell().notify(Shell::Tone::error, words::sentence(kept.refusal()));
                return host().refreshActions();
            }
            session().edit([&](Draft& next) {
                next.confirmation.signature = kept.value();
                next.confirmation.signer = signer();
            });
            if (after)
                after();
        },
        [this] {
            m_unkept = true;
            m_busy.end();
            host().refreshActions();
        });
}

void ConfirmationStep::leaving()
{
    keepSignature({});
}

wxString ConfirmationStep::whyNot() const
{
    if (m_busy)
        return _("The case is being filed ...");
    auto open = session().openItems();
    std::erase_if(open, [this](const ChecklistItem& item) {
        return m_unkept && (item.refusal.field == "confirmation.signature" ||
                            item.refusal.field == "confirmation.signer");
    });
    if (open.empty())
        return {};
    const auto first = words::phrase(open.front());
    const auto others = static_cast<int>(open.size()) - 1;
    if (others == 0)
        return wxString::Format(_("Still open: %s"), first);
    return wxString::Format(wxPLURAL("Still open: %s and %d more",
                                     "Still open: %s and %d more",
                                     static_cast<unsigned>(others)),
                            first,
                            others);
}

/// Right after the last stroke the signature is not kept yet, and Enter must not lead to where it
/// would be cleared.
bool ConfirmationStep::takeEnter()
{
    if (!m_unkept)
        return false;
    if (whyNot().empty())
        confirm();
    else // kept, the next Enter leads to what is missing
        keepSignature([this] { host().refreshActions(); });
    return true;
}

std::optional<MainAction> ConfirmationStep::mainAction()
{
    return MainAction{_("Confirm the case"), whyNot(), [this] { confirm(); }};
}

void ConfirmationStep::confirm()
{
    if (!whyNot().empty())
        return;
    m_busy.begin();
    host().refreshActions();
    keepSignature([this] { file(); });
}

void ConfirmationStep::file()
{
    session().save();
    session().run(
        [&desk = station().cases, actor = session().shell().actor(), draft = draft()] {
            return desk.confirm(actor, draft);
        },
        [this](const Result<Case>& filed) {
            m_busy.end();
            if (!filed) {
                session().shell().notify(Shell::Tone::error, words::sentence(filed.refusal()));
                return host().refreshActions();
            }
            session().adopt(filed.value());
            session().shell().refreshCounts();
            host().goToOpenStep();
        },
        [this] {
            m_busy.end();
            host().refreshActions();
        });
}

} // namespace guitai
