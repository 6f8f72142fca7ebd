#pragma once

#include "services/clock.h"
#include "services/money.h"
#include "services/payments/clock_check.h"
#include "services/payments/http/http_exchange.h"

#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

enum class GatewayChannel { weChat, alipay, platform };
std::string_view nameOf(GatewayChannel channel);
std::optional<GatewayChannel> gatewayChannelFrom(std::string_view name);

/// How a call ended.
enum class GatewayOutcome {
    ok,      ///< the provider did what was asked, and the answer verifies and fits the intent
    refused, ///< the provider said no to this call; `proven` tells whether under its signature
    unknown, ///< nothing that may be acted on: ask again with the same number
};

/// Why a call is not ok. What a person does next depends on it; the words are in the forms.
enum class GatewayProblem {
    none,
    // nothing is known; the same question may be asked again
    notSent,       ///< not one byte left the machine
    noAnswer,      ///< sent or half sent, and no whole answer came
    untrusted,     ///< an answer without a good signature; the exchange's verdict says why
    malformed,     ///< verified or not, it is not what the protocol describes
    serverTrouble, ///< the provider says that it does not know itself
    slowDown,      ///< asked too often; the call may have been accepted all the same
    unfinished,    ///< accepted, no result yet; by payment code: the citizen types the password
    // a person has to act
    mismatch,      ///< a good signature over another amount, order, merchant or app: freeze
    configuration, ///< key, serial, certificate, contract
    clockWrong,    ///< the provider refuses our time
    programFault,  ///< the provider finds the request wrong
    // the provider's no
    notFound,       ///< no such order or refund (Alipay: nobody scanned the code yet)
    numberUsed,     ///< the same number with other content
    orderClosed,    ///< closed or reversed already
    alreadyPaid,    ///< query now
    tooEarly,       ///< try again later and keep the charge locked
    codeRefused,    ///< payment code expired or not valid: a new code and a new number
    payerCannotPay, ///< funds, limits, risk control
    notAllowed,     ///< against the provider's rules for this order
    merchantFunds,  ///< our balance does not cover the refund; the same refund again later
    notReady,       ///< the bill is not made yet
    unsupported,    ///< this channel has no such call, or it is switched off
};
std::string_view nameOf(GatewayProblem problem);
std::optional<GatewayProblem> gatewayProblemFrom(std::string_view name);
/// Nothing is known of the call: neither that it was taken nor that it was refused. The same
/// question may be asked again.
bool isUncertain(GatewayProblem problem);

/// What verification said about one answer.
enum class AnswerVerdict {
    none,           ///< no answer came
    verified,       ///< signed by the provider, over the received bytes
    unsignedError,  ///< an error, which this provider does not sign
    unsignedFile,   ///< a file, which is not signed; its hash says whether it arrived whole
    headersMissing, ///< a success without signature: something between strips headers
    stale,          ///< signed 300 s ago or more, or as far ahead
    unknownKey,     ///< signed with a key that we do not have
    probe,          ///< a deliberately wrong signature: the provider tests that we look
    badSignature,
    malformed, ///< no document that could carry a signature, or two nodes of one name
};
std::string_view nameOf(AnswerVerdict verdict);

/// What the journal keeps of an exchange: enough to verify it again, no secret of ours.
struct GatewayExchange {
    std::string call = {}; ///< "POST /v3/pay/transactions/native", "alipay.trade.query"
    int status = 0;        ///< HTTP; 0 when no answer came
    HttpHeaders headers =
        {};                ///< those that verification used, the date and the provider's request id
    std::string body = {}; ///< raw; empty for files
    AnswerVerdict verdict = AnswerVerdict::none;
    std::string failure = {}; ///< why no answer came, as nameOf(HttpFailure::Cause)
    Instant at{};             ///< when it ended

    bool operator==(const GatewayExchange&) const = default;
};

