#pragma once

#include "services/approvals/request_desk.h"
#include "services/station_time.h"

#include <wx/string.h>

namespace guitai::words
{

// Requests to a supervisor, in words.

wxString name(RequestKind value);
wxString name(RequestState value);
/// What the supervisor needs to know to decide it: what is asked for, with its numbers, and the
/// clerk's reason, a line each.
wxString evidence(const RequestView& view);
/// What was asked back and answered, oldest first, a line each.
wxString inquiries(const std::vector<Inquiry>& inquiries);
/// What is asked for, and about whom.
wxString brief(const RequestView& view);
/// Why a request came back to its clerk, in a word or two.
wxString whyReturned(const RequestView& view);
/// What the clerk who asked is to do now: answer, or go on.
wxString returned(const RequestView& view);
/// Where it stands, as the clerk reads it on the page of its subject: since when it waits, who
/// approved it, why it was rejected.
wxString standing(const RequestView& view, StationTime time);

} // namespace guitai::words
