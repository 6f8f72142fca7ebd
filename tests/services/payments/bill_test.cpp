#include "services/payments/bills/bill.h"

#include "services/payments/alipay/bill_reader.h"
#include "services/payments/bills/gb18030.h"
#include "services/payments/bills/inflate.h"
#include "services/payments/bills/line_splitter.h"
#include "tests/services/payments/payment_vectors.h"

#include <doctest/doctest.h>

namespace guitai::bill_test
{

namespace
{

std::string replacedOnce(std::string text, const std::string& from, const std::string& to)
{
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string weChatText()
{
    return paymentVectors()["wechat"]["bill"]["text"];
}

BillVerdict weChat(const std::string& text)
{
    return readBill({BillFile::Form::weChatText, text}, [](const BillLine&) {});
}

std::string alipayText()
{
    return paymentVectors()["alipay"]["bill"]["csv_text"];
}

/// Through the reader itself: a made-up ZIP would only test the test.
BillVerdict alipayBytes(const std::string& gbk, std::vector<BillLine>* lines = nullptr)
{
    const auto sink = BillLineSink{[lines](const BillLine& line) {
        if (lines != nullptr)
            lines->push_back(line);
    }};
    auto reader = AlipayBillReader{sink};
    auto splitter = LineSplitter{reader};
    for (std::size_t at = 0; at < gbk.size(); at += 7) // pieces cut anywhere, also in characters
        splitter.add(std::string_view{gbk}.substr(at, 7));
    splitter.finish();
    return reader.finish();
}

BillVerdict alipay(const std::string& text)
{
    return alipayBytes(Gb18030{}.fromUtf8(text).value());
}

} // namespace

TEST_CASE("a WeChat Pay bill is accepted only when its own summary agrees")
{
    const auto text = weChatText();
    CHECK(weChat(text).fault == BillFault::none);
    CHECK(weChat(text).sums == BillSums{2, 1, Money::yuan(60), Money::yuan(20)});

    SUBCASE("tolerated: a mark at the start, other line ends")
    {
        CHECK(weChat("\xEF\xBB\xBF" + text).fault == BillFault::none);
        auto unixText = text;
        std::erase(unixText, '\r');
        CHECK(weChat(unixText).fault == BillFault::none);
    }
    SUBCASE("a row is missing, added or altered")
    {
        const auto rowStart = text.find("`2026-01-15 09:45:10");
        const auto rowEnd = text.find("`2026-01-15 10:02:55");
        const auto row = text.substr(rowStart, rowEnd - rowStart);
        CHECK(weChat(replacedOnce(text, row, "")).fault == BillFault::countDiffers);
        CHECK(weChat(replacedOnce(text, row, row + row)).fault == BillFault::countDiffers);
        CHECK(weChat(replacedOnce(text, "`40.00,`0.00,`\r", "`41.00,`0.00,`\r")).fault ==
              BillFault::sumDiffers);
        CHECK(weChat(replacedOnce(text, "`-0.12000", "`-0.12001")).fault == BillFault::sumDiffers);
        CHECK(weChat(replacedOnce(text, "`3,`60.00", "`3,`60.00,`1")).fault ==
              BillFault::unreadableLine);
    }
    SUBCASE("a line that cannot be read is told by its number")
    {
        for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
                 {"`40.00,`0.00,`\r", "`4O.00,`0.00,`\r"},
                 {"`40.00,`0.00,`\r", "`-40.00,`0.00,`\r"},
                 {"`MICROPAY,`SUCCESS", "`MICROPAY,`NEW"},
                 {"09:45:10", "09:61:10"},
                 {"`B07A1260115000124A1M", "`"},
                 {"`MICROPAY", "`MICRO,`PAY"}}) {
            const auto verdict = weChat(replacedOnce(text, from, to));
            CHECK(verdict.fault == BillFault::unreadableLine);
            CHECK(verdict.line == 3);
        }
    }
    SUBCASE("cut off, or something else")
    {
        CHECK(weChat(text.substr(0, text.find("总交易单数"))).fault == BillFault::noSummary);
        CHECK(weChat(text.substr(0, text.find("`3,`60.00"))).fault == BillFault::noSummary);
        CHECK(weChat("").fault == BillFault::noHeader);
        CHECK(weChat("<html>").fault == BillFault::noHeader);
        CHECK(weChat(replacedOnce(text, "订单金额,申请", "金额,申请")).fault ==
              BillFault::columnMissing);
    }
    SUBCASE("columns are found by name: one more is no trouble")
    {
        auto more = replacedOnce(text, ",费率备注", ",费率备注,新列");
        for (std::size_t at = 0; (at = more.find("\r\n`2026", at)) != std::string::npos; at += 2) {
            const auto end = more.find("\r\n", at + 2);
            more.insert(end, ",`x");
        }
        CHECK(weChat(more).fault == BillFault::none);
    }
    SUBCASE("a damaged title does not hide the line")
    {
        const auto verdict = weChat(replacedOnce(text, "居民身份证工本费(换领)", "\xE5\xB1"));
        CHECK(verdict.fault == BillFault::none);
        CHECK(verdict.damagedTexts == 1);
    }
}

