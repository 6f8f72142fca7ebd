#include "services/devices/photo/photo_wire.h"

#include <doctest/doctest.h>

namespace guitai::photo_wire_test
{

namespace
{

std::span<const std::byte> inside(const Bytes& message)
{
    return std::span{message}.subspan(photoWirePrefix);
}

PhotoAnswer exampleAnswer()
{
    auto answer = PhotoAnswer{};
    answer.jpeg = Bytes(5, std::byte{1});
    answer.photo = {2, 1, Bytes(6, std::byte{2})};
    answer.measures = {{PhotoCheckKind::centring, -7, {1, 2, 3, 4}}};
    answer.picture = {1, 1, Bytes(3, std::byte{3})};
    answer.part = {5, 6, 7, 8};
    answer.original = {4000, 3000};
    return answer;
}

} // namespace

TEST_CASE("what the photo program is asked and answers is read back")
{
    SUBCASE("a request")
    {
        auto request = PhotoRequest{};
        request.source.file = Bytes(7, std::byte{9});
        request.source.extension = ".jpg";
        request.part = PhotoArea{1, 2, 3, 4};
        request.standard.limits[0] = {-3, {}};
        request.standard.jpegQuality = 70;
        request.standard.faceWidthPerEyeDistance = 218;
        const auto message = toWire(request);
        CHECK(wireLength(message) == message.size() - photoWirePrefix);
        const auto read = photoRequestFrom(inside(message));
        CHECK(read.source.file == request.source.file);
        CHECK(read.source.extension == ".jpg");
        CHECK(read.part == request.part);
        CHECK(read.standard == request.standard);
        CHECK_FALSE(read.scan);
        request.scan = ScanStandard{.longestSide = 1800, .jpegQuality = 77};
        CHECK(photoRequestFrom(inside(toWire(request))).scan == request.scan);
    }
    SUBCASE("an answer")
    {
        const auto answer = exampleAnswer();
        const auto read = photoAnswerFrom(inside(toWire(answer)));
        CHECK_FALSE(read.refusal);
        CHECK(read.jpeg == answer.jpeg);
        CHECK(read.photo.pixels == answer.photo.pixels);
        CHECK(read.measures == answer.measures);
        CHECK(read.part == answer.part);
        CHECK(read.original == answer.original);
    }
    SUBCASE("a refusal")
    {
        auto answer = PhotoAnswer{};
        answer.refusal = Refusal{Refusal::Code::photoWrongExtension, "photo", {"PNG"}};
        CHECK(photoAnswerFrom(inside(toWire(answer))).refusal == answer.refusal);
    }
}

TEST_CASE("an answer that is not as it should be is not believed")
{
    const auto message = toWire(exampleAnswer());
    SUBCASE("cut anywhere")
    {
        for (auto length = photoWirePrefix; length < message.size(); ++length)
            CHECK_THROWS_AS(
                photoAnswerFrom(std::span{message}.subspan(4, length - photoWirePrefix)),
                PhotoWireError);
    }
    SUBCASE("with something behind it")
    {
        auto longer = message;
        longer.push_back({});
        CHECK_THROWS_AS(photoAnswerFrom(inside(longer)), PhotoWireError);
    }
    SUBCASE("any byte changed: read or refused, never more than is there")
    {
        for (auto at = photoWirePrefix; at < message.size(); ++at) {
            auto changed = message;
            changed[at] = std::byte{0xFF};
            auto length = std::size_t{};
            try {
                length = photoAnswerFrom(inside(changed)).jpeg.size();
            } catch (const PhotoWireError&) {
                continue;
            }
            CHECK(length <= message.size());
        }
    }
    SUBCASE("a length over the limit")
    {
        CHECK_THROWS_AS(wireLength(Bytes(4, std::byte{0xFF})), PhotoWireError);
    }
}

} // namespace guitai::photo_wire_test
