#include "forms/drawer/cash_count_panel.h"

#include "forms/text.h"
#include "forms/widgets/form_grid.h"
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

wxString denominationWords(std::int64_t fen)
{
    if (fen >= 100)
        return wxString::Format(_("%lld yuan"), static_cast<long long>(fen / 100));
    return wxString::Format(_("%lld jiao"), static_cast<long long>(fen / 10));
}

CashCountPanel::CashCountPanel(wxWindow* parent) : wxPanel(parent)
{
    // Two columns, so that a count fits on a screen of 540 points.
    const auto half = denominations.size() / 2;
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(buildColumn(0, half), wxSizerFlags(1).Expand());
    columns->AddSpacer(FromDIP(26));
    columns->Add(buildColumn(half, denominations.size()), wxSizerFlags(1).Expand());
    m_total = new wxStaticText(this, wxID_ANY, {});
    m_total->SetFont(theme::font(theme::Text::amount));
    auto* sum = new wxBoxSizer(wxHORIZONTAL);
    sum->Add(new wxStaticText(this, wxID_ANY, _("Total")), wxSizerFlags(1).CentreVertical());
    sum->Add(m_total, wxSizerFlags().CentreVertical());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(columns, wxSizerFlags().Expand());
    column->Add(sum, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    SetSizer(column);
    showTotal();
}

wxFlexGridSizer* CashCountPanel::buildColumn(std::size_t begin, std::size_t end)
{
    auto* grid = new wxFlexGridSizer(4, FromDIP(6), FromDIP(10));
    grid->AddGrowableCol(3, 1);
    for (auto i = begin; i < end; ++i)
        addLine(grid, denominations[i]);
    return grid;
}

void CashCountPanel::addLine(wxFlexGridSizer* grid, std::int64_t denomination)
{
    const auto words = denominationWords(denomination);
    auto* label = new wxStaticText(this, wxID_ANY, words);
    auto* pieces = new wxTextCtrl(this,
                                  wxID_ANY,
                                  wxString{},
                                  wxDefaultPosition,
                                  wxSize(FromDIP(84), -1),
                                  wxTE_PROCESS_ENTER | wxTE_RIGHT);
    pieces->SetMaxLength(mostDigits);
    giveFieldHeight(pieces);
    // TRANSLATORS: for screen readers: how many notes or coins of this denomination
    nameForScreenReaders(pieces, wxString::Format(_("Pieces of %s"), words));
    auto* unit = new wxStaticText(this, wxID_ANY, _("pieces"));
    auto* amount = new wxStaticText(
        this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxALIGN_RIGHT | wxST_NO_AUTORESIZE);
    amount->SetMinSize(wxSize(FromDIP(72), -1));
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

void CashCountPanel::clear()
{
    for (const auto& line : m_lines)
        line.pieces->ChangeValue({});
    showTotal();
}

void CashCountPanel::focusFirst()
{
    m_lines.front().pieces->SetFocus();
}

std::optional<CashCount> CashCountPanel::count()
{
    auto counted = CashCount{};
    for (const auto& line : m_lines) {
        const auto pieces = piecesIn(fromUi(line.pieces->GetValue()));
        if (!pieces) {
            if (m_fault)
                m_fault(_("A count is digits only."));
            line.pieces->SetFocus();
            return std::nullopt;
        }
        if (*pieces > 0)
            counted[line.denomination] = *pieces;
    }
    return counted;
}

void CashCountPanel::showTotal()
{
    m_sum = {};
    for (const auto& line : m_lines) {
        const auto pieces = piecesIn(fromUi(line.pieces->GetValue())).value_or(0);
        const auto amount = Money::fen(line.denomination) * pieces;
        line.amount->SetLabel(pieces == 0 ? wxString{} : toUi(amount.text()));
        m_sum = m_sum + amount;
    }
    m_total->SetLabel(wxString::Format(_("%s yuan"), toUi(m_sum.text())));
    nameForScreenReaders(m_total, m_total->GetLabel());
    Layout();
    if (m_changed)
        m_changed();
}

void CashCountPanel::focusAfter(std::size_t index)
{
    if (index + 1 < m_lines.size())
        m_lines[index + 1].pieces->SetFocus();
    else if (m_end)
        m_end();
}

} // namespace guitai
