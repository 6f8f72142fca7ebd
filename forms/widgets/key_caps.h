#pragma once

#include <wx/panel.h>

#include <functional>
#include <vector>

namespace guitai
{

/// Keys with their words in one line, as they stand at the bottom of the window. A click does what
/// the key does; it takes no focus, since every key is a key already. Where the window is narrow
/// the longest words are cut.
class KeyCaps : public wxPanel
{
public:
    struct Cap {
        wxString key;
        wxString words;
        int keyCode = 0;
    };
    KeyCaps(wxWindow* parent, std::function<void(int keyCode)> press);

    void setCaps(std::vector<Cap> caps);
    bool AcceptsFocus() const override { return false; }
    bool AcceptsFocusFromKeyboard() const override { return false; }

protected:
    wxSize DoGetBestClientSize() const override;

private:
    struct Placed {
        int left = 0;
        int capWidth = 0;
        int right = 0;
        wxString words = {}; ///< as far as they fit
    };
    void measure();
    void onPaint();
    void onClick(const wxPoint& where);

    std::function<void(int)> m_press;
    std::vector<Cap> m_caps;
    std::vector<Placed> m_placed;
    int m_bestWidth = 0;
};

/// A coloured dot with a word: a device and how it is.
class StatusLight : public wxPanel
{
public:
    enum class State { good, caution, bad };
    explicit StatusLight(wxWindow* parent);

    /// `why` is the tooltip and what a screen reader adds.
    void show(State state, const wxString& label, const wxString& why);
    bool AcceptsFocus() const override { return false; }
    bool AcceptsFocusFromKeyboard() const override { return false; }

protected:
    wxSize DoGetBestClientSize() const override;

private:
    void onPaint();

    State m_state = State::good;
    wxString m_label;
};

} // namespace guitai
