#pragma once

#include "tests/simulators/gateway/crypto.h"

#include <filesystem>

namespace guitai::simulator
{

/// Who the merchant is at both providers; provider/identity.json, made at the first start.
struct Identity {
    std::string weChatAppId = "wxsim0000000000001";
    std::string merchantId = "1900000109";
    std::string publicKeyId = "PUB_KEY_ID_0119000001092026010100000000000001";
    std::string apiV3Key = {}; ///< 32 characters
    std::string apiV2Key = {}; ///< 32 characters
    std::string alipayAppId = "2021000000000109";
    std::string alipayCertificateAppId = "2021000000000110"; ///< one application has one mode
    std::string sellerId = "2088000000000109";
};

/// Keys, certificates and ready configurations of the clients.
///
///     FOLDER/provider/   what only the simulator knows
///     FOLDER/clients/    what a merchant has: payment.json and the files that it names
///
/// Every file that is there already is used, so that a test can bring keys of its own; a second
/// start of the same folder has the same keys. Secrets are written with the rights 0600.
class KeyFolder
{
public:
    explicit KeyFolder(std::filesystem::path folder);

    const Identity& identity() const { return m_identity; }
    const Certificate& merchant() const { return *m_merchant; }
    const Key& platform() const { return *m_platform; }
    const Certificate& platformCertificate() const { return *m_platformCertificate; }
    const Key& application() const { return *m_application; }
    const Certificate& applicationCertificate() const { return *m_applicationCertificate; }
    const Key& alipay() const { return *m_alipay; }
    const Certificate& alipayCertificate() const { return *m_alipayCertificate; }
    const Certificate& alipayRoot() const { return *m_alipayRoot; }
    /// Belongs to nobody: signs what must not verify.
    const Key& stranger() const { return *m_stranger; }

    std::filesystem::path tlsKey() const { return m_folder / "provider/tls.key"; }
    std::filesystem::path tlsCertificate() const { return m_folder / "provider/tls.pem"; }
    std::filesystem::path clients() const { return m_folder / "clients"; }
    const std::filesystem::path& path() const { return m_folder; }

    /// Writes clients/payment.json and clients/payment-certificates.json (platform certificates
    /// and Alipay's certificate mode) for the addresses of this start.
    void writeConfigurations(const std::string& weChatOrigin,
                             const std::string& alipayOrigin) const;

private:
    void loadIdentity();
    void loadWeChat();
    void loadAlipay();
    void loadTls();
    std::string kept(const std::string& file, const std::string& made, bool secret) const;
    Key key(const std::string& file) const;
    bool has(const std::string& file) const;
    std::string read(const std::string& file) const;

    std::filesystem::path m_folder;
    Identity m_identity;
    std::optional<Certificate> m_merchant;
    std::optional<Key> m_platform;
    std::optional<Certificate> m_platformCertificate;
    std::optional<Key> m_application;
    std::optional<Certificate> m_applicationCertificate;
    std::optional<Key> m_alipay;
    std::optional<Certificate> m_alipayCertificate;
    std::optional<Certificate> m_alipayRoot;
    std::optional<Key> m_stranger;
};

} // namespace guitai::simulator
