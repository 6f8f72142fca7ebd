#include "services/payments/clock_check.h"
#include "services/payments/order_number.h"
#include "services/payments/payment_code.h"
#include "services/payments/provider_text.h"
#include "services/payments/yuan_text.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace guitai::payment_rules_test
{

namespace
{

OrderNumberParts parts()
{
    return {.station = "B07",
            .device = "A",
            .epoch = '1',
            .day = Date{std::chrono::January / 15 / 2026},
            .counter = 123,
            .attempt = 1};
}

Instant at(std::int64_t seconds)
{
    return Instant{std::chrono::seconds{seconds}};
}

} // namespace

TEST_CASE("orderNumber is made of stored parts only")
{
    const auto number = orderNumber(parts());
    CHECK(number == "B07A1260115000123A14");
    CHECK(orderNumberPartsFrom(number) == parts());
    CHECK(isOrderNumber(number));

    SUBCASE("another part, another number")
    {
        auto seen = std::set<std::string>{number};
        const auto differs = [&](auto change) {
            auto other = parts();
            change(other);
            return seen.insert(orderNumber(other)).second &&
                   orderNumberPartsFrom(orderNumber(other)) == other;
        };
        CHECK(differs([](auto& p) { p.station = "B08"; }));
        CHECK(differs([](auto& p) { p.device = "B"; }));
        CHECK(differs([](auto& p) { p.epoch = '2'; }));
        CHECK(differs([](auto& p) { p.day = Date{std::chrono::January / 16 / 2026}; }));
        CHECK(differs([](auto& p) { p.counter = 999999; }));
        CHECK(differs([](auto& p) { p.attempt = 35; }));
    }
    SUBCASE("every single wrong character is found")
    {
        for (std::size_t i = 0; i < number.size(); ++i) {
            for (const auto c : std::string_view{"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}) {
                auto wrong = number;
                wrong[i] = c;
                CHECK(orderNumberPartsFrom(wrong).has_value() == (c == number[i]));
            }
        }
    }
    SUBCASE("parts out of range are our fault")
    {
        const auto refuses = [](auto change) {
            auto other = parts();
            change(other);
            CHECK_THROWS_AS(orderNumber(other), std::logic_error);
        };
        refuses([](auto& p) { p.station = "b07"; });
        refuses([](auto& p) { p.station = "B070"; });
        refuses([](auto& p) { p.device = "_"; });
        refuses([](auto& p) { p.device = ""; });
        refuses([](auto& p) { p.device = "3A"; });
        refuses([](auto& p) { p.device = "136"; });
        refuses([](auto& p) { p.epoch = ' '; });
        refuses([](auto& p) { p.counter = 1000000; });
        refuses([](auto& p) { p.attempt = 0; });
        refuses([](auto& p) { p.attempt = 36; });
        refuses([](auto& p) { p.day = Date{std::chrono::February / 30 / 2026}; });
    }
}

TEST_CASE("every window has order numbers of its own")
{
    auto seen = std::set<std::string>{};
    for (auto window = 1; window <= 99; ++window) {
        CAPTURE(window);
        const auto text = (window < 10 ? "0" : "") + std::to_string(window);
        auto other = parts();
        other.device = orderDeviceOf(text).value();
        const auto number = orderNumber(other);
        CHECK(seen.insert(number).second);
        CHECK(isOrderNumber(number));
        CHECK(orderNumberPartsFrom(number) == other);
        for (std::size_t i = 0; i < number.size(); ++i) {
            auto wrong = number;
            wrong[i] = number[i] == '7' ? '8' : '7';
            CHECK_FALSE(orderNumberPartsFrom(wrong));
        }
    }
    CHECK(orderDeviceOf("09") == "9");
    CHECK(orderDeviceOf("35") == "Z"); // as before there were two digits
    CHECK(orderDeviceOf("36") == "36");
    for (const auto* none : {"", "0", "00", "100", "-1", "3a", " 1"})
        CHECK_FALSE(orderDeviceOf(none));
}

TEST_CASE("isOrderNumber is what both providers accept")
{
    CHECK(isOrderNumber("abc_12"));
    CHECK(isOrderNumber(std::string(32, '0')));
    for (const auto& bad : {std::string{"abc12"},
                            std::string(33, '0'),
                            std::string{"abc-12"},
                            std::string{"abc|12"},
                            std::string{"订单号码"},
                            std::string{"abc 12"}})
        CHECK(!isOrderNumber(bad));
}

TEST_CASE("refundNumber and epochAfter")
{
    CHECK(refundNumber("B07A1260115000123A14", 1) == "B07A1260115000123A14R01");
    CHECK(isRefundNumber(refundNumber("B07A1260115000123A14", 99)));
    CHECK_THROWS_AS(refundNumber("B07A1260115000123A14", 100), std::logic_error);
    CHECK_THROWS_AS(refundNumber("x", 1), std::logic_error);
    CHECK(epochAfter('1') == '2');
    CHECK(epochAfter('9') == 'A');
    CHECK(!epochAfter('Z'));
    CHECK(!epochAfter('_'));
}

TEST_CASE("paymentCodeFrom cleans what the scanner sends, and nothing more")
{
    CHECK(paymentCodeFrom("134567890123456789\r\n").route == PaymentCodeRoute::weChat);
    CHECK(paymentCodeFrom(" 1345 67890123456789\t").digits == "134567890123456789");
    CHECK(paymentCodeFrom("fp" + std::string(33, 'a')).route == PaymentCodeRoute::alipayFace);
    CHECK(paymentCodeFrom("").route == PaymentCodeRoute::unknown);
    CHECK(paymentCodeFrom("１３４５６７８９０１２３４５６７８９").route ==
          PaymentCodeRoute::unknown);
    CHECK(paymentCodeFrom("134567890123456789").masked() == "13**************89");
    CHECK(paymentCodeFrom("1234").masked() == "****");
}

TEST_CASE("decimalFrom reads exactly")
{
    CHECK(decimalFrom("0.12000", 5) == 12000);
    CHECK(decimalFrom("-0.12", 5) == -12000);
    CHECK(decimalFrom("9999999999.99", 2) == 999999999999);
    CHECK(!decimalFrom("10000000000", 2)); // eleven places
    CHECK(!decimalFrom("0.123456", 5));
    CHECK(decimalFrom("3", 0) == 3);
    CHECK(!decimalFrom("3.0", 0));
    CHECK(!decimalFrom("-", 2));
    CHECK(moneyFromYuan("19.99") == Money::fen(1999)); // as a double this becomes 1998
}

TEST_CASE("checkClock compares with the provider's Date")
{
    const auto now = instantFromHttpDate("Thu, 15 Jan 2026 01:30:00 GMT");
    REQUIRE(now == at(1768440600));
    for (const auto* bad : {"",
                            "Thu, 15 Jan 2026 01:30:00 UTC",
                            "15 Jan 2026 01:30:00 GMT",
                            "Thu, 32 Jan 2026 01:30:00 GMT",
                            "Thu, 15 Xxx 2026 01:30:00 GMT",
                            "Thu, 15 Jan 2026 25:30:00 GMT",
                            "Thu, 15 Jan 2026 0x:30:00 GMT",
                            "Thursday, 15-Jan-26 01:30:00 GMT"})
        CHECK(!instantFromHttpDate(bad));

    using Level = ClockCheck::Level;
    const auto levelAt = [&](int difference) {
        return checkClock("Thu, 15 Jan 2026 01:30:00 GMT", *now - std::chrono::seconds{difference})
            ->level();
    };
    CHECK(levelAt(0) == Level::good);
    CHECK(levelAt(60) == Level::good);
    CHECK(levelAt(61) == Level::warn);
    CHECK(levelAt(-61) == Level::warn);
    CHECK(levelAt(240) == Level::warn);
    CHECK(levelAt(241) == Level::block);
    CHECK(levelAt(-241) == Level::block);
    CHECK(!checkClock(std::nullopt, *now));
    CHECK(!checkClock("yesterday", *now));
}

TEST_CASE("Beijing time does not depend on the machine's zone")
{
    CHECK(rfc3339Text(at(1768441200)) == "2026-01-15T09:40:00+08:00");
    CHECK(beijingText(at(1768440600)) == "2026-01-15 09:30:00");
    CHECK(instantFromRfc3339("2026-01-15T09:40:00+08:00") == at(1768441200));
    CHECK(instantFromRfc3339("2026-01-15T01:40:00Z") == at(1768441200));
    CHECK(instantFromRfc3339("2026-01-15T09:40:00.123+08:00") == at(1768441200));
    CHECK(instantFromRfc3339("2026-01-14T20:40:00-05:00") == at(1768441200));
    CHECK(instantFromBeijing("2026-01-15 09:30:00") == at(1768440600));
    for (const auto* bad : {"",
                            "2026-01-15",
                            "2026-01-15T09:40:00",
                            "2026-02-30T09:40:00Z",
                            "2026-01-15T24:40:00Z",
                            "2026-01-15T09:40:00+0800",
                            "2026-01-15T09:40:00.",
                            "2026-01-15T-9:40:00Z"})
        CHECK(!instantFromRfc3339(bad));
    CHECK(!instantFromBeijing("2026-01-15T09:30:00"));
}

TEST_CASE("cleanedText cuts between characters")
{
    CHECK(cleanedText("证证", 5) == "证");
    CHECK(cleanedText("证证", 6) == "证证");
    CHECK(cleanedText("a\r\n\x7f", 9) == "a   ");
}

TEST_CASE("integerAt takes integers only")
{
    const auto object = nlohmann::json::parse(
        R"({"a":2000,"b":2000.0,"c":"2000","d":18446744073709551615,"e":-1})");
    CHECK(integerAt(object, "a") == 2000);
    CHECK(!integerAt(object, "b"));
    CHECK(!integerAt(object, "c"));
    CHECK(!integerAt(object, "d"));
    CHECK(integerAt(object, "e") == -1);
    CHECK(!integerAt(object, "f"));
}

} // namespace guitai::payment_rules_test
