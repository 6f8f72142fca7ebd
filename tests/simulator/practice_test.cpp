#include "app/practice_gateway/practice_gateways.h"

#include "tests/support/gateway_simulator.h"

#include <doctest/doctest.h>

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace guitai;

namespace
{

using Channel = GatewayChannel;

/// The practice of the window's program; its simulator's time is the machine's.
struct Practice {
    TemporaryFolder folder;
    SystemClock clock;
    SeededRandom random;
    NoLog log;
    PracticeGateways gateways{simulatorProgram(), folder.path(), {clock, random, log}};
    int orders = 0;

    OrderRef show(Channel channel)
    {
        const auto order =
            OrderRef{"B07A126112300" + std::to_string(1000 + ++orders) + "A1K", Money::yuan(20)};
        auto& gateway = *gateways.gateways().at(channel);
        const auto intent =
            gateway.intendCreate({.orderNumber = order.orderNumber,
                                  .amount = order.amount,
                                  .description = "居民身份证工本费",
                                  .createdAt = clock.now(),
                                  .expiresAt = clock.now() + std::chrono::seconds{330}});
        REQUIRE(gateway.create(intent).ok());
        return order;
    }
    std::string stateAfter(Channel channel, const OrderRef& order, int seconds)
    {
        gateways.simulator().control("/admin/clock", {{"advance_s", seconds}});
        const auto answer = gateways.gateways().at(channel)->query(order);
        return std::string{answer.ok() ? nameOf(answer.value->state) : nameOf(answer.problem)};
    }
};

/// Whether the process still does something; a zombie that nobody buries does not.
bool runs(pid_t process)
{
    auto stat = std::ifstream{"/proc/" + std::to_string(process) + "/stat"};
    auto text = std::string{};
    std::getline(stat, text);
    const auto state = text.rfind(')');
    return state != std::string::npos && text.substr(state + 2, 1) != "Z";
}

} // namespace

TEST_CASE("in training a citizen scans and pays by themselves")
{
    Practice practice;
    auto& phone = practice.gateways.phone();
    SUBCASE("pays")
    {
        const auto order = practice.show(Channel::alipay);
        CHECK(practice.stateAfter(Channel::alipay, order, 0) == "notFound");
        CHECK(practice.stateAfter(Channel::alipay, order, 4) == "scanned");
        CHECK(practice.stateAfter(Channel::alipay, order, 5) == "paid");
        const auto other = practice.show(Channel::weChat);
        CHECK(practice.stateAfter(Channel::weChat, other, 9) == "paid");
    }
    SUBCASE("walks off")
    {
        phone.adopt(PracticeHabit::walksOff);
        const auto order = practice.show(Channel::alipay);
        CHECK(practice.stateAfter(Channel::alipay, order, 200) == "scanned");
    }
    SUBCASE("pays late, when the window has given the code up")
    {
        phone.adopt(PracticeHabit::paysLate);
        const auto order = practice.show(Channel::alipay);
        CHECK(practice.stateAfter(Channel::alipay, order, 50) == "notFound");
        CHECK_FALSE(practice.gateways.gateways().at(Channel::alipay)->close(order).ok());
        CHECK(practice.stateAfter(Channel::alipay, order, 30) == "paid");
    }
    SUBCASE("does nothing until told to, and then what a telephone would")
    {
        phone.adopt(PracticeHabit::doesNothing);
        for (const auto channel : {Channel::weChat, Channel::alipay}) {
            const auto order = practice.show(channel);
            CHECK(practice.stateAfter(channel, order, 60) != "paid");
            CHECK(phone.scan(channel, order.orderNumber));
            CHECK(practice.stateAfter(channel, order, 0) != "paid");
            CHECK(phone.pay(channel, order.orderNumber));
            CHECK(practice.stateAfter(channel, order, 0) == "paid");
            CHECK_FALSE(phone.pay(channel, order.orderNumber)); // once
        }
    }
    SUBCASE("shows a payment code, another one each time")
    {
        for (const auto channel : {Channel::weChat, Channel::alipay}) {
            auto& gateway = *practice.gateways.gateways().at(channel);
            const auto code = phone.paymentCode(channel, PracticeHabit::paysAtOnce);
            CHECK(code != phone.paymentCode(channel, PracticeHabit::paysAtOnce));
            const auto intent = gateway.intendPayByCode(
                {.orderNumber = "B07A1261123009999A1K",
                 .amount = Money::yuan(20),
                 .description = "居民身份证工本费",
                 .paymentCode = code,
                 .createdAt = practice.clock.now(),
                 .expiresAt = practice.clock.now() + std::chrono::seconds{90}});
            CHECK(gateway.payByCode(intent).value->state == TradeState::paid);
        }
    }
}

