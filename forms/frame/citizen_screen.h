#pragma once

#include "forms/citizen_view.h"
#include "forms/widgets/qr_view.h"
#include "services/cases/voucher.h"
#include "services/clock.h"

#include <wx/frame.h>
#include <wx/timer.h>

class wxStaticText;

namespace guitai
{

class TimeBar;

/// The second screen, turned to the person at the window: whole on the second display where there
/// is one, else a window of its own that a key brings and takes away. Never takes the focus.
class CitizenScreen : public wxFrame
{
public:
    /// `place` names the station and the window.
    CitizenScreen(wxWindow* parent, const Clock& clock, const wxString& place);

    void say(const CitizenView& view);
    const CitizenView& view() const { return m_view; }
    /// Fills the second display; false: there is none.
    bool fillSecondDisplay();

private:
    void build(const wxString& place);
    void greet();
    void showTime();
    void fitFonts();
    static wxString headingOf(const CitizenView& view);

    const Clock& m_clock;
    CitizenView m_view;
    struct Scaled {
        wxStaticText* text;
        double scale;
    };
    std::vector<Scaled> m_texts; ///< sizes follow the window: read from two metres
    wxPanel* m_band = nullptr;
    wxPanel* m_page = nullptr;
    wxPanel* m_foot = nullptr;
    wxStaticText* m_heading = nullptr;
    wxStaticText* m_what = nullptr;
    wxStaticText* m_amount = nullptr;
    wxStaticText* m_person = nullptr;
    wxStaticText* m_tail = nullptr;
    wxStaticText* m_hint = nullptr;
    wxStaticText* m_channel = nullptr;
    wxStaticText* m_sentence = nullptr;
    wxStaticText* m_time = nullptr;
    TimeBar* m_bar = nullptr;
    QrView* m_code = nullptr;
    wxTimer m_timer;
};

} // namespace guitai
