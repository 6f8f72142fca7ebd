#pragma once

#include <wx/window.h>

#include <string>

namespace guitai
{

/// A QR code as large as the window allows, black on white with its quiet zone in every theme; dark
/// codes on a dark ground are not read by all phones. Shows nothing but white without a content.
class QrView : public wxWindow
{
public:
    QrView(wxWindow* parent, const wxSize& smallest);

    /// Error correction M (15 %): the screen is clean, and larger modules are read from further
    /// off.
    void show(const std::string& content);
    const std::string& content() const { return m_content; }

private:
    void onPaint();

    std::string m_content;
};

} // namespace guitai
