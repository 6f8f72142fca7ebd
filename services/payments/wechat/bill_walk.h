#pragma once

#include "services/payments/bills/bill.h"
#include "services/payments/bills/columns.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace guitai
{

/// Walks through either of WeChat Pay's bills: UTF-8, a header, rows with a backtick before each
/// value, the header of a summary and the summary (WeChat Pay API v3: bills). Ends at the first
/// fault.
class WeChatBillWalk
{
public:
    WeChatBillWalk(const WeChatBillWalk&) = delete;
    WeChatBillWalk& operator=(const WeChatBillWalk&) = delete;
    virtual ~WeChatBillWalk() = default;

    void line(std::string_view text);

protected:
    /// The summary's header has this column.
    explicit WeChatBillWalk(std::string_view summaryMark) : m_summaryMark(summaryMark) {}

    /// Remembers where the columns are; BillFault::none: all that are needed are there.
    virtual BillFault takeHeader(const BillColumns& columns) = 0;
    /// One row, as many fields as the header has.
    virtual BillFault takeRow(const std::vector<std::string_view>& fields) = 0;
    /// Compares the summary with the rows.
    virtual BillFault takeSummary() = 0;

    /// A value of the summary; no value when it is missing or not a number with so many places.
    std::optional<std::int64_t> summed(std::string_view column, unsigned places) const;
    std::size_t lineNumber() const { return m_lineNumber; }
    /// Ends the bill: writes the fault, and its line, of a bill that is not good or not whole.
    template <class Verdict>
    Verdict ended(Verdict verdict)
    {
        if (m_part == Part::header)
            fail(BillFault::noHeader);
        else if (m_part != Part::end)
            fail(BillFault::noSummary);
        verdict.fault = m_fault;
        verdict.line = m_faultLine;
        return verdict;
    }

private:
    enum class Part { header, rows, summary, end };
    void readHeader(std::string_view text);
    void readRow(std::string_view text);
    void readSummaryHeader(std::string_view text);
    void readSummary(std::string_view text);
    void fail(BillFault fault);

    std::string_view m_summaryMark;
    Part m_part = Part::header;
    BillFault m_fault = BillFault::none;
    std::size_t m_faultLine = 0;
    std::size_t m_lineNumber = 0;
    std::size_t m_columnCount = 0;
    BillColumns m_summaryColumns;
    std::vector<std::string_view> m_fields;
};

} // namespace guitai