template <class T>
struct GatewayAnswer {
    GatewayOutcome outcome = GatewayOutcome::unknown;
    GatewayProblem problem = GatewayProblem::none;
    std::optional<T> value = {}; ///< with `ok`; with `mismatch`, too: what the provider claims
    bool proven = false;         ///< the provider's signature covers it
    std::string providerCode = {};
    GatewayExchange exchange = {};
    std::optional<ClockCheck> clock = {};

    bool ok() const { return outcome == GatewayOutcome::ok; }
};

/// A call that can move money, ready to be journaled. The content is fixed from here on: every
/// retry sends it again, byte by byte. What changes from send to send (time, nonce, signature) is
/// added by the gateway.
struct GatewayIntent {
    enum class Call { create, payByCode, refund };

    Call call = Call::create;
    std::string orderNumber;
    std::string refundNumber = {};
    Money amount;     ///< of the order; of the refund for a refund
    Money orderTotal; ///< of the order
    std::string content;

    bool operator==(const GatewayIntent&) const = default;
};

/// A code for the citizen to scan.
struct CodeOrder {
    std::string orderNumber;
    Money amount; ///< above 0: a charge of 0 never reaches a gateway
    std::string description;
    Instant createdAt{};
    Instant expiresAt{}; ///< last moment to pay
};

/// A payment with the code that the citizen shows.
struct CodePayOrder {
    std::string orderNumber;
    Money amount;
    std::string description;
    std::string paymentCode; ///< digits; single use
    Instant createdAt{};
    Instant expiresAt{};
};

struct RefundOrder {
    std::string orderNumber;
    std::string refundNumber;
    Money amount;
    Money orderTotal;
    std::string reason; ///< shown to the payer
};

/// Which order, and what we know of it; an answer must say the same.
struct OrderRef {
    std::string orderNumber;
    Money amount;

    bool operator==(const OrderRef&) const = default;
};

struct RefundRef {
    std::string orderNumber;
    std::string refundNumber;
    Money amount;
    Money orderTotal;

    bool operator==(const RefundRef&) const = default;
};

struct CodeToShow {
    std::string text = {}; ///< the content of the QR code, unchanged

    bool operator==(const CodeToShow&) const = default;
};

enum class TradeState {
    open,     ///< WeChat Pay NOTPAY: also after a failed attempt on the phone, also when expired
    scanned,  ///< Alipay WAIT_BUYER_PAY: the trade exists
    paying,   ///< the citizen types the password
    paid,     ///< Alipay says this after a partial refund, too
    refunded, ///< money arrived, and some or all of it went back
    closed,   ///< unpaid. Alipay says the same after a full refund: own records first
    reversed, ///< by payment code: withdrawn
    failed,   ///< by payment code: not paid; reverse it all the same
};
std::string_view nameOf(TradeState state);
/// "Paid" and "refunded" both mean that money arrived.
constexpr bool moneyArrived(TradeState state)
{
    return state == TradeState::paid || state == TradeState::refunded;
}

struct TradeReport {
    TradeState state{};
    std::string providerNumber = {};     ///< of a paid order; Alipay: of a scanned one, too
    std::optional<Money> total = {};     ///< judged
    std::optional<Money> payerPaid = {}; ///< less than `total` with coupons; recorded only
    std::optional<Instant> paidAt = {};

    bool operator==(const TradeReport&) const = default;
};

/// The provider accepted; a query afterwards is the proof.
struct CloseReport {
    bool operator==(const CloseReport&) const = default;
};

struct ReverseReport {
    enum class Effect {
        unspecified, ///< query tells
        closed,      ///< was unpaid
        refunded,    ///< was paid and went back: book a payment and a refund
        nothing,     ///< the provider found nothing to act on
    };

    Effect effect = Effect::unspecified;
    bool repeat = false; ///< the provider asks for the same call again

    bool operator==(const ReverseReport&) const = default;
};

