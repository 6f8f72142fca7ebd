#include "services/station_time.h"
#include "tests/app/console.h"
#include "tests/support/gateway_simulator.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace guitai;

namespace
{

namespace fs = std::filesystem;
using nlohmann::json;

/// A window of its own, and the providers at the machine's time.
struct Office {
    SettableClock clock;
    std::unique_ptr<GatewaySimulator> simulator;
    TestConsole console = TestConsole::withStaff();
    fs::path clients;

    Office()
    {
        clock.setWall(SystemClock{}.now());
        simulator = std::make_unique<GatewaySimulator>(clock);
        clients = simulator->process().clients();
    }
    json readyFile() const { return json::parse(contentOf(clients / "payment.json")); }
    /// The simulator's payment.json with a change.
    TestConsole::Answer configure(const json& change = json::object()) const
    {
        auto wanted = readyFile();
        wanted.merge_patch(change);
        write(clients / "changed.json", wanted.dump());
        return console.ask({"payment", "configure", "from", (clients / "changed.json").string()});
    }
    /// Somebody pays 20 yuan by WeChat Pay at the same merchant, not at this window.
    void payAt(Instant instant)
    {
        const auto now = clock.now();
        const auto moveTo = [this](Instant at) {
            clock.setWall(at);
            simulator->pass(std::chrono::seconds{1});
        };
        moveTo(instant);
        auto random = SeededRandom{};
        auto log = NoLog{};
        auto channels = PaymentChannels{simulator->setup(), {clock, random, log}};
        auto& gateway = *channels.gateways().at(GatewayChannel::weChat);
        const auto order = CodeOrder{.orderNumber = "ELSEWHERE0001",
                                     .amount = Money::yuan(20),
                                     .description = "居民身份证工本费",
                                     .createdAt = clock.now(),
                                     .expiresAt = clock.now() + std::chrono::minutes{5}};
        REQUIRE(gateway.create(gateway.intendCreate(order)).ok());
        REQUIRE(simulator->citizen("scan", GatewayChannel::weChat, order.orderNumber));
        REQUIRE(simulator->citizen("pay", GatewayChannel::weChat, order.orderNumber));
        moveTo(now);
    }
    /// What the test of one channel says.
    json probed(const std::string& channel) const
    {
        const auto answer = console.ask({"payment", "test"});
        for (const auto& one : answer.json.at("tests"))
            if (one.at("channel") == channel)
                return one;
        return json::object();
    }
};

bool says(const json& probe, const std::string& part)
{
    return probe.at("sentences").dump().find(part) != std::string::npos;
}

std::vector<std::string> findings(const TestConsole::Answer& answer)
{
    auto list = std::vector<std::string>{};
    for (const auto& one : answer.json.value("problems", json::array()))
        list.push_back(one.at("finding").get<std::string>() + ' ' +
                       one.at("member").get<std::string>());
    return list;
}

using Findings = std::vector<std::string>;

} // namespace

