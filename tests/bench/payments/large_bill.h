#pragma once

#include <string>

namespace guitai::bench
{

/// "000123".
std::string sixDigits(int row);
/// A trade bill of WeChat Pay with that many payments of 20 yuan: the first row of the vectors'
/// bill, again and again under other numbers.
std::string weChatBill(int rows);

} // namespace guitai::bench
