#pragma once

#include "services/rules/photo_checks.h"

#include <wx/dc.h>

#include <vector>

namespace guitai
{

/// What is drawn on a photo to show a check that did not pass: a line, a ring or a frame, with its
/// words beside it, so that colour alone tells nothing.
struct PhotoMark {
    enum class Shape { line, ring, frame };
    Shape shape{};
    PhotoArea area; ///< in pixels of the photo
    wxString label;
    bool isDoubt = false;
};

/// One mark for each check that failed or is in doubt.
std::vector<PhotoMark> marksOf(const std::vector<PhotoCheck>& checks);

/// Draws them on a photo that stands at `place`.
void drawMarks(wxDC& dc, const wxRect& place, const std::vector<PhotoMark>& marks);

} // namespace guitai
