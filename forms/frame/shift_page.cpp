#include "forms/frame/shift_page.h"

#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/middle_column.h"
#include "forms/widgets/native_style.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <charconv>

namespace guitai
{

namespace
{

constexpr int mostDigits = 5;

wxString denominationWords(std::int64_t fen)
{
    if (fen >= 100)
        return wxString::Format(_("%lld yuan"), static_cast<long long>(fen / 100));
    return wxString::Format(_("%lld jiao"), static_cast<long long>(fen / 10));
}

/// Empty counts as none of it; no value for anything that is no count.
std::optional<std::int64_t> piecesIn(const std::string& typed)
{
    if (typed.empty())
        return 0;
    auto pieces = std::int64_t{};
    const auto* end = typed.data() + typed.size();
    const auto [stopped, error] = std::from_chars(typed.data(), end, pieces);
    if (error != std::errc{} || stopped != end || pieces < 0)
        return std::nullopt;
    return pieces;
}

} // namespace

ShiftPage::ShiftPage(wxWindow* parent, Workstation& workstation, Shell& shell, Session& session)
    : Page(parent), m_workstation(workstation), m_shell(shell), m_session(session)
{
    build();
}

void ShiftPage::build()
{
    SetName("shift"); // the practice play waits for it
    m_middle = new MiddleColumn(this);
    auto* card = new Card(m_middle, theme::Role::panel, theme::Role::border);
    auto* title = new wxStaticText(card, wxID_ANY, _("Open the shift"));
    title->SetFont(theme::font(theme::Text::title));
    auto* hint = new wxStaticText(
        card, wxID_ANY, _("Count the money in the drawer. Enter goes to the next line."));
    theme::paint(hint, {.text = theme::Role::mutedText});
    m_total = new wxStaticText(card, wxID_ANY, {});
    m_total->SetFont(theme::font(theme::Text::amount));
    m_note = new Note(card);
    auto* lines = buildLines(card);
    buildReason(card);
    m_submit = new ActionButton(card, _("&Open the shift"), _("Enter"), ActionButton::Weight::main);
    auto* later =
        new ActionButton(card, _("&Later, no cash until then"), "Esc", ActionButton::Weight::quiet);

    auto* sum = new wxBoxSizer(wxHORIZONTAL);
    sum->Add(new wxStaticText(card, wxID_ANY, _("Total")), wxSizerFlags(1).CentreVertical());
    sum->Add(m_total, wxSizerFlags().CentreVertical());
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(title);
    inside->Add(hint, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(8)));
    inside->Add(lines, wxSizerFlags().Expand());
    inside->Add(sum, wxSizerFlags().Expand().Border(wxTOP, FromDIP(14)));
    inside->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    inside->Add(m_reasonLabel, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    inside->Add(m_reason, wxSizerFlags().Expand());
    inside->Add(m_submit, wxSizerFlags().Expand().Border(wxTOP, FromDIP(14)));
    inside->Add(later, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(inside, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(24)));
    card->SetSizer(padded);
    card->SetMinSize(wxSize(FromDIP(500), -1));
    m_middle->add(card);
    m_submit->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submit(); });
    later->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_shell.goHome(); });
}

/// Asked for only when the float is not what the last drawer held.
void ShiftPage::buildReason(wxWindow* parent)
{
    m_reasonLabel = new wxStaticText(parent, wxID_ANY, words::field("reason"));
    m_reason = new wxTextCtrl(
        parent, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    giveFieldHeight(m_reason);
    nameForScreenReaders(m_reason, words::field("reason"));
    m_reason->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { submit(); });
}

void ShiftPage::askReason(bool asked)
{
    m_reasonLabel->Show(asked);
    m_reason->Show(asked);
    if (asked)
        m_reason->SetFocus();
    m_middle->arrange();
}

