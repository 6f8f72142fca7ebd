#include "services/cases/case_actions.h"

#include "services/cases/card_delivery.h"

#include <algorithm>

namespace guitai
{

namespace
{

Operation operationOf(CaseAction action)
{
    switch (action) {
    case CaseAction::decide: // begun by anyone at the window; who decides signs in for it
        return Operation::searchCases;
    case CaseAction::pay:
    case CaseAction::refund: // begun by anyone at the drawer; who agrees signs in for it
        return Operation::collectCash;
    case CaseAction::notice:
    case CaseAction::print:
        return Operation::printVoucher;
    case CaseAction::reprint:
        return Operation::reprintVoucher;
    case CaseAction::withdraw:
        return Operation::withdrawCase;
    case CaseAction::markReady:
    case CaseAction::handOver:
    case CaseAction::takeBack:
        return Operation::takeCase;
    }
    return Operation::takeCase;
}

/// Whether money came that is or was to go back, or came by telephone.
bool hasPayment(const Charge& charge)
{
    return charge.tender == Tender::weChat || charge.tender == Tender::alipay ||
           charge.state == ChargeState::refundPending || charge.state == ChargeState::refunded ||
           charge.state == ChargeState::overpaid;
}

bool isInState(CaseAction action, const Case& subject)
{
    const auto state = subject.state;
    switch (action) {
    case CaseAction::decide:
        return state == CaseState::awaitingApproval;
    case CaseAction::notice:
        return state == CaseState::awaitingApproval || state == CaseState::rejected;
    case CaseAction::pay:
        return state == CaseState::awaitingPayment;
    case CaseAction::print:
    case CaseAction::reprint:
        return state == CaseState::accepted || state == CaseState::ready;
    case CaseAction::withdraw: // only before production
        return state == CaseState::awaitingApproval || state == CaseState::awaitingPayment ||
               state == CaseState::accepted;
    case CaseAction::refund:
        return hasPayment(subject.charge);
    case CaseAction::markReady:
        return state == CaseState::accepted;
    case CaseAction::handOver:
        return state == CaseState::ready;
    case CaseAction::takeBack:
        return takesCardsBack(state) && cardsToComeBack(subject).any();
    }
    return false;
}

bool cameOut(const PaperRow& paper)
{
    return paper.state == "issued";
}

bool isUnresolved(const PaperRow& paper)
{
    return paper.state == "intended" || paper.state == "unknown";
}

} // namespace

Result<Done> mayAct(const Actor& actor,
                    CaseAction action,
                    const Case& subject,
                    const std::vector<PaperRow>& papers)
{
    if (auto may = require(actor, operationOf(action)); !may)
        return may;
    if (!isInState(action, subject))
        return Refusal{Refusal::Code::wrongState, {}, {std::string{nameOf(subject.state)}}};
    const auto aboutPaper = action == CaseAction::print || action == CaseAction::reprint;
    if (aboutPaper && std::ranges::any_of(papers, isUnresolved))
        return Refusal{Refusal::Code::unresolvedPrint};
    const auto printed = std::ranges::any_of(papers, cameOut);
    if (action == CaseAction::print && printed)
        return Refusal{Refusal::Code::alreadyPrinted};
    if (action == CaseAction::reprint && !printed)
        return Refusal{Refusal::Code::notPrinted};
    return Done{};
}

} // namespace guitai
