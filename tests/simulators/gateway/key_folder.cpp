#include "tests/simulators/gateway/key_folder.h"

#include <nlohmann/json.hpp>

#include <openssl/rand.h>

#include <array>
#include <fstream>
#include <stdexcept>

namespace guitai::simulator
{

namespace
{

namespace fs = std::filesystem;

constexpr auto owner = fs::perms::owner_read | fs::perms::owner_write;

std::string secretText()
{
    auto raw = std::array<char, 16>{};
    RAND_bytes(reinterpret_cast<unsigned char*>(raw.data()), static_cast<int>(raw.size()));
    return lowerHex({raw.data(), raw.size()});
}

void write(const fs::path& file, const std::string& content, bool secret)
{
    fs::create_directories(file.parent_path());
    auto stream = std::ofstream{file, std::ios::binary | std::ios::trunc};
    if (secret)
        fs::permissions(file, owner);
    stream << content << std::flush;
    if (!stream)
        throw std::runtime_error("cannot write " + file.string());
}

} // namespace

KeyFolder::KeyFolder(fs::path folder) : m_folder(std::move(folder))
{
    fs::create_directories(m_folder / "provider");
    fs::permissions(m_folder, fs::perms::owner_all);
    loadIdentity();
    loadWeChat();
    loadAlipay();
    loadTls();
    m_stranger = key("provider/stranger.key");
}

bool KeyFolder::has(const std::string& file) const
{
    return fs::exists(m_folder / file);
}

std::string KeyFolder::read(const std::string& file) const
{
    auto stream = std::ifstream{m_folder / file, std::ios::binary};
    auto text = std::string{std::istreambuf_iterator<char>{stream}, {}};
    while (text.ends_with('\n'))
        text.pop_back();
    return text + '\n';
}

std::string KeyFolder::kept(const std::string& file, const std::string& made, bool secret) const
{
    if (!has(file))
        write(m_folder / file, made, secret);
    return read(file);
}

Key KeyFolder::key(const std::string& file) const
{
    if (!has(file))
        write(m_folder / file, Key::generate().privatePem(), true);
    return Key::fromPem(read(file));
}

void KeyFolder::loadIdentity()
{
    auto& own = m_identity;
    const auto file = std::string{"provider/identity.json"};
    auto known =
        has(file) ? nlohmann::ordered_json::parse(read(file)) : nlohmann::ordered_json::object();
    const auto member = [&known](const char* name, std::string& value) {
        value = known.value(name, value);
        known[name] = value;
    };
    own.apiV3Key = secretText();
    own.apiV2Key = secretText();
    member("weChatAppId", own.weChatAppId);
    member("merchantId", own.merchantId);
    member("publicKeyId", own.publicKeyId);
    member("apiV3Key", own.apiV3Key);
    member("apiV2Key", own.apiV2Key);
    member("alipayAppId", own.alipayAppId);
    member("alipayCertificateAppId", own.alipayCertificateAppId);
    member("sellerId", own.sellerId);
    write(m_folder / file, known.dump(2) + '\n', true);
    write(m_folder / "clients/wechat/apiv3.key", own.apiV3Key + '\n', true);
    write(m_folder / "clients/wechat/apiv2.key", own.apiV2Key + '\n', true);
}

void KeyFolder::loadWeChat()
{
    const auto merchantKey = key("clients/wechat/merchant.key");
    if (!has("clients/wechat/merchant.pem"))
        kept(
            "clients/wechat/merchant.pem",
            Certificate::make({"Practice", "Merchant " + m_identity.merchantId}, merchantKey).pem(),
            false);
    m_merchant = Certificate::fromPem(read("clients/wechat/merchant.pem"));
    m_platform = key("provider/wechat_platform.key");
    if (!has("provider/wechat_platform.pem"))
        kept("provider/wechat_platform.pem",
             Certificate::make({"Practice", "WeChat Pay platform"}, *m_platform).pem(),
             false);
    m_platformCertificate = Certificate::fromPem(read("provider/wechat_platform.pem"));
    write(m_folder / "clients/wechat/wechatpay_public.pem", m_platform->publicPem(), false);
}

void KeyFolder::loadAlipay()
{
    const auto rootKey = key("provider/alipay_root.key");
    const auto root = std::string{"clients/alipay/alipay_root.pem"};
    const auto own = std::string{"clients/alipay/application.pem"};
    const auto theirs = std::string{"clients/alipay/alipay_certificate.pem"};
    m_application = key("clients/alipay/application.key");
    m_alipay = key("provider/alipay_gateway.key");
    if (!has(root))
        kept(root, Certificate::make({"Practice", "Alipay root", true}, rootKey).pem(), false);
    m_alipayRoot = Certificate::fromPem(read(root));
    if (!has(own))
        kept(own,
             Certificate::make({"Practice", m_identity.alipayCertificateAppId},
                               *m_application,
                               *m_alipayRoot,
                               rootKey)
                 .pem(),
             false);
    if (!has(theirs))
        kept(theirs,
             Certificate::make({"Practice", "Alipay"}, *m_alipay, *m_alipayRoot, rootKey).pem(),
             false);
    m_applicationCertificate = Certificate::fromPem(read(own));
    m_alipayCertificate = Certificate::fromPem(read(theirs));
    write(m_folder / "clients/alipay/alipay_public.pem", m_alipay->publicPem(), false);
}

void KeyFolder::loadTls()
{
    const auto authorityKey = key("provider/authority.key");
    const auto serverKey = key("provider/tls.key");
    if (!has("clients/authority.pem"))
        kept("clients/authority.pem",
             Certificate::make({"Practice", "Authority", true}, authorityKey).pem(),
             false);
    if (!has("provider/tls.pem"))
        kept("provider/tls.pem",
             Certificate::make({"Practice", "localhost", false, "DNS:localhost,IP:127.0.0.1"},
                               serverKey,
                               Certificate::fromPem(read("clients/authority.pem")),
                               authorityKey)
                 .pem(),
             false);
}

void KeyFolder::writeConfigurations(const std::string& weChatOrigin,
                                    const std::string& alipayOrigin) const
{
    auto weChat = nlohmann::ordered_json{{"appId", m_identity.weChatAppId},
                                         {"merchantId", m_identity.merchantId},
                                         {"merchantKey", "wechat/merchant.key"},
                                         {"merchantCertificate", "wechat/merchant.pem"},
                                         {"apiV3Key", "wechat/apiv3.key"},
                                         {"publicKeyId", m_identity.publicKeyId},
                                         {"publicKey", "wechat/wechatpay_public.pem"},
                                         {"notifyUrl", "https://pay.example.invalid/notify"},
                                         {"hosts", {weChatOrigin}},
                                         {"codePay", "v3"},
                                         {"apiV2Key", "wechat/apiv2.key"}};
    auto alipay = nlohmann::ordered_json{{"appId", m_identity.alipayAppId},
                                         {"applicationKey", "alipay/application.key"},
                                         {"alipayKey", "alipay/alipay_public.pem"},
                                         {"sellerId", m_identity.sellerId},
                                         {"gateway", alipayOrigin + "/gateway.do"}};
    auto file = nlohmann::ordered_json{
        {"authority", "authority.pem"}, {"wechat", weChat}, {"alipay", alipay}};
    write(clients() / "payment.json", file.dump(2) + '\n', false);

    weChat.erase("publicKeyId");
    weChat.erase("publicKey");
    weChat["platformCertificates"] = true;
    alipay.erase("alipayKey");
    alipay["appId"] = m_identity.alipayCertificateAppId;
    alipay["applicationCertificate"] = "alipay/application.pem";
    alipay["alipayCertificate"] = "alipay/alipay_certificate.pem";
    alipay["rootCertificates"] = "alipay/alipay_root.pem";
    file["wechat"] = weChat;
    file["alipay"] = alipay;
    write(clients() / "payment-certificates.json", file.dump(2) + '\n', false);
}

} // namespace guitai::simulator
