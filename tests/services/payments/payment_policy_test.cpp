#include "services/payments/payment_policy.h"
#include "services/rules/asset_error.h"

#include <doctest/doctest.h>

namespace guitai::payment_policy_test
{

namespace
{

std::string embedded()
{
    return Assets{}.load("payments.json");
}

/// What the loader says of the asset with one text replaced.
std::string complaint(const std::string& what, const std::string& by)
{
    auto text = embedded();
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), by);
    try {
        (void)parsePaymentPolicy(text, "payments.json");
    } catch (const AssetError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("loadPaymentPolicy")
{
    SUBCASE("reads the embedded policy, which is the default")
    {
        CHECK(loadPaymentPolicy(Assets{}) == PaymentPolicy{});
    }
    SUBCASE("refuses what would break a rule, with its line")
    {
        CHECK(complaint("\"countdownSeconds\": 300", "\"countdownSeconds\": 331")
                  .find("payments.json:3") != std::string::npos);
        CHECK_FALSE(complaint("\"watch\"", "\"hope\"").empty());
        CHECK_FALSE(complaint("\"mergeMax\": 5", "\"mergeMax\": 0").empty());
        CHECK_FALSE(complaint("\"mergeMax\": 5", "\"mergeMaximum\": 5").empty());
        CHECK_FALSE(complaint("\"callsPerSecond\": 5", "\"callsPerSecond\": 6").empty());
        CHECK_FALSE(
            complaint("\"expiryMarginSeconds\": 120", "\"expiryMarginSeconds\": 10").empty());
        CHECK_FALSE(complaint("\"pauseSeconds\": 60", "\"pauseSeconds\": 1").empty());
        CHECK(complaint("\"watch\"", "\"wait\"").empty());
    }
}

} // namespace guitai::payment_policy_test
