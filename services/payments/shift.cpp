#include "services/payments/shift.h"

#include <stdexcept>

namespace guitai
{

std::string_view nameOf(CashMovement movement)
{
    switch (movement) {
    case CashMovement::collected:
        return "collected";
    case CashMovement::refund:
        return "refund";
    case CashMovement::exempt:
        return "exempt";
    case CashMovement::weChat:
        return "weChat";
    case CashMovement::alipay:
        return "alipay";
    case CashMovement::weChatRefund:
        return "weChatRefund";
    case CashMovement::alipayRefund:
        return "alipayRefund";
    }
    throw std::logic_error("a movement that does not exist");
}

std::optional<CashMovement> cashMovementFrom(std::string_view name)
{
    using enum CashMovement;
    for (const auto movement :
         {collected, refund, exempt, weChat, alipay, weChatRefund, alipayRefund})
        if (nameOf(movement) == name)
            return movement;
    return std::nullopt;
}

std::string_view nameOf(DrawerMove move)
{
    switch (move) {
    case DrawerMove::in:
        return "in";
    case DrawerMove::out:
        return "out";
    case DrawerMove::safeDrop:
        return "safeDrop";
    case DrawerMove::bankDeposit:
        return "bankDeposit";
    }
    throw std::logic_error("a movement that does not exist");
}

std::optional<DrawerMove> drawerMoveFrom(std::string_view name)
{
    for (const auto move :
         {DrawerMove::in, DrawerMove::out, DrawerMove::safeDrop, DrawerMove::bankDeposit})
        if (nameOf(move) == name)
            return move;
    return std::nullopt;
}

std::string_view nameOf(NoteFault fault)
{
    switch (fault) {
    case NoteFault::counterfeit:
        return "counterfeit";
    case NoteFault::torn:
        return "torn";
    }
    throw std::logic_error("a fault that does not exist");
}

std::optional<NoteFault> noteFaultFrom(std::string_view name)
{
    for (const auto fault : {NoteFault::counterfeit, NoteFault::torn})
        if (nameOf(fault) == name)
            return fault;
    return std::nullopt;
}

} // namespace guitai
