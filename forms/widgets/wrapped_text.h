#pragma once

#include "forms/widgets/theme.h"

#include <wx/dynarray.h>
#include <wx/window.h>

#include <vector>

namespace guitai
{

/// Where lines of at most `width` end, as positions in `text`: at line ends, after blanks, and
/// between Han characters, but never before a closing mark or after an opening one. `widths` holds
/// the width of the text up to and with each character (wxDC::GetPartialTextExtents); a word
/// longer than a line is cut. wxStaticText::Wrap breaks at blanks only, which Chinese does not
/// have.
std::vector<std::size_t> lineEnds(const wxString& text, const wxArrayInt& widths, int width);

/// Words that wrap to the width they are given and ask their parents for the height they need.
class WrappedText : public wxWindow
{
public:
    WrappedText(wxWindow* parent,
                const wxString& text,
                theme::Text font = theme::Text::normal,
                theme::Role colour = theme::Role::text);

    void setText(const wxString& text);
    void setColour(theme::Role colour);
    /// More lines end in an ellipsis, and the whole text is the tooltip. 0: no limit.
    void setMaxLines(int lines);
    void centre() { m_centred = true; }
    const wxString& text() const { return m_text; }

    bool AcceptsFocus() const override { return false; }

protected:
    wxSize DoGetBestClientSize() const override;

private:
    void wrap();
    void paintLines();

    wxString m_text;
    theme::Role m_colour;
    int m_maxLines = 0;
    bool m_centred = false;
    int m_wrappedWidth = -1;
    std::vector<wxString> m_lines;
};

/// Lays out again everything around a window whose height changed, after the present event.
void layOutAround(wxWindow* window);

} // namespace guitai
