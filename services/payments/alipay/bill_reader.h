#pragma once

#include "services/payments/bills/bill.h"
#include "services/payments/bills/columns.h"
#include "services/payments/bills/gb18030.h"

namespace guitai
{

/// Reads the list of trades: GBK, a frame of lines that begin with "#", identifiers that end with
/// a tab, amounts in yuan (Alipay Open Platform: bills).
class AlipayBillReader
{
public:
    explicit AlipayBillReader(const BillLineSink& sink);

    void line(std::string_view bytes);
    BillVerdict finish();
    /// Whether these bytes begin a list of trades, and not the archive's other file.
    static bool begins(std::string_view bytes);

private:
    enum class Part { frame, rows, summary, end };
    struct Positions {
        std::size_t trade, order, kind, title, finishedAt, total, received, refund;
        std::optional<std::size_t> fee;
    };
    struct Totals {
        std::int64_t count = 0;
        std::int64_t receivedFen = 0;
    };

    void readHeader(const std::string& text);
    void readRow(std::string_view bytes);
    bool fill(BillLine& line, std::int64_t& receivedFen) const;
    void joinTitle();
    void readSummary(const std::string& text);
    void compare(const std::string& text, const Totals& totals);
    void fail(BillFault fault);

    const BillLineSink& m_sink;
    Gb18030 m_encoding;
    std::string m_payWord;    ///< 交易 as it stands in the file
    std::string m_refundWord; ///< 退款
    std::string m_headerStart;
    Part m_part = Part::frame;
    BillVerdict m_verdict;
    std::size_t m_lineNumber = 0;
    std::size_t m_columnCount = 0;
    Positions m_at{};
    std::vector<std::string_view> m_fields;
    Totals m_payments;
    Totals m_refunds;
    bool m_paymentsCompared = false;
    bool m_refundsCompared = false;
};

} // namespace guitai
