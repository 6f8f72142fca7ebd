#include "services/payments/bills/bill.h"

#include "services/payments/alipay/bill_reader.h"
#include "services/payments/bills/inflate.h"
#include "services/payments/bills/line_splitter.h"
#include "services/payments/wechat/bill_reader.h"

namespace guitai
{

namespace
{

constexpr std::size_t peekedBytes = std::size_t{16} << 10U;

BillVerdict verdictOf(InflateResult result, BillVerdict read)
{
    if (result == InflateResult::damaged)
        return {.fault = BillFault::damagedFile};
    if (result == InflateResult::tooLarge)
        return {.fault = BillFault::tooLarge};
    return read;
}

BillVerdict readWeChat(const BillFile& file, const BillLineSink& sink)
{
    auto reader = WeChatBillReader{sink};
    auto lines = LineSplitter{reader};
    auto result = InflateResult::whole;
    if (file.form == BillFile::Form::weChatGzip)
        result = inflateGzip(file.bytes, [&lines](std::string_view piece) {
            lines.add(piece);
            return true;
        });
    else
        lines.add(file.bytes);
    lines.finish();
    return verdictOf(result, reader.finish());
}

/// The archive's members have names in GBK; the list of trades is known by its content.
bool isTradeList(const ZipMember& member)
{
    auto start = std::string{};
    inflateMember(member, [&start](std::string_view piece) {
        start += piece.substr(0, peekedBytes - std::min(start.size(), peekedBytes));
        return start.size() < peekedBytes;
    });
    return AlipayBillReader::begins(start);
}

BillVerdict readAlipay(const BillFile& file, const BillLineSink& sink)
{
    const auto members = zipMembers(file.bytes);
    if (!members)
        return {.fault = BillFault::damagedFile};
    for (const auto& member : *members) {
        if (!isTradeList(member))
            continue;
        auto reader = AlipayBillReader{sink};
        auto lines = LineSplitter{reader};
        const auto result = inflateMember(member, [&lines](std::string_view piece) {
            lines.add(piece);
            return true;
        });
        lines.finish();
        return verdictOf(result, reader.finish());
    }
    return {.fault = BillFault::noHeader};
}

} // namespace

std::string_view nameOf(BillFault fault)
{
    switch (fault) {
    case BillFault::none:
        return "none";
    case BillFault::damagedFile:
        return "damagedFile";
    case BillFault::tooLarge:
        return "tooLarge";
    case BillFault::noHeader:
        return "noHeader";
    case BillFault::columnMissing:
        return "columnMissing";
    case BillFault::unreadableLine:
        return "unreadableLine";
    case BillFault::noSummary:
        return "noSummary";
    case BillFault::countDiffers:
        return "countDiffers";
    case BillFault::sumDiffers:
        return "sumDiffers";
    }
    return "unknown";
}

BillVerdict readBill(const BillFile& file, const BillLineSink& sink)
{
    switch (file.form) {
    case BillFile::Form::empty:
        return {};
    case BillFile::Form::weChatText:
    case BillFile::Form::weChatGzip:
        return readWeChat(file, sink);
    case BillFile::Form::alipayZip:
        return readAlipay(file, sink);
    }
    return {.fault = BillFault::noHeader};
}

} // namespace guitai
