#include "app/console/console.h"
#include "app/console/payment_folder.h"
#include "app/console/payment_view.h"
#include "app/console/phrasing.h"
#include "forms/text.h"
#include "forms/wording/payment_words.h"
#include "services/payments/payment_channels.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

namespace guitai::console
{

namespace
{

/// What was written at the command line; files are where they are now, not yet copied.
struct Wish {
    WeChatSetup weChat;
    AlipaySetup alipay;
    std::string codePay = "off";
    std::filesystem::path authority;
    std::filesystem::path from;
};

/// Copies the files into the data folder and writes payment.json, when all of it is right.
Answer configure(const Console& console, const PaymentSetup& wished)
{
    if (!isInitialised(console.place()))
        return Answer::refused({Refusal::Code::notInitialised, "data", {}});
    auto folder = PaymentFolder{console.dataFolder};
    const auto current = folder.read();
    auto setup = PaymentSetup{};
    if (const auto* known = std::get_if<PaymentSetup>(&current))
        setup = *known;
    const auto copied = folder.copy(wished);
    const auto problems = problemsOf(copied, SystemClock{}.now());
    if (!problems.empty()) {
        folder.forget(copied);
        auto answer = Answer{};
        show(answer, problems);
        answer.notDone = true;
        answer.lines.push_back(say(_("Nothing was changed.")));
        return answer;
    }
    if (copied.weChat)
        setup.weChat = copied.weChat;
    if (copied.alipay)
        setup.alipay = copied.alipay;
    if (!copied.authority.empty())
        setup.authority = copied.authority;
    folder.write(setup);
    auto answer = Answer{};
    show(answer, setup, SystemClock{}.now());
    answer.lines.push_back(say(_("The payment channels were set up. The next step: guitai-admin "
                                 "payment test")));
    return answer;
}

Answer configureFrom(const Console& console, const std::filesystem::path& file)
{
    auto read = readPaymentFile(file);
    if (const auto* problem = std::get_if<PaymentFileProblem>(&read))
        return fileProblem(file, *problem);
    return configure(console, std::get<PaymentSetup>(read));
}

Answer showSetup(const Console& console)
{
    auto found = inForce(console);
    if (auto* answer = std::get_if<Answer>(&found))
        return *answer;
    auto answer = Answer{};
    show(answer, std::get<PaymentSetup>(found), SystemClock{}.now());
    return answer;
}

/// Asks each provider for an order that does not exist: needs a good key, serial, clock, provider
/// key and network.
Answer test(const Console& console)
{
    auto found = inForce(console);
    if (auto* answer = std::get_if<Answer>(&found))
        return *answer;
    const auto clock = SystemClock{};
    auto random = SystemRandom{};
    auto log = NoLog{};
    auto channels = PaymentChannels{std::get<PaymentSetup>(found), {clock, random, log}};
    auto answer = Answer{};
    show(answer, channels.problems());
    answer.notDone = !channels.problems().empty();
    for (const auto& [channel, gateway] : channels.gateways())
        answer.notDone |= !show(answer, channel, gateway->probe());
    return answer;
}

/// What both channels take.
template <class ChannelSetup>
void addCommon(CLI::App& command, ChannelSetup& setup, Wish& wish)
{
    command.add_flag("--no-credit", setup.noCredit, say(_("No payment by credit card")));
    command.add_option("--store", setup.store, say(_("Number of the station, up to 32 signs")));
    command.add_option(
        "--authority", wish.authority, say(_("File: another authority to trust for TLS")));
}

void addWeChat(CLI::App& configureCommand, Console& console, const std::shared_ptr<Wish>& wish)
{
    auto& setup = wish->weChat;
    auto* command = configureCommand.add_subcommand("wechat", say(_("WeChat Pay, API v3")));
    command->add_option("--app-id", setup.appId, say(_("Application number, wx...")))->required();
    command->add_option("--merchant-id", setup.merchantId, say(_("Merchant number")))->required();
    command
        ->add_option("--merchant-key", setup.merchantKey, say(_("Secret file: private key, PEM")))
        ->required();
    command
        ->add_option("--merchant-certificate",
                     setup.merchantCertificate,
                     say(_("File: the certificate of that key, PEM")))
        ->required();
    command->add_option("--api-v3-key", setup.apiV3Key, say(_("Secret file: the APIv3 key")))
        ->required();
    command->add_option(
        "--public-key", setup.publicKey, say(_("File: WeChat Pay's public key, PEM")));
    command->add_option("--public-key-id", setup.publicKeyId, say(_("Its number, PUB_KEY_ID_...")));
    command->add_flag("--platform-certificates",
                      setup.platformCertificates,
                      say(_("Fetch WeChat Pay's certificates; for older merchants")));
    command->add_option("--notify-url", setup.notifyUrl, say(_("Address for notices, https://...")))
        ->required();
    command->add_option("--host", setup.hosts, say(_("Another address of the provider")));
    command->add_option("--code-pay", wish->codePay, say(_("Payment by the citizen's code")))
        ->check(CLI::IsMember({"off", "v2", "v3"}));
    command->add_option("--api-v2-key", setup.apiV2Key, say(_("Secret file: the API v2 key")));
    addCommon(*command, setup, *wish);
    command->callback([&console, wish] {
        console.choose([&console, wish] {
            using CodePay = WeChatConfiguration::CodePay;
            wish->weChat.codePay = wish->codePay == "v3"   ? CodePay::v3
                                   : wish->codePay == "v2" ? CodePay::v2
                                                           : CodePay::off;
            return configure(console, {.weChat = wish->weChat, .authority = wish->authority});
        });
    });
}

void addAlipay(CLI::App& configureCommand, Console& console, const std::shared_ptr<Wish>& wish)
{
    auto& setup = wish->alipay;
    auto* command = configureCommand.add_subcommand("alipay", say(_("Alipay, gateway.do")));
    command->add_option("--app-id", setup.appId, say(_("Application number, 2021...")))->required();
    command
        ->add_option("--application-key",
                     setup.applicationKey,
                     say(_("Secret file: the application's private key")))
        ->required();
    command->add_option("--alipay-key", setup.alipayKey, say(_("File: Alipay's public key")));
    command->add_option("--application-certificate",
                        setup.applicationCertificate,
                        say(_("File, in certificate mode: the application's certificate")));
    command->add_option("--alipay-certificate",
                        setup.alipayCertificate,
                        say(_("File, in certificate mode: Alipay's certificate")));
    command->add_option("--root-certificates",
                        setup.rootCertificates,
                        say(_("File, in certificate mode: Alipay's roots")));
    command->add_option("--seller-id", setup.sellerId, say(_("Seller number, 2088...")));
    command->add_option("--gateway", setup.gateway, say(_("Another address of the provider")));
    command->add_option("--code-product",
                        setup.codeProduct,
                        say(_("Product code of the contract, for codes that the citizen scans")));
    command->add_option("--pay-product",
                        setup.payProduct,
                        say(_("Product code of the contract, for payment by the citizen's code")));
    addCommon(*command, setup, *wish);
    command->callback([&console, wish] {
        console.choose([&console, wish] {
            return configure(console, {.alipay = wish->alipay, .authority = wish->authority});
        });
    });
}

} // namespace

void addPaymentCommands(CLI::App& app, Console& console)
{
    auto wish = std::make_shared<Wish>();
    auto* payment = app.add_subcommand("payment", say(_("WeChat Pay and Alipay: set up, test")));
    payment->require_subcommand(1);
    auto* setUp = payment->add_subcommand(
        "configure", say(_("Copy keys into the data folder and write payment.json")));
    setUp->require_subcommand(1);
    addWeChat(*setUp, console, wish);
    addAlipay(*setUp, console, wish);
    auto* from = setUp->add_subcommand("from", say(_("Take over a ready payment.json")));
    from->add_option("FILE", wish->from, say(_("Names its keys beside itself")))->required();
    from->callback([&console, wish] {
        console.choose([&console, wish] { return configureFrom(console, wish->from); });
    });
    setUp->footer(say(_("Keys are read from files, never from the command line. The copies have "
                        "the rights 0600; delete the originals.")));
    auto* show = payment->add_subcommand("show", say(_("What is set up, without any secret")));
    show->callback([&console] { console.choose([&console] { return showSetup(console); }); });
    auto* probe = payment->add_subcommand(
        "test", say(_("Ask each provider a harmless question that needs everything to be right")));
    probe->callback([&console] { console.choose([&console] { return test(console); }); });
}

} // namespace guitai::console
