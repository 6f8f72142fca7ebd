#include "services/rules/permissions.h"

#include <stdexcept>

namespace guitai
{

std::string_view nameOf(Operation operation)
{
    using enum Operation;
    switch (operation) {
    case takeCase:
        return "takeCase";
    case collectCash:
        return "collectCash";
    case openShift:
        return "openShift";
    case closeShift:
        return "closeShift";
    case moveCash:
        return "moveCash";
    case openDrawer:
        return "openDrawer";
    case recordIncident:
        return "recordIncident";
    case witnessCash:
        return "witnessCash";
    case approveClose:
        return "approveClose";
    case readReport:
        return "readReport";
    case seeExpectedCash:
        return "seeExpectedCash";
    case reconcile:
        return "reconcile";
    case approveResolution:
        return "approveResolution";
    case printVoucher:
        return "printVoucher";
    case reprintVoucher:
        return "reprintVoucher";
    case searchCases:
        return "searchCases";
    case decideException:
        return "decideException";
    case approveReprint:
        return "approveReprint";
    case approveRefund:
        return "approveRefund";
    case withdrawCase:
        return "withdrawCase";
    case administerUsers:
        return "administerUsers";
    case configure:
        return "configure";
    case exportJournal:
        return "exportJournal";
    case verifyJournal:
        return "verifyJournal";
    case rebuildIndex:
        return "rebuildIndex";
    case backUp:
        return "backUp";
    case restore:
        return "restore";
    }
    throw std::logic_error("an operation that does not exist");
}

bool isPermitted(Role role, Operation operation)
{
    using enum Operation;
    const auto clerk = role == Role::clerk;
    const auto supervisor = role == Role::supervisor;
    const auto administrator = role == Role::administrator;
    switch (operation) {
    case takeCase:
    case collectCash:
    case openShift:
    case closeShift:
    case moveCash:
    case openDrawer:
    case recordIncident:
    case witnessCash:
    case readReport:
    case printVoucher:
    case reprintVoucher:
    case searchCases:
    case withdrawCase:
        return clerk || supervisor;
    case decideException:
    case approveReprint:
    case approveRefund:
    case approveClose:
    case seeExpectedCash: // a clerk counts blind
    case reconcile:
    case approveResolution:
    case exportJournal: // readable personal data: not for an administrator
        return supervisor;
    case verifyJournal: // shows no content, so anyone may
        return clerk || supervisor || administrator;
    case administerUsers:
    case configure:
    case rebuildIndex:
    case backUp:
    case restore:
        return administrator;
    }
    throw std::logic_error("an operation that does not exist");
}

Result<Done> require(const Actor& actor, Operation operation)
{
    if (isPermitted(actor.role, operation))
        return Done{};
    return Refusal{Refusal::Code::notPermitted, {}, {std::string{nameOf(operation)}}};
}

} // namespace guitai
