#include "services/payments/wechat/answers.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

using Operation = WeChatOperation;
using Outcome = GatewayOutcome;
using Problem = GatewayProblem;

struct Meaning {
    std::string_view code; ///< upper case, without underscores
    Problem problem;
};

/// payments.md 2.7 to 2.12, v2 and v3 names.
constexpr auto meanings = std::to_array<Meaning>({
    {"ORDERNOTEXIST", Problem::notFound},
    {"RESOURCENOTEXISTS", Problem::notFound},
    {"NOTFOUND", Problem::notFound},
    {"OUTTRADENOUSED", Problem::numberUsed},
    {"ORDERCLOSED", Problem::orderClosed},
    {"ORDERREVERSED", Problem::orderClosed},
    {"ORDERPAID", Problem::alreadyPaid},
    {"268449538", Problem::alreadyPaid},
    {"268498689", Problem::alreadyPaid},
    {"268449641", Problem::notAllowed}, // paid by code: cannot be closed, only reversed
    {"AUTHCODEEXPIRE", Problem::codeRefused},
    {"AUTHCODEERROR", Problem::codeRefused},
    {"AUTHCODEINVALID", Problem::codeRefused},
    {"NOTSUPORTCARD", Problem::payerCannotPay}, // sic
    {"BUYERMISMATCH", Problem::payerCannotPay},
    {"TRADEERROR", Problem::payerCannotPay},
    {"NOTENOUGH", Problem::payerCannotPay}, // of a refund: merchantFunds
    {"USERACCOUNTABNORMAL", Problem::notAllowed},
    {"ACCOUNTERROR", Problem::notAllowed},
    {"RULELIMIT", Problem::notAllowed},
    {"TRADEOVERDUE", Problem::notAllowed},
    {"REFUNDFEEMISMATCH", Problem::notAllowed},
    {"USERPAYING", Problem::unfinished},
    {"SYSTEMERROR", Problem::serverTrouble},
    {"BANKERROR", Problem::serverTrouble},
    {"SERVICEUNAVAILABLE", Problem::serverTrouble},
    {"FREQUENCYLIMITED", Problem::slowDown},
    {"RATELIMITEXCEEDED", Problem::slowDown},
    {"SIGNERROR", Problem::configuration},
    {"NOAUTH", Problem::configuration},
    {"APPIDMCHIDNOTMATCH", Problem::configuration},
    {"APPIDNOTEXIST", Problem::configuration},
    {"MCHIDNOTEXIST", Problem::configuration},
    {"MCHNOTEXISTS", Problem::configuration},
    {"PARAMERROR", Problem::programFault},
    {"INVALIDREQUEST", Problem::programFault},
    {"LACKPARAMS", Problem::programFault},
    {"NOTUTF8", Problem::programFault},
    {"XMLFORMATERROR", Problem::programFault},
    {"REQUIREPOSTMETHOD", Problem::programFault},
    {"NOSTATEMENTEXIST", Problem::notFound},
    {"STATEMENTCREATING", Problem::notReady},
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

Problem problemOf(Operation operation, int status, const std::string& code)
{
    if (status >= 500)
        return Problem::serverTrouble; // whatever the code: 500 also comes with names of refusals
    if (status == 429)
        return Problem::slowDown;
    const auto known = std::find_if(
        meanings.begin(), meanings.end(), [&](const Meaning& one) { return one.code == code; });
    const auto problem = known == meanings.end() ? Problem::malformed : known->problem;
    if (operation == Operation::refund && code == "NOTENOUGH")
        return Problem::merchantFunds;
    // older pages forbid closing within 5 minutes of creation and name no code (doubt 5)
    const auto aboutTheOrder = problem == Problem::malformed || problem == Problem::programFault ||
                               problem == Problem::payerCannotPay;
    const auto noRule = problem == Problem::notAllowed && code == "RULELIMIT";
    if (operation == Operation::close && !code.empty() && code != "PARAMERROR" &&
        (aboutTheOrder || noRule))
        return Problem::tooEarly;
    if (status == 401)
        return Problem::configuration;
    return problem;
}

/// Whether the problem is a statement about this call. An unsigned answer is one by TLS alone:
/// the answer's `proven` stays false, and money questions go to the query (payments.md 0.9).
bool speaksOfTheCall(Operation operation, Problem problem)
{
    switch (problem) {
    case Problem::notFound:
    case Problem::orderClosed:
    case Problem::tooEarly:
    case Problem::codeRefused:
    case Problem::payerCannotPay:
    case Problem::notAllowed:
    case Problem::merchantFunds:
    case Problem::notReady:
        return true;
    case Problem::alreadyPaid:
    case Problem::numberUsed: // by payment code an earlier send may have taken the money
        return operation != Operation::payByCode;
    case Problem::configuration:
    case Problem::clockWrong:
    case Problem::programFault:
        return operation == Operation::create || operation == Operation::payByCode ||
               operation == Operation::bill;
    case Problem::none:
    case Problem::notSent:
    case Problem::noAnswer:
    case Problem::untrusted:
    case Problem::malformed:
    case Problem::serverTrouble:
    case Problem::slowDown:
    case Problem::unfinished:
    case Problem::mismatch:
    case Problem::unsupported:
        return false;
    }
    return false;
}

} // namespace

WeChatNo weChatNo(WeChatOperation operation, int status, std::string_view code)
{
    const auto plain = plainCode(code);
    // no code at all: an unknown path or method, or a page of something between
    if (plain.empty() && status != 429 && status < 500)
        return {Outcome::unknown,
                status == 404 || status == 405 ? Problem::programFault : Problem::malformed};
    const auto problem = problemOf(operation, status, plain);
    const auto refused = speaksOfTheCall(operation, problem) ||
                         (problem == Problem::malformed && operation == Operation::create);
    return {refused ? Outcome::refused : Outcome::unknown, problem};
}

} // namespace guitai