TEST_CASE("a packed bill must unpack whole")
{
    auto packed =
        decodeBase64(paymentVectors()["wechat"]["bill"]["gzip_b64"].get<std::string>()).value();
    const auto read = [](const std::string& bytes) {
        return readBill({BillFile::Form::weChatGzip, bytes}, [](const BillLine&) {}).fault;
    };
    CHECK(read(packed) == BillFault::none);
    CHECK(read(packed.substr(0, packed.size() - 4)) == BillFault::damagedFile);
    CHECK(read(packed + "x") == BillFault::damagedFile);
    packed[packed.size() / 2] ^= 1;
    CHECK(read(packed) == BillFault::damagedFile);
    CHECK(read("") == BillFault::damagedFile);
}

TEST_CASE("an Alipay archive must be whole, and any damage is survived")
{
    const auto zip =
        decodeBase64(paymentVectors()["alipay"]["bill"]["zip_b64"].get<std::string>()).value();
    const auto read = [](const std::string& bytes) {
        return readBill({BillFile::Form::alipayZip, bytes}, [](const BillLine&) {}).fault;
    };
    CHECK(read(zip) == BillFault::none);
    for (std::size_t length = 0; length < zip.size(); ++length)
        CHECK(read(zip.substr(0, length)) != BillFault::none);
    auto accepted = 0;
    for (std::size_t at = 0; at < zip.size(); ++at) {
        auto damaged = zip;
        damaged[at] ^= 0x40;
        accepted += read(damaged) == BillFault::none ? 1 : 0;
    }
    // dates, attributes and the name twice: bytes that say nothing about the content
    CHECK(accepted < 100);
}

TEST_CASE("an Alipay bill is accepted only when its own summary agrees")
{
    const auto text = alipayText();
    CHECK(alipay(text).fault == BillFault::none);
    CHECK(alipay(text).sums == BillSums{1, 1, Money::yuan(20), Money::yuan(20)});

    SUBCASE("fees are what the provider charges, refunds are above 0")
    {
        auto lines = std::vector<BillLine>{};
        alipayBytes(Gb18030{}.fromUtf8(text).value(), &lines);
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].feeMilliFen == 12000);
        CHECK(lines[1].feeMilliFen == -12000);
        CHECK(lines[1].kind == BillLine::Kind::refund);
        CHECK(lines[1].amount == Money::yuan(20));
        CHECK(lines[0].providerNumber == "2026011522001400000000000001");
        CHECK(lines[0].title == "居民身份证工本费(换领)");
    }
    SUBCASE("a count or a sum that differs")
    {
        CHECK(alipay(replacedOnce(text, "交易合计：1笔", "交易合计：2笔")).fault ==
              BillFault::countDiffers);
        CHECK(alipay(replacedOnce(text, "商家实收共20.00", "商家实收共20.01")).fault ==
              BillFault::sumDiffers);
        CHECK(alipay(replacedOnce(text, ",20.00,20.00,", ",40.00,40.00,")).fault ==
              BillFault::sumDiffers);
        CHECK(alipay(replacedOnce(text, "退款共-20.00", "退款共20.00")).fault == BillFault::none);
    }
    SUBCASE("a comma in the title moves no column")
    {
        const auto comma = replacedOnce(text, "居民身份证工本费(换领)", "工本费,换领,一");
        auto lines = std::vector<BillLine>{};
        CHECK(alipayBytes(Gb18030{}.fromUtf8(comma).value(), &lines).fault == BillFault::none);
        CHECK(lines.at(0).title == "工本费,换领,一");
    }
    SUBCASE("damaged characters: the line stays, and says so")
    {
        auto bytes = Gb18030{}.fromUtf8(text).value();
        const auto title = Gb18030{}.fromUtf8("居民身份证工本费(换领)").value();
        bytes = replacedOnce(bytes, title, "\xFF\xFF");
        auto lines = std::vector<BillLine>{};
        const auto verdict = alipayBytes(bytes, &lines);
        CHECK(verdict.fault == BillFault::none);
        CHECK(verdict.damagedTexts == 1);
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].title == "\uFFFD");
    }
    SUBCASE("a kind that nobody knows, an amount that is none")
    {
        CHECK(alipay(replacedOnce(text, ",交易,", ",其他,")).fault == BillFault::unreadableLine);
        CHECK(alipay(replacedOnce(text, ",20.00,20.00,", ",x,20.00,")).line == 6);
    }
    SUBCASE("cut off")
    {
        CHECK(alipay(text.substr(0, text.find("#退款合计"))).fault == BillFault::noSummary);
        CHECK(alipay(text.substr(0, text.find("支付宝交易号"))).fault == BillFault::noHeader);
    }
}

TEST_CASE("an empty day is a good bill without lines")
{
    CHECK(readBill({}, [](const BillLine&) { FAIL("a line of nothing"); }) == BillVerdict{});
}

} // namespace guitai::bill_test
