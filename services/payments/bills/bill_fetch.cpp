#include "services/payments/bills/bill_fetch.h"

namespace guitai
{

FetchedBills fetchBills(PaymentGateway& gateway, Date day)
{
    auto bills = FetchedBills{.trades = gateway.bill(day)};
    if (bills.haveTrades() && gateway.traits().fundBill)
        bills.funds = gateway.fundBill(day);
    return bills;
}

} // namespace guitai
