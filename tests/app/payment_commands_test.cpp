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
