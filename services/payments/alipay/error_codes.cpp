#include "services/payments/alipay/answers.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

using Outcome = GatewayOutcome;

struct Meaning {
    std::string_view code; ///< without "ACQ."
    GatewayProblem problem;
};

constexpr auto meanings = std::to_array<Meaning>({
    {"TRADE_NOT_EXIST", GatewayProblem::notFound},
    {"CONTEXT_INCONSISTENT", GatewayProblem::numberUsed},
    {"DISCORDANT_REPEAT_REQUEST", GatewayProblem::numberUsed},
    {"APPLY_PC_MERCHANT_CODE_ERROR", GatewayProblem::numberUsed}, // codes asked for again and again
    {"TRADE_HAS_SUCCESS", GatewayProblem::alreadyPaid},
    {"REASON_ILLEGAL_STATUS", GatewayProblem::alreadyPaid},
    {"REASON_TRADE_STATUS_INVALID", GatewayProblem::alreadyPaid},
    {"TRADE_HAS_CLOSE", GatewayProblem::orderClosed},
    {"PAYMENT_AUTH_CODE_INVALID", GatewayProblem::codeRefused},
    {"SOUNDWAVE_PARSER_FAIL", GatewayProblem::codeRefused},
    {"BUYER_BALANCE_NOT_ENOUGH", GatewayProblem::payerCannotPay},
    {"BUYER_BANKCARD_BALANCE_NOT_ENOUGH", GatewayProblem::payerCannotPay},
    {"ERROR_BALANCE_PAYMENT_DISABLE", GatewayProblem::payerCannotPay},
    {"PULL_MOBILE_CASHIER_FAIL", GatewayProblem::payerCannotPay},
    {"MOBILE_PAYMENT_SWITCH_OFF", GatewayProblem::payerCannotPay},
    {"PAYMENT_FAIL", GatewayProblem::payerCannotPay},
    {"PAYMENT_REQUEST_HAS_RISK", GatewayProblem::payerCannotPay},
    {"TOTAL_FEE_EXCEED", GatewayProblem::payerCannotPay},
    {"BUYER_SELLER_EQUAL", GatewayProblem::payerCannotPay},
    {"TRADE_BUYER_NOT_MATCH", GatewayProblem::payerCannotPay},
    {"EXIST_FORBIDDEN_WORD", GatewayProblem::programFault},
    {"INVALID_PARAMETER", GatewayProblem::programFault},
    {"INVAILID_ARGUMENTS", GatewayProblem::programFault}, // sic
    {"ACCESS_FORBIDDEN", GatewayProblem::configuration},
    {"SELLER_BALANCE_NOT_ENOUGH", GatewayProblem::merchantFunds},
    {"TRADE_HAS_FINISHED", GatewayProblem::notAllowed},
    {"TRADE_CANCEL_TIME_OUT", GatewayProblem::notAllowed},
    {"CANCEL_NOT_ALLOWED", GatewayProblem::notAllowed},
    {"REASON_TRADE_BEEN_FREEZEN", GatewayProblem::notAllowed}, // sic
    {"REASON_TRADE_REFUND_FEE_ERR", GatewayProblem::notAllowed},
    {"REFUND_AMT_NOT_EQUAL_TOTAL", GatewayProblem::notAllowed},
    {"TRADE_NOT_ALLOW_REFUND", GatewayProblem::notAllowed},
    {"NOT_ALLOW_PARTIAL_REFUND", GatewayProblem::notAllowed},
    {"NO_BILL_DATA", GatewayProblem::notFound},
    {"BILL_NOT_EXIST", GatewayProblem::notFound},
    {"BILL_DATE_BEFORE_REGISTRATION", GatewayProblem::notAllowed},
    {"TYPE_NOT_SUPPORTED", GatewayProblem::configuration},
    {"SYSTEM_RATE_LIMIT", GatewayProblem::slowDown},
    {"USER_RATE_LIMIT", GatewayProblem::slowDown},
    {"UNKNOWN_ERROR", GatewayProblem::serverTrouble},
});

GatewayProblem businessProblem(AlipayOperation operation, std::string_view subCode)
{
    if (subCode.find("SYSTEM_ERROR") != std::string_view::npos) // "AQC." is a known misspelling
        return GatewayProblem::serverTrouble;
    if (subCode.starts_with("ACQ.") || subCode.starts_with("AQC."))
        subCode.remove_prefix(4);
    if (subCode == "TRADE_STATUS_ERROR") // close: probably paid; refund: not paid
        return operation == AlipayOperation::close ? GatewayProblem::alreadyPaid
                                                   : GatewayProblem::notAllowed;
    const auto known = std::find_if(
        meanings.begin(), meanings.end(), [&](const Meaning& one) { return one.code == subCode; });
    return known == meanings.end() ? GatewayProblem::malformed : known->problem;
}

GatewayProblem gatewayProblem(std::string_view code, std::string_view subCode)
{
    if (code == "20000")
        return GatewayProblem::serverTrouble;
    if (code == "40005")
        return GatewayProblem::slowDown;
    if (code == "40001")
        return GatewayProblem::programFault;
    if (code == "40002" && subCode == "isv.invalid-timestamp")
        return GatewayProblem::clockWrong;
    if (code == "20001" || code == "40002" || code == "40003" || code == "40006")
        return GatewayProblem::configuration;
    return GatewayProblem::malformed;
}

bool definite(AlipayOperation operation, GatewayProblem problem)
{
    using enum GatewayProblem;
    if (isUncertain(problem) || problem == mismatch || problem == clockWrong ||
        problem == tooEarly || problem == unsupported)
        return false;
    // by payment code an earlier send may have taken the money
    const auto wasTaken = problem == alreadyPaid || problem == numberUsed;
    return !wasTaken || operation != AlipayOperation::pay;
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
        return {Outcome::unknown,
                isSigned ? GatewayProblem::unfinished : GatewayProblem::untrusted};
    if (code != "40004") {
        const auto problem = gatewayProblem(code, subCode);
        const auto nothingMade =
            (operation == AlipayOperation::create || operation == AlipayOperation::bill) &&
            (problem == GatewayProblem::configuration || problem == GatewayProblem::programFault ||
             problem == GatewayProblem::clockWrong);
        return {nothingMade ? Outcome::refused : Outcome::unknown, problem};
    }
    if (!isSigned)
        return {Outcome::unknown, GatewayProblem::untrusted};
    const auto problem = businessProblem(operation, subCode);
    const auto refused = definite(operation, problem) || (problem == GatewayProblem::malformed &&
                                                          operation == AlipayOperation::create);
    return {refused ? Outcome::refused : Outcome::unknown, problem};
}

} // namespace guitai
