#pragma once

#include "services/payments/channel_setup.h"

#include <string_view>

namespace guitai
{

/// The channels of a station as payment.json describes them. Relative paths are beside that file.
struct PaymentSetup {
    std::optional<WeChatSetup> weChat = {};
    std::optional<AlipaySetup> alipay = {};
    /// Trusted for TLS instead of the system's authorities: the simulator's, or a gateway's own.
    std::filesystem::path authority = {};
};

/// What is wrong with the file itself; what it says is judged by load().
struct PaymentFileProblem {
    enum class Kind { unreadable, noJson, unknownMember, wrongType };
    Kind kind{};
    std::string member = {}; ///< "wechat.hosts"

    bool operator==(const PaymentFileProblem&) const = default;
};

/// Strict: a member that is not known may be a misspelt one, and is refused.
std::variant<PaymentSetup, PaymentFileProblem>
paymentSetupFrom(std::string_view json, const std::filesystem::path& folder);
std::variant<PaymentSetup, PaymentFileProblem> readPaymentFile(const std::filesystem::path& file);
/// Holds no secret: only the names of the files that do.
std::string paymentFileText(const PaymentSetup& setup);

} // namespace guitai