TEST_CASE("the simulator keeps keys and ledger, and ends with the program that started it")
{
    TemporaryFolder folder;
    auto out = std::array<int, 2>{};
    REQUIRE(::pipe(out.data()) == 0);
    const auto parent = ::fork();
    if (parent == 0) { // starts a simulator and dies without saying good-bye
        auto process = std::make_unique<SimulatorProcess>(
            SimulatorProcess::Options{.program = simulatorProgram(), .folder = folder.path()});
        const auto pid = process->pid();
        (void)!::write(out[1], &pid, sizeof pid);
        ::kill(::getpid(), SIGKILL);
    }
    auto simulator = pid_t{};
    REQUIRE(::read(out[0], &simulator, sizeof simulator) == sizeof simulator);
    ::waitpid(parent, nullptr, 0);
    for (auto i = 0; i < 500 && runs(simulator); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    CHECK_FALSE(runs(simulator));

    const auto keyFile = folder / "clients/wechat/merchant.key";
    const auto content = [&keyFile] {
        auto stream = std::ifstream{keyFile};
        return std::string{std::istreambuf_iterator<char>{stream}, {}};
    };
    const auto before = content();
    CHECK_FALSE(before.empty());
    using Perms = std::filesystem::perms;
    CHECK((std::filesystem::status(keyFile).permissions() &
           (Perms::group_all | Perms::others_all)) == Perms::none);
    const auto again = SimulatorProcess{{.program = simulatorProgram(), .folder = folder.path()}};
    CHECK(content() == before);
}

TEST_CASE("payment.json is read strictly, and says which member is wrong")
{
    using Kind = PaymentFileProblem::Kind;
    const auto problemOf = [](const char* text) {
        const auto read = paymentSetupFrom(text, "/srv");
        const auto* problem = std::get_if<PaymentFileProblem>(&read);
        return problem == nullptr ? std::string{}
                                  : problem->member + ":" +
                                        (problem->kind == Kind::noJson      ? "json"
                                         : problem->kind == Kind::wrongType ? "type"
                                                                            : "unknown");
    };
    CHECK(problemOf("{}").empty());
    CHECK(problemOf("{") == ":json");
    CHECK(problemOf("[]") == ":type");
    CHECK(problemOf(R"({"wechat": 1})") == "wechat:type");
    CHECK(problemOf(R"({"wechat": {"apId": "wx1"}})") == "wechat.apId:unknown");
    CHECK(problemOf(R"({"wechat": {"hosts": ["https://a", 1]}})") == "wechat.hosts:type");
    CHECK(problemOf(R"({"wechat": {"codePay": "v4"}})") == "wechat.codePay:type");
    CHECK(problemOf(R"({"wechat": {"v2SignType": "SHA1"}})") == "wechat.v2SignType:type");
    CHECK(problemOf(R"({"wechat": {"fundAccount": "basic"}})") == "wechat.fundAccount:type");
    CHECK(problemOf(R"({"alipay": {"payByCode": "yes"}})") == "alipay.payByCode:type");
    CHECK(problemOf(R"({"alipay": {"codeProduct": 1}})") == "alipay.codeProduct:type");
    CHECK(problemOf(R"({"cash": {}})") == "cash:unknown");

    const auto read = paymentSetupFrom(
        R"({"wechat": {"appId": "wx1", "merchantKey": "keys/m.key", "apiV3Key": "/etc/v3"}})",
        "/srv");
    const auto& setup = std::get<PaymentSetup>(read);
    CHECK(setup.weChat->merchantKey == "/srv/keys/m.key");
    CHECK(setup.weChat->apiV3Key == "/etc/v3");
    const auto written = paymentSetupFrom(paymentFileText(setup), "/elsewhere");
    CHECK(std::get<PaymentSetup>(written).weChat->merchantKey == setup.weChat->merchantKey);
}

TEST_CASE("payment.json keeps the switches of the contract")
{
    const auto text =
        std::string{R"({"wechat": {"codePay": "v2", "v2SignType": "MD5", "noCredit": true,)"
                    R"( "fundAccount": "OPERATION", "gzipBill": false},)"
                    R"( "alipay": {"codeProduct": "FACE_TO_FACE_PAYMENT", "payProduct": "",)"
                    R"( "noCredit": true, "terminal": "W01", "payByCode": false}})"};
    const auto first = std::get<PaymentSetup>(paymentSetupFrom(text, "/srv"));
    const auto again = std::get<PaymentSetup>(paymentSetupFrom(paymentFileText(first), "/srv"));
    for (const auto& setup : {first, again}) {
        CHECK(setup.weChat->codePay == WeChatConfiguration::CodePay::v2);
        CHECK(setup.weChat->v2SignType == WeChatV2::SignType::md5);
        CHECK(setup.weChat->noCredit);
        CHECK(setup.weChat->fundAccount == WeChatConfiguration::FundAccount::operation);
        CHECK_FALSE(setup.weChat->gzipBill);
        CHECK(setup.alipay->codeProduct == "FACE_TO_FACE_PAYMENT");
        CHECK(setup.alipay->payProduct.empty());
        CHECK(setup.alipay->noCredit);
        CHECK(setup.alipay->terminal == "W01");
        CHECK_FALSE(setup.alipay->payByCode);
    }
    const auto usual =
        std::get<PaymentSetup>(paymentSetupFrom(R"({"wechat": {}, "alipay": {}})", "/srv"));
    CHECK(usual.weChat->v2SignType == WeChatV2::SignType::hmacSha256);
    CHECK(usual.weChat->fundAccount == WeChatConfiguration::FundAccount::basic);
    CHECK(usual.alipay->codeProduct == "QR_CODE_OFFLINE");
    CHECK(usual.alipay->payProduct == "FACE_TO_FACE_PAYMENT");
}
