#include "services/payments/alipay/bill_reader.h"

#include "services/payments/provider_text.h"
#include "services/payments/yuan_text.h"
#include "services/utf8.h"

#include <charconv>
#include <cstdlib>

namespace guitai
{

namespace
{

constexpr auto headerStart = std::string_view{"支付宝交易号,"};

std::string_view trimmedField(std::string_view field)
{
    const auto start = field.find_first_not_of(" \t");
    if (start == std::string_view::npos)
        return {};
    return field.substr(start, field.find_last_not_of(" \t") - start + 1);
}

/// The text between two marks; empty when one is missing.
std::string_view between(std::string_view text, std::string_view before, std::string_view after)
{
    const auto start = text.find(before);
    if (start == std::string_view::npos)
        return {};
    text.remove_prefix(start + before.size());
    const auto end = text.find(after);
    return end == std::string_view::npos ? std::string_view{} : text.substr(0, end);
}

std::int64_t magnitude(std::int64_t value)
{
    return value < 0 ? -value : value;
}

} // namespace

AlipayBillReader::AlipayBillReader(const BillLineSink& sink)
    : m_sink(sink), m_payWord(m_encoding.fromUtf8("交易").value_or("")),
      m_refundWord(m_encoding.fromUtf8("退款").value_or("")),
      m_headerStart(m_encoding.fromUtf8(headerStart).value_or(""))
{
}

bool AlipayBillReader::begins(std::string_view bytes)
{
    const auto start = Gb18030{}.fromUtf8(headerStart);
    return start && bytes.find(*start) != std::string_view::npos;
}

void AlipayBillReader::fail(BillFault fault)
{
    if (m_verdict.fault != BillFault::none)
        return;
    m_verdict.fault = fault;
    m_verdict.line = m_lineNumber;
    m_part = Part::end;
}

void AlipayBillReader::line(std::string_view bytes)
{
    ++m_lineNumber;
    if (bytes.empty() || m_part == Part::end)
        return;
    if (m_part == Part::frame && bytes.starts_with(m_headerStart)) {
        const auto header = m_encoding.toUtf8(bytes);
        return header ? readHeader(*header) : fail(BillFault::noHeader);
    }
    if (m_part == Part::rows && bytes.front() != '#')
        return readRow(bytes);
    if (m_part == Part::rows)
        m_part = Part::summary;
    if (m_part == Part::summary)
        readSummary(m_encoding.toUtf8(bytes).value_or(""));
}

void AlipayBillReader::readHeader(const std::string& text)
{
    const auto columns = columnsFrom(text);
    const auto trade = columns.find("支付宝交易号");
    const auto order = columns.find("商户订单号");
    const auto kind = columns.find("业务类型");
    const auto title = columns.find("商品名称");
    const auto finishedAt = columns.find("完成时间");
    const auto total = columns.find("订单金额（元）");
    const auto received = columns.find("商家实收（元）");
    const auto refund = columns.find("退款批次号/请求号");
    if (!trade || !order || !kind || !title || !finishedAt || !total || !received || !refund)
        return fail(BillFault::columnMissing);
    m_at = {*trade,
            *order,
            *kind,
            *title,
            *finishedAt,
            *total,
            *received,
            *refund,
            columns.find("服务费（元）")};
    m_columnCount = columns.size();
    m_part = Part::rows;
}

/// Nothing escapes a comma; more fields than columns mean that the title holds some.
void AlipayBillReader::joinTitle()
{
    const auto extra = m_fields.size() - m_columnCount;
    const auto& last = m_fields[m_at.title + extra];
    const auto* start = m_fields[m_at.title].data();
    m_fields[m_at.title] = {start, static_cast<std::size_t>(last.data() + last.size() - start)};
    const auto after = m_fields.begin() + static_cast<std::ptrdiff_t>(m_at.title) + 1;
    m_fields.erase(after, after + static_cast<std::ptrdiff_t>(extra));
}

void AlipayBillReader::readRow(std::string_view bytes)
{
    splitAt(bytes, ",", m_fields); // no second byte of GBK is a comma
    if (m_fields.size() < m_columnCount)
        return fail(BillFault::unreadableLine);
    if (m_fields.size() > m_columnCount)
        joinTitle();
    for (auto& field : m_fields)
        field = trimmedField(field);
    auto line = BillLine{.line = m_lineNumber};
    auto receivedFen = std::int64_t{};
    if (!fill(line, receivedFen))
        return fail(BillFault::unreadableLine);
    const auto payment = line.kind == BillLine::Kind::pay;
    auto& totals = payment ? m_payments : m_refunds;
    ++totals.count;
    totals.receivedFen += receivedFen;
    auto& sum = payment ? m_verdict.sums.paid : m_verdict.sums.refunded;
    ++(payment ? m_verdict.sums.payments : m_verdict.sums.refunds);
    sum = sum + line.amount;
    const auto title = m_encoding.toUtf8(m_fields[m_at.title]);
    line.title = title.value_or("\uFFFD");
    m_verdict.damagedTexts += title ? 0U : 1U;
    m_sink(line);
}

bool AlipayBillReader::fill(BillLine& line, std::int64_t& receivedFen) const
{
    const auto kind = m_fields[m_at.kind];
    if (kind != m_payWord && kind != m_refundWord)
        return false;
    const auto payment = kind == m_payWord;
    const auto total = decimalFrom(m_fields[m_at.total], 2);
    const auto received = decimalFrom(m_fields[m_at.received], 2);
    const auto fee =
        m_at.fee ? decimalFrom(m_fields[*m_at.fee], 5) : std::optional<std::int64_t>{0};
    line.at = instantFromBeijing(m_fields[m_at.finishedAt]);
    line.orderNumber = m_fields[m_at.order];
    if (!total || !received || !fee || !line.at || line.orderNumber.empty() ||
        (payment && *total < 0))
        return false;
    line.kind = payment ? BillLine::Kind::pay : BillLine::Kind::refund;
    line.amount = Money::fen(magnitude(*total)); // a refund may be written below 0
    line.providerNumber = m_fields[m_at.trade];
    line.status = payment ? "交易" : "退款";
    line.feeMilliFen = -*fee; // written as what we receive
    if (!payment)
        line.refundNumber = m_fields[m_at.refund];
    receivedFen = magnitude(*received);
    return true;
}

void AlipayBillReader::readSummary(const std::string& text)
{
    if (text.starts_with("#交易合计")) {
        m_paymentsCompared = true;
        compare(text, m_payments);
    } else if (text.starts_with("#退款合计")) {
        m_refundsCompared = true;
        compare(text, m_refunds);
    }
}

/// "#交易合计：1笔，商家实收共20.00元，…", "#退款合计：1笔，商家实收退款共-20.00元，…"
void AlipayBillReader::compare(const std::string& text, const Totals& totals)
{
    const auto count = decimalFrom(between(text, "：", "笔"), 0);
    const auto received = decimalFrom(between(text, "共", "元"), 2);
    if (!count || !received)
        return fail(BillFault::unreadableLine);
    if (*count != totals.count)
        return fail(BillFault::countDiffers);
    if (magnitude(*received) != totals.receivedFen)
        fail(BillFault::sumDiffers);
}

BillVerdict AlipayBillReader::finish()
{
    if (m_part == Part::frame)
        fail(BillFault::noHeader);
    else if (!m_paymentsCompared || !m_refundsCompared)
        fail(BillFault::noSummary);
    return m_verdict;
}

} // namespace guitai
