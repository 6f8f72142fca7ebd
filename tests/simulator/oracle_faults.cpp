#include "tests/simulator/oracle_faults.h"

namespace guitai
{

const std::vector<FaultKind>& faultKinds()
{
    static const auto kinds = std::vector<FaultKind>{
        {"drop_before", "*"},
        {"drop_after", "*"},
        {"half_body", "*"},
        {"reset", "*"},
        {"page_502", "*"},
        {"page_503", "*"},
        {"delay", "*", {{"ms", 2}}},
        {"slow_drip", "*", {{"ms", 1}}},
        {"tls_failure", ""},
        {"status_500", "*", {{"processed", true}}},
        {"status_500", "*", {{"processed", false}}},
        {"status_429", "*", {{"processed", true}}},
        {"status_429", "*", {{"processed", false}, {"code", "RATELIMIT_EXCEEDED"}}},
        {"accepted_empty", "wechat.*"},
        {"accepted_userpaying", "wechat.codepay", {{"processed", true}}},
        {"flip_signature", "*"},
        {"probe_signature", "wechat.*"},
        {"unknown_serial", "wechat.*"},
        {"stale_answer", "wechat.*"},
        {"no_signature", "*"},
        {"wrong_key", "*"},
        {"reformatted", "*"},
        {"other_amount", "*", {}, true},
        {"other_order", "*", {}, true},
        {"other_merchant", "*", {}, true},
        {"other_application", "*", {}, true},
        {"extra_members", "*"},
        {"coupon", "*"},
        {"plain_names", "*"},
        {"hide_payment", "wechat.query", {{"s", 20}}},
        {"hide_payment", "alipay.trade.query", {{"s", 20}}},
        {"pay_first", "wechat.close"},
        {"pay_first", "wechat.reverse"},
        {"pay_first", "alipay.trade.close"},
        {"pay_first", "alipay.trade.cancel"},
        {"close_too_early", "wechat.close"},
        {"not_exist_yet", "*", {{"s", 10}}},
        {"still_paying", "wechat.reverse"},
        {"duplicate_node", "alipay.*"},
        {"certificate_first", "alipay.*"},
        {"escaped_slashes", "alipay.*"},
        {"code_10003", "alipay.trade.pay"},
        {"code_20000", "alipay.*", {{"processed", true}}},
        {"code_20000", "alipay.*", {{"processed", false}}},
        {"retry_flag", "alipay.trade.cancel"},
        {"fund_change_n", "alipay.trade.refund"},
        {"empty_refund_query", "alipay.trade.fastpay.refund.query"},
        {"refund_abnormal", "wechat.refund", {}, true},
        {"refund_closed", "wechat.refund", {}, true},
        {"accepted_429", "wechat.refund"},
        {"date_header", "*", {{"s", 360}}},
    };
    return kinds;
}

} // namespace guitai
