#include "services/payments/reconciliation.h"

namespace guitai
{

namespace
{

/// OWASP's list of what a spreadsheet evaluates at the beginning of a cell.
bool looksLikeFormula(std::string_view text)
{
    return !text.empty() && std::string_view{"=+-@\t\r\n"}.find(text.front()) != text.npos;
}

/// RFC 4180, 2.5 to 2.7: quoted whatever it holds, quotes doubled.
std::string cell(std::string_view text)
{
    auto quoted = std::string{'"'};
    if (looksLikeFormula(text))
        quoted += '\'';
    for (const auto character : text) {
        quoted += character;
        if (character == '"')
            quoted += '"';
    }
    return quoted + '"';
}

/// Amounts are ours and stay numbers, below 0 too.
std::string number(const std::optional<Money>& amount)
{
    return amount ? amount->text() : std::string{};
}

std::string_view nameOf(BillLine::Kind kind)
{
    switch (kind) {
    case BillLine::Kind::pay:
        return "pay";
    case BillLine::Kind::refund:
        return "refund";
    case BillLine::Kind::reversed:
        return "reversed";
    }
    return {};
}

} // namespace

std::string csvOf(const Reconciliation& sheet)
{
    constexpr auto mark = std::string_view{"\xEF\xBB\xBF"};
    auto text =
        std::string{mark} + "id,day,class,trade,order,refund,provider,charge,ours,bill,line\r\n";
    for (const auto& difference : sheet.differences) {
        text += cell(difference.id) + ',' + isoDate(sheet.day) + ',' +
                std::string{nameOf(difference.kind)} + ',' + std::string{nameOf(difference.trade)} +
                ',' + cell(difference.orderNumber) + ',' + cell(difference.refundNumber) + ',' +
                cell(difference.providerNumber) + ',' + cell(difference.chargeId) + ',' +
                number(difference.local) + ',' + number(difference.bill) + ',' +
                std::to_string(difference.line) + "\r\n";
    }
    return text;
}

} // namespace guitai
