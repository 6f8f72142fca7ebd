#include "services/payments/bills/bill_import.h"

#include "services/payments/crypto/digests.h"
#include "tests/services/payments/payment_vectors.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <fstream>

namespace guitai::bill_import_test
{

namespace
{

std::string weChatText()
{
    return paymentVectors()["wechat"]["bill"]["text"];
}

} // namespace

TEST_CASE("billFileFrom")
{
    const auto text = weChatText();
    SUBCASE("sees the form from the first bytes")
    {
        CHECK(billFileFrom("").form == BillFile::Form::empty);
        CHECK(billFileFrom(text).form == BillFile::Form::weChatText);
        CHECK(billFileFrom("\x1F\x8B\x08").form == BillFile::Form::weChatGzip);
        CHECK(billFileFrom("PK\x03\x04").form == BillFile::Form::alipayZip);
    }
    SUBCASE("compares the hash that the provider told")
    {
        CHECK(billFileFrom(text).hash == BillFile::Hash::notGiven);
        CHECK(billFileFrom(text, sha1(text)).hash == BillFile::Hash::matches);
        CHECK(billFileFrom(text, sha1("another")).hash == BillFile::Hash::differs);
    }
}

TEST_CASE("readBillFile")
{
    const auto folder = TemporaryFolder{};
    const auto file = folder.path() / "bill.txt";
    SUBCASE("takes a file with the hash that the provider told")
    {
        const auto text = weChatText();
        std::ofstream{file, std::ios::binary} << text;
        const auto bill = readBillFile(file, sha1(text)).value();
        CHECK(bill.bytes == text);
        CHECK(bill.hash == BillFile::Hash::matches);
    }
    SUBCASE("refuses what is no file")
    {
        CHECK(readBillFile(file).refusal() == Refusal{Refusal::Code::fileUnreadable, "bill", {}});
        CHECK(readBillFile(folder.path()).refusal().code == Refusal::Code::fileUnreadable);
    }
    SUBCASE("refuses what no bill can be, without reading it")
    {
        std::ofstream{file} << "x";
        std::filesystem::resize_file(file, (64U << 20U) + 1);
        CHECK(readBillFile(file).refusal().code == Refusal::Code::fileTooLarge);
    }
}

} // namespace guitai::bill_import_test
