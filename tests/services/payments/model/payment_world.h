#pragma once

#include "services/payments/payment_desk.h"
#include "services/payments/payment_runner.h"
#include "tests/services/cases/case_office.h"
#include "tests/services/payments/model/ledger.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// A window with a payment desk, before a ledger with citizens. Time passes for both; the station's
/// clock may be set by somebody, the provider's is right.
class PaymentWorld
{
public:
    PaymentWorld(CaseOffice& office, std::uint64_t seed);
    ~PaymentWorld();

    /// A confirmed case of 40 yuan that waits for its money.
    std::string addCase();
    PaymentDesk& desk() { return *m_desk; }
    CaseOffice& office() { return m_office; }
    Journal& journal() { return m_office.journal(); }

    /// Time passes, and whatever gets due is called and answered.
    void pass(std::chrono::seconds time);
    /// Makes every call that is due, and those that their answers make due at once.
    void run();
    /// Hands out the calls that are due and makes none.
    std::vector<GatewayTask> handOut();
    GatewayReply perform(const GatewayTask& task);
    /// The program is killed and started again.
    void crash();
    /// The machine, too.
    void reboot();
    void setClock(std::chrono::seconds difference);

    /// The newest attempt of a case.
    Attempt attempt(const std::string& acceptanceNumber);
    ChargeRecord charge(const std::string& acceptanceNumber);
    Charge caseCharge(const std::string& acceptanceNumber);

    Ledger ledger;
    PaymentPolicy policy;
    std::vector<PaymentAlarm> alarms;
    /// Stands between the desk and the provider, when set: makes the call or keeps it back.
    using Between =
        std::function<GatewayReply(const GatewayTask&, const std::function<GatewayReply()>& call)>;
    Between between = {};
    int outages = 0; ///< how often the store failed, for example for a clock that was set back

private:
    void openDesk();
    void tick(std::chrono::milliseconds time);

    CaseOffice& m_office;
    SeededRandom m_random;
    NoLog m_log;
    LedgerGateway m_weChat;
    LedgerGateway m_alipay;
    PaymentRunner::Gateways m_gateways;
    std::unique_ptr<PaymentDesk> m_desk;
};

} // namespace guitai
