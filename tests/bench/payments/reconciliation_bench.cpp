// A program of its own, so that the peak of its memory is that of the comparison.
#include "services/payments/bills/bill.h"
#include "services/payments/reconciliation.h"
#include "tests/bench/store/figures.h"
#include "tests/services/payments/payment_vectors.h"

#include <sys/resource.h>

#include <cstdio>

using namespace guitai;

namespace
{

constexpr auto rows = 100'000;
constexpr auto rounds = 5;
constexpr auto day = std::chrono::year{2026} / std::chrono::January / 15;

std::string number(int row)
{
    auto text = std::to_string(row);
    return std::string(6 - text.size(), '0') + text;
}

/// The vectors' first row, again and again under other numbers.
std::string bill()
{
    const auto text = paymentVectors()["wechat"]["bill"]["text"].get<std::string>();
    const auto headerEnd = text.find('\n') + 1;
    const auto row = text.substr(headerEnd, text.find('\n', headerEnd) + 1 - headerEnd);
    const auto at = row.find("000123A1K");
    const auto summary = text.find("总交易单数");
    const auto values = text.find("\r\n", summary) + 2;
    auto whole = text.substr(0, headerEnd);
    for (auto i = 0; i < rows; ++i)
        whole += row.substr(0, at) + number(i) + row.substr(at + 6);
    return whole + text.substr(summary, values - summary) +
           "`100000,`2000000.00,`0.00,`0.00,`12000.00000,`2000000.00,`0.00\r\n";
}

/// Our records of the same payments; every thousandth differs in one of three ways.
std::vector<LocalTrade> records()
{
    auto trades = std::vector<LocalTrade>{};
    for (auto i = 0; i < rows; ++i) {
        auto trade = LocalTrade{};
        trade.orderNumber = "B07A1260115" + number(i) + "A1K";
        trade.chargeId = "1101085202026011502" + number(i) + "-1";
        trade.amount = i % 3000 == 0 ? Money::yuan(40) : Money::yuan(20);
        trade.done = i % 3000 != 1000;
        if (trade.done)
            trade.at = StationTime{}.startOf(day) + std::chrono::hours{10};
        if (i % 3000 != 2000)
            trades.push_back(std::move(trade));
    }
    return trades;
}

long peakMegabytes()
{
    auto usage = rusage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

} // namespace

int main()
{
    const auto file = BillFile{BillFile::Form::weChatText, bill()};
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
        peakMegabytes());
    std::printf("  reading the same bill alone       median %.0f ms\n", bench::median(reading));
}
