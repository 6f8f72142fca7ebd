#include "services/payments/channel_setup.h"

#include "services/payments/http/url_text.h"

#include <algorithm>
#include <fstream>

namespace guitai
{

namespace
{

namespace fs = std::filesystem;
using Finding = SetupFinding;

enum class Secrecy { open, secret };

/// Collects what is wrong while the parts are read.
class Reading
{
public:
    explicit Reading(Instant now) : m_now(now) {}

    void require(bool good, Finding finding, const char* field)
    {
        if (!good)
            m_problems.push_back({finding, field});
    }

    /// The text of a file without line ends at its end; empty when there is something wrong.
    std::string text(const fs::path& file, const char* field, Secrecy secrecy)
    {
        auto error = std::error_code{};
        const auto status = fs::status(file, error);
        auto stream = std::ifstream{file, std::ios::binary};
        if (error || !fs::is_regular_file(status) || !stream) {
            m_problems.push_back({Finding::secretMissing, field});
            return {};
        }
        constexpr auto others = fs::perms::group_all | fs::perms::others_all;
        require(secrecy == Secrecy::open || (status.permissions() & others) == fs::perms::none,
                Finding::secretExposed,
                field);
        auto content = std::string{std::istreambuf_iterator<char>{stream}, {}};
        while (content.ends_with('\n') || content.ends_with('\r'))
            content.pop_back();
        return content;
    }

    std::optional<RsaPrivateKey> ourKey(const fs::path& file, const char* field)
    {
        const auto content = text(file, field, Secrecy::secret);
        auto key = RsaPrivateKey::fromText(content);
        require(content.empty() || key, Finding::keyUnreadable, field);
        require(!key || key->bits() >= 2048, Finding::keyTooShort, field);
        return key;
    }

    std::optional<RsaPublicKey>
    providerKey(const fs::path& file, const char* field, const std::optional<RsaPrivateKey>& ours)
    {
        const auto content = text(file, field, Secrecy::open);
        auto key = RsaPublicKey::fromText(content);
        require(content.empty() || key, Finding::providerKeyUnreadable, field);
        require(!key || !ours || !(ours->publicKey() == *key), Finding::providerKeyIsOurs, field);
        return key;
    }

    std::optional<Certificate> certificate(const fs::path& file, const char* field)
    {
        const auto content = text(file, field, Secrecy::open);
        auto read = Certificate::fromPem(content);
        require(
            content.empty() || (read && read->publicKey()), Finding::certificateUnreadable, field);
        require(!read || read->validAt(m_now), Finding::certificateExpired, field);
        return read && read->publicKey() ? read : std::nullopt;
    }

    void requireOurs(const std::optional<Certificate>& certificate,
                     const std::optional<RsaPrivateKey>& key,
                     const char* field)
    {
        require(!certificate || !key || *certificate->publicKey() == key->publicKey(),
                Finding::certificateNotOurs,
                field);
    }

