#include "services/payments/bills/fund_bill.h"

#include "services/payments/bills/inflate.h"
#include "services/payments/bills/line_splitter.h"
#include "services/payments/wechat/bill_walk.h"
#include "services/payments/yuan_text.h"

namespace guitai
{

namespace
{

class FundBillReader final : public WeChatBillWalk
{
public:
    FundBillReader() : WeChatBillWalk("资金流水总笔数") {}

    FundVerdict finish() { return ended(m_verdict); }

private:
    BillFault takeHeader(const BillColumns& columns) override;
    BillFault takeRow(const std::vector<std::string_view>& fields) override;
    BillFault takeSummary() override;
    void add(std::string_view kind, bool arrives, std::int64_t fen);

    FundVerdict m_verdict;
    std::size_t m_kind = 0;
    std::size_t m_direction = 0;
    std::size_t m_amount = 0;
    std::int64_t m_in = 0; ///< fen
    std::int64_t m_out = 0;
};

BillFault FundBillReader::takeHeader(const BillColumns& columns)
{
    if (!columns.find("记账时间"))
        return BillFault::noHeader;
    const auto kind = columns.find("业务类型");
    const auto direction = columns.find("收支类型");
    const auto amount = columns.find("收支金额(元)");
    if (!kind || !direction || !amount)
        return BillFault::columnMissing;
    m_kind = *kind;
    m_direction = *direction;
    m_amount = *amount;
    return BillFault::none;
}

BillFault FundBillReader::takeRow(const std::vector<std::string_view>& fields)
{
    const auto fen = decimalFrom(fields[m_amount], 2);
    const auto direction = fields[m_direction];
    const auto arrives = direction == "收入";
    if (!fen || *fen < 0 || (!arrives && direction != "支出"))
        return BillFault::unreadableLine;
    ++m_verdict.sums.lines;
    (arrives ? m_in : m_out) += *fen;
    add(fields[m_kind], arrives, *fen);
    return BillFault::none;
}

void FundBillReader::add(std::string_view kind, bool arrives, std::int64_t fen)
{
    auto& sums = m_verdict.sums;
    const auto amount = Money::fen(fen);
    if (kind == "交易" && arrives)
        sums.taken = sums.taken + amount;
    else if (kind == "退款" && !arrives)
        sums.givenBack = sums.givenBack + amount;
    else if (kind.find("手续费") != std::string_view::npos)
        sums.fees = arrives ? sums.fees - amount : sums.fees + amount;
    else if (arrives)
        sums.otherIn = sums.otherIn + amount;
    else
        sums.otherOut = sums.otherOut + amount;
}

BillFault FundBillReader::takeSummary()
{
    const auto lines = summed("资金流水总笔数", 0);
    const auto in = summed("收入金额", 2);
    const auto out = summed("支出金额", 2);
    if (!lines || !in || !out)
        return BillFault::unreadableLine;
    if (*lines != m_verdict.sums.lines)
        return BillFault::countDiffers;
    return *in == m_in && *out == m_out ? BillFault::none : BillFault::sumDiffers;
}

FundVerdict readPacked(const std::string& packed)
{
    auto reader = FundBillReader{};
    auto lines = LineSplitter{reader};
    const auto result = inflateGzip(packed, [&lines](std::string_view piece) {
        lines.add(piece);
        return true;
    });
    lines.finish();
    if (result == InflateResult::damaged)
        return {.fault = BillFault::damagedFile};
    if (result == InflateResult::tooLarge)
        return {.fault = BillFault::tooLarge};
    return reader.finish();
}

FundVerdict readPlain(const std::string& text)
{
    auto reader = FundBillReader{};
    auto lines = LineSplitter{reader};
    lines.add(text);
    lines.finish();
    return reader.finish();
}

} // namespace

FundVerdict readFundBill(const BillFile& file)
{
    switch (file.form) {
    case BillFile::Form::empty:
        return {};
    case BillFile::Form::weChatText:
        return readPlain(file.bytes);
    case BillFile::Form::weChatGzip:
        return readPacked(file.bytes);
    case BillFile::Form::alipayZip:
        break; // Alipay's bill has no second book
    }
    return {.fault = BillFault::noHeader};
}

bool isFundBill(const BillFile& file)
{
    const auto fault = readFundBill(file).fault;
    return file.form != BillFile::Form::empty && fault != BillFault::noHeader &&
           fault != BillFault::damagedFile && fault != BillFault::tooLarge;
}

FundCheck checkFunds(const BillFile& trades, const BillFile& funds)
{
    return {.trades = readBill(trades, [](const BillLine&) {}), .funds = readFundBill(funds)};
}

} // namespace guitai
