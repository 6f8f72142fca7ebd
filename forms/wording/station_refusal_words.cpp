// The words of the refusals about the station itself: its people, its database, its files.
#include "forms/wording/refusal_words.h"

#include <wx/translation.h>

#include <stdexcept>

namespace guitai::words
{

RefusalWords stationWordsOf(Refusal::Code code)
{
    switch (code) {
        using enum Refusal::Code;
    // people
    case wrongPassword:
        return {wxTRANSLATE("wrong"),
                wxTRANSLATE("The user name or the password is wrong. Try again; after five "
                            "failures the account is locked for 15 minutes.")};
    case accountLocked:
        return {wxTRANSLATE("locked"),
                wxTRANSLATE("The account is locked after five failures. Try again in {1} "
                            "minutes, or ask the administrator.")};
    case accountDisabled:
        return {wxTRANSLATE("disabled"),
                wxTRANSLATE("The account is disabled. Ask the administrator.")};
    case notPermitted:
        return {wxTRANSLATE("not permitted"),
                wxTRANSLATE("Your role may not {1}. Ask somebody who may.")};
    case weakPassword:
        return {wxTRANSLATE("too weak"),
                wxTRANSLATE("The password is too weak: at least 8 characters, not the user "
                            "name. Choose another.")};
    case nameTaken:
        return {wxTRANSLATE("taken"),
                wxTRANSLATE("This user name is taken already. Choose another.")};
    case noSuchUser:
        return {wxTRANSLATE("no such user"),
                wxTRANSLATE("There is no user of this name. Look at the list of users.")};
    case lastAdministrator:
        return {wxTRANSLATE("last administrator"),
                wxTRANSLATE("This is the last administrator, who cannot be disabled. Add "
                            "another administrator first.")};
    case alreadyInitialised:
        return {wxTRANSLATE("set up already"),
                wxTRANSLATE("This is set up already. Nothing was changed.")};
    case notInitialised:
        return {wxTRANSLATE("not set up"),
                wxTRANSLATE("The window is not set up yet. Set it up first with: guitai-admin "
                            "init")};
    // store
    case wouldOverwrite:
        return {wxTRANSLATE("exists already"),
                wxTRANSLATE("{field} exists already and is never overwritten. Choose another "
                            "name.")};
    case notABackup:
        return {wxTRANSLATE("not a backup"),
                wxTRANSLATE("{field} is no sound backup of this window, or was sealed with "
                            "another key. Nothing was changed. Choose another file, or put the "
                            "key of that window in place.")};
    case dataStands:
        return {wxTRANSLATE("holds data"),
                wxTRANSLATE("The folder holds a database already, and it is never overwritten. "
                            "Choose an empty folder with --data, or add --set-aside to move the "
                            "old database aside first.")};
    case fileTooLarge:
        return {wxTRANSLATE("too large"),
                wxTRANSLATE("{field} is too large and was not read. At most {1} are allowed.")};
    case tooDeep:
        return {wxTRANSLATE("nested too deeply"),
                wxTRANSLATE("{field} is nested too deeply and was not read. Correct the file.")};
    case notJson:
        return {wxTRANSLATE("not JSON"),
                wxTRANSLATE("{field} is not valid JSON from line {1} on. Correct the file; the "
                            "schema describes it.")};
    case fileUnreadable:
        return {wxTRANSLATE("not readable"),
                wxTRANSLATE("{field} cannot be read. Check its place and the right to read it.")};
    default:
        throw std::logic_error("a refusal that is not about the station");
    }
}

} // namespace guitai::words