    const SetupProblems& problems() const { return m_problems; }

private:
    Instant m_now;
    SetupProblems m_problems;
};

bool isHttps(const std::string& url)
{
    const auto parts = urlPartsFrom(url);
    return parts && parts->scheme == "https";
}

bool isKeyId(std::string_view id)
{
    constexpr auto prefix = std::string_view{"PUB_KEY_ID_"};
    return id.starts_with(prefix) && id.size() > prefix.size() &&
           id.find_first_not_of("0123456789", prefix.size()) == std::string_view::npos;
}

/// "QR_CODE_OFFLINE"; an empty one is not sent.
bool isProductCode(std::string_view code)
{
    return code.size() <= 64 &&
           code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == code.npos;
}

std::optional<WeChatPublicKey>
publicKeyOf(const WeChatSetup& setup, Reading& reading, const std::optional<RsaPrivateKey>& ours)
{
    if (setup.publicKey.empty()) {
        reading.require(setup.platformCertificates, Finding::providerKeyMissing, "publicKey");
        return std::nullopt;
    }
    reading.require(isKeyId(setup.publicKeyId), Finding::providerKeyId, "publicKeyId");
    auto key = reading.providerKey(setup.publicKey, "publicKey", ours);
    if (!key)
        return std::nullopt;
    return WeChatPublicKey{setup.publicKeyId, std::move(*key)};
}

std::optional<WeChatV2> v2Of(const WeChatSetup& setup, Reading& reading)
{
    if (setup.codePay != WeChatConfiguration::CodePay::v2)
        return std::nullopt;
    auto key = reading.text(setup.apiV2Key, "apiV2Key", Secrecy::secret);
    reading.require(key.empty() || key.size() == 32, Finding::apiV2KeyLength, "apiV2Key");
    return WeChatV2{.apiKey = std::move(key),
                    .signType = setup.v2SignType,
                    .clientCertificate = {setup.merchantCertificate, setup.merchantKey}};
}

/// The three certificates of certificate mode; the provider's key comes out of the second.
std::optional<AlipayCertificates> certificatesOf(const AlipaySetup& setup,
                                                 Reading& reading,
                                                 const std::optional<RsaPrivateKey>& ours,
                                                 std::optional<RsaPublicKey>& alipayKey)
{
    const auto application =
        reading.certificate(setup.applicationCertificate, "applicationCertificate");
    const auto alipay = reading.certificate(setup.alipayCertificate, "alipayCertificate");
    const auto roots = reading.text(setup.rootCertificates, "rootCertificates", Secrecy::open);
    const auto rootNumber = alipayRootNumber(Certificate::allFromPem(roots));
    reading.require(
        roots.empty() || !rootNumber.empty(), Finding::rootUnreadable, "rootCertificates");
    reading.requireOurs(application, ours, "applicationCertificate");
    if (!application || !alipay)
        return std::nullopt;
    alipayKey = alipay->publicKey();
    reading.require(!ours || !(ours->publicKey() == *alipayKey),
                    Finding::providerKeyIsOurs,
                    "alipayCertificate");
    return AlipayCertificates{application->alipayNumber(), rootNumber, alipay->alipayNumber()};
}

} // namespace

std::string_view nameOf(SetupFinding finding)
{
    using enum SetupFinding;
    switch (finding) {
    case secretMissing:
        return "secretMissing";
    case secretExposed:
        return "secretExposed";
    case identityMissing:
        return "identityMissing";
    case keyUnreadable:
        return "keyUnreadable";
    case keyTooShort:
        return "keyTooShort";
    case certificateUnreadable:
        return "certificateUnreadable";
    case certificateNotOurs:
        return "certificateNotOurs";
    case certificateExpired:
        return "certificateExpired";
    case apiV3KeyLength:
        return "apiV3KeyLength";
    case apiV2KeyLength:
        return "apiV2KeyLength";
    case providerKeyMissing:
        return "providerKeyMissing";
    case providerKeyUnreadable:
        return "providerKeyUnreadable";
    case providerKeyIsOurs:
        return "providerKeyIsOurs";
    case providerKeyId:
        return "providerKeyId";
    case rootUnreadable:
        return "rootUnreadable";
    case notifyUrl:
        return "notifyUrl";
    case gatewayUrl:
        return "gatewayUrl";
    case productCode:
        return "productCode";
    }
    return "unknown";
}

std::variant<WeChatConfiguration, SetupProblems> load(const WeChatSetup& setup, Instant now)
{
    auto reading = Reading{now};
    reading.require(!setup.appId.empty(), Finding::identityMissing, "appId");
    reading.require(!setup.merchantId.empty(), Finding::identityMissing, "merchantId");
    auto key = reading.ourKey(setup.merchantKey, "merchantKey");
    const auto certificate = reading.certificate(setup.merchantCertificate, "merchantCertificate");
    reading.requireOurs(certificate, key, "merchantCertificate");
    auto apiV3Key = reading.text(setup.apiV3Key, "apiV3Key", Secrecy::secret);
    reading.require(apiV3Key.empty() || apiV3Key.size() == 32, Finding::apiV3KeyLength, "apiV3Key");
    auto publicKey = publicKeyOf(setup, reading, key);
    auto v2 = v2Of(setup, reading);
    reading.require(isHttps(setup.notifyUrl) && setup.notifyUrl.find('?') == std::string::npos,
                    Finding::notifyUrl,
                    "notifyUrl");
    reading.require(
        std::all_of(setup.hosts.begin(), setup.hosts.end(), isHttps), Finding::gatewayUrl, "hosts");
    if (!reading.problems().empty() || !key || !certificate)
        return reading.problems();
    auto configuration = WeChatConfiguration{.merchant = {setup.appId, setup.merchantId},
                                             .merchantKey = std::move(*key),
                                             .merchantSerial = certificate->serialHex(),
                                             .apiV3Key = std::move(apiV3Key),
                                             .publicKey = std::move(publicKey),
                                             .platformCertificates = setup.platformCertificates,
                                             .notifyUrl = setup.notifyUrl,
                                             .codePay = setup.codePay,
                                             .v2 = std::move(v2),
                                             .store = setup.store,
                                             .deviceAddress = setup.deviceAddress,
                                             .gzipBill = setup.gzipBill,
                                             .fundAccount = setup.fundAccount};
    if (setup.noCredit)
        configuration.limitPay = {"no_credit"};
    if (!setup.hosts.empty())
        configuration.hosts = setup.hosts;
    return configuration;
}

std::variant<AlipayConfiguration, SetupProblems> load(const AlipaySetup& setup, Instant now)
{
    auto reading = Reading{now};
    reading.require(!setup.appId.empty(), Finding::identityMissing, "appId");
    auto key = reading.ourKey(setup.applicationKey, "applicationKey");
    auto alipayKey = std::optional<RsaPublicKey>{};
    auto certificates = std::optional<AlipayCertificates>{};
    if (!setup.applicationCertificate.empty() || !setup.alipayCertificate.empty())
        certificates = certificatesOf(setup, reading, key, alipayKey);
    else if (!setup.alipayKey.empty())
        alipayKey = reading.providerKey(setup.alipayKey, "alipayKey", key);
    else
        reading.require(false, Finding::providerKeyMissing, "alipayKey");
    reading.require(
        setup.gateway.empty() || isHttps(setup.gateway), Finding::gatewayUrl, "gateway");
    reading.require(isProductCode(setup.codeProduct), Finding::productCode, "codeProduct");
    reading.require(isProductCode(setup.payProduct), Finding::productCode, "payProduct");
    if (!reading.problems().empty() || !key || !alipayKey)
        return reading.problems();
    auto configuration = AlipayConfiguration{.appId = setup.appId,
                                             .applicationKey = std::move(*key),
                                             .alipayKey = std::move(*alipayKey),
                                             .certificates = std::move(certificates),
                                             .sellerId = setup.sellerId,
                                             .codeProduct = setup.codeProduct,
                                             .payProduct = setup.payProduct,
                                             .store = setup.store,
                                             .terminal = setup.terminal,
                                             .payByCode = setup.payByCode,
                                             .noCredit = setup.noCredit};
    if (!setup.gateway.empty())
        configuration.gateway = setup.gateway;
    return configuration;
}

} // namespace guitai
