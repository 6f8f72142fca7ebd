#pragma once

#include "forms/feed.h"
#include "services/payments/payment_desk.h"

#include <functional>
#include <string>
#include <vector>

namespace guitai
{

/// Tells pages that a payment changed without anybody at the window having done something.
using PaymentFeed = Feed<PaymentChange>;

/// What the made-up person of the training mode does with a code.
enum class PracticeHabit {
    paysSoon, ///< scans, and pays some seconds later
    paysAtOnce,
    paysLate,   ///< photographs the code and pays a minute later
    walksOff,   ///< scans and never pays
    hasNoMoney, ///< scans, and the wallet is empty
    doesNothing,
};

/// The telephone of that person; nobody holds one in training. Calls block on this machine's own
/// network and go through Background. Throws ServiceFailure when the practice providers are gone.
class PracticePhone
{
public:
    virtual ~PracticePhone() = default;
    /// Holds for codes that are made from now on.
    virtual void adopt(PracticeHabit habit) = 0;
    /// False: the telephone refuses, for example a code that was closed.
    virtual bool scan(GatewayChannel channel, const std::string& orderNumber) = 0;
    /// Scans first if need be.
    virtual bool pay(GatewayChannel channel, const std::string& orderNumber) = 0;
    /// A payment code as the telephone shows it, new each time; its owner behaves so. Does not
    /// block.
    virtual std::string paymentCode(GatewayChannel channel, PracticeHabit habit) = 0;
};

/// Payment by WeChat Pay and Alipay, as pages reach it. `desk` and `wake` belong to the journal's
/// thread and are called through Background; the rest is the UI thread's.
struct ElectronicPayment {
    PaymentDesk& desk;
    std::function<void()> wake;           ///< after something was asked of the desk
    std::vector<GatewayChannel> channels; ///< contracted, WeChat Pay first
    bool takesPaymentCodes = false;
    PracticePhone* practice = nullptr; ///< in training only
};

} // namespace guitai
