#include "services/payments/payment_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <initializer_list>

namespace guitai
{

namespace
{

namespace fs = std::filesystem;
using CodePay = WeChatConfiguration::CodePay;
using FundAccount = WeChatConfiguration::FundAccount;
using SignType = WeChatV2::SignType;

template <class Value>
using Named = std::pair<std::string_view, Value>;

constexpr std::uintmax_t largestFile = 64 * 1024;
constexpr auto codePayNames = std::to_array<Named<CodePay>>(
    {{"off", CodePay::off}, {"v2", CodePay::v2}, {"v3", CodePay::v3}});
constexpr auto fundAccountNames =
    std::to_array<Named<FundAccount>>({{"BASIC", FundAccount::basic},
                                       {"OPERATION", FundAccount::operation},
                                       {"FEES", FundAccount::fees},
                                       {"ALL", FundAccount::all}});
constexpr auto signTypeNames =
    std::to_array<Named<SignType>>({{"MD5", SignType::md5}, {"HMAC-SHA256", SignType::hmacSha256}});

/// Reads the members of one object; each that is read is known, what is left over is not.
class Members
{
public:
    Members(const nlohmann::ordered_json& object, std::string path, const fs::path& folder)
        : m_left(object), m_path(std::move(path)), m_folder(folder)
    {
        if (!m_left.is_object())
            throw PaymentFileProblem{PaymentFileProblem::Kind::wrongType, m_path};
    }

