#include "services/payments/reconciliation_desk.h"

#include "services/cases/case_events.h"
#include "services/failure.h"
#include "services/payments/bills/bill_import.h"
#include "services/payments/crypto/digests.h"
#include "services/payments/reconciliation_json.h"
#include "tests/services/cases/case_office.h"
#include "tests/services/payments/model/payment_world.h"
#include "tests/services/payments/payment_vectors.h"

#include <doctest/doctest.h>

namespace guitai::reconciliation_desk_test
{

using Code = Refusal::Code;

namespace
{

constexpr auto day = std::chrono::year{2026} / std::chrono::January / 15;

std::string weChatText()
{
    return paymentVectors()["wechat"]["bill"]["text"];
}

ReconciliationDesk deskOf(CaseOffice& office)
{
    return {{office.journal(),
             exampleRules(),
             office.printer,
             office.window.clock,
             office.window.random,
             office.window.identity(),
             {}},
            ""};
}

} // namespace

TEST_CASE("ReconciliationDesk::compare")
{
    auto office = CaseOffice{};
    auto desk = deskOf(office);
    const auto compare = [&](const BillFile& file) {
        return desk.compare(office.supervisor, GatewayChannel::weChat, day, file);
    };

    SUBCASE("keeps the raw file and gives every open difference an owner and a due time")
    {
        const auto text = weChatText();
        const auto done = compare(billFileFrom(text)).value();
        CHECK(done.billHash == sha256(bytesOf(text)));
        CHECK(textOf(office.journal().attachment(done.billHash).value()) == text);
        CHECK(done.sheet.lines > 0);
        CHECK(done.sheet.isBalanced());
        REQUIRE_FALSE(done.items.empty());
        CHECK(done.items.front().owner == "luo");
        CHECK(done.items.front().due == office.window.clock.now() + std::chrono::hours{24});
        office.restart();
        CHECK(deskOf(office).load(office.supervisor, GatewayChannel::weChat, day).value() == done);
        CHECK(office.journal().verify().problems.empty());
    }
    SUBCASE("writes nothing for the same file again")
    {
        const auto first = compare(billFileFrom(weChatText())).value();
        const auto before = office.events();
        CHECK(compare(billFileFrom(weChatText())).value() == first);
        CHECK(office.events() == before);
    }
    SUBCASE("replaces the sheet by another file of the day and goes on with what is still there")
    {
        const auto first = compare(billFileFrom(weChatText())).value();
        const auto id = first.items.front().difference.id;
        REQUIRE(desk.assign(office.supervisor, GatewayChannel::weChat, day, id, "hong", Instant{}));
        const auto none = compare(billFileFrom("")).value();
        CHECK(none.items.empty());
        CHECK(none.billHash.empty());
        const auto again = compare(billFileFrom(weChatText())).value();
        CHECK(again.sheet == first.sheet);
        CHECK(again.items.front().owner == "luo"); // what was gone begins anew
    }
    SUBCASE("refuses a file that is not whole, and keeps nothing of it")
    {
        const auto text = weChatText();
        const auto before = office.events();
        const auto fault = [&](const BillFile& file) {
            const auto refused = compare(file);
            REQUIRE_FALSE(refused);
            CHECK(refused.refusal().code == Code::badBill);
            return refused.refusal().arguments.front();
        };
        CHECK(fault(billFileFrom(text, sha1("another"))) == "damagedFile");
        CHECK(fault(billFileFrom(text.substr(0, text.size() / 2))) != "none");
        CHECK(fault(billFileFrom("PK\x03\x04")) == "noHeader"); // Alipay's form
        CHECK(fault(billFileFrom("\x1F\x8B\x08")) == "damagedFile");
        auto changed = text;
        changed.replace(changed.rfind("`40.00,`0.00,`"), 7, "`41.00,");
        CHECK(fault(billFileFrom(changed)) == "sumDiffers");
        const auto lineEnd = text.find('\n');
        const auto second = text.find('\n', lineEnd + 1);
        CHECK(fault(billFileFrom(text.substr(0, lineEnd + 1) + text.substr(second + 1))) !=
              "none"); // a row is missing
        CHECK(fault(billFileFrom(text.substr(0, second + 1) +
                                 text.substr(lineEnd + 1, second - lineEnd) +
                                 text.substr(second + 1))) != "none"); // a row is there twice
        CHECK(office.events() == before);
    }
    SUBCASE("is for supervisors and changes no case")
    {
        const auto number = office.accepted().acceptanceNumber;
        const auto before = office.cases().load(number).value();
        CHECK(desk.compare(office.clerk, GatewayChannel::weChat, day, billFileFrom(""))
                  .refusal()
                  .code == Code::notPermitted);
        CHECK(desk.load(office.administrator, GatewayChannel::weChat, day).refusal().code ==
              Code::notPermitted);
        REQUIRE(compare(billFileFrom(weChatText())));
        CHECK(office.cases().load(number).value() == before);
    }
}

TEST_CASE("ReconciliationDesk::resolve")
{
    auto office = CaseOffice{};
    auto desk = deskOf(office);
    const auto channel = GatewayChannel::weChat;
    const auto id = desk.compare(office.supervisor, channel, day, billFileFrom(weChatText()))
                        .value()
                        .items.front()
                        .difference.id;

    SUBCASE("needs another supervisor than the owner, and words")
    {
        const auto code = [&](const Actor& actor, const std::string& how) {
            return desk.resolve(actor, channel, day, id, how).refusal().code;
        };
        CHECK(code(office.supervisor, "已退款") == Code::ownWork);
        CHECK(code(office.clerk, "已退款") == Code::notPermitted);
        CHECK(code(office.otherSupervisor, " ") == Code::reasonNeeded);
        CHECK(desk.resolve(office.otherSupervisor, channel, day, id, "另一台设备的订单，已核"));
        const auto item = desk.load(office.supervisor, channel, day).value()->items.front();
        CHECK(item.resolution == "另一台设备的订单，已核");
        CHECK(item.approver == "tan");
        CHECK(code(office.otherSupervisor, "again") == Code::alreadyDecided);
    }
    SUBCASE("knows the differences of the last sheet only")
    {
        CHECK(desk.resolve(office.otherSupervisor, channel, day, "x", "r").refusal().code ==
              Code::noSuchDifference);
        CHECK(desk.resolve(office.otherSupervisor, GatewayChannel::alipay, day, id, "r")
                  .refusal()
                  .code == Code::noSuchDifference);
    }
    SUBCASE("lets the owner change, to a user who exists")
    {
        const auto due = office.window.clock.now() + std::chrono::hours{3};
        CHECK(desk.assign(office.supervisor, channel, day, id, "nobody", due).refusal().code ==
              Code::noSuchUser);
        CHECK(desk.assign(
            office.supervisor, channel, day, id, "hong", due, " 请到商户平台查这一笔 "));
        const auto item = desk.load(office.supervisor, channel, day).value()->items.front();
        CHECK(item.owner == "hong");
        CHECK(item.note == "请到商户平台查这一笔");
        CHECK(item.due == due);
        CHECK(desk.resolve(office.clerkAsSupervisor, channel, day, id, "r").refusal().code ==
              Code::ownWork); // the owner's other account
        CHECK(desk.resolve(office.supervisor, channel, day, id, "已核"));
    }
}

TEST_CASE("ReconciliationDesk::compareFetched")
{
    auto office = CaseOffice{};
    auto desk = deskOf(office);
    const auto channel = GatewayChannel::weChat;
    const auto fetched = desk.compareFetched(channel, day, billFileFrom(weChatText())).value();
    REQUIRE_FALSE(fetched.items.empty());
    const auto id = fetched.items.front().difference.id;

    SUBCASE("finds what a supervisor's comparison finds, and writes nothing when it did")
    {
        const auto before = office.events();
        CHECK(desk.compare(office.supervisor, channel, day, billFileFrom(weChatText())).value() ==
              fetched);
        CHECK(office.events() == before);
        CHECK(fetched.comparedBy == windowItself);
    }
    SUBCASE("leaves its differences to nobody: one has to be assigned before it ends")
    {
        CHECK(fetched.items.front().owner.empty());
        const auto early = desk.resolve(office.supervisor, channel, day, id, "已核");
        CHECK(early.refusal() == Refusal{Code::missing, "owner", {}});
        REQUIRE(desk.assign(office.supervisor, channel, day, id, "hong", Instant{}));
        CHECK(desk.resolve(office.supervisor, channel, day, id, "已核"));
    }
    SUBCASE("refuses a bad file as a supervisor's comparison does")
    {
        CHECK(desk.compareFetched(channel, day, billFileFrom("PK\x03\x04")).refusal().code ==
              Code::badBill);
    }
}

TEST_CASE("ReconciliationDesk::compare: the account")
{
    auto office = CaseOffice{};
    auto desk = deskOf(office);
    const auto channel = GatewayChannel::weChat;
    const auto bill = billFileFrom(weChatText());
    const auto sums = readBill(bill, [](const BillLine&) {}).sums;
    const auto fundText = [](Money in, Money out) {
        return "记账时间,业务类型,收支类型,收支金额(元)\r\n"
               "`2026-01-15 10:00:00,`交易,`收入,`" +
               in.text() + "\r\n`2026-01-15 11:00:00,`退款,`支出,`" + out.text() +
               "\r\n资金流水总笔数,收入金额,支出金额\r\n`2,`" + in.text() + ",`" + out.text() +
               "\r\n";
    };
    const auto funds = [&](Money in, Money out) {
        return desk.compare(
            office.supervisor, channel, day, billFileFrom(fundText(in, out)), BillBook::funds);
    };
    const auto code = [](const auto& result) { return result.refusal().code; };

    SUBCASE("needs the trades first, a supervisor and a file that is whole")
    {
        CHECK(funds(sums.paid, sums.refunded).refusal().arguments.front() == "noTrades");
        REQUIRE(desk.compare(office.supervisor, channel, day, bill));
        const auto before = office.events();
        CHECK(code(desk.compare(office.clerk, channel, day, billFileFrom(""), BillBook::funds)) ==
              Code::notPermitted);
        CHECK(code(desk.compare(office.supervisor, channel, day, bill, BillBook::funds)) ==
              Code::badBill);
        auto damaged = billFileFrom(fundText(sums.paid, sums.refunded), sha1("another"));
        CHECK(code(desk.compare(office.supervisor, channel, day, damaged, BillBook::funds)) ==
              Code::badBill);
        CHECK(office.events() == before);
    }
    SUBCASE("keeps the file and what it says, and changes nothing else of the day")
    {
        const auto trades = desk.compare(office.supervisor, channel, day, bill).value();
        CHECK_FALSE(trades.funds);
        const auto id = trades.items.front().difference.id;
        REQUIRE(desk.assign(office.supervisor, channel, day, id, "hong", Instant{}));
        const auto done =
            desk.compareFetched(
                    channel, day, billFileFrom(fundText(sums.paid, sums.refunded)), BillBook::funds)
                .value();
        REQUIRE(done.funds);
        CHECK(done.funds->agrees());
        CHECK(done.funds->billPaid == sums.paid);
        CHECK(done.funds->comparedBy == windowItself);
        CHECK(done.comparedBy == "luo");
        CHECK(done.sheet == trades.sheet);
        CHECK(done.billHash == trades.billHash);
        CHECK(done.items.front().owner == "hong");
        CHECK(textOf(office.journal().attachment(done.funds->hash).value()) ==
              fundText(sums.paid, sums.refunded));
        const auto before = office.events();
        CHECK(funds(sums.paid, sums.refunded).value() == done); // the same file again
        CHECK(desk.compare(office.supervisor, channel, day, bill).value() == done);
        CHECK(office.events() == before);
        office.restart();
        CHECK(deskOf(office).load(office.supervisor, channel, day).value() == done);
        CHECK(office.journal().verify().problems.empty());
    }
    SUBCASE("tells when the money did not arrive, and forgets it with another trade bill")
    {
        REQUIRE(desk.compare(office.supervisor, channel, day, bill));
        CHECK_FALSE(funds(sums.paid - Money::fen(1), sums.refunded).value().funds->agrees());
        CHECK_FALSE(funds(sums.paid, sums.refunded + Money::fen(1)).value().funds->agrees());
        CHECK(funds(sums.paid, sums.refunded).value().funds->agrees());
        CHECK_FALSE(desk.compare(office.supervisor, channel, day, billFileFrom("")).value().funds);
        const auto nothing =
            desk.compare(office.supervisor, channel, day, billFileFrom(""), BillBook::funds)
                .value();
        CHECK(nothing.funds->agrees());
        CHECK(nothing.funds->hash.empty());
    }
}

TEST_CASE("ReconciliationDesk::missingDays and openDays")
{
    auto office = CaseOffice{};
    auto desk = deskOf(office);
    const auto channel = GatewayChannel::weChat;
    const auto after = Date{std::chrono::sys_days{day} + std::chrono::days{1}};

    SUBCASE("yesterday is missing until it was compared, whether or not there was trade")
    {
        CHECK(desk.missingDays(channel, after) == std::vector<Date>{day});
        REQUIRE(desk.compareFetched(channel, day, billFileFrom("")));
        CHECK(desk.missingDays(channel, after).empty());
        CHECK(desk.missingDays(GatewayChannel::alipay, after) == std::vector<Date>{day});
    }
    SUBCASE("a day is open until its last difference ended")
    {
        CHECK(desk.openDays(office.supervisor, after).value().empty());
        const auto items =
            desk.compare(office.supervisor, channel, day, billFileFrom(weChatText())).value().items;
        const auto count = static_cast<std::int64_t>(items.size());
        CHECK(desk.openDays(office.supervisor, after).value() ==
              std::vector<ComparedDay>{{channel, day, count}});
        for (const auto& item : items)
            REQUIRE(desk.resolve(
                office.otherSupervisor, channel, day, item.difference.id, "另一台设备的订单"));
        CHECK(desk.openDays(office.supervisor, after).value().empty());
        CHECK(desk.openDays(office.clerk, after).refusal().code == Code::notPermitted);
    }
}

TEST_CASE("a payment by code that was reversed stands on both sides")
{
    auto office = CaseOffice{};
    auto world = PaymentWorld{office, 3};
    const auto number = world.addCase();
    REQUIRE(world.desk().payByCode(office.clerk, number, "130123456789012343"));
    world.run();
    const auto order = world.attempt(number).orderNumber;
    (void)world.desk().giveUp(office.clerk, number).value();
    REQUIRE(world.ledger.pay(order)); // while the reverse is on its way
    world.pass(std::chrono::minutes{2});
    REQUIRE(world.attempt(number).state == AttemptState::reversed);
    REQUIRE(world.attempt(number).captured());

    const auto at = world.attempt(number).paidAt.value();
    const auto line =
        [&](const std::string& state, const std::string& taken, const std::string& given) {
            return "`" + StationTime{}.dateTimeText(at) + ",`" + order + ",`4200,`" + state + ",`" +
                   taken + ",`" + given + ",`" + (state == "SUCCESS" ? "0" : order + "X") +
                   ",`5030,`SUCCESS\r\n";
        };
    const auto bill = "交易时间,商户订单号,微信订单号,交易状态,订单金额,申请退款金额,商户退款单号,"
                      "微信退款单号,退款状态\r\n" +
                      line("SUCCESS", "40.00", "0.00") + line("REVOKED", "0.00", "40.00") +
                      "总交易单数,订单总金额,申请退款总金额\r\n`2,`40.00,`40.00\r\n";
    const auto done = deskOf(office).compare(
        office.supervisor, GatewayChannel::weChat, StationTime{}.dateOf(at), billFileFrom(bill));
    REQUIRE(done);
    CHECK(done.value().sheet.matched == 2);
    CHECK(done.value().sheet.differences.empty());
    CHECK(done.value().sheet.isBalanced());
}

TEST_CASE("foldComparison")
{
    CHECK_THROWS_AS(foldComparison({}), ServiceFailure);
    const auto actor = Actor{"luo", "p-luo", Role::supervisor};
    auto event = Event{};
    event.kind = EventKind::differenceResolved;
    event.payload = newEvent(event.kind, "x", actor, {{"id", "a"}, {"resolution", "r"}}).payload;
    CHECK_THROWS_AS(foldComparison({event}), ServiceFailure);
}

} // namespace guitai::reconciliation_desk_test
