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

void WeChatBillReader::fail(BillFault fault)
{
    if (m_verdict.fault != BillFault::none)
        return;
    m_verdict.fault = fault;
    m_verdict.line = m_lineNumber;
    m_part = Part::end;
}

void WeChatBillReader::line(std::string_view text)
{
    ++m_lineNumber;
    if (text.empty())
        return;
    switch (m_part) {
    case Part::header:
        return readHeader(text);
    case Part::rows:
        if (text.front() == '`')
            return readRow(text);
        m_summaryColumns = columnsFrom(text);
        m_part = Part::summary;
        if (!m_summaryColumns.find("总交易单数"))
            fail(BillFault::unreadableLine);
        return;
    case Part::summary:
        return readSummary(text);
    case Part::end:
        return;
    }
}

void WeChatBillReader::readHeader(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const auto columns = columnsFrom(text);
    const auto time = columns.find("交易时间");
    if (!time)
        return fail(BillFault::noHeader);
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
        return fail(BillFault::columnMissing);
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
    m_columnCount = columns.size();
    m_part = Part::rows;
}

void WeChatBillReader::readRow(std::string_view text)
{
    splitAt(text.substr(1), ",`", m_fields);
    auto line = BillLine{.line = m_lineNumber};
    auto orderFen = std::int64_t{};
    auto refundFen = std::int64_t{};
    if (m_fields.size() != m_columnCount || !fill(line, orderFen, refundFen))
        return fail(BillFault::unreadableLine);
    ++m_rows;
    m_orderFen += orderFen;
    m_refundFen += refundFen;
    m_feeMilliFen += line.feeMilliFen;
    const auto payment = line.kind == BillLine::Kind::pay;
    auto& sum = payment ? m_verdict.sums.paid : m_verdict.sums.refunded;
    ++(payment ? m_verdict.sums.payments : m_verdict.sums.refunds);
    sum = sum + line.amount;
    if (m_at.title) {
        line.title = unescaped(m_fields[*m_at.title]);
        if (!decodeUtf8(line.title)) {
            line.title = "\uFFFD";
            ++m_verdict.damagedTexts;
        }
    }
    m_sink(line);
}

/// False when a value that reconciliation needs cannot be read.
bool WeChatBillReader::fill(BillLine& line, std::int64_t& orderFen, std::int64_t& refundFen) const
{
    const auto state = m_fields[m_at.state];
    const auto total = decimalFrom(m_fields[m_at.total], 2);
    const auto refundTotal = decimalFrom(m_fields[m_at.refundTotal], 2);
    const auto fee =
        m_at.fee ? decimalFrom(m_fields[*m_at.fee], feePlaces) : std::optional<std::int64_t>{0};
    if (state == "SUCCESS")
        line.kind = BillLine::Kind::pay;
    else if (state == "REFUND")
        line.kind = BillLine::Kind::refund;
    else if (state == "REVOKED")
        line.kind = BillLine::Kind::reversed;
    else
        return false;
    line.at = instantFromBeijing(m_fields[m_at.time]);
    line.orderNumber = m_fields[m_at.order];
    if (!total || !refundTotal || !fee || !line.at || *total < 0 || *refundTotal < 0 ||
        line.orderNumber.empty())
        return false;
    orderFen = *total;
    refundFen = *refundTotal;
    line.feeMilliFen = *fee;
    const auto payment = line.kind == BillLine::Kind::pay;
    line.amount = Money::fen(payment ? orderFen : refundFen);
    line.status = m_fields[payment ? m_at.state : m_at.refundState];
    line.providerNumber = m_fields[payment ? m_at.providerOrder : m_at.providerRefund];
    if (!payment)
        line.refundNumber = m_fields[m_at.refund];
    return true;
}

void WeChatBillReader::readSummary(std::string_view text)
{
    m_part = Part::end;
    if (text.front() == '`')
        text.remove_prefix(1);
    splitAt(text, ",`", m_fields);
    const auto value = [this](std::string_view name,
                              unsigned places) -> std::optional<std::int64_t> {
        const auto at = m_summaryColumns.find(name);
        return at && *at < m_fields.size() ? decimalFrom(m_fields[*at], places) : std::nullopt;
    };
    const auto rows = value("总交易单数", 0);
    const auto orders = value("订单总金额", 2);
    const auto refunds = value("申请退款总金额", 2);
    const auto fees = value("手续费总金额", feePlaces);
    if (!rows || !orders || !refunds || m_fields.size() != m_summaryColumns.size())
        return fail(BillFault::unreadableLine);
    if (*rows != m_rows)
        return fail(BillFault::countDiffers);
    if (*orders != m_orderFen || *refunds != m_refundFen || (fees && *fees != m_feeMilliFen))
        return fail(BillFault::sumDiffers);
}

BillVerdict WeChatBillReader::finish()
{
    if (m_part == Part::header)
        fail(BillFault::noHeader);
    else if (m_part == Part::rows || m_part == Part::summary)
        fail(BillFault::noSummary);
    return m_verdict;
}

} // namespace guitai
