#include "forms/wording/words.h"

#include <wx/translation.h>

namespace guitai::words
{

wxString sentence(const ServiceFailure& failure)
{
    switch (failure.kind()) {
        using enum ServiceFailure::Kind;
    case diskFull:
        return _("The disk is full. The last step was not saved; everything before it is safe. "
                 "Make room on the disk and repeat the step.");
    case disk:
        return _("The disk did not read or write. The last step was not saved; everything before "
                 "it is safe. Call the administrator: the disk may be failing.");
    case readOnly:
        return _("The data folder cannot be written. The last step was not saved. Ask the "
                 "administrator to give this account the right to write there.");
    case damaged:
        return _("Stored content does not match its seal: it is damaged or was changed. Nothing "
                 "was overwritten. Stop here and call the administrator, who can restore a "
                 "backup.");
    case inUse:
        return _("The data folder is already in use. Close the other program that uses it, or "
                 "choose another folder.");
    case newerSchema:
        return _("The data was written by a later version of this program. Nothing was changed. "
                 "Install that version.");
    case notFound:
        return _("The file or folder was not found. Check its place and try again.");
    case keyMissing:
        return _("The key that seals the journal was not found. Nothing was changed. Put the "
                 "file guitai.key back where it was.");
    case clock:
        return _("The clock of this computer stands before the last entry of the journal. The "
                 "step was not saved. Set the clock right and repeat the step.");
    case printer:
        return _("The paper could not be made or handed to the printer. The case is safe. Look "
                 "at the printer and print again.");
    case device:
        return _("The device did not answer. Nothing was lost. Check its cable and try again.");
    case network:
        return _("The network did not answer. Nothing was lost. Try again in a moment.");
    case internal:
        return _("The program met a fault that it does not know. The last step was not saved. Try "
                 "again; tell the administrator if it happens again.");
    }
    return {};
}

} // namespace guitai::words
