#include "services/payments/bills/fund_bill.h"

#include "services/payments/bills/bill_import.h"
#include "tests/services/payments/payment_vectors.h"

#include <doctest/doctest.h>

namespace guitai::fund_bill_test
{

namespace
{

constexpr auto head =
    "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),"
    "账户结余(元),资金变更提交申请人,备注,业务凭证号\r\n";

std::string row(const std::string& kind, const std::string& direction, const std::string& yuan)
{
    return "`2026-01-15 10:00:00,`4200001,`4200002,`" + kind + ",`" + kind + ",`" + direction +
           ",`" + yuan + ",`1000.00,`system,`,`B07A1260115000123A1K\r\n";
}

std::string foot(int lines, const std::string& in, const std::string& out)
{
    return "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\r\n`" + std::to_string(lines) +
           ",`0,`" + in + ",`0,`" + out + "\r\n";
}

FundVerdict read(const std::string& text)
{
    return readFundBill(billFileFrom(text));
}

} // namespace

TEST_CASE("readFundBill")
{
    SUBCASE("sums what was taken and given back, with fees and withdrawals apart")
    {
        const auto verdict =
            read("\xEF\xBB\xBF" + std::string{head} + row("交易", "收入", "40.00") +
                 row("交易", "收入", "20.00") + row("退款", "支出", "40.00") +
                 row("扣除交易手续费", "支出", "0.36") + row("退还手续费", "收入", "0.12") +
                 row("提现", "支出", "500.00") + row("充值", "收入", "7.00") +
                 foot(7, "67.12", "540.36"));
        CHECK(verdict.fault == BillFault::none);
        CHECK(verdict.sums == FundSums{.lines = 7,
                                       .taken = Money::yuan(60),
                                       .givenBack = Money::yuan(40),
                                       .fees = Money::fen(24),
                                       .otherIn = Money::yuan(7),
                                       .otherOut = Money::yuan(500)});
    }
    SUBCASE("believes no file that its own summary does not fit, and names the line")
    {
        const auto good = std::string{head} + row("交易", "收入", "40.00");
        CHECK(read(good + foot(2, "40.00", "0.00")).fault == BillFault::countDiffers);
        CHECK(read(good + foot(1, "40.01", "0.00")).fault == BillFault::sumDiffers);
        CHECK(read(good + foot(1, "40.00", "0.01")).fault == BillFault::sumDiffers);
        CHECK(read(good).fault == BillFault::noSummary);
        CHECK(read(std::string{head} + row("交易", "平", "1.00") + foot(1, "1.00", "0.00")) ==
              FundVerdict{.fault = BillFault::unreadableLine, .line = 2});
        CHECK(read(std::string{head} + row("交易", "收入", "-1.00")).fault ==
              BillFault::unreadableLine);
        CHECK(read("a,b\r\n").fault == BillFault::noHeader);
        CHECK(read("记账时间,业务类型\r\n").fault == BillFault::columnMissing);
        CHECK(read("\x1F\x8B\x08").fault == BillFault::damagedFile);
        CHECK(read("PK\x03\x04").fault == BillFault::noHeader);
    }
    SUBCASE("takes an empty file for a day on which nothing moved")
    {
        CHECK(read("") == FundVerdict{});
    }
}

TEST_CASE("isFundBill")
{
    CHECK(isFundBill(billFileFrom(std::string{head} + foot(0, "0.00", "0.00"))));
    CHECK(isFundBill(billFileFrom(head))); // a damaged one is one all the same
    CHECK_FALSE(isFundBill(billFileFrom(paymentVectors()["wechat"]["bill"]["text"])));
    CHECK_FALSE(isFundBill(billFileFrom("")));
    CHECK_FALSE(isFundBill(billFileFrom("PK\x03\x04")));
}

TEST_CASE("checkFunds")
{
    const auto trades = billFileFrom(paymentVectors()["wechat"]["bill"]["text"]);
    const auto sums = readBill(trades, [](const BillLine&) {}).sums;
    REQUIRE(sums.paid > Money{});
    const auto funds = [&](Money taken, Money givenBack) {
        return billFileFrom(std::string{head} + row("交易", "收入", taken.text()) +
                            row("退款", "支出", givenBack.text()) +
                            row("扣除交易手续费", "支出", "0.24") +
                            foot(3, taken.text(), (givenBack + Money::fen(24)).text()));
    };
    CHECK(checkFunds(trades, funds(sums.paid, sums.refunded)).agrees());
    CHECK_FALSE(checkFunds(trades, funds(sums.paid + Money::fen(1), sums.refunded)).agrees());
    CHECK_FALSE(checkFunds(trades, funds(sums.paid, sums.refunded + Money::fen(1))).agrees());
    CHECK_FALSE(checkFunds(trades, billFileFrom("")).agrees());
    const auto wrong = checkFunds(trades, billFileFrom("no bill"));
    CHECK_FALSE(wrong.isReadable());
    CHECK_FALSE(wrong.agrees());
    CHECK(checkFunds(billFileFrom(""), billFileFrom("")).agrees());
}

} // namespace guitai::fund_bill_test