wxSizer* ShiftPage::buildLines(wxWindow* parent)
{
    auto* grid = new wxFlexGridSizer(4, FromDIP(6), FromDIP(12));
    grid->AddGrowableCol(3, 1);
    for (const auto denomination : denominations) {
        const auto words = denominationWords(denomination);
        auto* label = new wxStaticText(parent, wxID_ANY, words);
        auto* pieces = new wxTextCtrl(parent,
                                      wxID_ANY,
                                      wxString{},
                                      wxDefaultPosition,
                                      wxSize(FromDIP(96), -1),
                                      wxTE_PROCESS_ENTER | wxTE_RIGHT);
        pieces->SetMaxLength(mostDigits);
        giveFieldHeight(pieces);
        // TRANSLATORS: for screen readers: how many notes or coins of this denomination
        nameForScreenReaders(pieces, wxString::Format(_("Pieces of %s"), words));
        auto* unit = new wxStaticText(parent, wxID_ANY, _("pieces"));
        auto* amount = new wxStaticText(parent,
                                        wxID_ANY,
                                        {},
                                        wxDefaultPosition,
                                        wxDefaultSize,
                                        wxALIGN_RIGHT | wxST_NO_AUTORESIZE);
        for (auto* muted : {unit, amount})
            theme::paint(muted, {.text = theme::Role::mutedText});
        const auto index = m_lines.size();
        pieces->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { showTotal(); });
        pieces->Bind(wxEVT_TEXT_ENTER, [this, index](wxCommandEvent&) { focusAfter(index); });
        grid->Add(label, wxSizerFlags().CentreVertical().Right());
        grid->Add(pieces);
        grid->Add(unit, wxSizerFlags().CentreVertical());
        grid->Add(amount, wxSizerFlags().CentreVertical().Expand());
        m_lines.push_back({denomination, pieces, amount});
    }
    return grid;
}

void ShiftPage::enter()
{
    for (const auto& line : m_lines)
        line.pieces->ChangeValue({});
    m_note->say(Note::Tone::plain, {});
    m_reason->ChangeValue({});
    askReason(false);
    showTotal();
    m_lines.front().pieces->SetFocus();
}

std::optional<CashCount> ShiftPage::count()
{
    auto counted = CashCount{};
    for (const auto& line : m_lines) {
        const auto pieces = piecesIn(fromUi(line.pieces->GetValue()));
        if (!pieces) {
            m_note->say(Note::Tone::caution, _("A count is digits only."));
            line.pieces->SetFocus();
            return std::nullopt;
        }
        if (*pieces > 0)
            counted[line.denomination] = *pieces;
    }
    return counted;
}

void ShiftPage::showTotal()
{
    auto total = Money{};
    for (const auto& line : m_lines) {
        const auto pieces = piecesIn(fromUi(line.pieces->GetValue())).value_or(0);
        const auto amount = Money::fen(line.denomination) * pieces;
        line.amount->SetLabel(pieces == 0 ? wxString{} : toUi(amount.text()));
        total = total + amount;
    }
    m_total->SetLabel(wxString::Format(_("%s yuan"), toUi(total.text())));
    nameForScreenReaders(m_total, m_total->GetLabel());
    m_middle->arrange();
}

void ShiftPage::focusAfter(std::size_t index)
{
    if (index + 1 < m_lines.size())
        m_lines[index + 1].pieces->SetFocus();
    else
        m_submit->SetFocus();
}

void ShiftPage::submit()
{
    if (!m_submit->IsThisEnabled())
        return;
    const auto opening = count();
    if (!opening)
        return;
    m_submit->setReason(_("The shift is being opened"));
    m_workstation.background.run(
        m_lifetime,
        [&cash = m_workstation.cash,
         actor = m_shell.actor(),
         opening = *opening,
         reason = fromUi(m_reason->GetValue())] { return cash.openShift(actor, opening, reason); },
        [this](auto answer) { finish(std::move(answer)); });
}

void ShiftPage::finish(std::future<Result<Shift>> answer)
{
    m_submit->setReason({});
    const auto opened = received(answer, m_shell, m_workstation.log);
    if (!opened)
        return;
    if (*opened)
        return m_session.shiftOpened(opened->value());
    m_note->say(Note::Tone::bad, words::sentence(opened->refusal()));
    if (opened->refusal().code == Refusal::Code::floatDiffers)
        askReason(true);
}

} // namespace guitai
