#pragma once

#include "services/bytes.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace guitai
{

/// The bytes to and from a card reader. Every call throws ServiceFailure (device) once the reader
/// is gone; the line is then of no more use and another one is opened.
class ReaderLine
{
public:
    virtual ~ReaderLine() = default;
    virtual void send(std::span<const std::byte> bytes) = 0;
    /// What has come, after waiting up to `limit` for the first byte; empty when nothing came.
    virtual Bytes receive(std::chrono::milliseconds limit) = 0;
};

/// Opens the line, or throws ServiceFailure (device) while there is no reader.
using OpenReaderLine = std::function<std::unique_ptr<ReaderLine>()>;

/// A serial port at 115200 baud, eight data bits, one stop bit, no parity: how modules start.
std::unique_ptr<ReaderLine> openSerialLine(const std::filesystem::path& device);

/// A reader behind a converter that passes the bytes through. `address` is numeric (no name is
/// looked up, which could take longer than a clerk waits).
std::unique_ptr<ReaderLine> openTcpLine(const std::string& address, std::uint16_t port);

} // namespace guitai
