#include "services/rules/scan_file.h"

#include "tests/services/cases/example_pictures.h"

#include <doctest/doctest.h>

using namespace guitai;
using Code = Refusal::Code;

TEST_CASE("checkScanFile")
{
    const auto code = [](const Bytes& bytes) { return checkScanFile(bytes).refusal().code; };

    SUBCASE("takes a page as the photo program makes it")
    {
        CHECK(checkScanFile(exampleJpeg(2000, 1260)).value() == PhotoSize{2000, 1260});
        CHECK(checkScanFile(exampleJpeg(300, 300)));
        CHECK(checkScanFile(exampleJpeg(4000, 300)));
    }
    SUBCASE("refuses what is no whole JPEG and nothing else")
    {
        auto half = exampleJpeg(800, 600);
        half.resize(half.size() - 2);
        auto trailed = exampleJpeg(800, 600);
        trailed.push_back(std::byte{0});
        CHECK(code({}) == Code::missing);
        CHECK(code(examplePng()) == Code::photoNotJpeg);
        CHECK(code(half) == Code::photoTruncated);
        CHECK(code(trailed) == Code::photoCarriesOther);
        CHECK(code(Bytes(largestScan + 1)) == Code::photoTooLarge);
    }
    SUBCASE("refuses pages that nobody can read and those that nobody needs")
    {
        CHECK(code(exampleJpeg(299, 800)) == Code::scanTooSmall);
        CHECK(checkScanFile(exampleJpeg(299, 800)).refusal().arguments ==
              std::vector<std::string>{"299", "800"});
        CHECK(code(exampleJpeg(4001, 800)) == Code::malformed);
        CHECK(code(exampleJpeg(20'000, 20'000)) == Code::photoTooManyPixels);
    }
}
