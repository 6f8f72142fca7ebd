#pragma once

#include <string>
#include <string_view>

namespace guitai
{

/// What the journal keeps of a provider's answer: the same text with the values of `openid`,
/// `buyer_*`, account names and payment codes replaced by "*", in JSON and in XML, whole or cut
/// short. Amounts stay. At most 8 KiB of valid UTF-8; other bytes become U+FFFD.
std::string withoutPersons(std::string_view body);

/// `content` with the payment code masked.
std::string withoutPaymentCode(std::string content, std::string_view code, std::string_view masked);

} // namespace guitai
