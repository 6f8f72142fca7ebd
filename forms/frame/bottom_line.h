#pragma once

#include "forms/frame/key_map.h"
#include "forms/widgets/key_caps.h"

#include <wx/panel.h>

#include <cstdint>
#include <functional>

class wxStaticText;

namespace guitai
{

/// The line at the bottom: the keys that act here, and how the day stands.
class BottomLine : public wxPanel
{
public:
    BottomLine(wxWindow* parent, std::function<void(int keyCode)> press);

    void showKeys(const std::vector<KeyEntry>& keys);
    void showSaved(const wxString& time);
    struct Counts {
        std::int64_t today = 0;
        std::int64_t approvals = 0;
        std::int64_t payments = 0;
    };
    void showCounts(const Counts& counts);
    void clear();

    wxString status() const;

private:
    void refreshStatus();
    void layOut();

    KeyCaps* m_keys;
    wxStaticText* m_status;
    wxString m_saved;
    wxString m_counts;
};

} // namespace guitai