TEST_CASE("guitai-admin payment sets up, shows and tests both channels")
{
    Office office;
    CHECK(office.console.ask({"payment", "show"}).exitCode == 1); // nothing yet
    REQUIRE(office.configure().exitCode == 0);
    CHECK(office.console.ask({"payment", "test"}).exitCode == 0);
    CHECK(office.probed("weChat").at("ok") == true);
    CHECK(office.probed("alipay").at("ok") == true);

    const auto shown = office.console.ask({"payment", "show"});
    CHECK(shown.exitCode == 0);
    REQUIRE(shown.json.at("channels").size() == 2);
    CHECK(shown.json["channels"][0].at("merchantSerial").get<std::string>().size() == 40);
    const auto words = office.console.tell({"payment", "show"});
    for (const auto* file : {"wechat/merchant.key", "wechat/apiv3.key", "alipay/application.key"}) {
        const auto secret = contentOf(office.clients / file);
        const auto part = secret.substr(secret.size() / 2, 16);
        CHECK(shown.json.dump().find(part) == std::string::npos);
        CHECK(words.out.find(part) == std::string::npos);
        CHECK(contentOf(office.console.data() / "payment.json").find(part) == std::string::npos);
    }
    for (const auto& file : fs::directory_iterator{office.console.data() / "payment"})
        CHECK((file.status().permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
              fs::perms::none);

    // the originals are not needed any more
    fs::remove_all(office.clients);
    CHECK(office.console.ask({"payment", "test"}).exitCode == 0);
}

TEST_CASE("guitai-admin payment configure takes one channel by its options")
{
    Office office;
    const auto ready = office.readyFile();
    const auto file = [&office](const char* name) { return (office.clients / name).string(); };
    const auto answer = office.console.ask({"payment",
                                            "configure",
                                            "alipay",
                                            "--app-id",
                                            ready["alipay"]["appId"],
                                            "--application-key",
                                            file("alipay/application.key"),
                                            "--alipay-key",
                                            file("alipay/alipay_public.pem"),
                                            "--gateway",
                                            ready["alipay"]["gateway"],
                                            "--authority",
                                            file("authority.pem")});
    CHECK(answer.exitCode == 0);
    CHECK(office.probed("alipay").at("ok") == true);
    CHECK(office.console.ask({"payment", "configure", "alipay"}).exitCode == 2);
}

TEST_CASE("guitai-admin payment configure refuses what cannot work and changes nothing")
{
    Office office;
    REQUIRE(office.configure().exitCode == 0);
    const auto before = contentOf(office.console.data() / "payment.json");
    const auto count = [&office] {
        return std::distance(fs::directory_iterator{office.console.data() / "payment"}, {});
    };
    const auto files = count();
    CHECK(findings(office.configure({{"wechat", {{"merchantKey", "alipay/application.key"}}}})) ==
          Findings{"certificateNotOurs merchantCertificate"});
    CHECK(findings(office.configure({{"wechat", {{"apiV3Key", "authority.pem"}}}})) ==
          Findings{"apiV3KeyLength apiV3Key"});
    CHECK(findings(office.configure({{"wechat", {{"merchantKey", "nothing"}}}})) ==
          Findings{"secretMissing merchantKey"});
    CHECK(findings(office.configure({{"alipay", {{"gateway", "http://127.0.0.1"}}}})) ==
          Findings{"gatewayUrl gateway"});
    CHECK(office.configure({{"alipay", {{"gatway", "x"}}}}).exitCode == 1);
    CHECK(contentOf(office.console.data() / "payment.json") == before);
    CHECK(count() == files);
    CHECK(office.console.ask({"payment", "test"}).exitCode == 0);
}

TEST_CASE("guitai-admin payment test tells in words what is wrong")
{
    Office office;
    SUBCASE("an application that the provider does not know")
    {
        REQUIRE(office.configure({{"alipay", {{"appId", "2021999999999999"}}}}).exitCode == 0);
        const auto probe = office.probed("alipay");
        CHECK(probe.at("problem") == "configuration");
        CHECK(says(probe, "isv.invalid-app-id"));
    }
    SUBCASE("a merchant that signs with another's certificate")
    {
        REQUIRE(office.configure({{"wechat", {{"merchantId", "1900000777"}}}}).exitCode == 0);
        const auto probe = office.probed("weChat");
        CHECK(probe.at("problem") == "configuration");
        CHECK(says(probe, "serial number"));
        CHECK(says(probe, "SIGN_ERROR"));
    }
    SUBCASE("nothing is claimed of a key that no signed answer has tested")
    {
        REQUIRE(office.configure().exitCode == 0);
        const auto weChat = office.probed("weChat");
        CHECK(weChat.at("ok") == true);
        CHECK(says(weChat, "its own key is tested by the first payment"));
        const auto alipay = office.probed("alipay"); // signs what it refuses, too
        CHECK(alipay.at("ok") == true);
        CHECK(says(alipay, "certificate are right"));
    }
    SUBCASE("the wrong public key of the provider")
    {
        REQUIRE(office.configure({{"alipay", {{"alipayKey", "wechat/wechatpay_public.pem"}}}})
                    .exitCode == 0);
        const auto probe = office.probed("alipay");
        CHECK(probe.at("verdict") == "badSignature");
        CHECK(says(probe, "The signature does not fit"));
    }
    SUBCASE("a clock that is slow")
    {
        REQUIRE(office.configure().exitCode == 0);
        office.simulator->skew(std::chrono::minutes{6});
        const auto probe = office.probed("weChat");
        CHECK(probe.at("problem") == "clockWrong");
        CHECK(says(probe, "seconds slow"));
        CHECK(office.probed("alipay").at("ok") == true); // gateway.do looks at the form only
        CHECK(says(office.probed("alipay"), "seconds slow"));
    }
    SUBCASE("nobody answers")
    {
        REQUIRE(office.configure({{"wechat", {{"hosts", {"https://127.0.0.1:9"}}}}}).exitCode == 0);
        CHECK(office.probed("weChat").at("problem") == "notSent");
    }
    SUBCASE("a secret that others can read, later")
    {
        REQUIRE(office.configure().exitCode == 0);
        for (const auto& file : fs::directory_iterator{office.console.data() / "payment"})
            fs::permissions(file, fs::perms::others_read, fs::perm_options::add);
        const auto answer = office.console.ask({"payment", "test"});
        CHECK(answer.exitCode == 1);
        CHECK(findings(answer) == Findings{"secretExposed merchantKey",
                                           "secretExposed apiV3Key",
                                           "secretExposed applicationKey"});
    }
}

TEST_CASE("guitai-admin reconcile fetches a bill, and difference assigns what it shows")
{
    auto office = Office{};
    // Two days ago: the bill is made by now, whatever the hour.
    const auto now = office.clock.now();
    office.payAt(now - std::chrono::hours{48});
    const auto day = isoDate(StationTime{}.dateOf(now - std::chrono::hours{48}));
    const auto ask = [&](std::vector<std::string> words) {
        for (const auto& word :
             {std::string{"--channel"}, std::string{"wechat"}, std::string{"--day"}, day})
            words.push_back(word);
        return office.console.askAs("wangfang", words);
    };
    CHECK(ask({"reconcile", "--fetch"}).exitCode == 1); // no channel is set up
    REQUIRE(office.configure().exitCode == 0);

    office.simulator->fault("wrong_hash", "wechat.trade_bill");
    CHECK(ask({"reconcile", "--fetch"}).json.at("problem") == "untrusted");
    office.simulator->clearFaults();
    CHECK(ask({"reconcile", "--fetch", "--funds", "file"}).exitCode == 2); // one of the two
    const auto sheet = ask({"reconcile", "--fetch", "--funds"});
    REQUIRE(sheet.exitCode == 0);
    CHECK(sheet.json.at("funds").at("agrees") == true);
    CHECK(sheet.json.at("funds").at("taken_fen") == 2000);
    REQUIRE(sheet.json.at("work").size() == 1);
    CHECK(sheet.json.at("work").front().at("class") == "billOnlyUnknown");
    const auto id = sheet.json.at("work").front().at("id").get<std::string>();

    using Codes = std::vector<std::string>;
    CHECK(codesOf(ask({"difference", id, "--assign", "nobody"})) == Codes{"noSuchUser"});
    REQUIRE(ask({"difference", id, "--assign", "liming", "--note", "查另一台设备"}).exitCode == 0);
    CHECK(ask({"difference", id}).exitCode == 2); // neither
    CHECK(ask({"difference", id, "--resolution", "另一台设备的订单"}).exitCode == 0);
    CHECK(codesOf(ask({"difference", id, "--assign", "liming"})) == Codes{"alreadyDecided"});
    CHECK(office.console.ask({"journal", "verify"}).exitCode == 0);
}