    nlohmann::ordered_json take(const char* name, nlohmann::ordered_json::value_t type)
    {
        const auto found = m_left.find(name);
        if (found == m_left.end())
            return nullptr;
        if (found->type() != type)
            throw PaymentFileProblem{PaymentFileProblem::Kind::wrongType, pathOf(name)};
        auto value = *found;
        m_left.erase(name);
        return value;
    }
    void text(const char* name, std::string& into)
    {
        if (const auto value = take(name, nlohmann::ordered_json::value_t::string);
            !value.is_null())
            into = value.get<std::string>();
    }
    void file(const char* name, fs::path& into)
    {
        auto value = std::string{};
        text(name, value);
        if (!value.empty())
            into = m_folder / value; // an absolute one stays
    }
    void flag(const char* name, bool& into)
    {
        if (const auto value = take(name, nlohmann::ordered_json::value_t::boolean);
            !value.is_null())
            into = value.get<bool>();
    }
    /// One of a few names.
    template <class Value, std::size_t size>
    void named(const char* name, const std::array<Named<Value>, size>& names, Value& into)
    {
        const auto value = take(name, nlohmann::ordered_json::value_t::string);
        if (value.is_null())
            return;
        const auto text = value.get<std::string>();
        const auto known = std::ranges::find(
            names, std::string_view{text}, [](const auto& one) { return one.first; });
        if (known == names.end())
            throw PaymentFileProblem{PaymentFileProblem::Kind::wrongType, pathOf(name)};
        into = known->second;
    }
    void texts(const char* name, std::vector<std::string>& into)
    {
        for (const auto& value : take(name, nlohmann::ordered_json::value_t::array)) {
            if (!value.is_string())
                throw PaymentFileProblem{PaymentFileProblem::Kind::wrongType, pathOf(name)};
            into.push_back(value.get<std::string>());
        }
    }
    void finish() const
    {
        if (!m_left.empty())
            throw PaymentFileProblem{PaymentFileProblem::Kind::unknownMember,
                                     pathOf(m_left.begin().key())};
    }
    std::string pathOf(const std::string& name) const
    {
        return m_path.empty() ? name : m_path + '.' + name;
    }

private:
    nlohmann::ordered_json m_left;
    std::string m_path;
    fs::path m_folder;
};

WeChatSetup weChatFrom(const nlohmann::ordered_json& object, const fs::path& folder)
{
    auto members = Members{object, "wechat", folder};
    auto setup = WeChatSetup{};
    members.text("appId", setup.appId);
    members.text("merchantId", setup.merchantId);
    members.file("merchantKey", setup.merchantKey);
    members.file("merchantCertificate", setup.merchantCertificate);
    members.file("apiV3Key", setup.apiV3Key);
    members.text("publicKeyId", setup.publicKeyId);
    members.file("publicKey", setup.publicKey);
    members.flag("platformCertificates", setup.platformCertificates);
    members.text("notifyUrl", setup.notifyUrl);
    members.texts("hosts", setup.hosts);
    members.named("codePay", codePayNames, setup.codePay);
    members.file("apiV2Key", setup.apiV2Key);
    members.named("v2SignType", signTypeNames, setup.v2SignType);
    members.flag("noCredit", setup.noCredit);
    members.named("fundAccount", fundAccountNames, setup.fundAccount);
    members.flag("gzipBill", setup.gzipBill);
    members.text("store", setup.store);
    members.text("deviceAddress", setup.deviceAddress);
    members.finish();
    return setup;
}

AlipaySetup alipayFrom(const nlohmann::ordered_json& object, const fs::path& folder)
{
    auto members = Members{object, "alipay", folder};
    auto setup = AlipaySetup{};
    members.text("appId", setup.appId);
    members.file("applicationKey", setup.applicationKey);
    members.file("alipayKey", setup.alipayKey);
    members.file("applicationCertificate", setup.applicationCertificate);
    members.file("alipayCertificate", setup.alipayCertificate);
    members.file("rootCertificates", setup.rootCertificates);
    members.text("sellerId", setup.sellerId);
    members.text("gateway", setup.gateway);
    members.text("codeProduct", setup.codeProduct);
    members.text("payProduct", setup.payProduct);
    members.flag("noCredit", setup.noCredit);
    members.text("terminal", setup.terminal);
    members.text("store", setup.store);
    members.flag("payByCode", setup.payByCode);
    members.finish();
    return setup;
}

/// What is empty stands for the usual and is left out.
class Writer
{
public:
    void text(const char* name, const std::string& value)
    {
        if (!value.empty())
            m_object[name] = value;
    }
    template <class Value, std::size_t size>
    void named(const char* name, const std::array<Named<Value>, size>& names, Value value)
    {
        for (const auto& [known, one] : names)
            if (one == value)
                m_object[name] = known;
    }
    nlohmann::ordered_json object() const { return m_object; }

private:
    nlohmann::ordered_json m_object = nlohmann::ordered_json::object();
};

nlohmann::ordered_json jsonOf(const WeChatSetup& setup)
{
    auto writer = Writer{};
    writer.text("appId", setup.appId);
    writer.text("merchantId", setup.merchantId);
    writer.text("merchantKey", setup.merchantKey.string());
    writer.text("merchantCertificate", setup.merchantCertificate.string());
    writer.text("apiV3Key", setup.apiV3Key.string());
    writer.text("publicKeyId", setup.publicKeyId);
    writer.text("publicKey", setup.publicKey.string());
    writer.text("notifyUrl", setup.notifyUrl);
    writer.text("apiV2Key", setup.apiV2Key.string());
    writer.named("codePay", codePayNames, setup.codePay);
    writer.named("v2SignType", signTypeNames, setup.v2SignType);
    writer.named("fundAccount", fundAccountNames, setup.fundAccount);
    writer.text("store", setup.store);
    writer.text("deviceAddress", setup.deviceAddress);
    auto object = writer.object();
    object["platformCertificates"] = setup.platformCertificates;
    if (!setup.hosts.empty())
        object["hosts"] = setup.hosts;
    object["noCredit"] = setup.noCredit;
    object["gzipBill"] = setup.gzipBill;
    return object;
}

nlohmann::ordered_json jsonOf(const AlipaySetup& setup)
{
    auto writer = Writer{};
    writer.text("appId", setup.appId);
    writer.text("applicationKey", setup.applicationKey.string());
    writer.text("alipayKey", setup.alipayKey.string());
    writer.text("applicationCertificate", setup.applicationCertificate.string());
    writer.text("alipayCertificate", setup.alipayCertificate.string());
    writer.text("rootCertificates", setup.rootCertificates.string());
    writer.text("sellerId", setup.sellerId);
    writer.text("gateway", setup.gateway);
    writer.text("terminal", setup.terminal);
    writer.text("store", setup.store);
    auto object = writer.object();
    object["codeProduct"] = setup.codeProduct; // empty: not sent, which is no default
    object["payProduct"] = setup.payProduct;
    object["noCredit"] = setup.noCredit;
    object["payByCode"] = setup.payByCode;
    return object;
}

} // namespace

std::variant<PaymentSetup, PaymentFileProblem> paymentSetupFrom(std::string_view json,
                                                                const fs::path& folder)
{
    const auto object = nlohmann::ordered_json::parse(json, nullptr, false);
    if (object.is_discarded())
        return PaymentFileProblem{PaymentFileProblem::Kind::noJson};
    try {
        auto members = Members{object, {}, folder};
        auto setup = PaymentSetup{};
        members.file("authority", setup.authority);
        if (const auto one = members.take("wechat", nlohmann::ordered_json::value_t::object);
            !one.is_null())
            setup.weChat = weChatFrom(one, folder);
        if (const auto one = members.take("alipay", nlohmann::ordered_json::value_t::object);
            !one.is_null())
            setup.alipay = alipayFrom(one, folder);
        members.finish();
        return setup;
    } catch (const PaymentFileProblem& problem) {
        return problem;
    }
}

std::variant<PaymentSetup, PaymentFileProblem> readPaymentFile(const fs::path& file)
{
    auto error = std::error_code{};
    auto stream = std::ifstream{file, std::ios::binary};
    if (!fs::is_regular_file(file, error) || fs::file_size(file, error) > largestFile || !stream)
        return PaymentFileProblem{PaymentFileProblem::Kind::unreadable};
    return paymentSetupFrom(std::string{std::istreambuf_iterator<char>{stream}, {}},
                            file.parent_path());
}

std::string paymentFileText(const PaymentSetup& setup)
{
    auto object = nlohmann::ordered_json::object();
    if (!setup.authority.empty())
        object["authority"] = setup.authority.string();
    if (setup.weChat)
        object["wechat"] = jsonOf(*setup.weChat);
    if (setup.alipay)
        object["alipay"] = jsonOf(*setup.alipay);
    return object.dump(2) + '\n';
}

} // namespace guitai
