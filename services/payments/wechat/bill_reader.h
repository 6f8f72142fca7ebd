#pragma once

#include "services/payments/bills/bill.h"
#include "services/payments/bills/columns.h"

namespace guitai
{

/// Reads the trade bill "ALL": UTF-8, a backtick before each value, amounts in yuan
/// (WeChat Pay API v3: bills).
class WeChatBillReader
{
public:
    explicit WeChatBillReader(const BillLineSink& sink) : m_sink(sink) {}

    void line(std::string_view text);
    BillVerdict finish();

private:
    enum class Part { header, rows, summary, end };
    /// Positions of the columns that are read.
    struct Positions {
        std::size_t time, order, providerOrder, state, total, refundTotal, refund, providerRefund,
            refundState;
        std::optional<std::size_t> title, fee;
    };

    void readHeader(std::string_view text);
    void readRow(std::string_view text);
    bool fill(BillLine& line, std::int64_t& orderFen, std::int64_t& refundFen) const;
    void readSummary(std::string_view text);
    void fail(BillFault fault);

    const BillLineSink& m_sink;
    Part m_part = Part::header;
    BillVerdict m_verdict;
    std::size_t m_lineNumber = 0;
    std::size_t m_columnCount = 0;
    Positions m_at{};
    BillColumns m_summaryColumns;
    std::vector<std::string_view> m_fields;
    std::int64_t m_rows = 0;
    std::int64_t m_orderFen = 0;
    std::int64_t m_refundFen = 0;
    std::int64_t m_feeMilliFen = 0;
};

} // namespace guitai
