// A program of its own, so that the peak of its memory is that of the comparison.
#include "services/payments/bills/bill.h"
#include "services/payments/reconciliation.h"
#include "tests/bench/payments/large_bill.h"
#include "tests/bench/store/figures.h"

#include <cstdio>

using namespace guitai;

namespace
{

constexpr auto rows = 100'000;
constexpr auto rounds = 5;
constexpr auto day = std::chrono::year{2026} / std::chrono::January / 15;

/// Our records of the same payments; every thousandth differs in one of three ways.
std::vector<LocalTrade> records()
{
    auto trades = std::vector<LocalTrade>{};
    for (auto i = 0; i < rows; ++i) {
        auto trade = LocalTrade{};
        trade.orderNumber = "B07A1260115" + bench::sixDigits(i) + "A1K";
        trade.chargeId = "1101085202026011502" + bench::sixDigits(i) + "-1";
        trade.amount = i % 3000 == 0 ? Money::yuan(40) : Money::yuan(20);
        trade.done = i % 3000 != 1000;
        if (trade.done)
            trade.at = StationTime{}.startOf(day) + std::chrono::hours{10};
        if (i % 3000 != 2000)
            trades.push_back(std::move(trade));
    }
    return trades;
}

} // namespace

int main()
{
    const auto file = BillFile{BillFile::Form::weChatText, bench::weChatBill(rows)};
    auto input = ReconciliationInput{};
    input.day = day;
    input.prefix = "B07";
    input.records = records();
    auto sheet = Reconciliation{};
    auto reading = std::vector<double>{};
    auto whole = std::vector<double>{};
    for (auto i = 0; i < rounds; ++i) {
        reading.push_back(
            bench::milliseconds([&] { (void)readBill(file, [](const BillLine&) {}); }));
        whole.push_back(bench::milliseconds([&] {
            input.bill.clear();
            (void)readBill(file, [&](const BillLine& line) { input.bill.push_back(line); });
            sheet = reconcile(input);
        }));
    }
    std::printf(
        "reconciliation of %d rows           median %.0f ms, %zu differences, peak %ld MB\n",
        rows,
        bench::median(whole),
        sheet.differences.size(),
        bench::peakMegabytes());
    std::printf("  reading the same bill alone       median %.0f ms\n", bench::median(reading));
}
