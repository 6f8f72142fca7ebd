#include "app/console/payment_folder.h"

#include "services/failure.h"
#include "services/new_file.h"
#include "services/random_source.h"

#include <fstream>
#include <set>

namespace guitai::console
{

namespace
{

namespace fs = std::filesystem;

constexpr std::uintmax_t largestKey = 1024 * 1024;

/// Every member that names a file.
template <class Setup, class Visit>
void visitFiles(Setup& setup, const Visit& visit)
{
    if (setup.weChat) {
        auto& one = *setup.weChat;
        visit("wechat-merchant-key", one.merchantKey);
        visit("wechat-merchant-certificate", one.merchantCertificate);
        visit("wechat-apiv3-key", one.apiV3Key);
        visit("wechat-public-key", one.publicKey);
        visit("wechat-apiv2-key", one.apiV2Key);
    }
    if (setup.alipay) {
        auto& one = *setup.alipay;
        visit("alipay-application-key", one.applicationKey);
        visit("alipay-key", one.alipayKey);
        visit("alipay-application-certificate", one.applicationCertificate);
        visit("alipay-certificate", one.alipayCertificate);
        visit("alipay-root-certificates", one.rootCertificates);
    }
    visit("authority", setup.authority);
}

std::optional<std::string> contentOf(const fs::path& file)
{
    auto error = std::error_code{};
    if (!fs::is_regular_file(file, error) || fs::file_size(file, error) > largestKey || error)
        return std::nullopt;
    auto stream = std::ifstream{file, std::ios::binary};
    if (!stream)
        return std::nullopt;
    return std::string{std::istreambuf_iterator<char>{stream}, {}};
}

void putNew(const fs::path& file, const std::string& content)
{
    auto made = NewFile{file};
    made.stream() << content;
    made.publish();
}

} // namespace

PaymentFolder::PaymentFolder(const fs::path& dataFolder)
    : m_file(dataFolder / "payment.json"), m_folder(dataFolder / "payment")
{
}

PaymentSetup PaymentFolder::copy(const PaymentSetup& setup) const
{
    auto error = std::error_code{};
    fs::create_directories(m_folder, error);
    fs::permissions(m_folder, fs::perms::owner_all, error);
    if (error)
        throw ServiceFailure(ServiceFailure::Kind::readOnly, "payment folder");
    auto copied = setup;
    const auto mark = SystemRandom{}.id().substr(0, 8); // never the name of a file in use
    visitFiles(copied, [this, &mark](const char* name, fs::path& file) {
        const auto content = file.empty() ? std::nullopt : contentOf(file);
        if (!content)
            return;
        file = m_folder / (std::string{name} + '-' + mark);
        putNew(file, *content);
    });
    return copied;
}

void PaymentFolder::forget(const PaymentSetup& copied) const
{
    visitFiles(copied, [this](const char*, const fs::path& file) {
        auto error = std::error_code{};
        if (file.parent_path() == m_folder)
            fs::remove(file, error);
    });
}

void PaymentFolder::write(const PaymentSetup& setup) const
{
    auto relative = setup;
    auto named = std::set<fs::path>{};
    visitFiles(relative, [this, &named](const char*, fs::path& file) {
        named.insert(file);
        if (file.parent_path() == m_folder)
            file = fs::path{"payment"} / file.filename();
    });
    const auto fresh = fs::path{m_file.string() + '-' + SystemRandom{}.id().substr(0, 8)};
    putNew(fresh, paymentFileText(relative));
    auto error = std::error_code{};
    fs::rename(fresh, m_file, error);
    if (error)
        throw ServiceFailure(ServiceFailure::Kind::readOnly, "payment.json");
    for (const auto& entry : fs::directory_iterator{m_folder, error})
        if (!named.contains(entry.path()))
            fs::remove(entry.path(), error);
}

} // namespace guitai::console
