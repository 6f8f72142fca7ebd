#include "services/devices/reader/portrait_decoder.h"

#include "services/failure.h"
#include "tests/services/devices/chip_bytes.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <fstream>

namespace guitai::portrait_decoder_test
{

namespace
{

using namespace std::chrono_literals;

/// A program that stands where the licensed one does.
struct Decoder {
    explicit Decoder(const std::string& script)
    {
        std::ofstream{program} << "#!/bin/sh\n" << script << '\n';
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    }

    RgbImage decode(std::chrono::milliseconds patience = 20s) const
    {
        return PortraitDecoder{program, patience}.decode(fromChip(simulator::chipPhoto()));
    }
    bool fails(std::chrono::milliseconds patience = 20s) const
    {
        try {
            (void)decode(patience);
            return false;
        } catch (const ServiceFailure& failure) {
            return failure.kind() == ServiceFailure::Kind::device;
        }
    }

    TemporaryFolder folder;
    std::filesystem::path program = folder / "decoder";
};

} // namespace

TEST_CASE("a licensed program makes a picture of a chip's portrait")
{
    SUBCASE("as rows of blue, green and red from the top")
    {
        const auto decoder = Decoder{"cat > /dev/null; printf 'abc'; head -c 38553 /dev/zero"};
        const auto image = decoder.decode();
        CHECK(image.width == 102);
        CHECK(image.height == 126);
        REQUIRE(image.pixels.size() == 38'556);
        CHECK(image.pixels[0] == std::byte{'c'});
        CHECK(image.pixels[2] == std::byte{'a'});
    }
    SUBCASE("or as a BMP, whose first row is the lowest")
    {
        const auto decoder = Decoder{"cat > /dev/null; printf 'BM'; head -c 52 /dev/zero; "
                                     "printf 'xyz'; head -c 38805 /dev/zero"};
        const auto image = decoder.decode();
        CHECK(image.pixels[125 * 102 * 3] == std::byte{'z'});
        CHECK(image.pixels[0] == std::byte{0});
    }
    SUBCASE("of the chip's own bytes")
    {
        const auto decoder = Decoder{"bytes=$(wc -c); [ \"$bytes\" = 1024 ] && "
                                     "head -c 38556 /dev/zero"};
        CHECK(decoder.decode().width == 102);
    }
}

TEST_CASE("whatever else a decoder does is told and stops nothing")
{
    CHECK(Decoder{"exit 3"}.fails());
    CHECK(Decoder{"cat > /dev/null; head -c 38555 /dev/zero"}.fails());
    CHECK(Decoder{"cat > /dev/null; head -c 38862 /dev/zero"}.fails()); // no BMP
    CHECK(Decoder{"cat > /dev/null; cat /dev/zero"}.fails());           // without end
    CHECK(Decoder{"sleep 60"}.fails(50ms));
    auto error = std::error_code{};
    const auto none = Decoder{""};
    std::filesystem::remove(none.program, error);
    CHECK(none.fails());
}

} // namespace guitai::portrait_decoder_test
