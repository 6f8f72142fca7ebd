#pragma once

#include "services/payments/wechat/bill_walk.h"

namespace guitai
{

/// Reads the trade bill "ALL", amounts in yuan (WeChat Pay API v3: bills).
class WeChatBillReader final : public WeChatBillWalk
{
public:
    explicit WeChatBillReader(const BillLineSink& sink);

    BillVerdict finish() { return ended(m_verdict); }

private:
    /// Positions of the columns that are read.
    struct Positions {
        std::size_t time, order, providerOrder, state, total, refundTotal, refund, providerRefund,
            refundState;
        std::optional<std::size_t> title, fee;
    };
    using Fields = std::vector<std::string_view>;

    BillFault takeHeader(const BillColumns& columns) override;
    BillFault takeRow(const Fields& fields) override;
    BillFault takeSummary() override;
    bool fill(BillLine& line,
              const Fields& fields,
              std::int64_t& orderFen,
              std::int64_t& refundFen) const;

    const BillLineSink& m_sink;
    BillVerdict m_verdict;
    Positions m_at{};
    std::int64_t m_rows = 0;
    std::int64_t m_orderFen = 0;
    std::int64_t m_refundFen = 0;
    std::int64_t m_feeMilliFen = 0;
};

} // namespace guitai
