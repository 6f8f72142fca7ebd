#include "services/payments/order_checks.h"

#include "services/payments/order_number.h"
#include "services/utf8.h"

#include <stdexcept>

namespace guitai
{

namespace
{

void require(bool sound, const char* what)
{
    if (!sound)
        throw std::logic_error(what);
}

void requireOrder(const std::string& number, Money amount, const std::string& description)
{
    require(isOrderNumber(number), "order number");
    require(amount > Money{}, "an order of nothing");
    require(!description.empty() && decodeUtf8(description).has_value(), "order description");
}

} // namespace

void requireSound(const CodeOrder& order)
{
    requireOrder(order.orderNumber, order.amount, order.description);
    require(order.expiresAt > order.createdAt, "order expires before it begins");
}

void requireSound(const CodePayOrder& order)
{
    requireOrder(order.orderNumber, order.amount, order.description);
    require(order.expiresAt > order.createdAt, "order expires before it begins");
    require(!order.paymentCode.empty(), "payment code");
}

void requireSound(const RefundOrder& order)
{
    require(isOrderNumber(order.orderNumber), "order number");
    require(isRefundNumber(order.refundNumber), "refund number");
    require(order.amount > Money{} && order.amount <= order.orderTotal, "refund amount");
    require(decodeUtf8(order.reason).has_value(), "refund reason");
}

} // namespace guitai
