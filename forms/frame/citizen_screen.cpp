#include "forms/frame/citizen_screen.h"

#include "forms/widgets/theme.h"

#include <wx/dcbuffer.h>
#include <wx/display.h>
#include <wx/intl.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace guitai
{

/// The time that is left, as the part of a line that is still full. Words beside it say the same.
class TimeBar : public wxWindow
{
public:
    explicit TimeBar(wxWindow* parent)
        : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE)
    {
        SetBackgroundStyle(wxBG_STYLE_PAINT);
        SetMinSize(FromDIP(wxSize(300, 14)));
        Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    }

    void setPart(double part)
    {
        m_part = std::clamp(part, 0.0, 1.0);
        Refresh();
    }

private:
    void onPaint()
    {
        auto dc = wxAutoBufferedPaintDC(this);
        dc.SetBackground(GetParent()->GetBackgroundColour());
        dc.Clear();
        auto area = GetClientRect();
        const auto radius = area.GetHeight() / 2.0;
        dc.SetPen(*wxTRANSPARENT_PEN);
        dc.SetBrush(wxColour("#d5dce5"));
        dc.DrawRoundedRectangle(area, radius);
        area.SetWidth(static_cast<int>(area.GetWidth() * m_part));
        dc.SetBrush(wxColour("#1b7f4b"));
        if (area.GetWidth() > 0)
            dc.DrawRoundedRectangle(area, radius);
    }

    double m_part = 1;
};

namespace
{

constexpr int tickMilliseconds = 250;
// The screen is lit from behind and looked at from a distance: always dark on light.
const auto* const inkColour = "#17202b";
const auto* const mutedColour = "#4d5661";
const auto* const bandColour = "#1f3a5f";
const auto* const footColour = "#eff3f8";
constexpr int usualHeight = 800; ///< to which the scales below are drawn

} // namespace

CitizenScreen::CitizenScreen(wxWindow* parent, const Clock& clock, const wxString& place)
    : wxFrame(parent,
              wxID_ANY,
              _("Second screen"),
              wxDefaultPosition,
              parent->FromDIP(wxSize(1000, 625)),
              wxDEFAULT_FRAME_STYLE | wxFRAME_NO_TASKBAR),
      m_clock(clock), m_timer(this)
{
    build(place);
    const auto area = wxDisplay(parent).GetClientArea(); // a low display shows all of it, too
    SetSize(std::min(GetSize().x, area.width), std::min(GetSize().y, area.height));
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { showTime(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fitFonts();
        event.Skip();
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (event.CanVeto()) {
            event.Veto();
            Hide();
            return;
        }
        event.Skip();
    });
    say({});
}

void CitizenScreen::build(const wxString& place)
{
    SetBackgroundColour(*wxWHITE);
    const auto panel = [this](const wxColour& ground) {
        auto* made = new wxPanel(this);
        made->SetBackgroundColour(ground);
        return made;
    };
    const auto words = [this](wxWindow* on, double scale, bool bold, const wxColour& colour) {
        auto* made = new wxStaticText(on, wxID_ANY, {});
        made->SetForegroundColour(colour);
        made->SetFont(bold ? made->GetFont().Bold() : made->GetFont());
        m_texts.push_back({made, scale});
        return made;
    };
    m_band = panel(bandColour);
    m_heading = words(m_band, 30, true, *wxWHITE);
    auto* station = words(m_band, 23, false, *wxWHITE);
    station->SetLabelText(place);
    auto* band = new wxBoxSizer(wxHORIZONTAL);
    band->Add(m_heading, wxSizerFlags(1).CentreVertical().Border(wxALL, FromDIP(18)));
    band->Add(station, wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(18)));
    m_band->SetSizer(band);

    m_page = panel(*wxWHITE);
    m_what = words(m_page, 26, false, mutedColour);
    m_amount = words(m_page, 104, true, inkColour);
    m_person = words(m_page, 27, true, inkColour);
    m_tail = words(m_page, 27, false, mutedColour);
    m_hint = words(m_page, 27, false, mutedColour);
    m_code = new QrView(m_page, FromDIP(wxSize(300, 300)));
    m_channel = words(m_page, 30, true, inkColour);
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->AddStretchSpacer();
    for (auto* line : {m_what, m_amount, m_person, m_tail, m_hint})
        left->Add(line, wxSizerFlags().Border(wxBOTTOM, FromDIP(10)));
    left->AddStretchSpacer();
    auto* right = new wxBoxSizer(wxVERTICAL);
    right->Add(m_code, wxSizerFlags(1).Expand());
    right->Add(m_channel, wxSizerFlags().Centre().Border(wxTOP, FromDIP(10)));
    auto* page = new wxBoxSizer(wxHORIZONTAL);
    page->Add(left, wxSizerFlags(1).Expand().Border(wxLEFT, FromDIP(48)));
    page->Add(right, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(30)));
    m_page->SetSizer(page);

    m_foot = panel(footColour);
    m_sentence = words(m_foot, 25, false, inkColour);
    m_bar = new TimeBar(m_foot);
    m_time = words(m_foot, 25, false, inkColour);
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    foot->AddStretchSpacer();
    foot->Add(m_sentence, wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(16)));
    foot->Add(m_bar, wxSizerFlags().CentreVertical());
    foot->Add(m_time, wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(16)));
    foot->AddStretchSpacer();
    m_foot->SetSizer(foot);

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_band, wxSizerFlags().Expand());
    column->Add(m_page, wxSizerFlags(1).Expand());
    column->Add(m_foot, wxSizerFlags().Expand());
    SetSizer(column);
}

