#include "services/devices/reader/reader_command.h"

#include "tests/services/devices/chip_bytes.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace guitai::reader_command_test
{

namespace
{

struct KnownFrame {
    ReaderCommand command;
    std::string_view frame;
};

} // namespace

TEST_CASE("encodeCommand writes the frames that working readers are sent")
{
    constexpr auto frames = std::array<KnownFrame, 14>{{
        {ReaderCommand::reset, "AA AA AA 96 69 00 03 10 FF EC"},
        {ReaderCommand::status, "AA AA AA 96 69 00 03 11 FF ED"},
        {ReaderCommand::moduleId, "AA AA AA 96 69 00 03 12 FF EE"},
        {ReaderCommand::findCard, "AA AA AA 96 69 00 03 20 01 22"},
        {ReaderCommand::selectCard, "AA AA AA 96 69 00 03 20 02 21"},
        {ReaderCommand::readTextAndPhoto, "AA AA AA 96 69 00 03 30 01 32"},
        {ReaderCommand::readTextPhotoAndPrints, "AA AA AA 96 69 00 03 30 10 23"},
        {ReaderCommand::readAppendedAddress, "AA AA AA 96 69 00 03 30 03 30"},
        {ReaderCommand::readManagementNumber, "AA AA AA 96 69 00 03 30 05 36"},
        {ReaderCommand::baud115200, "AA AA AA 96 69 00 03 60 00 63"},
        {ReaderCommand::baud57600, "AA AA AA 96 69 00 03 60 01 62"},
        {ReaderCommand::baud38400, "AA AA AA 96 69 00 03 60 02 61"},
        {ReaderCommand::baud19200, "AA AA AA 96 69 00 03 60 03 60"},
        {ReaderCommand::baud9600, "AA AA AA 96 69 00 03 60 04 67"},
    }};
    for (const auto& [command, frame] : frames)
        CHECK(toHex(encodeCommand(command)) == toHex(bytesFromHex(frame)));

    SUBCASE("one of them carries a byte")
    {
        const auto data = std::array{std::byte{0x50}};
        CHECK(toHex(encodeCommand(ReaderCommand::largestRadioBlock, data)) ==
              toHex(bytesFromHex("AA AA AA 96 69 00 04 61 FF 50 CA")));
        CHECK_THROWS_AS(encodeCommand(ReaderCommand::largestRadioBlock), std::logic_error);
        CHECK_THROWS_AS(encodeCommand(ReaderCommand::findCard, data), std::logic_error);
    }
    CHECK_THROWS_AS(encodeCommand(static_cast<ReaderCommand>(99)), std::logic_error);
}

} // namespace guitai::reader_command_test
