#include "app/console/payment_view.h"

#include "app/console/console.h"
#include "app/console/payment_folder.h"
#include "app/console/phrasing.h"
#include "forms/text.h"
#include "forms/wording/payment_words.h"

#include <wx/translation.h>

namespace guitai::console
{

namespace
{

constexpr auto noticed = std::chrono::seconds{60};

using Json = nlohmann::ordered_json;

std::string channelName(GatewayChannel channel)
{
    return fromUi(words::name(channel));
}

Json& listAt(Answer& answer, const char* name)
{
    if (!answer.json.contains(name))
        answer.json[name] = Json::array();
    return answer.json[name];
}

std::string codePayName(WeChatConfiguration::CodePay codePay)
{
    switch (codePay) {
    case WeChatConfiguration::CodePay::off:
        return "off";
    case WeChatConfiguration::CodePay::v2:
        return "v2";
    case WeChatConfiguration::CodePay::v3:
        return "v3";
    }
    return {};
}

void showWeChat(Answer& answer, const WeChatSetup& setup, Instant now)
{
    const auto loaded = load(setup, now);
    const auto* configuration = std::get_if<WeChatConfiguration>(&loaded);
    const auto serial = configuration != nullptr ? configuration->merchantSerial : std::string{};
    listAt(answer, "channels")
        .push_back({{"channel", nameOf(GatewayChannel::weChat)},
                    {"appId", setup.appId},
                    {"merchantId", setup.merchantId},
                    {"merchantSerial", serial},
                    {"publicKeyId", setup.publicKeyId},
                    {"platformCertificates", setup.platformCertificates},
                    {"notifyUrl", setup.notifyUrl},
                    {"hosts", setup.hosts},
                    {"codePay", codePayName(setup.codePay)},
                    {"usable", configuration != nullptr}});
    answer.lines.push_back(channelName(GatewayChannel::weChat));
    addLine(answer.lines, _("  Application"), setup.appId);
    addLine(answer.lines, _("  Merchant"), setup.merchantId);
    addLine(answer.lines, _("  Serial number of the certificate"), serial);
    addLine(answer.lines, _("  Number of the provider's key"), setup.publicKeyId);
    addLine(answer.lines, _("  Payment by code"), codePayName(setup.codePay));
    for (const auto& host : setup.hosts)
        addLine(answer.lines, _("  Address"), host);
}

void showAlipay(Answer& answer, const AlipaySetup& setup, Instant now)
{
    const auto loaded = load(setup, now);
    const auto* configuration = std::get_if<AlipayConfiguration>(&loaded);
    const auto number = configuration != nullptr && configuration->certificates
                            ? configuration->certificates->applicationNumber
                            : std::string{};
    listAt(answer, "channels")
        .push_back({{"channel", nameOf(GatewayChannel::alipay)},
                    {"appId", setup.appId},
                    {"sellerId", setup.sellerId},
                    {"applicationCertificate", number},
                    {"gateway", setup.gateway},
                    {"codeProduct", setup.codeProduct},
                    {"payProduct", setup.payProduct},
                    {"usable", configuration != nullptr}});
    answer.lines.push_back(channelName(GatewayChannel::alipay));
    addLine(answer.lines, _("  Application"), setup.appId);
    addLine(answer.lines, _("  Seller"), setup.sellerId);
    addLine(answer.lines, _("  Number of the certificate"), number);
    addLine(answer.lines, _("  Address"), setup.gateway);
}

std::string clockSentence(std::chrono::seconds ahead)
{
    const auto seconds = std::to_string(std::abs(ahead.count()));
    return ahead.count() > 0 ? say(_("The clock of this computer is {1} seconds fast."), {seconds})
                             : say(_("The clock of this computer is {1} seconds slow."), {seconds});
}

} // namespace

ChannelProblems problemsOf(const PaymentSetup& setup, Instant now)
{
    auto problems = ChannelProblems{};
    const auto judge = [&problems, now](GatewayChannel channel, const auto& one) {
        if (!one)
            return;
        auto loaded = load(*one, now);
        if (auto* wrong = std::get_if<SetupProblems>(&loaded))
            problems[channel] = std::move(*wrong);
    };
    judge(GatewayChannel::weChat, setup.weChat);
    judge(GatewayChannel::alipay, setup.alipay);
    return problems;
}

void show(Answer& answer, const ChannelProblems& problems)
{
    for (const auto& [channel, list] : problems)
        for (const auto& one : list) {
            const auto sentence = fromUi(words::sentence(one.finding));
            listAt(answer, "problems")
                .push_back({{"channel", nameOf(channel)},
                            {"finding", nameOf(one.finding)},
                            {"member", one.field},
                            {"sentence", sentence}});
            // TRANSLATORS: channel, name of the setting, what is wrong with it
            answer.lines.push_back(
                say(_("{1}, {2}: {3}"), {channelName(channel), one.field, sentence}));
        }
}

void show(Answer& answer, const PaymentSetup& setup, Instant now)
{
    if (setup.weChat)
        showWeChat(answer, *setup.weChat, now);
    if (setup.alipay)
        showAlipay(answer, *setup.alipay, now);
    show(answer, problemsOf(setup, now));
}

bool show(Answer& answer, GatewayChannel channel, const GatewayAnswer<CloseReport>& probe)
{
    auto sentences = std::vector<std::string>{};
    const auto verdict = probe.exchange.verdict;
    if (!probe.ok())
        sentences.push_back(fromUi(words::sentence(probe.problem)));
    else if (verdict == AnswerVerdict::unsignedError)
        sentences.push_back(say(_("Our key, serial number and clock are right. The provider does "
                                  "not sign this answer: its own key is tested by the first "
                                  "payment only.")));
    else
        sentences.push_back(say(_("Key, serial number, clock and certificate are right.")));
    if (!probe.ok() && verdict != AnswerVerdict::unsignedError)
        if (auto why = fromUi(words::sentence(verdict)); !why.empty())
            sentences.push_back(std::move(why));
    if (!probe.ok() && !probe.providerCode.empty())
        sentences.push_back(say(_("The provider's code: {1}"), {probe.providerCode}));
    const auto ahead = probe.clock ? -probe.clock->difference : std::chrono::seconds{0};
    if (std::chrono::abs(ahead) >= noticed)
        sentences.push_back(clockSentence(ahead));
    auto line = channelName(channel) + ':';
    for (const auto& sentence : sentences)
        line += ' ' + sentence;
    answer.lines.push_back(std::move(line));
    listAt(answer, "tests")
        .push_back({{"channel", nameOf(channel)},
                    {"ok", probe.ok()},
                    {"problem", nameOf(probe.problem)},
                    {"verdict", nameOf(verdict)},
                    {"code", probe.providerCode},
                    {"clockAhead", ahead.count()},
                    {"sentences", sentences}});
    return probe.ok();
}

Answer fileProblem(const std::filesystem::path& file, const PaymentFileProblem& problem)
{
    auto answer = Answer{};
    answer.notDone = true;
    const auto sentence = fromUi(words::sentence(problem.kind));
    const auto place = problem.member.empty() ? file.string() : problem.member;
    answer.json["problems"] = nlohmann::ordered_json::array(
        {{{"member", problem.member}, {"finding", "file"}, {"sentence", sentence}}});
    answer.lines = {say(_("{1}: {2}"), {place, sentence})};
    return answer;
}

std::variant<PaymentSetup, Answer> inForce(const Console& console)
{
    const auto folder = PaymentFolder{console.dataFolder};
    if (!std::filesystem::exists(folder.file())) {
        auto answer = Answer{};
        answer.notDone = true;
        answer.json["channels"] = nlohmann::ordered_json::array();
        answer.lines = {
            say(_("No payment channel is set up; cash only. guitai-admin payment configure --help "
                  "tells how."))};
        return answer;
    }
    auto read = folder.read();
    if (const auto* problem = std::get_if<PaymentFileProblem>(&read))
        return fileProblem(folder.file(), *problem);
    return std::get<PaymentSetup>(std::move(read));
}

} // namespace guitai::console