wxString CitizenScreen::headingOf(const CitizenView& view)
{
    switch (view.kind) {
    case CitizenView::Kind::greeting:
        return _("Identity card window");
    case CitizenView::Kind::scan:
        return _("Please scan and pay");
    case CitizenView::Kind::working:
        return _("One moment, please");
    case CitizenView::Kind::paid:
        return _("Paid, thank you");
    }
    return {};
}

void CitizenScreen::say(const CitizenView& view)
{
    m_view = view;
    const auto scanning = view.kind == CitizenView::Kind::scan;
    m_heading->SetLabelText(headingOf(view));
    m_what->SetLabelText(view.what);
    m_amount->SetLabelText(view.amount);
    m_person->SetLabelText(view.person.empty() ? wxString{}
                                               : wxString::Format(_("For %s"), view.person));
    m_tail->SetLabelText(view.caseTail.empty()
                             ? wxString{}
                             : wxString::Format(_("Acceptance number ends in %s"), view.caseTail));
    m_hint->SetLabelText(scanning
                             ? _("Scan with the camera, not from a picture.\nCash is welcome, too: "
                                 "tell the clerk.")
                             : wxString{});
    if (view.kind == CitizenView::Kind::greeting)
        greet();
    m_code->show(scanning ? view.code : std::string{});
    m_code->Show(scanning);
    m_channel->SetLabelText(scanning ? wxString::Format(_("Scan with %s"), view.channel)
                                     : wxString{});
    m_sentence->SetLabelText(view.sentence);
    m_bar->Show(scanning);
    m_time->Show(scanning);
    m_foot->Show(!view.sentence.empty() || scanning);
    if (scanning)
        m_timer.Start(tickMilliseconds);
    else
        m_timer.Stop();
    showTime();
    fitFonts();
}

void CitizenScreen::greet()
{
    m_amount->SetLabelText(_("Welcome"));
    m_person->SetLabelText(_("Please give your documents to the clerk."));
    m_hint->SetLabelText(_("Pay only the amount that stands on this screen."));
}

void CitizenScreen::showTime()
{
    if (m_view.kind != CitizenView::Kind::scan)
        return;
    constexpr auto minute = 60;
    const auto left = std::max<long long>(0, (m_view.until - m_clock.now()).count());
    const auto whole = std::max<long long>(1, (m_view.until - m_view.from).count());
    m_bar->setPart(static_cast<double>(left) / static_cast<double>(whole));
    m_time->SetLabelText(
        left > 0 ? wxString::Format(_("%lld min %02lld s left"), left / minute, left % minute)
                 : _("Closing, one moment ..."));
    m_foot->Layout();
}

void CitizenScreen::fitFonts()
{
    const auto height = GetClientSize().GetHeight();
    if (height <= 0)
        return;
    for (const auto& each : m_texts) {
        auto font = each.text->GetFont();
        const auto pixels = std::max(10, static_cast<int>(each.scale * height / usualHeight));
        if (font.GetPixelSize().GetHeight() != pixels) {
            font.SetPixelSize(wxSize(0, pixels));
            each.text->SetFont(font);
        }
    }
    Layout();
    for (auto* panel : {m_band, m_page, m_foot})
        panel->Layout();
}

bool CitizenScreen::fillSecondDisplay()
{
    const auto main = wxDisplay::GetFromWindow(GetParent());
    for (auto i = 0U; i < wxDisplay::GetCount(); ++i) {
        if (static_cast<int>(i) == main)
            continue;
        SetPosition(wxDisplay(i).GetGeometry().GetTopLeft());
        ShowWithoutActivating();
        ShowFullScreen(true);
        return true;
    }
    return false;
}

} // namespace guitai
