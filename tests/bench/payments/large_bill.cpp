#include "tests/bench/payments/large_bill.h"

#include "services/money.h"
#include "tests/services/payments/payment_vectors.h"

namespace guitai::bench
{

std::string sixDigits(int row)
{
    auto text = std::to_string(row);
    return std::string(6 - text.size(), '0') + text;
}

std::string weChatBill(int rows)
{
    const auto text = paymentVectors()["wechat"]["bill"]["text"].get<std::string>();
    const auto headerEnd = text.find('\n') + 1;
    const auto row = text.substr(headerEnd, text.find('\n', headerEnd) + 1 - headerEnd);
    const auto at = row.find("000123A1K");
    const auto summary = text.find("总交易单数");
    const auto values = text.find("\r\n", summary) + 2;
    auto whole = text.substr(0, headerEnd);
    for (auto i = 0; i < rows; ++i)
        whole += row.substr(0, at) + sixDigits(i) + row.substr(at + 6);
    const auto sum = (Money::yuan(20) * rows).text();
    return whole + text.substr(summary, values - summary) + "`" + std::to_string(rows) + ",`" +
           sum + ",`0.00,`0.00,`12000.00000,`" + sum + ",`0.00\r\n";
}

} // namespace guitai::bench
