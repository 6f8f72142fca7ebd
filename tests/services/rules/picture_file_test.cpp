#include "services/rules/picture_file.h"
#include "tests/services/cases/example_pictures.h"

#include <doctest/doctest.h>

#include <string>

using namespace guitai;

namespace
{

std::string verdictOn(const Bytes& file, std::string_view extension = {})
{
    const auto header = readPictureHeader(file, extension);
    if (!header)
        return std::string{nameOf(header.refusal().code)};
    return std::to_string(header.value().size.width) + "x" +
           std::to_string(header.value().size.height);
}

Bytes joined(Bytes file, std::string_view more)
{
    const auto bytes = bytesOf(more);
    file.insert(file.end(), bytes.begin(), bytes.end());
    return file;
}

/// The file with an EXIF segment after its first marker; `tiff` is the directory.
Bytes withExif(std::string tiff)
{
    using namespace std::string_literals;
    const auto file = exampleJpeg(400, 500);
    const auto content = "Exif\0\0"s + std::move(tiff);
    const auto length = content.size() + 2;
    auto segment = "\xFF\xE1"s;
    segment += static_cast<char>(length >> 8U);
    segment += static_cast<char>(length & 0xFFU);
    auto result = joined(Bytes(file.begin(), file.begin() + 2), segment + content);
    result.insert(result.end(), file.begin() + 2, file.end());
    return result;
}

int orientationOf(const std::string& tiff)
{
    const auto header = readPictureHeader(withExif(tiff));
    return header ? header.value().orientation : -1;
}

} // namespace

TEST_CASE("readPictureHeader")
{
    using namespace std::string_literals;
    const auto jpeg = exampleJpeg(4000, 3000);
    const auto png = examplePng(1200, 1600);
    SUBCASE("tells format and size without decoding")
    {
        CHECK(readPictureHeader(jpeg).value() ==
              PictureHeader{PictureFormat::jpeg, {4000, 3000}, 1});
        CHECK(readPictureHeader(png).value() == PictureHeader{PictureFormat::png, {1200, 1600}, 1});
    }
    SUBCASE("holds the name's extension against the content")
    {
        for (const auto* name : {"jpg", ".JPG", ".jpeg", "jpe", ""})
            CHECK(verdictOn(jpeg, name) == "4000x3000");
        CHECK(verdictOn(png, ".PNG") == "1200x1600");
        for (const auto* name : {".png", ".pdf", ".gif", ".bmp"})
            CHECK(verdictOn(jpeg, name) == "photoWrongExtension");
        CHECK(readPictureHeader(png, ".jpg").refusal().arguments.front() == "PNG");
    }
    SUBCASE("refuses what no photo needs")
    {
        CHECK(verdictOn({}) == "missing");
        CHECK(verdictOn(joined({}, "BM no picture of ours")) == "photoNotJpeg");
        CHECK(verdictOn(exampleJpeg(20'000, 20'000)) == "photoTooManyPixels");
        CHECK(verdictOn(examplePng(20'000, 20'000)) == "photoTooManyPixels");
        CHECK(verdictOn(examplePng(0xFFFFFFFF, 0xFFFFFFFF)) == "photoTooManyPixels");
        CHECK(verdictOn(examplePng(0, 10)) == "photoNotJpeg");
        CHECK(verdictOn(Bytes(largestPictureFile + 1)) == "photoTooLarge");
    }
    SUBCASE("finds the end missing, wherever the file was cut")
    {
        for (std::size_t length = 3; length < jpeg.size(); ++length)
            CHECK_FALSE(readPictureHeader(std::span{jpeg}.first(length)));
        for (std::size_t length = 8; length < png.size(); ++length)
            CHECK(
                verdictOn(Bytes(png.begin(), png.begin() + static_cast<std::ptrdiff_t>(length))) ==
                "photoTruncated");
    }
    SUBCASE("refuses a second file behind or inside the picture")
    {
        CHECK(verdictOn(joined(jpeg, "PK\x03\x04")) == "photoCarriesOther");
        CHECK(verdictOn(joined(png, "MZ")) == "photoCarriesOther");
        CHECK(verdictOn(withExif("MM %PDF-1.4")) == "photoCarriesOther");
    }
    SUBCASE("lets cameras put zeros and smaller copies behind it")
    {
        CHECK(verdictOn(joined(jpeg, "\0\0\0"s)) == "4000x3000");
        CHECK(verdictOn(joined(jpeg, textOf(exampleJpeg(160, 120)))) == "4000x3000");
        CHECK(verdictOn(joined(png, "\0\0"s)) == "1200x1600");
    }
}

TEST_CASE("the orientation of EXIF")
{
    using namespace std::string_literals;
    const auto big = [](char value) {
        return "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0"s + value + "\0\0\0\0\0\0"s;
    };
    CHECK(orientationOf(big(6)) == 6);
    CHECK(orientationOf("II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\10\0\0\0\0\0\0\0"s) == 8);
    for (const auto value : {'\0', '\x9', '\x7F'})
        CHECK(orientationOf(big(value)) == 1);
    CHECK(orientationOf("MM\0*\xFF\xFF\xFF\xFF"s) == 1);  // a directory outside of the segment
    CHECK(orientationOf("MM\0*\0\0\0\10\xFF\xFF"s) == 1); // entries that are not there
    CHECK(orientationOf("MM"s) == 1);
}
