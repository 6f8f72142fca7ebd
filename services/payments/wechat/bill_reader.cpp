#include "services/payments/wechat/bill_reader.h"

#include "services/payments/provider_text.h"
#include "services/payments/yuan_text.h"
#include "services/utf8.h"

#include <charconv>

namespace guitai
{

namespace
{

constexpr unsigned feePlaces = 5; // yuan with five places: 1/1000 fen

/// Merchant text escapes a comma as backslash and blank, and a line end as "\n".
std::string unescaped(std::string_view text)
{
    auto plain = std::string{};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto escape = text[i] == '\\' && i + 1 < text.size();
        if (escape && text[i + 1] == ' ')
            plain += ',';
        else if (escape && text[i + 1] == 'n')
            plain += '\n';
        else
            plain += text[i];
        i += escape && (text[i + 1] == ' ' || text[i + 1] == 'n') ? 1U : 0U;
    }
    return plain;
}

} // namespace

WeChatBillReader::WeChatBillReader(const BillLineSink& sink)
    : WeChatBillWalk("总交易单数"), m_sink(sink)
{
}

BillFault WeChatBillReader::takeHeader(const BillColumns& columns)
{
    const auto time = columns.find("交易时间");
    if (!time)
        return BillFault::noHeader;
    const auto order = columns.find("商户订单号");
    const auto providerOrder = columns.find("微信订单号");
    const auto state = columns.find("交易状态");
    const auto total = columns.find("订单金额");
    const auto refundTotal = columns.find("申请退款金额");
    const auto refund = columns.find("商户退款单号");
    const auto providerRefund = columns.find("微信退款单号");
    const auto refundState = columns.find("退款状态");
    if (!order || !providerOrder || !state || !total || !refundTotal || !refund ||
        !providerRefund || !refundState)
        return BillFault::columnMissing;
    m_at = {*time,
            *order,
            *providerOrder,
            *state,
            *total,
            *refundTotal,
            *refund,
            *providerRefund,
            *refundState,
            columns.find("商品名称"),
            columns.find("手续费")};
    return BillFault::none;
}

BillFault WeChatBillReader::takeRow(const Fields& fields)
{
    auto line = BillLine{.line = lineNumber()};
    auto orderFen = std::int64_t{};
    auto refundFen = std::int64_t{};
    if (!fill(line, fields, orderFen, refundFen))
        return BillFault::unreadableLine;
    ++m_rows;
    m_orderFen += orderFen;
    m_refundFen += refundFen;
    m_feeMilliFen += line.feeMilliFen;
    const auto payment = line.kind == BillLine::Kind::pay;
    auto& sum = payment ? m_verdict.sums.paid : m_verdict.sums.refunded;
    ++(payment ? m_verdict.sums.payments : m_verdict.sums.refunds);
    sum = sum + line.amount;
    if (m_at.title) {
        line.title = unescaped(fields[*m_at.title]);
        if (!decodeUtf8(line.title)) {
            line.title = "\uFFFD";
            ++m_verdict.damagedTexts;
        }
    }
    m_sink(line);
    return BillFault::none;
}

/// False when a value that reconciliation needs cannot be read.
bool WeChatBillReader::fill(BillLine& line,
                            const Fields& fields,
                            std::int64_t& orderFen,
                            std::int64_t& refundFen) const
{
    const auto state = fields[m_at.state];
    const auto total = decimalFrom(fields[m_at.total], 2);
    const auto refundTotal = decimalFrom(fields[m_at.refundTotal], 2);
    const auto fee =
        m_at.fee ? decimalFrom(fields[*m_at.fee], feePlaces) : std::optional<std::int64_t>{0};
    if (state == "SUCCESS")
        line.kind = BillLine::Kind::pay;
    else if (state == "REFUND")
        line.kind = BillLine::Kind::refund;
    else if (state == "REVOKED")
        line.kind = BillLine::Kind::reversed;
    else
        return false;
    line.at = instantFromBeijing(fields[m_at.time]);
    line.orderNumber = fields[m_at.order];
    if (!total || !refundTotal || !fee || !line.at || *total < 0 || *refundTotal < 0 ||
        line.orderNumber.empty())
        return false;
    orderFen = *total;
    refundFen = *refundTotal;
    line.feeMilliFen = *fee;
    const auto payment = line.kind == BillLine::Kind::pay;
    line.amount = Money::fen(payment ? orderFen : refundFen);
    line.status = fields[payment ? m_at.state : m_at.refundState];
    line.providerNumber = fields[payment ? m_at.providerOrder : m_at.providerRefund];
    if (!payment)
        line.refundNumber = fields[m_at.refund];
    return true;
}

BillFault WeChatBillReader::takeSummary()
{
    const auto rows = summed("总交易单数", 0);
    const auto orders = summed("订单总金额", 2);
    const auto refunds = summed("申请退款总金额", 2);
    const auto fees = summed("手续费总金额", feePlaces);
    if (!rows || !orders || !refunds)
        return BillFault::unreadableLine;
    if (*rows != m_rows)
        return BillFault::countDiffers;
    if (*orders != m_orderFen || *refunds != m_refundFen || (fees && *fees != m_feeMilliFen))
        return BillFault::sumDiffers;
    return BillFault::none;
}

} // namespace guitai
