#pragma once

#include "services/result.h"
#include "services/rules/terms.h"

#include <string>
#include <string_view>

namespace guitai
{

enum class Operation {
    takeCase,
    collectCash,
    openShift,
    closeShift,
    moveCash,
    openDrawer,
    recordIncident,
    witnessCash,
    approveClose,
    readReport,
    seeExpectedCash,
    reconcile,
    approveResolution,
    printVoucher,
    reprintVoucher,
    searchCases,
    decideException,
    approveReprint,
    approveRefund,
    withdrawCase,
    administerUsers,
    configure,
    exportJournal,
    verifyJournal,
    rebuildIndex,
    backUp,
    restore,
};
std::string_view nameOf(Operation operation);

/// Role × operation. A supervisor may do what a clerk does and decides besides; that nobody decides
/// on their own work is a rule of the case, not of the role. An administrator never touches a case:
/// not taking, finding, printing nor exporting one. Anyone may verify the journal.
/// The console without a sign-in acts for the account that owns the files, which no table can hold
/// back; the journal names what it looked at.
bool isPermitted(Role role, Operation operation);

/// Whoever acts: made by People at sign-in, handed to every service call.
struct Actor {
    std::string userId;   ///< sign-in name
    std::string personId; ///< same for two accounts of one person; never empty
    Role role{};

    bool operator==(const Actor&) const = default;
};

/// `notPermitted` with the operation's name unless the role may.
Result<Done> require(const Actor& actor, Operation operation);

} // namespace guitai
