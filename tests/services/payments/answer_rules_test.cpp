#include "services/payments/answer_rules.h"
#include "services/payments/masking.h"
#include "services/payments/payment_schedule.h"
#include "tests/support/seeded_random.h"

#include <doctest/doctest.h>

namespace guitai::answer_rules_test
{

using namespace std::chrono_literals;
using enum AttemptState;
using Fault = GatewayProblem;

namespace
{

constexpr auto weChat = GatewayChannel::weChat;
constexpr auto alipay = GatewayChannel::alipay;

GatewayAnswer<TradeReport> trade(TradeState state)
{
    return {.outcome = GatewayOutcome::ok,
            .value = TradeReport{.state = state, .providerNumber = "42", .total = Money::yuan(20)},
            .proven = true};
}

template <class T = TradeReport>
GatewayAnswer<T> no(Fault problem, bool proven = false)
{
    return {.outcome = GatewayOutcome::refused, .problem = problem, .proven = proven};
}

template <class T = TradeReport>
GatewayAnswer<T> unknownAnswer(Fault problem)
{
    return {.problem = problem};
}

/// An attempt in a state, as it is met there.
struct Met {
    Met(GatewayChannel channel, AttemptState state, AttemptMode mode = AttemptMode::code)
    {
        attempt.channel = channel;
        attempt.state = state;
        attempt.mode = mode;
        attempt.amount = Money::yuan(20);
        attempt.code = state == shown || state == closing || state == watch ? "code" : "";
        attempt.answered = !attempt.code.empty();
    }

    Situation situation() const
    {
        return {.attempt = attempt,
                .traits = {.channel = attempt.channel},
                .age = age,
                .pastExpiry = pastExpiry,
                .overdue = overdue,
                .unscanned = unscanned,
                .creates = creates,
                .firstSend = firstSend,
                .reverseOut = reverseOut,
                .reverseDone = reverseDone};
    }
    Ruling query(const GatewayAnswer<TradeReport>& answer) const
    {
        return afterQuery(situation(), answer);
    }

