#include "services/devices/reader/reader_command.h"

#include <cstdint>
#include <stdexcept>

namespace guitai
{

namespace
{

/// Command in the high byte, parameter in the low one.
std::uint16_t commandCode(ReaderCommand command)
{
    switch (command) {
    case ReaderCommand::reset:
        return 0x10FF;
    case ReaderCommand::status:
        return 0x11FF;
    case ReaderCommand::moduleId:
        return 0x12FF;
    case ReaderCommand::findCard:
        return 0x2001;
    case ReaderCommand::selectCard:
        return 0x2002;
    case ReaderCommand::readTextAndPhoto:
        return 0x3001;
    case ReaderCommand::readTextPhotoAndPrints:
        return 0x3010;
    case ReaderCommand::readAppendedAddress:
        return 0x3003;
    case ReaderCommand::readManagementNumber:
        return 0x3005;
    case ReaderCommand::baud115200:
        return 0x6000;
    case ReaderCommand::baud57600:
        return 0x6001;
    case ReaderCommand::baud38400:
        return 0x6002;
    case ReaderCommand::baud19200:
        return 0x6003;
    case ReaderCommand::baud9600:
        return 0x6004;
    case ReaderCommand::largestRadioBlock:
        return 0x61FF;
    }
    throw std::logic_error("a reader command that does not exist");
}

void appendWord(Bytes& frame, std::size_t word)
{
    frame.push_back(static_cast<std::byte>((word >> 8U) & 0xFFU));
    frame.push_back(static_cast<std::byte>(word & 0xFFU));
}

} // namespace

Bytes encodeCommand(ReaderCommand command, std::span<const std::byte> data)
{
    const auto expected = command == ReaderCommand::largestRadioBlock ? 1U : 0U;
    if (data.size() != expected)
        throw std::logic_error("a reader command with data that it does not take");
    auto frame = Bytes{readerPreamble.begin(), readerPreamble.end()};
    frame.reserve(readerPreamble.size() + 5 + data.size());
    appendWord(frame, 3 + data.size());
    appendWord(frame, commandCode(command));
    frame.insert(frame.end(), data.begin(), data.end());
    frame.push_back(exclusiveOr(std::span{frame}.subspan(readerPreamble.size())));
    return frame;
}

std::byte exclusiveOr(std::span<const std::byte> bytes)
{
    auto sum = std::byte{0};
    for (const auto byte : bytes)
        sum ^= byte;
    return sum;
}

} // namespace guitai
