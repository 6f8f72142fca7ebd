#include "services/payments/alipay/alipay_gateway.h"
#include "services/payments/bills/bill.h"
#include "services/payments/bills/gb18030.h"
#include "services/payments/wechat/wechat_gateway.h"
#include "tests/bench/payments/large_bill.h"
#include "tests/bench/store/figures.h"
#include "tests/services/payments/payment_vectors.h"
#include "tests/services/payments/scripted_provider.h"

#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace guitai;

namespace
{

constexpr auto billRows = 100000;
const auto order = OrderRef{"B07A1260115000123A1K", Money::yuan(20)};

template <class Work>
double medianMilliseconds(int rounds, Work work)
{
    auto times = std::vector<double>{};
    for (auto i = 0; i < rounds; ++i)
        times.push_back(bench::milliseconds(work));
    return bench::median(times);
}

/// Everything that a query costs us, the network apart: build, sign, verify, read, compare.
template <class Gateway>
void measureExchange(const char* name,
                     Gateway& gateway,
                     ScriptedProvider& desk,
                     const HttpResponse& answer)
{
    const auto time = medianMilliseconds(301, [&] {
        desk.http.expect(answer);
        if (!gateway.query(order).ok())
            std::abort();
        desk.http.sent.clear();
    });
    std::printf("%-34s median %.2f ms\n", name, time);
}

std::string gzip(const std::string& text)
{
    auto stream = z_stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    auto packed = std::string(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string alipayBill()
{
    const auto text = paymentVectors()["alipay"]["bill"]["csv_text"].get<std::string>();
    const auto header = text.find("支付宝交易号");
    const auto first = text.find("\r\n", header) + 2;
    const auto row = text.substr(first, text.find("\r\n", first) + 2 - first);
    const auto at = row.find("000123A1K");
    auto bill = text.substr(0, first);
    for (auto i = 0; i < billRows; ++i)
        bill += row.substr(0, at) + bench::sixDigits(i) + row.substr(at + 6);
    bill += "#----\r\n#交易合计：100000笔，商家实收共2000000.00元，商家优惠共0.00元\r\n"
            "#退款合计：0笔，商家实收退款共0.00元，商家优惠退款共0.00元\r\n";
    return Gb18030{}.fromUtf8(bill).value();
}

void appendNumber(std::string& bytes, std::uint64_t value, int count)
{
    for (auto i = 0; i < count; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xffU);
}

/// A ZIP archive with one stored member.
std::string zip(const std::string& content)
{
    const auto sum =
        crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
    auto common = std::string{};
    appendNumber(common, 20, 2);
    appendNumber(common, 0, 8); // flags, stored, time, date
    appendNumber(common, sum, 4);
    appendNumber(common, content.size(), 4);
    appendNumber(common, content.size(), 4);
    appendNumber(common, 1, 2);
    appendNumber(common, 0, 2);
    auto archive = "PK\x03\x04" + common + "a" + content;
    const auto directory = archive.size();
    archive +=
        std::string{"PK\x01\x02"} + std::string(2, '\0') + common + std::string(14, '\0') + "a";
    const auto size = archive.size() - directory;
    archive += std::string{"PK\x05\x06"} + std::string(4, '\0');
    appendNumber(archive, 1, 2);
    appendNumber(archive, 1, 2);
    appendNumber(archive, size, 4);
    appendNumber(archive, directory, 4);
    return archive + std::string(2, '\0');
}

void measureBill(const char* name, const BillFile& file)
{
    const auto before = bench::peakMegabytes();
    auto verdict = BillVerdict{};
    const auto time =
        medianMilliseconds(5, [&] { verdict = readBill(file, [](const BillLine&) {}); });
    std::printf("%-34s median %.0f ms, %lld rows, %s, %zu MB file, peak %ld MB (+%ld)\n",
                name,
                time,
                static_cast<long long>(verdict.sums.payments),
                std::string{nameOf(verdict.fault)}.c_str(),
                file.bytes.size() >> 20U,
                bench::peakMegabytes(),
                bench::peakMegabytes() - before);
}

} // namespace

int main()
{
    auto desk = ScriptedProvider{};
    auto weChat = WeChatGateway{desk.parts(), vectorWeChat()};
    auto alipay = AlipayGateway{desk.parts(), vectorAlipay()};
    measureExchange("WeChat Pay query, signed, verified",
                    weChat,
                    desk,
                    desk.weChat(200, paymentVectors()["wechat"]["responses"][1]["body"]));
    measureExchange("Alipay query, signed, verified",
                    alipay,
                    desk,
                    desk.alipay("alipay.trade.query",
                                paymentVectors()["alipay"]["responses"][0]["signed_substring"]));

    auto file = BillFile{BillFile::Form::weChatGzip, gzip(bench::weChatBill(billRows))};
    measureBill("WeChat Pay bill, gzip", file);
    file = {BillFile::Form::weChatText, bench::weChatBill(billRows)};
    measureBill("WeChat Pay bill, plain", file);
    file = {BillFile::Form::alipayZip, zip(alipayBill())};
    measureBill("Alipay bill, ZIP", file);
}