    Attempt attempt;
    std::chrono::seconds age{30};
    bool pastExpiry = false;
    bool overdue = false;
    UnscannedPolicy unscanned = UnscannedPolicy::watch;
    int creates = 1;
    bool firstSend = false;
    bool reverseOut = false;
    bool reverseDone = false;
};

} // namespace

TEST_CASE("afterQuery follows the table of answers")
{
    const auto shownWeChat = Met{weChat, shown};
    const auto closingWeChat = Met{weChat, closing};
    const auto shownAlipay = Met{alipay, shown};
    const auto closingAlipay = Met{alipay, closing};

    SUBCASE("NOTPAY: stay; closing repeats the close")
    {
        CHECK(shownWeChat.query(trade(TradeState::open)).state == shown);
        CHECK(shownWeChat.query(trade(TradeState::open)).next == NextCall::query);
        CHECK(closingWeChat.query(trade(TradeState::open)).state == closing);
        CHECK(closingWeChat.query(trade(TradeState::open)).next == NextCall::close);
    }
    SUBCASE("SUCCESS and REFUND: paid")
    {
        for (const auto state : {TradeState::paid, TradeState::refunded})
            for (const auto& one : {shownWeChat, closingWeChat}) {
                CHECK(one.query(trade(state)).state == paid);
                CHECK(one.query(trade(state)).captured);
                CHECK_FALSE(one.query(trade(state)).gaveBack);
            }
    }
    SUBCASE("CLOSED: closed")
    {
        CHECK(shownWeChat.query(trade(TradeState::closed)).state == closed);
        CHECK(closingWeChat.query(trade(TradeState::closed)).state == closed);
    }
    SUBCASE("ORDER_NOT_EXIST: the create is replayed in the first minute, then expiry decides")
    {
        const auto missing = no(Fault::notFound);
        CHECK(shownWeChat.query(missing).next == NextCall::create);
        auto late = Met{weChat, shown};
        late.age = 61s;
        CHECK(late.query(missing).state == shown);
        CHECK(late.query(missing).next == NextCall::query);
        late.pastExpiry = true;
        CHECK(late.query(missing).state == closed);
    }
    SUBCASE("ORDER_NOT_EXIST while closing: closed if the create never had an answer and is old")
    {
        auto lost = Met{weChat, closing};
        lost.attempt.answered = false;
        CHECK(lost.query(no(Fault::notFound)).state == closing);
        lost.age = 61s;
        CHECK(lost.query(no(Fault::notFound)).state == closed);
        lost.attempt.answered = true; // it existed: an unsigned answer proves nothing
        CHECK(lost.query(no(Fault::notFound)).state == closing);
    }
    SUBCASE("TRADE_NOT_EXIST, signed: unscanned")
    {
        const auto missing = no(Fault::notFound, true);
        CHECK(shownAlipay.query(missing).state == shown);
        CHECK(closingAlipay.query(missing).state == watch);
        auto waiting = Met{alipay, closing};
        waiting.unscanned = UnscannedPolicy::wait;
        CHECK(waiting.query(missing).state == closing);
        waiting.pastExpiry = true;
        CHECK(waiting.query(missing).state == closed);
        auto watched = Met{alipay, watch};
        CHECK(watched.query(missing).state == watch);
        watched.pastExpiry = true;
        CHECK(watched.query(missing).state == closed);
        auto scanned = Met{alipay, closing};
        scanned.attempt.scanned = true; // a trade that was there cannot be watched away
        CHECK(scanned.query(missing).state == closing);
    }
    SUBCASE("TRADE_NOT_EXIST without a signature says nothing")
    {
        auto old = Met{alipay, closing};
        old.pastExpiry = true;
        CHECK(old.query(no(Fault::notFound)).state == closing);
        CHECK(shownAlipay.query(no(Fault::notFound)).state == shown);
    }
    SUBCASE("WAIT_BUYER_PAY: scanned; closing closes")
    {
        CHECK(shownAlipay.query(trade(TradeState::scanned)).scanned);
        CHECK(shownAlipay.query(trade(TradeState::scanned)).state == shown);
        CHECK(closingAlipay.query(trade(TradeState::scanned)).next == NextCall::close);
        CHECK(Met{alipay, watch}.query(trade(TradeState::scanned)).next == NextCall::close);
        CHECK(Met{alipay, watch}.query(trade(TradeState::scanned)).state == watch);
    }
    SUBCASE("TRADE_SUCCESS: paid; TRADE_CLOSED: closed")
    {
        CHECK(shownAlipay.query(trade(TradeState::paid)).state == paid);
        CHECK(closingAlipay.query(trade(TradeState::paid)).state == paid);
        CHECK(shownAlipay.query(trade(TradeState::closed)).state == closed);
        CHECK(closingAlipay.query(trade(TradeState::closed)).state == closed);
        const auto returned = shownAlipay.query(trade(TradeState::refunded));
        CHECK(returned.state == closed); // paid and all of it given back
        CHECK(returned.captured);
        CHECK(returned.gaveBack);
    }
    SUBCASE("unsigned, untrusted, 5xx, timeout, 429: stay and count")
    {
        for (const auto problem : {Fault::notSent,
                                   Fault::noAnswer,
                                   Fault::untrusted,
                                   Fault::malformed,
                                   Fault::serverTrouble,
                                   Fault::slowDown})
            for (const auto& one : {shownWeChat, closingWeChat, shownAlipay, closingAlipay}) {
                const auto ruling = one.query(unknownAnswer(problem));
                CHECK(ruling.state == one.attempt.state);
                CHECK(ruling.pace == Pace::trouble);
                CHECK_FALSE(ruling.trusted);
                CHECK_FALSE(ruling.captured);
            }
        auto forged = trade(TradeState::paid);
        forged.proven = false;
        CHECK(shownWeChat.query(forged).state == shown);
        CHECK_FALSE(shownWeChat.query(forged).captured);
    }
    SUBCASE("configuration: stay, alarm, no fast asking")
    {
        for (const auto problem : {Fault::configuration, Fault::clockWrong, Fault::programFault})
            for (const auto& one : {shownWeChat, closingAlipay}) {
                const auto ruling = one.query(unknownAnswer(problem));
                CHECK(ruling.state == one.attempt.state);
                CHECK(ruling.alarm.has_value());
                CHECK(ruling.pace == Pace::background);
            }
    }
    SUBCASE("another amount, merchant, app or number: freeze")
    {
        for (const auto& one : {shownWeChat, closingWeChat, shownAlipay, closingAlipay}) {
            auto answer = trade(TradeState::paid);
            answer.outcome = GatewayOutcome::unknown;
            answer.problem = Fault::mismatch;
            const auto ruling = one.query(answer);
            CHECK(ruling.freeze);
            CHECK(ruling.state == one.attempt.state);
            CHECK(ruling.alarm == PaymentAlarm::mismatch);
            CHECK_FALSE(ruling.captured);
        }
    }
    SUBCASE("a definite attempt moves for money only")
    {
        for (const auto state : {closed, reversed, failed}) {
            const auto done = Met{weChat, state, AttemptMode::paymentCode};
            for (const auto told :
                 {TradeState::open, TradeState::paying, TradeState::closed, TradeState::failed})
                CHECK(done.query(trade(told)).state == state);
            CHECK(done.query(no(Fault::notFound)).state == state);
            CHECK(done.query(trade(TradeState::paid)).captured);
        }
    }
}

TEST_CASE("afterCreate")
{
    const auto code = GatewayAnswer<CodeToShow>{
        .outcome = GatewayOutcome::ok, .value = CodeToShow{"weixin://x"}, .proven = true};
    auto first = Met{weChat, creating};
    first.firstSend = true;
    SUBCASE("shows the code")
    {
        CHECK(afterCreate(first.situation(), code).state == shown);
        CHECK(afterCreate(first.situation(), code).answered);
        CHECK(afterCreate(Met{weChat, unknown}.situation(), code).state == shown);
    }
    SUBCASE("keeps a given-up one closing")
    {
        CHECK(afterCreate(Met{weChat, closing}.situation(), code).state == closing);
        CHECK(afterCreate(Met{weChat, closing}.situation(), code).answered);
    }
    SUBCASE("asks for a lost one again: WeChat Pay for a minute, Alipay once (F1)")
    {
        const auto lost = unknownAnswer<CodeToShow>(Fault::noAnswer);
        CHECK(afterCreate(first.situation(), lost).state == unknown);
        CHECK(afterCreate(first.situation(), lost).next == NextCall::create);
        auto old = Met{weChat, unknown};
        old.age = 60s;
        CHECK(afterCreate(old.situation(), lost).next == NextCall::query);
        auto once = Met{alipay, unknown};
        CHECK(afterCreate(once.situation(), lost).next == NextCall::create);
        once.creates = 2; // nobody saw a code: the charge is free, the order is watched
        CHECK(afterCreate(once.situation(), lost).state == watch);
    }
    SUBCASE("fails by a refusal only when nothing was sent before")
    {
        const auto refused = no<CodeToShow>(Fault::programFault);
        CHECK(afterCreate(first.situation(), refused).state == failed);
        CHECK(afterCreate(Met{weChat, unknown}.situation(), refused).state == unknown);
        CHECK(afterCreate(first.situation(), no<CodeToShow>(Fault::numberUsed)).state == unknown);
    }
}

TEST_CASE("afterPayByCode")
{
    auto charging = Met{weChat, AttemptState::charging, AttemptMode::paymentCode};
    charging.firstSend = true;
    auto alipayCharging = Met{alipay, AttemptState::charging, AttemptMode::paymentCode};
    SUBCASE("WeChat Pay's SUCCESS is paid; Alipay's 10000 is asked for once more")
    {
        CHECK(afterPayByCode(charging.situation(), trade(TradeState::paid)).state == paid);
        const auto ruling = afterPayByCode(alipayCharging.situation(), trade(TradeState::paid));
        CHECK(ruling.state == userPaying);
        CHECK(ruling.pace == Pace::atOnce);
        CHECK_FALSE(ruling.captured);
    }
    SUBCASE("USERPAYING, also as a 202 without signature")
    {
        CHECK(afterPayByCode(charging.situation(), trade(TradeState::paying)).state == userPaying);
        CHECK(afterPayByCode(charging.situation(), unknownAnswer(Fault::unfinished)).state ==
              userPaying);
    }
    SUBCASE("a signed refusal fails, an unsigned one is asked for")
    {
        CHECK(afterPayByCode(alipayCharging.situation(), no(Fault::payerCannotPay, true)).state ==
              failed);
        const auto ruling = afterPayByCode(charging.situation(), no(Fault::codeRefused));
        CHECK(ruling.state == unknown);
        CHECK(ruling.refusalSeen);
        CHECK(ruling.next == NextCall::query);
    }
    SUBCASE("a lost answer is unknown, and never sent again")
    {
        for (const auto problem : {Fault::noAnswer, Fault::serverTrouble, Fault::untrusted}) {
            const auto ruling = afterPayByCode(charging.situation(), unknownAnswer(problem));
            CHECK(ruling.state == unknown);
            CHECK(ruling.next == NextCall::query);
        }
    }
    SUBCASE("Alipay is asked about it at once, WeChat Pay after a pause (2.11, 3.6)")
    {
        for (const auto fault : {Fault::noAnswer, Fault::serverTrouble}) {
            const auto paceOf = [fault](GatewayChannel channel) {
                const auto met = Met{channel, AttemptState::charging, AttemptMode::paymentCode};
                return afterPayByCode(met.situation(), unknownAnswer(fault)).pace;
            };
            CHECK(paceOf(alipay) == Pace::atOnce);
            CHECK(paceOf(weChat) == Pace::usual);
        }
    }
    SUBCASE("what never left is sent again under the same number")
    {
        const auto ruling = afterPayByCode(charging.situation(), unknownAnswer(Fault::notSent));
        CHECK(ruling.state == AttemptState::charging);
        CHECK(ruling.next == NextCall::payByCode);
    }
    SUBCASE("a number that is known there is asked for first (2.11)")
    {
        for (const auto problem : {Fault::alreadyPaid, Fault::numberUsed, Fault::orderClosed})
            CHECK(afterPayByCode(charging.situation(), no(problem)).state == unknown);
    }
}

TEST_CASE("a payment by code is reversed when its time is over (5.3)")
{
    auto paying = Met{weChat, userPaying, AttemptMode::paymentCode};
    CHECK(paying.query(trade(TradeState::paying)).state == userPaying);
    paying.age = 45s;
    CHECK(paying.query(trade(TradeState::paying)).state == reversing);
    CHECK(paying.query(trade(TradeState::paying)).next == NextCall::reverse);
    CHECK(paying.query(trade(TradeState::paid)).state == paid);
    CHECK(paying.query(trade(TradeState::failed)).state == reversing); // "still reverse it"
    paying.attempt.refusalSeen = true;
    paying.age = 3s;
    CHECK(paying.query(trade(TradeState::open)).state == reversing);
    CHECK(paying.query(no(Fault::notFound)).state == failed);
}

TEST_CASE("reversing repeats until it is definite, then asks for the proof")
{
    auto one = Met{weChat, reversing, AttemptMode::paymentCode};
    const auto done = GatewayAnswer<ReverseReport>{
        .outcome = GatewayOutcome::ok, .value = ReverseReport{}, .proven = true};
    SUBCASE("a lost reverse is out")
    {
        const auto lost =
            afterReverse(one.situation(), unknownAnswer<ReverseReport>(Fault::noAnswer));
        CHECK(lost.reverseOut);
        CHECK(lost.next == NextCall::reverse);
        one.reverseOut = true; // "paid" now may be given back a moment later
        CHECK(one.query(trade(TradeState::paid)).state == reversing);
        CHECK(one.query(trade(TradeState::paid)).next == NextCall::reverse);
        CHECK_FALSE(one.query(trade(TradeState::paid)).captured);
    }
    SUBCASE("one that never left is not")
    {
        CHECK_FALSE(
            afterReverse(one.situation(), unknownAnswer<ReverseReport>(Fault::notSent)).reverseOut);
        CHECK(one.query(trade(TradeState::paid)).state == paid);
    }
    SUBCASE("the provider's yes is followed by a query")
    {
        CHECK(afterReverse(one.situation(), done).reverseDone);
        CHECK(afterReverse(one.situation(), done).next == NextCall::query);
        one.reverseDone = true;
        CHECK(one.query(trade(TradeState::reversed)).state == reversed);
        CHECK(one.query(trade(TradeState::closed)).state == reversed);
        CHECK(one.query(no(Fault::notFound)).state == reversed);
        const auto returned = one.query(trade(TradeState::refunded));
        CHECK(returned.state == reversed);
        CHECK(returned.captured);
        CHECK(returned.gaveBack);
    }
    SUBCASE("recall and retry_flag repeat it")
    {
        auto again = done;
        again.value->repeat = true;
        CHECK(afterReverse(one.situation(), again).next == NextCall::reverse);
        CHECK_FALSE(afterReverse(one.situation(), again).reverseDone);
    }
    SUBCASE("the provider's no leads to the truth by a query")
    {
        const auto ruling = afterReverse(one.situation(), no<ReverseReport>(Fault::notAllowed));
        CHECK(ruling.next == NextCall::query);
        CHECK_FALSE(ruling.reverseOut);
        CHECK(afterReverse(one.situation(), no<ReverseReport>(Fault::tooEarly)).next ==
              NextCall::reverse);
    }
}

TEST_CASE("what could not be withdrawn for long stays unknown, and is tried on slowly")
{
    auto code = Met{weChat, unknown};
    code.attempt.code = "code";
    code.attempt.givenUp = true;
    CHECK(code.query(trade(TradeState::open)).state == closing); // not so long yet
    code.overdue = true;
    CHECK(code.query(trade(TradeState::open)).state == unknown);
    CHECK(code.query(trade(TradeState::open)).next == NextCall::close);
    CHECK(code.query(trade(TradeState::open)).pace == Pace::background);
    CHECK(code.query(trade(TradeState::closed)).state == closed);
    CHECK(code.query(trade(TradeState::paid)).state == paid);

    auto unscanned = Met{alipay, unknown};
    unscanned.attempt.code = "code";
    unscanned.attempt.givenUp = unscanned.overdue = true;
    CHECK(unscanned.query(no(Fault::notFound, true)).state == watch);
    unscanned.unscanned = UnscannedPolicy::wait;
    CHECK(unscanned.query(no(Fault::notFound, true)).state == unknown);
    unscanned.pastExpiry = true;
    CHECK(unscanned.query(no(Fault::notFound, true)).state == closed);

    auto byCode = Met{weChat, unknown, AttemptMode::paymentCode};
    byCode.attempt.givenUp = byCode.attempt.reverseBegun = true;
    byCode.age = 700s;
    byCode.reverseOut = true;
    CHECK(byCode.query(trade(TradeState::paid)).state == reversing);
    byCode.overdue = true;
    for (const auto& answer : {trade(TradeState::open),
                               trade(TradeState::paying),
                               trade(TradeState::paid),
                               trade(TradeState::refunded),
                               trade(TradeState::failed),
                               no(Fault::notFound)}) {
        const auto ruling = byCode.query(answer);
        CHECK(ruling.state == unknown);
        CHECK(ruling.next == NextCall::reverse);
        CHECK_FALSE(ruling.captured);
    }
    byCode.reverseDone = true;
    CHECK(byCode.query(trade(TradeState::refunded)).gaveBack);
    CHECK(byCode.query(no(Fault::notFound)).state == reversed);
}

TEST_CASE("afterClose asks, whatever it was told")
{
    const auto one = Met{weChat, closing};
    const auto accepted = GatewayAnswer<CloseReport>{
        .outcome = GatewayOutcome::ok, .value = CloseReport{}, .proven = true};
    CHECK(afterClose(one.situation(), accepted).state == closing);
    CHECK(afterClose(one.situation(), accepted).next == NextCall::query);
    CHECK(afterClose(one.situation(), no<CloseReport>(Fault::alreadyPaid)).next == NextCall::query);
    CHECK(afterClose(one.situation(), no<CloseReport>(Fault::alreadyPaid)).pace == Pace::atOnce);
    CHECK(afterClose(one.situation(), no<CloseReport>(Fault::tooEarly)).pace == Pace::closeLater);
    CHECK(afterClose(one.situation(), unknownAnswer<CloseReport>(Fault::noAnswer)).pace ==
          Pace::trouble);
}

TEST_CASE("mayBecome follows the table of states")
{
    using Ends = std::vector<AttemptState>;
    const auto all = Ends{planned,
                          creating,
                          shown,
                          charging,
                          userPaying,
                          closing,
                          reversing,
                          unknown,
                          watch,
                          closed,
                          reversed,
                          failed,
                          paid,
                          latePaid,
                          voided};
    const auto table = std::vector<std::pair<AttemptState, Ends>>{
        {planned, {creating, charging, voided}},
        {creating, {shown, unknown, failed, closing, latePaid}},
        {shown, {paid, closing, closed, latePaid}},
        {charging, {paid, userPaying, failed, unknown, reversing, closed, reversed, latePaid}},
        {userPaying, {paid, reversing, closed, reversed, failed, unknown, latePaid}},
        {closing, {closed, paid, watch, unknown, latePaid}},
        {reversing, {reversed, paid, failed, unknown, latePaid}},
        {watch, {closed, latePaid}},
        {closed, {latePaid}},
        {reversed, {latePaid}},
        {failed, {latePaid}},
        {latePaid, {paid}},
        {paid, {}},
        {voided, {}},
    };
    for (const auto& row : table)
        for (const auto to : all) {
            const auto from = row.first;
            INFO(nameOf(from), " to ", nameOf(to));
            const auto allowed =
                from == to || std::ranges::find(row.second, to) != row.second.end();
            CHECK(mayBecome(from, to) == allowed);
        }
}

TEST_CASE("the schedule")
{
    CHECK(pauseWhileShown(0s) == 2s);
    CHECK(pauseWhileShown(59s) == 2s);
    CHECK(pauseWhileShown(60s) == 3s);
    CHECK(pauseWhileShown(180s) == 5s);
    CHECK(pauseWhilePaying({.codePayPoll = 3s}, 0) == 5s);
    CHECK(pauseWhilePaying({.codePayPoll = 3s}, 1) == 3s);
    const auto background = std::vector<Pause>{5s, 30s, 1min, 3min, 5min, 10min, 30min, 1h, 1h};
    for (std::size_t n = 0; n < background.size(); ++n)
        CHECK(pauseInBackground(static_cast<int>(n)) == background[n]);
    const auto refunds =
        std::vector<Pause>{1min, 1min, 1min, 1min, 1min, 5min, 10min, 20min, 30min, 1h};
    for (std::size_t n = 0; n < refunds.size(); ++n)
        CHECK(pauseOfRefund(weChat, static_cast<int>(n)) == refunds[n]);
    CHECK(pauseOfRefund(alipay, 0) == 10s);
    CHECK(pauseOfRefund(alipay, 4) == 30min);
    CHECK(pauseInTrouble(1, 0s) == 1s);
    CHECK(pauseInTrouble(3, 0s) == 4s);
    CHECK(pauseInTrouble(99, 0s) == 15s);
    CHECK(pauseInTrouble(1, 5s) == 5s);
    auto random = SeededRandom{3};
    auto least = Pause{1h};
    auto most = Pause{0};
    for (auto i = 0; i < 500; ++i) {
        least = std::min(least, jittered(10s, random));
        most = std::max(most, jittered(10s, random));
    }
    CHECK(least >= 8s);
    CHECK(least < 8300ms);
    CHECK(most <= 12s);
    CHECK(most > 11700ms);
}

TEST_CASE("withoutPersons")
{
    SUBCASE("masks who paid and keeps the rest as it was")
    {
        CHECK(withoutPersons(R"({"payer":{"openid":"oUpF8uMu"},"amount":{"total":2000}})") ==
              R"({"payer":{"openid":"*"},"amount":{"total":2000}})");
        CHECK(withoutPersons(R"({"buyer_logon_id" : "159****5620","buyer_pay_amount":"20.00"})") ==
              R"({"buyer_logon_id":"*","buyer_pay_amount":"20.00"})");
        CHECK(withoutPersons(R"({"buyer_x":{"a":[1,"}"]},"b":1})") == R"({"buyer_x":"*","b":1})");
        CHECK(withoutPersons("<xml><openid><![CDATA[oUpF8]]></openid><a>1</a></xml>") ==
              "<xml><openid>*</openid><a>1</a></xml>");
    }
    SUBCASE("also when the answer was cut, or its names are written with escapes")
    {
        CHECK(withoutPersons(R"({"a":1,"openid":"oUpF)") == R"({"a":1,"openid":"*")");
        CHECK(withoutPersons(R"({"\u006fpenid":"oUpF8"})").find("oUpF8") == std::string::npos);
    }
    SUBCASE("keeps other text, as UTF-8 and not without end")
    {
        CHECK(withoutPersons("<html>502 Bad Gateway</html>") == "<html>502 Bad Gateway</html>");
        CHECK(withoutPersons("\xA7\xFF") == "\uFFFD\uFFFD");
        CHECK(withoutPersons(std::string(100'000, 'x')).size() == 8192);
        CHECK(withoutPersons("").empty());
    }
}

} // namespace guitai::answer_rules_test
