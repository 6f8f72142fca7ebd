// The floor that the workstation's start is held against: a window with one text field, which says
// "ready" and closes as soon as it was painted.
#include <wx/app.h>
#include <wx/frame.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <cstdio>

namespace
{

class EmptyWindow final : public wxApp
{
public:
    bool OnInit() override
    {
        auto* frame = new wxFrame(nullptr, wxID_ANY, "empty", wxDefaultPosition, wxSize(1366, 768));
        auto* panel = new wxPanel(frame);
        auto* text = new wxTextCtrl(panel, wxID_ANY);
        auto* column = new wxBoxSizer(wxVERTICAL);
        column->Add(text, wxSizerFlags().Expand().Border());
        panel->SetSizer(column);
        text->SetFocus();
        panel->Bind(wxEVT_PAINT, [this, frame](wxPaintEvent& event) {
            event.Skip();
            if (!m_painted)
                CallAfter([frame] {
                    std::puts("ready");
                    std::fflush(stdout);
                    frame->Close();
                });
            m_painted = true;
        });
        frame->Show();
        return true;
    }

private:
    bool m_painted = false;
};

} // namespace

int main(int argc, char** argv)
{
    wxApp::SetInstance(new EmptyWindow);
    return wxEntry(argc, argv);
}
