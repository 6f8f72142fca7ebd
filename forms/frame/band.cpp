#include "forms/frame/band.h"

#include "forms/frame/self_test_words.h"
#include "forms/text.h"
#include "forms/widgets/theme.h"
#include "forms/wording/words.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guitai
{

namespace
{

constexpr int leastPlaceWidth = 120;

/// "03" is window 3 for people.
wxString windowNumber(const std::string& window)
{
    const auto digits = window.find_first_not_of('0');
    return toUi(digits == std::string::npos ? window : window.substr(digits));
}

} // namespace

wxString placeWords(const Workstation& workstation)
{
    // TRANSLATORS: authority, station, number of the window
    return wxString::Format(_("%s %s, window %s"),
                            toUi(workstation.texts.authority),
                            toUi(workstation.identity.name),
                            windowNumber(workstation.identity.window))
        .Trim(false);
}

Band::Band(wxWindow* parent, const Workstation& workstation)
    : wxPanel(parent), m_workstation(workstation)
{
    theme::paint(this, {.text = theme::Role::bandText, .background = theme::Role::band});
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddSpacer(FromDIP(16));
    words(_("Identity card window"), row)->SetFont(theme::font(theme::Text::heading));
    if (workstation.training)
        words(_("Practice: no case here is real"), row)->SetForegroundColour(wxColour("#f2c94c"));
    auto* middle = new wxBoxSizer(wxHORIZONTAL);
    m_place = words(placeWords(workstation), middle, wxST_ELLIPSIZE_END);
    m_place->SetMinSize(FromDIP(wxSize(leastPlaceWidth, -1)));
    middle->GetItem(m_place)->SetProportion(1);
    middle->AddSpacer(0); // so that the lights stay at the right without the place
    row->Add(middle, wxSizerFlags(1).CentreVertical());
    for (const auto part : {SelfTestLine::Part::store,
                            SelfTestLine::Part::reader,
                            SelfTestLine::Part::printer,
                            SelfTestLine::Part::clock}) {
        auto* light = new StatusLight(this);
        theme::paint(light, {.text = theme::Role::bandText});
        light->Hide(); // until it was tried
        row->Add(light, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(16)));
        m_lights[part] = light;
    }
    m_shift = words({}, row);
    m_user = words({}, row);
    SetSizer(row);
    SetMinSize(wxSize(-1, FromDIP(44)));
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        layOut();
        event.Skip();
    });
}

/// Where the window is narrow, the place gives way first: clerks know where they are.
void Band::layOut()
{
    m_place->Show();
    m_place->Show(GetSizer()->CalcMin().GetWidth() <= GetClientSize().GetWidth());
    Layout();
}

wxStaticText* Band::words(const wxString& text, wxSizer* row, long style)
{
    auto* label = new wxStaticText(
        this, wxID_ANY, wxControl::EscapeMnemonics(text), wxDefaultPosition, wxDefaultSize, style);
    theme::paint(label, {.text = theme::Role::bandText});
    row->Add(label, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(18)));
    return label;
}

void Band::showLights(const std::vector<SelfTestLine>& lines)
{
    for (const auto& line : lines) {
        const auto light = m_lights.find(line.part);
        if (light == m_lights.end())
            continue;
        light->second->show(lightOf(line.state), nameOf(line.part), sentence(line));
        light->second->Show();
    }
    layOut();
}

void Band::showSession(const std::optional<SignedIn>& who)
{
    auto shift = wxString{};
    auto user = wxString{};
    if (who) {
        // TRANSLATORS: display name, role
        user = wxString::Format(
            _("%s (%s)"), toUi(who->user.displayName), words::name(who->user.role));
        if (who->shift) {
            const auto opened = m_workstation.time.minuteText(who->shift->openedAt);
            shift = wxString::Format(_("Shift since %s"), toUi(opened));
        } else if (isPermitted(who->user.role, Operation::openShift)) {
            shift = _("No shift open");
        }
    }
    m_shift->SetLabelText(shift);
    m_user->SetLabelText(user);
    layOut();
}

} // namespace guitai
