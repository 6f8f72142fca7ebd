#include "tests/services/cases/example_pictures.h"

#include <string>

namespace guitai
{

namespace
{

void add(Bytes& bytes, std::initializer_list<unsigned> values)
{
    for (const auto value : values)
        bytes.push_back(static_cast<std::byte>(value & 0xFFU));
}

void addNumber(Bytes& bytes, std::uint32_t number)
{
    add(bytes, {number >> 24U, number >> 16U, number >> 8U, number});
}

/// The check sum is not looked at by the header check, which decodes nothing.
void addChunk(Bytes& bytes, const std::string& type, const Bytes& data)
{
    addNumber(bytes, static_cast<std::uint32_t>(data.size()));
    for (const auto letter : type)
        bytes.push_back(static_cast<std::byte>(letter));
    bytes.insert(bytes.end(), data.begin(), data.end());
    addNumber(bytes, 0);
}

} // namespace

Bytes exampleJpeg(int width, int height)
{
    const auto w = static_cast<unsigned>(width);
    const auto h = static_cast<unsigned>(height);
    auto bytes = Bytes{};
    add(bytes, {0xFF, 0xD8});
    add(bytes, {0xFF, 0xC0, 0, 17, 8, h >> 8U, h, w >> 8U, w, 3});
    add(bytes, {1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0});
    add(bytes, {0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0, 0x55, 0xAA, 0x55});
    add(bytes, {0xFF, 0xD9});
    return bytes;
}

Bytes examplePng(std::uint32_t width, std::uint32_t height)
{
    auto bytes = Bytes{};
    add(bytes, {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    auto header = Bytes{};
    addNumber(header, width);
    addNumber(header, height);
    add(header, {8, 6, 0, 0, 0});
    addChunk(bytes, "IHDR", header);
    addChunk(bytes, "IDAT", Bytes(40, std::byte{7}));
    addChunk(bytes, "IEND", {});
    return bytes;
}

} // namespace guitai
