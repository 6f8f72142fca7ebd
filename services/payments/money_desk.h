#pragma once

#include "services/cases/case_desk.h"
#include "services/payments/payment_view.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// Why a sum of money stands on the work list.
enum class MoneyMatter {
    unknown,       ///< no trustworthy answer about a payment
    frozen,        ///< an answer did not fit the payment
    watched,       ///< the code was withdrawn; it may still be paid
    paidLate,      ///< paid after the code was withdrawn, and nothing else was paid
    paidTwice,     ///< paid late for a charge that is settled
    refundOwed,    ///< the case was withdrawn, and nobody asked for the money back yet
    cashOwed,      ///< the same for cash of a shift that is over
    refundRuns,    ///< two persons agreed, the provider has not made it yet
    refundWaits,   ///< our balance does not cover it
    refundRefused, ///< the provider's no
    refundStuck,   ///< accepted, and the provider cannot get rid of it
    refundFrozen,  ///< an answer did not fit the refund
};

/// What can be begun about it; the desks judge again.
struct MoneyChoices {
    bool ask = false;      ///< the provider, now
    bool refund = false;   ///< by the way it came
    bool accept = false;   ///< late money settles the charge
    bool handOver = false; ///< to the finance desk
    bool release = false;  ///< somebody looked at the answer that did not fit

    bool operator==(const MoneyChoices&) const = default;
};
/// Pure.
MoneyChoices choicesOf(MoneyMatter matter);

/// Money about which somebody has to do something, or that is not certain yet.
struct MoneyItem {
    MoneyMatter matter{};
    std::string acceptanceNumber;
    std::string name;                           ///< of the applicant
    std::string chargeId;                       ///< of the item
    std::optional<GatewayChannel> channel = {}; ///< none: cash
    std::string orderNumber = {};               ///< empty: cash
    std::string refundNumber = {};              ///< of the refund that it is about
    Money amount = {};
    Instant since = {};
    bool carriedOver = false; ///< begun in a shift that is closed by now

    bool operator==(const MoneyItem&) const = default;
};

/// One payment of a case with all that was given back of it.
struct MoneyFile {
    std::string acceptanceNumber;
    std::string name;
    std::string chargeId; ///< of the item
    Money due = {};
    std::optional<Tender> tender = {};           ///< that settled the case
    ChargeState state{};                         ///< of the case's charge
    std::optional<AttemptView> attempt = {};     ///< none: cash, or nothing was paid
    Money open = {};                             ///< what may go back now
    std::optional<MoneyMatter> matter = {};      ///< none: nothing is to be done
    std::vector<RefundView> refunds = {};        ///< of the payment, newest first
    std::vector<FinanceHandover> handovers = {}; ///< newest first

    bool operator==(const MoneyFile&) const = default;
};

/// What of the citizens' money is not settled: the work list and the file of one payment, over all
/// tenders and with the network down. Asking and refunding are the PaymentDesk's. Every call blocks
/// on the disk; forms reach it through Background.
class MoneyDesk
{
public:
    explicit MoneyDesk(CaseDesk::Parts parts) : m_parts(std::move(parts)) {}

    /// Oldest first. A payment that is being made at the window now is not on it.
    std::vector<MoneyItem> workList();
    /// Of a case; `orderNumber` empty: the payment that settled it, else the newest that came late.
    /// No value: no such case.
    std::optional<MoneyFile> file(const std::string& acceptanceNumber,
                                  const std::string& orderNumber = {});
    /// The payments of the last weeks whose number ends in these digits, newest first: the
    /// provider's number, or our order number, as a telephone shows them. Nothing for fewer than
    /// `fewestDigits`.
    std::vector<MoneyFile> bearing(std::string_view digits);
    static constexpr std::size_t fewestDigits = 4;
    /// Cash of an earlier shift goes back by the finance desk's transfer; the window registers the
    /// request. Needs a second person and a reason. Refuses: noSuchCase,
    /// wrongState (nothing is owed, or it was not cash), requestStale.
    Result<MoneyFile> handCashToFinance(const Actor& actor,
                                        const Agreement& agreement,
                                        const std::string& acceptanceNumber,
                                        const std::string& reason);

private:
    std::optional<MoneyItem> itemOf(const AttemptRow& row);
    std::optional<MoneyItem> itemOf(const RefundRow& row);
    std::optional<MoneyItem> itemOf(const CaseRow& row);
    std::string nameIn(const std::string& acceptanceNumber);

    CaseDesk::Parts m_parts;
};

} // namespace guitai
