#pragma once

#include "forms/frame/session.h"
#include "forms/self_test.h"
#include "forms/widgets/key_caps.h"
#include "forms/workstation.h"

#include <wx/panel.h>

#include <map>
#include <optional>
#include <vector>

class wxStaticText;

namespace guitai
{

/// "Authority station, window 3", as it stands on both screens.
wxString placeWords(const Workstation& workstation);

/// The bar at the top: program, station and window at the left; lights, shift and user at the
/// right.
class Band : public wxPanel
{
public:
    Band(wxWindow* parent, const Workstation& workstation);

    void showLights(const std::vector<SelfTestLine>& lines);
    void showSession(const std::optional<SignedIn>& who);

private:
    wxStaticText* words(const wxString& text, wxSizer* row, long style = 0);

    void layOut();

    const Workstation& m_workstation;
    wxStaticText* m_place = nullptr;
    std::map<SelfTestLine::Part, StatusLight*> m_lights;
    wxStaticText* m_shift = nullptr;
    wxStaticText* m_user = nullptr;
};

} // namespace guitai
