#include "services/payments/wechat/answers.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

using Outcome = GatewayOutcome;

struct Meaning {
    std::string_view code; ///< upper case, without underscores
    GatewayProblem problem;
};

/// WeChat Pay: error codes, v2 and v3 names.
constexpr auto meanings = std::to_array<Meaning>({
    {"ORDERNOTEXIST", GatewayProblem::notFound},
    {"RESOURCENOTEXISTS", GatewayProblem::notFound},
    {"NOTFOUND", GatewayProblem::notFound},
    {"OUTTRADENOUSED", GatewayProblem::numberUsed},
    {"ORDERCLOSED", GatewayProblem::orderClosed},
    {"ORDERREVERSED", GatewayProblem::orderClosed},
    {"ORDERPAID", GatewayProblem::alreadyPaid},
    {"268449538", GatewayProblem::alreadyPaid},
    {"268498689", GatewayProblem::alreadyPaid},
    {"268449641", GatewayProblem::notAllowed}, // paid by code: cannot be closed, only reversed
    {"AUTHCODEEXPIRE", GatewayProblem::codeRefused},
    {"AUTHCODEERROR", GatewayProblem::codeRefused},
    {"AUTHCODEINVALID", GatewayProblem::codeRefused},
    {"NOTSUPORTCARD", GatewayProblem::payerCannotPay}, // sic
    {"BUYERMISMATCH", GatewayProblem::payerCannotPay},
    {"TRADEERROR", GatewayProblem::payerCannotPay},
    {"NOTENOUGH", GatewayProblem::payerCannotPay}, // of a refund: merchantFunds
    {"USERACCOUNTABNORMAL", GatewayProblem::notAllowed},
    {"ACCOUNTERROR", GatewayProblem::notAllowed},
    {"RULELIMIT", GatewayProblem::notAllowed},
    {"TRADEOVERDUE", GatewayProblem::notAllowed},
    {"REFUNDFEEMISMATCH", GatewayProblem::notAllowed},
    {"USERPAYING", GatewayProblem::unfinished},
    {"SYSTEMERROR", GatewayProblem::serverTrouble},
    {"BANKERROR", GatewayProblem::serverTrouble},
    {"SERVICEUNAVAILABLE", GatewayProblem::serverTrouble},
    {"FREQUENCYLIMITED", GatewayProblem::slowDown},
    {"RATELIMITEXCEEDED", GatewayProblem::slowDown},
    {"SIGNERROR", GatewayProblem::configuration},
    {"NOAUTH", GatewayProblem::configuration},
    {"APPIDMCHIDNOTMATCH", GatewayProblem::configuration},
    {"APPIDNOTEXIST", GatewayProblem::configuration},
    {"MCHIDNOTEXIST", GatewayProblem::configuration},
    {"MCHNOTEXISTS", GatewayProblem::configuration},
    {"PARAMERROR", GatewayProblem::programFault},
    {"INVALIDREQUEST", GatewayProblem::programFault},
    {"LACKPARAMS", GatewayProblem::programFault},
    {"NOTUTF8", GatewayProblem::programFault},
    {"XMLFORMATERROR", GatewayProblem::programFault},
    {"REQUIREPOSTMETHOD", GatewayProblem::programFault},
    {"NOSTATEMENTEXIST", GatewayProblem::notFound},
    {"STATEMENTCREATING", GatewayProblem::notReady},
});

std::string plainCode(std::string_view code)
{
    auto plain = std::string{};
    for (const auto c : code) {
        if (c != '_')
            plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return plain;
}

GatewayProblem problemOf(WeChatOperation operation, int status, const std::string& code)
{
    if (status >= 500)
        return GatewayProblem::serverTrouble; // whatever the code: 500 also comes with names of
                                              // refusals
    if (status == 429)
        return GatewayProblem::slowDown;
    const auto known = std::find_if(
        meanings.begin(), meanings.end(), [&](const Meaning& one) { return one.code == code; });
    const auto problem = known == meanings.end() ? GatewayProblem::malformed : known->problem;
    if (operation == WeChatOperation::refund && code == "NOTENOUGH")
        return GatewayProblem::merchantFunds;
    // older pages forbid closing within 5 minutes of creation and name no code
    const auto aboutTheOrder = problem == GatewayProblem::malformed ||
                               problem == GatewayProblem::programFault ||
                               problem == GatewayProblem::payerCannotPay;
    const auto noRule = problem == GatewayProblem::notAllowed && code == "RULELIMIT";
    if (operation == WeChatOperation::close && !code.empty() && code != "PARAMERROR" &&
        (aboutTheOrder || noRule))
        return GatewayProblem::tooEarly;
    if (status == 401)
        return GatewayProblem::configuration;
    return problem;
}

/// Whether the problem is a statement about this call. An unsigned answer is one by TLS alone:
/// the answer's `proven` stays false, and money questions go to the query.
bool speaksOfTheCall(WeChatOperation operation, GatewayProblem problem)
{
    using enum GatewayProblem;
    if (isUncertain(problem) || problem == mismatch || problem == unsupported)
        return false;
    // by payment code an earlier send may have taken the money
    if (problem == alreadyPaid || problem == numberUsed)
        return operation != WeChatOperation::payByCode;
    if (problem == configuration || problem == clockWrong || problem == programFault)
        return operation == WeChatOperation::create || operation == WeChatOperation::payByCode ||
               operation == WeChatOperation::bill;
    return true;
}

} // namespace

WeChatNo weChatNo(WeChatOperation operation, int status, std::string_view code)
{
    const auto plain = plainCode(code);
    // no code at all: an unknown path or method, or a page of something between
    if (plain.empty() && status != 429 && status < 500)
        return {Outcome::unknown,
                status == 404 || status == 405 ? GatewayProblem::programFault
                                               : GatewayProblem::malformed};
    const auto problem = problemOf(operation, status, plain);
    const auto refused =
        speaksOfTheCall(operation, problem) ||
        (problem == GatewayProblem::malformed && operation == WeChatOperation::create);
    return {refused ? Outcome::refused : Outcome::unknown, problem};
}

} // namespace guitai
