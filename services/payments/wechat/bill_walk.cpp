#include "services/payments/wechat/bill_walk.h"

#include "services/payments/yuan_text.h"

namespace guitai
{

void WeChatBillWalk::fail(BillFault fault)
{
    if (fault == BillFault::none)
        return;
    if (m_fault == BillFault::none) {
        m_fault = fault;
        m_faultLine = m_lineNumber;
    }
    m_part = Part::end;
}

void WeChatBillWalk::line(std::string_view text)
{
    ++m_lineNumber;
    if (text.empty())
        return;
    switch (m_part) {
    case Part::header:
        return readHeader(text);
    case Part::rows:
        return text.front() == '`' ? readRow(text) : readSummaryHeader(text);
    case Part::summary:
        return readSummary(text);
    case Part::end:
        return;
    }
}

void WeChatBillWalk::readHeader(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const auto columns = columnsFrom(text);
    m_columnCount = columns.size();
    m_part = Part::rows;
    fail(takeHeader(columns));
}

void WeChatBillWalk::readRow(std::string_view text)
{
    splitAt(text.substr(1), ",`", m_fields);
    fail(m_fields.size() == m_columnCount ? takeRow(m_fields) : BillFault::unreadableLine);
}

void WeChatBillWalk::readSummaryHeader(std::string_view text)
{
    m_summaryColumns = columnsFrom(text);
    m_part = Part::summary;
    if (!m_summaryColumns.find(m_summaryMark))
        fail(BillFault::unreadableLine);
}

void WeChatBillWalk::readSummary(std::string_view text)
{
    m_part = Part::end;
    if (text.front() == '`')
        text.remove_prefix(1);
    splitAt(text, ",`", m_fields);
    fail(m_fields.size() == m_summaryColumns.size() ? takeSummary() : BillFault::unreadableLine);
}

std::optional<std::int64_t> WeChatBillWalk::summed(std::string_view column, unsigned places) const
{
    const auto at = m_summaryColumns.find(column);
    return at ? decimalFrom(m_fields[*at], places) : std::nullopt;
}

} // namespace guitai
