#include "services/payments/alipay/answers.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

using Operation = AlipayOperation;
using Outcome = GatewayOutcome;
using Problem = GatewayProblem;

struct Meaning {
    std::string_view code; ///< without "ACQ."
    Problem problem;
};

constexpr auto meanings = std::to_array<Meaning>({
    {"TRADE_NOT_EXIST", Problem::notFound},
    {"CONTEXT_INCONSISTENT", Problem::numberUsed},
    {"DISCORDANT_REPEAT_REQUEST", Problem::numberUsed},
    {"APPLY_PC_MERCHANT_CODE_ERROR", Problem::numberUsed}, // codes asked for again and again
    {"TRADE_HAS_SUCCESS", Problem::alreadyPaid},
    {"REASON_ILLEGAL_STATUS", Problem::alreadyPaid},
    {"REASON_TRADE_STATUS_INVALID", Problem::alreadyPaid},
    {"TRADE_HAS_CLOSE", Problem::orderClosed},
    {"PAYMENT_AUTH_CODE_INVALID", Problem::codeRefused},
    {"SOUNDWAVE_PARSER_FAIL", Problem::codeRefused},
    {"BUYER_BALANCE_NOT_ENOUGH", Problem::payerCannotPay},
    {"BUYER_BANKCARD_BALANCE_NOT_ENOUGH", Problem::payerCannotPay},
    {"ERROR_BALANCE_PAYMENT_DISABLE", Problem::payerCannotPay},
    {"PULL_MOBILE_CASHIER_FAIL", Problem::payerCannotPay},
    {"MOBILE_PAYMENT_SWITCH_OFF", Problem::payerCannotPay},
    {"PAYMENT_FAIL", Problem::payerCannotPay},
    {"PAYMENT_REQUEST_HAS_RISK", Problem::payerCannotPay},
    {"TOTAL_FEE_EXCEED", Problem::payerCannotPay},
    {"BUYER_SELLER_EQUAL", Problem::payerCannotPay},
    {"TRADE_BUYER_NOT_MATCH", Problem::payerCannotPay},
    {"EXIST_FORBIDDEN_WORD", Problem::programFault},
    {"INVALID_PARAMETER", Problem::programFault},
    {"INVAILID_ARGUMENTS", Problem::programFault}, // sic
    {"ACCESS_FORBIDDEN", Problem::configuration},
    {"SELLER_BALANCE_NOT_ENOUGH", Problem::merchantFunds},
    {"TRADE_HAS_FINISHED", Problem::notAllowed},
    {"TRADE_CANCEL_TIME_OUT", Problem::notAllowed},
    {"CANCEL_NOT_ALLOWED", Problem::notAllowed},
    {"REASON_TRADE_BEEN_FREEZEN", Problem::notAllowed}, // sic
    {"REASON_TRADE_REFUND_FEE_ERR", Problem::notAllowed},
    {"REFUND_AMT_NOT_EQUAL_TOTAL", Problem::notAllowed},
    {"TRADE_NOT_ALLOW_REFUND", Problem::notAllowed},
    {"NOT_ALLOW_PARTIAL_REFUND", Problem::notAllowed},
    {"NO_BILL_DATA", Problem::notFound},
    {"BILL_NOT_EXIST", Problem::notFound},
    {"BILL_DATE_BEFORE_REGISTRATION", Problem::notAllowed},
    {"TYPE_NOT_SUPPORTED", Problem::configuration},
    {"SYSTEM_RATE_LIMIT", Problem::slowDown},
    {"USER_RATE_LIMIT", Problem::slowDown},
    {"UNKNOWN_ERROR", Problem::serverTrouble},
});

Problem businessProblem(Operation operation, std::string_view subCode)
{
    if (subCode.find("SYSTEM_ERROR") != std::string_view::npos) // "AQC." is a known misspelling
        return Problem::serverTrouble;
    if (subCode.starts_with("ACQ.") || subCode.starts_with("AQC."))
        subCode.remove_prefix(4);
    if (subCode == "TRADE_STATUS_ERROR") // close: probably paid; refund: not paid
        return operation == Operation::close ? Problem::alreadyPaid : Problem::notAllowed;
    const auto known = std::find_if(
        meanings.begin(), meanings.end(), [&](const Meaning& one) { return one.code == subCode; });
    return known == meanings.end() ? Problem::malformed : known->problem;
}

Problem gatewayProblem(std::string_view code, std::string_view subCode)
{
    if (code == "20000")
        return Problem::serverTrouble;
    if (code == "40005")
        return Problem::slowDown;
    if (code == "40001")
        return Problem::programFault;
    if (code == "40002" && subCode == "isv.invalid-timestamp")
        return Problem::clockWrong;
    if (code == "20001" || code == "40002" || code == "40003" || code == "40006")
        return Problem::configuration;
    return Problem::malformed;
}

bool definite(Operation operation, Problem problem)
{
    switch (problem) {
    case Problem::notFound:
    case Problem::orderClosed:
    case Problem::codeRefused:
    case Problem::payerCannotPay:
    case Problem::notAllowed:
    case Problem::merchantFunds:
    case Problem::notReady:
    case Problem::programFault:
    case Problem::configuration:
        return true;
    case Problem::alreadyPaid:
    case Problem::numberUsed: // by payment code an earlier send may have taken the money
        return operation != Operation::pay;
    case Problem::none:
    case Problem::notSent:
    case Problem::noAnswer:
    case Problem::untrusted:
    case Problem::malformed:
    case Problem::serverTrouble:
    case Problem::slowDown:
    case Problem::unfinished:
    case Problem::mismatch:
    case Problem::clockWrong:
    case Problem::tooEarly:
    case Problem::unsupported:
        return false;
    }
    return false;
}

} // namespace

std::string_view methodOf(AlipayOperation operation)
{
    switch (operation) {
    case AlipayOperation::create:
        return "alipay.trade.precreate";
    case AlipayOperation::query:
        return "alipay.trade.query";
    case AlipayOperation::close:
        return "alipay.trade.close";
    case AlipayOperation::cancel:
        return "alipay.trade.cancel";
    case AlipayOperation::refund:
        return "alipay.trade.refund";
    case AlipayOperation::queryRefund:
        return "alipay.trade.fastpay.refund.query";
    case AlipayOperation::pay:
        return "alipay.trade.pay";
    case AlipayOperation::bill:
        return "alipay.data.dataservice.bill.downloadurl.query";
    }
    return "";
}

AlipayNo
alipayNo(AlipayOperation operation, std::string_view code, std::string_view subCode, bool isSigned)
{
    if (code == "10003") // only under a signature does it say anything
        return {Outcome::unknown, isSigned ? Problem::unfinished : Problem::untrusted};
    if (code != "40004") {
        const auto problem = gatewayProblem(code, subCode);
        const auto nothingMade =
            (operation == Operation::create || operation == Operation::bill) &&
            (problem == Problem::configuration || problem == Problem::programFault ||
             problem == Problem::clockWrong);
        return {nothingMade ? Outcome::refused : Outcome::unknown, problem};
    }
    if (!isSigned)
        return {Outcome::unknown, Problem::untrusted};
    const auto problem = businessProblem(operation, subCode);
    const auto refused = definite(operation, problem) ||
                         (problem == Problem::malformed && operation == Operation::create);
    return {refused ? Outcome::refused : Outcome::unknown, problem};
}

} // namespace guitai
