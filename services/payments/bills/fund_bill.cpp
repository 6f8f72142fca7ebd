#include "services/payments/bills/fund_bill.h"

#include "services/payments/bills/columns.h"
#include "services/payments/bills/inflate.h"
#include "services/payments/bills/line_splitter.h"
#include "services/payments/yuan_text.h"

namespace guitai
{

namespace
{

/// UTF-8, a backtick before each value, amounts in yuan, as the trade bill.
class FundBillReader
{
public:
    void line(std::string_view text);
    FundVerdict finish();

private:
    enum class Part { header, rows, summary, end };
    void readHeader(std::string_view text);
    void readRow(std::string_view text);
    void readSummary(std::string_view text);
    void add(std::string_view kind, bool arrives, std::int64_t fen);
    void fail(BillFault fault);

    Part m_part = Part::header;
    FundVerdict m_verdict;
    std::size_t m_lineNumber = 0;
    std::size_t m_columnCount = 0;
    std::size_t m_kind = 0;
    std::size_t m_direction = 0;
    std::size_t m_amount = 0;
    BillColumns m_summaryColumns;
    std::vector<std::string_view> m_fields;
    std::int64_t m_in = 0; ///< fen
    std::int64_t m_out = 0;
};

void FundBillReader::fail(BillFault fault)
{
    if (m_verdict.fault != BillFault::none)
        return;
    m_verdict.fault = fault;
    m_verdict.line = m_lineNumber;
    m_part = Part::end;
}

void FundBillReader::line(std::string_view text)
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
        if (!m_summaryColumns.find("资金流水总笔数"))
            fail(BillFault::unreadableLine);
        return;
    case Part::summary:
        return readSummary(text);
    case Part::end:
        return;
    }
}

void FundBillReader::readHeader(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const auto columns = columnsFrom(text);
    if (!columns.find("记账时间"))
        return fail(BillFault::noHeader);
    const auto kind = columns.find("业务类型");
    const auto direction = columns.find("收支类型");
    const auto amount = columns.find("收支金额(元)");
    if (!kind || !direction || !amount)
        return fail(BillFault::columnMissing);
    m_kind = *kind;
    m_direction = *direction;
    m_amount = *amount;
    m_columnCount = columns.size();
    m_part = Part::rows;
}

void FundBillReader::readRow(std::string_view text)
{
    splitAt(text.substr(1), ",`", m_fields);
    if (m_fields.size() != m_columnCount)
        return fail(BillFault::unreadableLine);
    const auto fen = decimalFrom(m_fields[m_amount], 2);
    const auto direction = m_fields[m_direction];
    const auto arrives = direction == "收入";
    if (!fen || *fen < 0 || (!arrives && direction != "支出"))
        return fail(BillFault::unreadableLine);
    ++m_verdict.sums.lines;
    (arrives ? m_in : m_out) += *fen;
    add(m_fields[m_kind], arrives, *fen);
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

void FundBillReader::readSummary(std::string_view text)
{
    m_part = Part::end;
    if (text.front() == '`')
        text.remove_prefix(1);
    splitAt(text, ",`", m_fields);
    const auto value = [this](std::string_view name, unsigned places) {
        const auto at = m_summaryColumns.find(name);
        return at && *at < m_fields.size() ? decimalFrom(m_fields[*at], places) : std::nullopt;
    };
    const auto lines = value("资金流水总笔数", 0);
    const auto in = value("收入金额", 2);
    const auto out = value("支出金额", 2);
    if (!lines || !in || !out || m_fields.size() != m_summaryColumns.size())
        return fail(BillFault::unreadableLine);
    if (*lines != m_verdict.sums.lines)
        return fail(BillFault::countDiffers);
    if (*in != m_in || *out != m_out)
        return fail(BillFault::sumDiffers);
}

FundVerdict FundBillReader::finish()
{
    if (m_part == Part::header)
        fail(BillFault::noHeader);
    else if (m_part == Part::rows || m_part == Part::summary)
        fail(BillFault::noSummary);
    return m_verdict;
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
