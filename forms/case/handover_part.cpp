#include "forms/case/handover_part.h"

#include "forms/text.h"
#include "forms/widgets/form_grid.h"
#include "forms/wording/handover_words.h"
#include "services/cases/handover_code.h"
#include "services/rules/citizen_number.h"
#include "services/utf8.h"

#include <wx/filedlg.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace guitai
{

HandoverPart::HandoverPart(wxWindow* parent, CaseSession& session, std::function<void()> taken)
    : wxPanel(parent), m_session(session), m_taken(std::move(taken))
{
    const auto label = wxString{_("Slip's &code or file")};
    auto* words = new wxStaticText(this, wxID_ANY, label);
    m_field = new wxTextCtrl(this, wxID_ANY);
    m_field->SetMaxLength(longestHandoverCode + 1);
    nameForScreenReaders(m_field, wxStaticText::RemoveMnemonics(label));
    giveFieldHeight(m_field);
    m_import = new ActionButton(
        this, _("&Import from the terminal ..."), "Alt+I", ActionButton::Weight::plain);
    m_import->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { browse(); });
    m_note = new Note(this);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(words, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(m_field, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(m_import, wxSizerFlags().CentreVertical());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row, wxSizerFlags().Expand());
    column->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    SetSizer(column);
}

void HandoverPart::show()
{
    const auto& id = m_session.draft().id;
    if (id == m_case)
        return;
    m_case = id;
    m_photoFault.clear();
    m_field->ChangeValue({});
    m_import->setReason({});
    say();
}

bool HandoverPart::takeEnter()
{
    if (!m_field->HasFocus())
        return false;
    const auto typed = trimmed(fromUi(m_field->GetValue()));
    if (m_busy)
        return true;
    if (typed.empty())
        return false;
    if (looksLikeHandoverCode(typed) || !typed.starts_with('/'))
        importCode(typed);
    else
        importFile(std::filesystem::path(typed));
    return true;
}

void HandoverPart::browse()
{
    auto dialog = wxFileDialog(this,
                               _("Choose the terminal's file"),
                               {},
                               {},
                               _("Hand-over of a terminal") + "|*.json;*.txt;*.JSON;*.TXT",
                               wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK)
        importFile(std::filesystem::path(fromUi(dialog.GetPath())));
}

void HandoverPart::importFile(const std::filesystem::path& file)
{
    run([file](HandoverDesk& desk, const Actor& actor, const Draft& draft) {
        return desk.fromFile(actor, draft, file);
    });
}

void HandoverPart::importCode(const std::string& scanned)
{
    run([scanned](HandoverDesk& desk, const Actor& actor, const Draft& draft) {
        return desk.fromCode(actor, draft, scanned);
    });
}

void HandoverPart::run(Import import)
{
    if (m_busy)
        return;
    m_busy.begin();
    m_photoFault.clear();
    m_import->setReason(_("The hand-over is being read."));
    m_note->say(Note::Tone::plain, _("The hand-over is being read."));
    m_session.run(
        [&station = m_session.station(),
         actor = m_session.shell().actor(),
         draft = m_session.draft(),
         import = std::move(import)] {
            auto desk = HandoverDesk{station.cases, station.photos};
            return import(desk, actor, draft);
        },
        [this](const Result<HandoverIntake>& read) { arrived(read); },
        [this] { refuse(_("Nothing was taken over. Try again.")); });
}

/// The clerk may have typed a number meanwhile: it is compared again.
void HandoverPart::arrived(const Result<HandoverIntake>& read)
{
    if (!read)
        return refuse(words::handoverSentence(read.refusals()));
    const auto& intake = read.value();
    const auto typed = normalisedCitizenNumber(m_session.draft().applicant.citizenNumber);
    const auto isOther = !typed.empty() && typed != intake.handover.citizenNumber;
    const auto standing = isOther ? HandoverStanding::otherPerson : intake.standing;
    if (standing != HandoverStanding::fits)
        return refuse(words::sentence(standing));
    m_busy.end();
    m_import->setReason({});
    m_field->ChangeValue({});
    if (!intake.photoMistakes.empty())
        m_photoFault = words::sentence(intake.photoMistakes.front());
    m_session.edit([&](Draft& next) { next = withIntake(next, intake); });
    say();
    m_taken();
}

void HandoverPart::refuse(const wxString& sentence)
{
    m_busy.end();
    m_import->setReason({});
    m_note->say(Note::Tone::bad, sentence);
    m_field->SetFocus();
    m_field->SelectAll();
    layOutAround(this);
}

/// What came from the terminal stays marked as such.
void HandoverPart::say()
{
    const auto& attempt = m_session.draft().terminal;
    auto text = wxString{};
    if (attempt && !attempt->handover.empty()) {
        const auto tries = static_cast<int>(attempt->tries.size());
        // TRANSLATORS: beginning of the hand-over's number, how many presses of a finger it tells
        text = wxString::Format(wxPLURAL("From the terminal, hand-over %s: %d press of a finger. "
                                         "What was entered before stayed.",
                                         "From the terminal, hand-over %s: %d presses of a finger. "
                                         "What was entered before stayed.",
                                         static_cast<unsigned>(tries)),
                                words::handoverMark(*attempt),
                                tries);
        if (!m_photoFault.empty())
            // TRANSLATORS: why the photo could not be taken over follows
            text +=
                "\n" + wxString::Format(_("The terminal's photo was left out: %s"), m_photoFault);
    }
    m_note->say(m_photoFault.empty() ? Note::Tone::good : Note::Tone::caution, text);
    layOutAround(this);
}

} // namespace guitai
