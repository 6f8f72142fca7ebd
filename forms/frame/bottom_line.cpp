#include "forms/frame/bottom_line.h"

#include "forms/widgets/form_grid.h"
#include "forms/widgets/theme.h"

#include <wx/sizer.h>
#include <wx/statline.h>
#include <wx/stattext.h>

namespace guitai
{

namespace
{

constexpr int margin = 16;
constexpr int leastKeysWidth = 100;
constexpr int keysHeight = 22;

} // namespace

BottomLine::BottomLine(wxWindow* parent, std::function<void(int)> press)
    : wxPanel(parent), m_keys(new KeyCaps(this, std::move(press))),
      m_status(new wxStaticText(this, wxID_ANY, {}))
{
    theme::paint(this, {.background = theme::Role::panel});
    theme::paint(m_status, {.text = theme::Role::mutedText});
    m_status->SetFont(theme::font(theme::Text::small));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_keys->SetMinSize(FromDIP(wxSize(leastKeysWidth, keysHeight)));
    row->Add(m_keys, wxSizerFlags(1).CentreVertical().Border(wxLEFT, FromDIP(margin)));
    row->Add(m_status, wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(margin)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(new wxStaticLine(this), wxSizerFlags().Expand());
    column->Add(row, wxSizerFlags(1).Expand());
    SetSizer(column);
    SetMinSize(wxSize(-1, FromDIP(32)));
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        layOut();
        event.Skip();
    });
}

/// The keys come first; how the day stands is told where there is room beside them.
void BottomLine::layOut()
{
    const auto needed =
        m_keys->GetBestSize().GetWidth() + m_status->GetBestSize().GetWidth() + 3 * FromDIP(margin);
    m_status->Show(needed <= GetClientSize().GetWidth());
    Layout();
}

void BottomLine::showKeys(const std::vector<KeyEntry>& keys)
{
    auto caps = std::vector<KeyCaps::Cap>{};
    for (const auto& entry : keys)
        caps.push_back({entry.key, entry.words, entry.keyCode});
    m_keys->setCaps(std::move(caps));
    layOut();
}

void BottomLine::showSaved(const wxString& time)
{
    m_saved = wxString::Format(_("Saved %s"), time);
    refreshStatus();
}

void BottomLine::showCounts(const Counts& counts)
{
    const auto number = [](std::int64_t value) {
        return wxString::Format("%lld", static_cast<long long>(value));
    };
    // TRANSLATORS: the day so far, in the line at the bottom; numbers of cases
    m_counts = wxString::Format(_("Today %s, waiting for approval %s, for payment %s"),
                                number(counts.today),
                                number(counts.approvals),
                                number(counts.payments));
    refreshStatus();
}

void BottomLine::clear()
{
    m_saved.clear();
    m_counts.clear();
    refreshStatus();
}

wxString BottomLine::status() const
{
    return m_status->GetLabelText();
}

void BottomLine::refreshStatus()
{
    const auto between = m_saved.empty() || m_counts.empty() ? "" : "    ";
    m_status->SetLabelText(m_saved + between + m_counts);
    nameForScreenReaders(m_status, m_status->GetLabelText());
    layOut();
}

} // namespace guitai
