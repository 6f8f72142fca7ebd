#include "services/payments/reconciliation.h"

#include "services/payments/order_number.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace guitai::reconciliation_test
{

using Class = DifferenceClass;
using Kind = BillLine::Kind;

namespace
{

constexpr auto day = std::chrono::year{2026} / std::chrono::November / 23;

/// Station time on the day of the bill, or `days` off.
Instant at(int hour, int minute, int days = 0)
{
    return StationTime{}.startOf(day) + std::chrono::days{days} + std::chrono::hours{hour} +
           std::chrono::minutes{minute};
}

/// A day on which order A1, A2, … of 20 yuan were paid here and there.
class Day
{
public:
    explicit Day(int matching = 3)
    {
        input.day = day;
        input.prefix = "B07";
        for (int i = 1; i <= matching; ++i) {
            input.records.push_back(record(order(i)));
            input.bill.push_back(line(order(i)));
        }
    }

    static std::string order(int i) { return "B07A126112300000" + std::to_string(i) + "A1K"; }
    static LocalTrade record(const std::string& number)
    {
        auto trade = LocalTrade{};
        trade.orderNumber = number;
        trade.chargeId = "charge of " + number;
        trade.amount = Money::yuan(20);
        trade.done = true;
        trade.at = at(10, 0);
        return trade;
    }
    BillLine line(const std::string& number)
    {
        auto row = BillLine{};
        row.orderNumber = number;
        row.providerNumber = "420000" + number;
        row.amount = Money::yuan(20);
        row.at = at(10, 0);
        row.line = ++m_lines;
        return row;
    }
    static LocalTrade refund(const std::string& number)
    {
        auto trade = record(number);
        trade.kind = Kind::refund;
        trade.refundNumber = number + "R01";
        return trade;
    }
    BillLine refundLine(const std::string& number)
    {
        auto row = line(number);
        row.kind = Kind::refund;
        row.refundNumber = number + "R01";
        return row;
    }

    /// The only difference, on a balanced sheet.
    Difference only()
    {
        const auto sheet = reconcile(input);
        CHECK(sheet.isBalanced());
        REQUIRE(sheet.differences.size() == 1);
        return sheet.differences.front();
    }

    ReconciliationInput input;

private:
    std::size_t m_lines = 1;
};

} // namespace

TEST_CASE("reconcile")
{
    auto test = Day{};
    auto& input = test.input;
    const auto extra = Day::order(9);

    SUBCASE("matches equal days and lists nothing")
    {
        input.records.push_back(Day::refund(Day::order(1)));
        input.bill.push_back(test.refundLine(Day::order(1)));
        const auto sheet = reconcile(input);
        CHECK(sheet.matched == 4);
        CHECK(sheet.differences.empty());
        CHECK(sheet.localPaid == Money::yuan(60));
        CHECK(sheet.billRefunded == Money::yuan(20));
        CHECK(sheet.isBalanced());
    }
    SUBCASE("billOnly: paid there, not here")
    {
        input.bill.push_back(test.line(extra));
        auto open = Day::record(extra);
        open.done = false;
        open.at.reset();
        input.records.push_back(open);
        const auto difference = test.only();
        CHECK(difference.kind == Class::billOnly);
        CHECK_FALSE(difference.local);
        CHECK(difference.bill == Money::yuan(20));
        CHECK(difference.isOpen());
    }
    SUBCASE("billOnlyUnknown: an order that this window never made")
    {
        input.bill.push_back(test.line(extra));
        CHECK(test.only().kind == Class::billOnlyUnknown);
    }
    SUBCASE("localOnly: paid here, missing there")
    {
        input.records.push_back(Day::record(extra));
        const auto difference = test.only();
        CHECK(difference.kind == Class::localOnly);
        CHECK(difference.localEffect == Money::yuan(20));
    }
    SUBCASE("amount: the sums differ")
    {
        input.bill.back().amount = Money::yuan(40);
        const auto difference = test.only();
        CHECK(difference.kind == Class::amount);
        CHECK(difference.local == Money::yuan(20));
        CHECK(difference.bill == Money::yuan(40));
    }
    SUBCASE("status: a refund done on one side only")
    {
        input.records.push_back(Day::refund(Day::order(1)));
        CHECK(test.only().kind == Class::status);
        input.records.back().done = false;
        input.records.back().at.reset();
        CHECK(reconcile(input).differences.empty()); // not done anywhere
        input.bill.push_back(test.refundLine(Day::order(1)));
        CHECK(test.only().kind == Class::status);
    }
    SUBCASE("refundBillOnly: a refund made elsewhere, or a reversal")
    {
        input.bill.push_back(test.refundLine(Day::order(1)));
        CHECK(test.only().kind == Class::refundBillOnly);
        input.bill.back().kind = Kind::reversed;
        input.bill.back().refundNumber.clear();
        CHECK(test.only().kind == Class::refundBillOnly);
    }
    SUBCASE("what was reversed matches by its order, whatever number the provider gave it")
    {
        auto given = Day::refund(Day::order(1));
        given.kind = Kind::reversed;
        given.refundNumber.clear();
        input.records.push_back(given);
        CHECK(test.only().kind == Class::status); // not in the bill
        input.bill.push_back(test.refundLine(Day::order(1)));
        input.bill.back().kind = Kind::reversed;
        CHECK(reconcile(input).differences.empty());
        input.bill.back().refundNumber = "5030000000002026";
        CHECK(reconcile(input).differences.empty());
        input.bill.back().kind = Kind::refund; // as Alipay writes it
        CHECK(reconcile(input).differences.empty());
        CHECK(reconcile(input).isBalanced());
        input.bill.push_back(input.bill.back());
        CHECK(test.only().kind == Class::refundBillOnly); // once
    }
    SUBCASE("duplicate: two payments of one charge, the earlier one stands")
    {
        input.bill.push_back(test.line(extra));
        input.records.push_back(Day::record(extra));
        input.records.back().chargeId = input.records.front().chargeId;
        input.records.back().at = at(10, 5);
        auto difference = test.only();
        CHECK(difference.kind == Class::duplicate);
        CHECK(difference.orderNumber == extra);
        input.records.back().done = false; // the second one is not known as paid here
        input.records.back().at.reset();
        CHECK(test.only().kind == Class::duplicate);
    }
    SUBCASE("duplicate: the bill lists one order twice, a record matches once")
    {
        input.bill.push_back(test.line(Day::order(1)));
        CHECK(test.only().kind == Class::duplicate);
    }
    SUBCASE("crossDay: here yesterday, in today's bill")
    {
        input.bill.push_back(test.line(extra));
        input.records.push_back(Day::record(extra));
        input.records.back().at = at(23, 59, -1);
        const auto difference = test.only();
        CHECK(difference.kind == Class::crossDay);
        CHECK_FALSE(difference.isOpen());
        CHECK(difference.localEffect == Money{});
    }
    SUBCASE("crossDay: here today, in tomorrow's bill")
    {
        input.records.push_back(Day::record(extra));
        input.records.back().at = at(23, 59);
        CHECK(test.only().kind == Class::localOnly); // tomorrow's bill is not there yet
        input.nextBill.push_back(test.line(extra));
        CHECK(test.only().kind == Class::crossDay);
        input.nextBill.back().amount = Money::yuan(40);
        CHECK(test.only().kind == Class::localOnly);
    }
    SUBCASE("fee: not as agreed, within a fen")
    {
        for (auto& line : input.bill)
            line.feeMilliFen = 12'000;               // 0.6 % of 20 yuan
        CHECK(reconcile(input).differences.empty()); // nothing was agreed
        input.feePerMillion = 6000;
        CHECK(reconcile(input).differences.empty());
        input.bill.back().feeMilliFen = 13'000;
        CHECK(reconcile(input).differences.empty());
        input.bill.back().feeMilliFen = 13'001;
        CHECK(test.only().kind == Class::fee);
    }
    SUBCASE("caseUnpaid: the clerk made the case exempt or void after the citizen paid")
    {
        input.bill.push_back(test.line(extra));
        input.records.push_back(Day::record(extra));
        input.records.back().done = false;
        input.records.back().at.reset();
        input.records.back().chargeDropped = true;
        CHECK(test.only().kind == Class::caseUnpaid);
    }
    SUBCASE("counts lines of other stations and leaves them alone")
    {
        input.bill.push_back(test.line("C09A1261123000001A1K"));
        const auto sheet = reconcile(input);
        CHECK(sheet.foreign == 1);
        CHECK(sheet.lines == 3);
        CHECK(sheet.billPaid == Money::yuan(60));
        CHECK(sheet.differences.empty());
    }
    SUBCASE("tells window 3 from window 36 of the same station")
    {
        const auto numberOf = [](const std::string& device) {
            return orderNumber({.station = "B07",
                                .device = device,
                                .epoch = '1',
                                .day = day,
                                .counter = 7,
                                .attempt = 1});
        };
        input.records.clear();
        input.bill.clear();
        input.bill.push_back(test.line(numberOf("3")));
        input.bill.push_back(test.line(numberOf("36")));
        input.prefix = "B073";
        CHECK(reconcile(input).lines == 1);
        CHECK(reconcile(input).foreign == 1);
        input.prefix = "B0736";
        CHECK(reconcile(input).foreign == 1);
        CHECK(reconcile(input).differences.front().orderNumber == numberOf("36"));
        input.prefix = "B07"; // the whole station's
        CHECK(reconcile(input).foreign == 0);
    }
    SUBCASE("an empty bill only matches a day without payments")
    {
        input.bill.clear();
        const auto sheet = reconcile(input);
        CHECK(sheet.differences.size() == 3);
        CHECK(sheet.isBalanced());
        input.records.clear();
        CHECK(reconcile(input).differences.empty());
    }
    SUBCASE("gives the same sheet whatever the order of lines and records")
    {
        input.bill.push_back(test.line(extra));
        input.records.push_back(Day::record(Day::order(8)));
        input.bill.push_back(test.refundLine(Day::order(2)));
        const auto sheet = reconcile(input);
        std::ranges::reverse(input.bill);
        std::ranges::reverse(input.records);
        CHECK(reconcile(input) == sheet);
        CHECK(sheet.differences.size() == 3);
    }
}

TEST_CASE("names of the classes of difference")
{
    for (int i = 0; i <= static_cast<int>(Class::caseUnpaid); ++i) {
        const auto kind = static_cast<Class>(i);
        CHECK(differenceClassFrom(nameOf(kind)) == kind);
    }
    CHECK_FALSE(differenceClassFrom("other"));
}

TEST_CASE("csvOf a sheet")
{
    auto sheet = Reconciliation{};
    sheet.day = day;
    auto difference = Difference{};
    difference.id = "billOnly/x";
    difference.kind = Class::billOnly;
    difference.orderNumber = "=HYPERLINK(\"http://x\",\"y\")";
    difference.providerNumber = "-1+2";
    difference.chargeId = "@a,b\r\nc";
    difference.bill = Money::fen(-2050);
    difference.line = 7;
    sheet.differences = {difference};
    CHECK(csvOf(sheet) ==
          "\xEF\xBB\xBF"
          "id,day,class,trade,order,refund,provider,charge,ours,bill,line\r\n"
          "\"billOnly/x\",2026-11-23,billOnly,pay,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",\"\","
          "\"'-1+2\",\"'@a,b\r\nc\",,-20.50,7\r\n");
}

} // namespace guitai::reconciliation_test
