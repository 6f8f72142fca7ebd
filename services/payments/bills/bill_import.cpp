#include "services/payments/bills/bill_import.h"

#include "services/payments/bills/inflate.h"
#include "services/payments/crypto/digests.h"

#include <fstream>
#include <iterator>

namespace guitai
{

namespace
{

constexpr std::uintmax_t largestBill = 64U << 20U;

std::string plainSha1(std::string_view packed)
{
    auto hash = Sha1{};
    const auto result = inflateGzip(packed, [&hash](std::string_view piece) {
        hash.add(piece);
        return true;
    });
    return result == InflateResult::whole ? hash.hex() : std::string{};
}

BillFile::Form formOf(std::string_view bytes)
{
    if (bytes.empty())
        return BillFile::Form::empty;
    if (bytes.starts_with("\x1F\x8B"))
        return BillFile::Form::weChatGzip;
    if (bytes.starts_with("PK"))
        return BillFile::Form::alipayZip;
    return BillFile::Form::weChatText;
}

} // namespace

BillFile billFileFrom(std::string bytes, const std::string& sha1)
{
    auto file = BillFile{.form = formOf(bytes), .bytes = std::move(bytes)};
    if (sha1.empty())
        return file;
    const auto matches = guitai::sha1(file.bytes) == sha1 ||
                         (file.form == BillFile::Form::weChatGzip && plainSha1(file.bytes) == sha1);
    file.hash = matches ? BillFile::Hash::matches : BillFile::Hash::differs;
    return file;
}

Result<BillFile> readBillFile(const std::filesystem::path& file, const std::string& sha1)
{
    auto stream = std::ifstream{file, std::ios::binary};
    auto error = std::error_code{};
    const auto size = std::filesystem::file_size(file, error);
    if (!stream || error)
        return Refusal{Refusal::Code::fileUnreadable, "bill", {}};
    if (size > largestBill)
        return Refusal{Refusal::Code::fileTooLarge, "bill", {}};
    return billFileFrom(std::string{std::istreambuf_iterator<char>{stream}, {}}, sha1);
}

} // namespace guitai
