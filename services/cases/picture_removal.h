#pragma once

#include "services/cases/case_desk.h"

namespace guitai
{

/// Removes the photos, signatures and scanned pages that neither the journal nor a draft names any
/// more: those that were replaced, and those of drafts that were discarded. To be called at the
/// start, when no page of the window holds a picture that its draft does not name yet. Returns how
/// many went. (What serves no purpose any more is deleted: Personal Information Protection Law
/// art. 47.)
int removeUnnamedPictures(Journal& journal);

} // namespace guitai
