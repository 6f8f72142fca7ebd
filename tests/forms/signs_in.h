#pragma once

#include "forms/frame/supervisor_dialog.h"
#include "tests/forms/frame/frame_window.h"

#include <wx/testing.h>
#include <wx/textctrl.h>

#include <string>
#include <utility>

namespace guitai
{

/// Somebody signs in at the dialog; `name` empty: presses Esc.
class SignsIn final : public wxModalExpectation
{
public:
    explicit SignsIn(std::string name) : m_name(std::move(name)) {}

    int Invoke(wxDialog* dialog) const override
    {
        auto* asked = dynamic_cast<SupervisorDialog*>(dialog);
        return asked && !m_name.empty() ? typeInto(*asked) : wxID_CANCEL;
    }

private:
    int typeInto(SupervisorDialog& dialog) const
    {
        auto fields = std::vector<wxTextCtrl*>{};
        for (auto* child : dialog.GetChildren())
            if (auto* field = dynamic_cast<wxTextCtrl*>(child))
                fields.push_back(field);
        fields.at(0)->SetValue(m_name);
        fields.at(1)->SetValue(FrameWindow::password);
        dialog.submit();
        return dialog.supervisor() ? wxID_OK : wxID_CANCEL;
    }
    wxString GetDefaultDescription() const override { return "a sign-in"; }

    std::string m_name;
};

/// Nobody is there to sign in: F4 sends the matter to the supervisor's queue.
class SendsIt final : public wxModalExpectation
{
public:
    int Invoke(wxDialog* dialog) const override
    {
        if (auto* asked = dynamic_cast<SupervisorDialog*>(dialog)) {
            auto key = wxKeyEvent{wxEVT_CHAR_HOOK};
            key.m_keyCode = WXK_F4;
            asked->ProcessWindowEvent(key);
        }
        return wxID_CANCEL;
    }

private:
    wxString GetDefaultDescription() const override { return "a matter that is sent"; }
};

} // namespace guitai