enum class RefundState {
    processing, ///< accepted, not done: query
    done,
    closed,   ///< did not happen; a new refund number is allowed
    abnormal, ///< stuck, for example at a cancelled bank card: the finance desk
};
std::string_view nameOf(RefundState state);

struct RefundReport {
    RefundState state{};
    std::string providerNumber = {}; ///< of the refund, where the provider has one
    std::optional<Instant> doneAt = {};

    bool operator==(const RefundReport&) const = default;
};

/// A bill as it was downloaded. It is compared with our records and never posted from.
struct BillFile {
    enum class Form { empty, weChatText, weChatGzip, alipayZip };
    enum class Hash { notGiven, matches, differs };

    Form form = Form::empty; ///< empty: no trade that day, which is an answer
    std::string bytes = {};
    Hash hash = Hash::notGiven;

    bool operator==(const BillFile&) const = default;
};

/// What the attempt's schedule has to know about a channel.
struct GatewayTraits {
    GatewayChannel channel{};
    bool payByCode = false;           ///< contracted and switched on
    bool unscannedCanBeClosed = true; ///< Alipay: no trade behind a code that nobody scanned
    std::chrono::seconds codePayPoll{5};
    std::chrono::seconds reverseNotBefore{0};
    bool fundBill = false; ///< tells what moved on the account, too
};

/// One payment channel: WeChat Pay, Alipay, or a municipal platform that wraps them.
///
/// Every call blocks on the network up to its timeout (10 s; by payment code, reverse and refund
/// 35 s) and belongs to one worker thread. A lost, late, unsigned or altered answer is a value
/// with the outcome `unknown`; nothing throws for it. ServiceFailure(internal) means that a
/// library of ours refused to work; logic_error that the order itself is impossible.
class PaymentGateway
{
public:
    virtual ~PaymentGateway() = default;
    virtual GatewayTraits traits() const = 0;

    /// Pure: the same order gives the same bytes. Journal the intent, then hand it in.
    virtual GatewayIntent intendCreate(const CodeOrder& order) const = 0;
    virtual GatewayIntent intendPayByCode(const CodePayOrder& order) const = 0;
    virtual GatewayIntent intendRefund(const RefundOrder& order) const = 0;

    /// Never moves money. A refusal here means that this call created nothing; it does not speak
    /// about earlier calls with the same number.
    virtual GatewayAnswer<CodeToShow> create(const GatewayIntent& intent) = 0;
    /// `ok` holds whatever state the order is in. notFound is `refused`.
    virtual GatewayAnswer<TradeReport> query(const OrderRef& order) = 0;
    virtual GatewayAnswer<CloseReport> close(const OrderRef& order) = 0;
    /// Same intent, same number, until the answer is definite.
    virtual GatewayAnswer<RefundReport> refund(const GatewayIntent& intent) = 0;
    /// notFound: the provider has not got it (yet): replay the same refund.
    virtual GatewayAnswer<RefundReport> queryRefund(const RefundRef& refund) = 0;
    /// `ok` may hold `paid` or `paying`. A refusal that is not `proven` needs a query.
    virtual GatewayAnswer<TradeReport> payByCode(const GatewayIntent& intent) = 0;
    /// Withdraws a payment by code: closes it, or gives the money back.
    virtual GatewayAnswer<ReverseReport> reverse(const OrderRef& order) = 0;
    /// All trades of a business day (Beijing), from about ten o'clock of the next.
    virtual GatewayAnswer<BillFile> bill(Date day) = 0;
    /// What moved on the merchant's account on that day: the second book beside the trades.
    /// `unsupported` where traits().fundBill is false.
    virtual GatewayAnswer<BillFile> fundBill(Date day) = 0;

    /// A harmless question that needs a good key, serial, clock and certificate: asks for an order
    /// that does not exist. `ok` means that all of them are right.
    virtual GatewayAnswer<CloseReport> probe() = 0;
};

} // namespace guitai
