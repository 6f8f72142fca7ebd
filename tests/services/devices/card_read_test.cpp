#include "services/devices/reader/card_read.h"

#include "services/devices/reader/appended_address.h"
#include "tests/services/devices/chip_bytes.h"

#include <doctest/doctest.h>

namespace guitai::card_read_test
{

using namespace guitai::simulator;

namespace
{

Bytes readData(std::string_view lengths, std::size_t size)
{
    auto data = bytesFromHex(lengths);
    data.resize(data.size() + size, std::byte{7});
    return data;
}

} // namespace

TEST_CASE("splitCardRead takes text, photo and prints apart")
{
    SUBCASE("without prints")
    {
        const auto read = splitCardRead(readData("01 00 04 00", 1280), WithPrints::no);
        REQUIRE(read);
        CHECK(read->text.size() == 256);
        CHECK(read->photo.size() == 1024);
        CHECK(read->prints.empty());
    }
    SUBCASE("with no, one and two prints")
    {
        CHECK(splitCardRead(readData("01 00 04 00 00 00", 1280), WithPrints::yes)->prints.empty());
        CHECK(splitCardRead(readData("01 00 04 00 02 00", 1792), WithPrints::yes)->prints.size() ==
              512);
        CHECK(splitCardRead(readData("01 00 04 00 04 00", 2304), WithPrints::yes)->prints.size() ==
              1024);
    }
    SUBCASE("each block holds its own bytes")
    {
        auto data = readData("01 00 04 00 02 00", 0);
        for (const auto& [size, value] : {std::pair{256, 1}, {1024, 2}, {512, 3}})
            data.insert(data.end(), static_cast<std::size_t>(size), static_cast<std::byte>(value));
        const auto read = splitCardRead(data, WithPrints::yes);
        REQUIRE(read);
        CHECK(read->text == Bytes(256, std::byte{1}));
        CHECK(read->photo == Bytes(1024, std::byte{2}));
        CHECK(read->prints == Bytes(512, std::byte{3}));
    }
    SUBCASE("lengths that do not agree with the content")
    {
        CHECK_FALSE(splitCardRead({}, WithPrints::no));
        CHECK_FALSE(splitCardRead(readData("01 00 04", 0), WithPrints::no));
        CHECK_FALSE(splitCardRead(readData("01 00 04 00", 0), WithPrints::yes));
        CHECK_FALSE(splitCardRead(readData("01 00 04 00", 1279), WithPrints::no));
        CHECK_FALSE(splitCardRead(readData("01 00 04 00", 1281), WithPrints::no));
        CHECK_FALSE(splitCardRead(readData("01 02 03 FE", 1280), WithPrints::no));
        CHECK_FALSE(splitCardRead(readData("01 00 04 02", 1282), WithPrints::no));
        CHECK_FALSE(splitCardRead(readData("01 00 04 00 01 00", 1536), WithPrints::yes));
        CHECK_FALSE(splitCardRead(readData("01 00 04 00 06 00", 2816), WithPrints::yes));
    }
}

TEST_CASE("moduleNumber prints a module's number as it stands on the reader")
{
    CHECK(moduleNumber(bytesFromHex("05 00 01 00 FA 17 34 01 87 D6 12 00 4E 61 BC 00")) ==
          "05.01-20191226-0001234567-0012345678");
    CHECK_FALSE(moduleNumber(Bytes(15)));
    CHECK_FALSE(moduleNumber(Bytes(17)));
}

TEST_CASE("decodeAppendedAddress")
{
    const auto address = decodeAppendedAddress(fromChip(chipAddress(u"北京市海淀区示例路5号")));
    REQUIRE(address);
    CHECK(address.value() == ChipText{.text = "北京市海淀区示例路5号"});

    const auto full = decodeAppendedAddress(fromChip(chipAddress(std::u16string(35, u'街'))));
    REQUIRE(full);
    CHECK(full.value().mayBeCut);

    const auto refused = Refusal{Refusal::Code::malformed, "card.appendedAddress"};
    CHECK(decodeAppendedAddress(Bytes(69)).refusal() == refused);
    CHECK(decodeAppendedAddress(Bytes(70)).refusal() == refused);
    CHECK(decodeAppendedAddress(fromChip(chipAddress(u""))).refusal() ==
          Refusal{Refusal::Code::missing, "card.appendedAddress"});
}

} // namespace guitai::card_read_test
