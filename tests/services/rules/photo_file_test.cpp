#include "services/rules/photo_file.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <vector>

using namespace guitai;

namespace
{

using Bytes = std::vector<std::byte>;

Bytes of(std::initializer_list<unsigned> values)
{
    auto bytes = Bytes{};
    for (const auto value : values)
        bytes.push_back(static_cast<std::byte>(value));
    return bytes;
}

Bytes operator+(Bytes left, const Bytes& right)
{
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

const auto start = of({0xFF, 0xD8});
const auto jfif = of({0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 1, 1, 94, 1, 94, 0, 0});
const auto tables = of({0xFF, 0xC4, 0, 4, 1, 2});
const auto scan = of({0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 12, 34, 0xFF, 0, 56, 0xFF, 0xD3, 78});
const auto end = of({0xFF, 0xD9});

Bytes frame(unsigned width,
            unsigned height,
            unsigned process = 0xC0,
            unsigned components = 3,
            unsigned bits = 8)
{
    auto bytes = of({0xFF,
                     process,
                     0,
                     8 + 3 * components,
                     bits,
                     height >> 8U,
                     height & 0xFFU,
                     width >> 8U,
                     width & 0xFFU,
                     components});
    return bytes + Bytes(std::size_t{3} * components);
}

/// What the check says: the size, or the refusal's code and arguments.
std::string judged(const Bytes& file)
{
    const auto answer = checkPhotoFile(file);
    if (answer)
        return std::to_string(answer.value().width) + "x" + std::to_string(answer.value().height);
    CHECK(answer.refusal().field == "photo");
    auto text = std::string{nameOf(answer.refusal().code)};
    for (const auto& argument : answer.refusal().arguments)
        text += " " + argument;
    return text;
}

} // namespace

TEST_CASE("checkPhotoFile takes a colour JPEG of the right size")
{
    const auto good = start + jfif + frame(358, 441) + tables + scan + end;
    CHECK(judged(good) == "358x441");
    SUBCASE("in every Huffman process")
    {
        CHECK(judged(start + jfif + frame(358, 441, 0xC1) + scan + end) == "358x441");
        CHECK(judged(start + jfif + frame(358, 441, 0xC2) + scan + tables + scan + end) ==
              "358x441");
    }
    SUBCASE("with fill bytes, lone markers and bytes after its end")
    {
        CHECK(judged(start + of({0xFF, 0xFF}) + jfif + of({0xFF, 0x01, 0xFF, 0xD0}) +
                     frame(358, 441) + scan + of({0xFF}) + end + of({1, 2, 3})) == "358x441");
    }
    SUBCASE("with a fill byte before a stuffed zero in its scan")
    {
        CHECK(judged(start + frame(358, 441) + scan + of({0xFF, 0xFF, 0, 9}) + end) == "358x441");
    }
    SUBCASE("with another picture inside a segment")
    {
        auto inner = start + frame(20'000, 20'000) + scan + end;
        const auto length = static_cast<unsigned>(inner.size() + 2);
        CHECK(judged(start + of({0xFF, 0xE1, length >> 8U, length & 0xFFU}) + inner +
                     frame(358, 441) + scan + end) == "358x441");
    }
    SUBCASE("but not a single byte of it less")
    {
        for (std::size_t size = 3; size < good.size(); ++size) {
            CAPTURE(size);
            CHECK(judged(Bytes(good.begin(), good.begin() + static_cast<long>(size))) ==
                  "photoTruncated");
        }
    }
}

TEST_CASE("checkPhotoFile refuses")
{
    SUBCASE("what is no JPEG")
    {
        CHECK(judged({}) == "missing");
        CHECK(judged(of({0xFF})) == "photoNotJpeg");
        CHECK(judged(start) == "photoNotJpeg");
        CHECK(judged(of({0x89, 'P', 'N', 'G', 13, 10, 26, 10})) == "photoNotJpeg");
        CHECK(judged(start + of({0xFE, 0xE0, 0, 2})) == "photoNotJpeg");
        CHECK(judged(start + jfif + of({0x00}) + end) == "photoNotJpeg");
        CHECK(judged(start + of({0xFF, 0x00}) + end) == "photoNotJpeg");
        CHECK(judged(start + of({0xFF, 0xD8}) + end) == "photoNotJpeg");
        CHECK(judged(start + of({0xFF, 0xE0, 0, 1}) + end) == "photoNotJpeg");
        CHECK(judged(start + jfif + end) == "photoNotJpeg");
        CHECK(judged(start + jfif + scan + end) == "photoNotJpeg");
        CHECK(judged(start + frame(358, 441) + end) == "photoNotJpeg");
    }
    SUBCASE("a frame header that contradicts itself")
    {
        CHECK(judged(start + frame(0, 441) + scan + end) == "photoNotJpeg");
        CHECK(judged(start + frame(358, 0) + scan + end) == "photoNotJpeg");
        CHECK(judged(start + of({0xFF, 0xC0, 0, 7, 8, 1, 185, 1, 102}) + scan + end) ==
              "photoNotJpeg");
        CHECK(judged(start + of({0xFF, 0xC0, 0, 11, 8, 1, 185, 1, 102, 3, 0, 0, 0}) + scan + end) ==
              "photoNotJpeg");
        CHECK(judged(start + frame(358, 441) + frame(20'000, 20'000) + scan + end) ==
              "photoNotJpeg");
    }
    SUBCASE("20,000 × 20,000 pixels, before anything is decoded")
    {
        CHECK(judged(start + frame(20'000, 20'000)) == "photoTooManyPixels 20000 20000");
        CHECK(judged(start + frame(65'535, 65'535)) == "photoTooManyPixels 65535 65535");
        CHECK(judged(start + frame(8'000, 5'001) + scan + end) == "photoTooManyPixels 8000 5001");
        CHECK(judged(start + frame(8'000, 5'000) + scan + end) ==
              "photoWrongSize 358 441 8000 5000");
    }
    SUBCASE("another size")
    {
        CHECK(judged(start + frame(441, 358) + scan + end) == "photoWrongSize 358 441 441 358");
        CHECK(judged(start + frame(357, 441) + scan + end) == "photoWrongSize 358 441 357 441");
    }
    SUBCASE("grey, CMYK, 12 bits, lossless and arithmetic coding")
    {
        CHECK(judged(start + frame(358, 441, 0xC0, 1) + scan + end) == "malformed");
        CHECK(judged(start + frame(358, 441, 0xC0, 4) + scan + end) == "malformed");
        CHECK(judged(start + frame(358, 441, 0xC1, 3, 12) + scan + end) == "malformed");
        CHECK(judged(start + frame(358, 441, 0xC3) + scan + end) == "malformed");
        CHECK(judged(start + frame(358, 441, 0xC9) + scan + end) == "malformed");
        CHECK(judged(start + frame(358, 441, 0xCF) + scan + end) == "malformed");
    }
    SUBCASE("more than 2 MiB")
    {
        const auto good = start + jfif + frame(358, 441) + scan + end;
        const auto limit = std::size_t{2} * 1024 * 1024;
        CHECK(judged(good + Bytes(limit - good.size())) == "358x441");
        CHECK(judged(good + Bytes(limit + 1 - good.size())) == "photoTooLarge 2097152 2097153");
    }
}
