#include "forms/case/voucher_step.h"

#include "forms/case/photo_picture.h"
#include "forms/text.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto previewDpi = 144.0;

} // namespace

VoucherStep::VoucherStep(wxWindow* parent, CaseSession& session, StepHost& host)
    : StepPage(parent, session, host)
{
    heading(_("Collection voucher"), _("Look at it with the person, then print: Enter or F9."));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* papers = buildPapers();
    m_sheet = new SheetView(this, _("Preview of the voucher"));
    row->Add(m_sheet, wxSizerFlags(3).Expand());
    row->Add(papers, wxSizerFlags(2).Border(wxLEFT, FromDIP(20)));
    column()->Add(row, wxSizerFlags(1).Expand());
}

wxSizer* VoucherStep::buildPapers()
{
    auto* label = new wxStaticText(this, wxID_ANY, _("Acceptance number"));
    theme::paint(label, {.text = theme::Role::mutedText});
    m_number = new WrappedText(this, {}, theme::Text::number);
    m_note = new Note(this);
    m_cameOut = new ActionButton(this, _("It came &out"), "Alt+O", ActionButton::Weight::plain);
    m_didNot = new ActionButton(this, _("It did &not"), "Alt+N", ActionButton::Weight::plain);
    m_record = new ActionButton(
        this, _("&Page of the case, reprint"), "Alt+P", ActionButton::Weight::quiet);
    m_cameOut->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { resolve(true); });
    m_didNot->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { resolve(false); });
    m_record->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (const auto& confirmed = session().confirmed())
            session().shell().openRecord(confirmed->acceptanceNumber);
    });
    auto* answers = new wxBoxSizer(wxHORIZONTAL);
    answers->Add(m_cameOut, wxSizerFlags());
    answers->Add(m_didNot, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    auto* papers = new wxBoxSizer(wxVERTICAL);
    papers->Add(label, wxSizerFlags());
    papers->Add(m_number, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
    papers->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(14)));
    papers->Add(answers, wxSizerFlags().Border(wxTOP, FromDIP(8)));
    papers->Add(m_record, wxSizerFlags().Border(wxTOP, FromDIP(14)));
    return papers;
}

void VoucherStep::load()
{
    m_unresolved.clear();
    m_note->say(Note::Tone::plain, {});
    StepPage::load();
    if (!session().confirmed())
        return;
    m_sheet->showWords(_("The voucher is being drawn ..."));
    askForPapers();
    askForPreview();
}

void VoucherStep::refresh()
{
    StepPage::refresh();
    const auto& confirmed = session().confirmed();
    m_number->setText(confirmed ? toUi(groupedAcceptanceNumber(confirmed->acceptanceNumber))
                                : wxString{});
    m_cameOut->Show(!m_unresolved.empty());
    m_didNot->Show(!m_unresolved.empty());
    Layout();
}

void VoucherStep::focusFirst()
{
    if (m_unresolved.empty())
        host().focusMainAction();
    else
        m_cameOut->SetFocus();
}

void VoucherStep::askForPreview()
{
    session().run(
        [&desk = station().vouchers,
         actor = session().shell().actor(),
         number = session().confirmed()->acceptanceNumber] {
            return desk.preview(actor, number, previewDpi);
        },
        [this](const Result<RgbImage>& preview) {
            if (preview)
                m_sheet->show(imageOf(preview.value()));
            else
                m_sheet->showWords(words::sentence(preview.refusal()));
        },
        [this] { m_sheet->showWords(_("The voucher could not be drawn.")); });
}

void VoucherStep::askForPapers()
{
    session().run(
        [&desk = station().vouchers, number = session().confirmed()->acceptanceNumber] {
            return desk.papersOf(number);
        },
        [this](const std::vector<PaperRow>& papers) { show(papers); },
        [] {});
}

void VoucherStep::show(const std::vector<PaperRow>& papers)
{
    const auto isOpen = [](const PaperRow& paper) {
        return paper.state == "intended" || paper.state == "unknown";
    };
    const auto open = std::find_if(papers.begin(), papers.end(), isOpen);
    m_unresolved = open == papers.end() ? std::string{} : open->id;
    if (!m_unresolved.empty()) {
        m_note->say(Note::Tone::caution,
                    _("The program stopped while this voucher was printed. Did it come out?"));
    } else if (std::any_of(papers.begin(), papers.end(), [](const PaperRow& paper) {
                   return paper.state == "issued";
               })) {
        m_note->say(Note::Tone::good, _("The voucher is printed."));
        session().markPrinted();
    }
    refresh();
    host().refreshActions();
    if (!m_unresolved.empty())
        m_cameOut->SetFocus();
}

std::optional<MainAction> VoucherStep::mainAction()
{
    if (session().printed())
        return MainAction{_("Next person"), {}, [this] { session().shell().startCase(); }};
    auto why = wxString{};
    if (m_busy)
        why = _("The voucher is being printed ...");
    else if (!m_unresolved.empty())
        why = _("First say whether the voucher came out.");
    return MainAction{_("Print the voucher"), why, [this] { print(); }};
}

bool VoucherStep::takeKey(int keyCode)
{
    if (keyCode != WXK_F9)
        return false;
    print();
    return true;
}

void VoucherStep::print()
{
    if (m_busy || session().printed() || !m_unresolved.empty() || !session().confirmed())
        return;
    m_busy.begin();
    m_note->say(Note::Tone::plain, _("The voucher is being printed ..."));
    host().refreshActions();
    session().run(
        [&desk = station().vouchers,
         actor = session().shell().actor(),
         number = session().confirmed()->acceptanceNumber] { return desk.issue(actor, number); },
        [this](const Result<IssuedPaper>& issued) {
            m_busy.end();
            if (!issued) {
                m_note->say(Note::Tone::bad, words::sentence(issued.refusal()));
                askForPapers();
                return host().refreshActions();
            }
            m_note->say(Note::Tone::good, _("The voucher is printed."));
            session().shell().refreshCounts();
            session().markPrinted();
            host().focusMainAction();
        },
        [this] {
            m_busy.end();
            m_note->say(Note::Tone::bad, _("The voucher did not come out for certain."));
            askForPapers();
            host().refreshActions();
        });
}

void VoucherStep::resolve(bool cameOut)
{
    if (m_unresolved.empty() || m_busy)
        return;
    m_busy.begin();
    session().run([&desk = station().vouchers,
                   actor = session().shell().actor(),
                   paper = m_unresolved,
                   cameOut] { return desk.resolve(actor, paper, cameOut); },
                  [this](const Result<Done>& resolved) {
                      m_busy.end();
                      if (!resolved)
                          return m_note->say(Note::Tone::bad, words::sentence(resolved.refusal()));
                      m_unresolved.clear();
                      m_note->say(Note::Tone::plain, {});
                      askForPapers();
                      SetFocus();
                  },
                  [this] { m_busy.end(); });
}

} // namespace guitai
