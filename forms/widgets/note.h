#pragma once

#include "forms/widgets/theme.h"
#include "forms/widgets/wrapped_text.h"

#include <wx/panel.h>
#include <wx/stattext.h>

namespace guitai
{

/// A panel with rounded corners and a thin border in colours of the theme. Put children into it
/// with a sizer of its own; it takes no focus.
class Card : public wxPanel
{
public:
    Card(wxWindow* parent, theme::Role background, theme::Role border);
    void setRoles(theme::Role background, theme::Role border);

private:
    void onPaint();

    theme::Role m_background;
    theme::Role m_border;
};

/// A sentence on a coloured ground that stands beside what it is about; wraps to its width.
class Note : public Card
{
public:
    enum class Tone { plain, good, caution, bad };
    explicit Note(wxWindow* parent, Tone tone = Tone::caution);

    /// An empty sentence hides the note.
    void say(Tone tone, const wxString& sentence);
    const wxString& sentence() const { return m_sentence; }

private:
    Tone m_tone;
    wxString m_sentence;
    WrappedText* m_text;
};

} // namespace guitai
