#include "app/photo/jpeg_codec.h"
#include "services/assets.h"
#include "services/devices/photo/photo_program.h"
#include "services/failure.h"
#include "services/rules/jpeg_walk.h"
#include "services/rules/scan_file.h"
#include "tests/photo/planted_pictures.h"

#include <doctest/doctest.h>

#include <opencv2/core.hpp>

#include <csignal>
#include <fstream>
#include <png.h>
#include <thread>

using namespace guitai;
using namespace std::chrono_literals;

namespace
{

PhotoStandard standard()
{
    return parsePhotoStandard(Assets{}.load("photo.json"), "photo.json");
}

struct Lab {
    PhotoProgram program{GUITAI_PHOTO_PROGRAM, standard()};

    Result<CheckedPhoto> make(Bytes file, const std::string& extension = {})
    {
        return program.make({std::move(file), extension, {}}, std::nullopt);
    }
    /// The refusal's code for a page of a paper; "taken" when there is none.
    std::string sayScan(Bytes file, const std::string& extension = {})
    {
        const auto made = program.scan({std::move(file), extension, {}}, ScanStandard{});
        return made ? "taken" : std::string{nameOf(made.refusal().code)};
    }
    /// The refusal's code; "taken" when there is none.
    std::string say(Bytes file, const std::string& extension = {})
    {
        const auto made = make(std::move(file), extension);
        return made ? "taken" : std::string{nameOf(made.refusal().code)};
    }
};

Bytes with(Bytes file, std::string_view text)
{
    const auto more = bytesOf(text);
    file.insert(file.end(), more.begin(), more.end());
    return file;
}

/// A segment after the start-of-image marker.
Bytes withSegment(const Bytes& jpeg, unsigned char marker, const std::string& content)
{
    const auto length = content.size() + 2;
    auto segment = std::string{'\xFF', static_cast<char>(marker)};
    segment += static_cast<char>(length >> 8U);
    segment += static_cast<char>(length & 0xFFU);
    segment += content;
    auto file = Bytes(jpeg.begin(), jpeg.begin() + 2);
    file = with(std::move(file), segment);
    file.insert(file.end(), jpeg.begin() + 2, jpeg.end());
    return file;
}

std::string orientedExif(char orientation)
{
    using namespace std::string_literals;
    return "Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0"s + orientation + "\0\0\0\0\0\0"s;
}

Bytes pngOf(const cv::Mat& rgb)
{
    auto image = png_image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<unsigned>(rgb.cols);
    image.height = static_cast<unsigned>(rgb.rows);
    image.format = PNG_FORMAT_RGB;
    auto size = png_alloc_size_t{};
    png_image_write_to_memory(&image, nullptr, &size, 0, rgb.data, 0, nullptr);
    auto file = Bytes(size);
    png_image_write_to_memory(&image, file.data(), &size, 0, rgb.data, 0, nullptr);
    file.resize(size);
    return file;
}

bool allPassed(const CheckedPhoto& photo)
{
    return std::ranges::all_of(photo.checks, [](const PhotoCheck& check) {
        return check.verdict == PhotoVerdict::passed;
    });
}

/// One line of /proc/PID/status.
std::string statusOf(pid_t pid, const std::string& name)
{
    auto file = std::ifstream("/proc/" + std::to_string(pid) + "/status");
    auto line = std::string{};
    while (std::getline(file, line))
        if (line.starts_with(name + ":"))
            return line.substr(name.size() + 2);
    return {};
}

} // namespace

TEST_CASE("a camera's picture becomes a photo after the standard")
{
    auto lab = Lab{};
    const auto person = drawnPeople().at(1);
    const auto picture = scene(person, {1080, 1440}, 2.0);
    SUBCASE("from JPEG")
    {
        const auto made = lab.make(jpegOf(picture), ".JPG");
        REQUIRE(made);
        CHECK(allPassed(made.value()));
        CHECK(made.value().original == PhotoSize{1080, 1440});
        CHECK(checkPhotoFile(made.value().jpeg).value() == standardPhoto);
        CHECK(made.value().jpeg.size() < 24 * 1024);
    }
    SUBCASE("from PNG")
    {
        const auto made = lab.make(pngOf(picture), ".png");
        REQUIRE(made);
        CHECK(allPassed(made.value()));
    }
    SUBCASE("upright, as EXIF says")
    {
        auto lying = cv::Mat{};
        cv::rotate(picture, lying, cv::ROTATE_90_COUNTERCLOCKWISE);
        const auto made = lab.make(withSegment(jpegOf(lying), 0xE1, orientedExif(6)), ".jpg");
        REQUIRE(made);
        CHECK(made.value().original == PhotoSize{1080, 1440});
        CHECK(allPassed(made.value()));
    }
    SUBCASE("without what the camera wrote beside the picture")
    {
        const auto marked = withSegment(jpegOf(picture), 0xE1, orientedExif(1) + "GPS 39.98 116.3");
        const auto made = lab.make(marked, ".jpg");
        REQUIRE(made);
        const auto text = textOf(made.value().jpeg);
        CHECK(text.find("Exif") == std::string::npos);
        CHECK(text.find("GPS") == std::string::npos);
        // JFIF's density: 350 dots an inch (1, 0x015E, 0x015E)
        CHECK(text.find(std::string{"JFIF\0\1\1\1\1\x5E\1\x5E", 12}) != std::string::npos);
    }
    SUBCASE("from another part of it")
    {
        const auto first = lab.make(jpegOf(picture));
        REQUIRE(first);
        auto part = first.value().part;
        part.x -= part.width / 6;
        const auto moved = lab.program.make({jpegOf(picture), {}, {}}, part);
        REQUIRE(moved);
        CHECK_FALSE(allPassed(moved.value()));
    }
}

TEST_CASE("a hostile or damaged file is refused by name, and the next one served")
{
    auto lab = Lab{};
    const auto jpeg = jpegOf(drawnPeople().front());
    const auto png = pngOf(drawnPeople().front());
    SUBCASE("another kind of file")
    {
        CHECK(lab.say(with({}, "GIF89a no picture of ours")) == "photoNotJpeg");
        CHECK(lab.say(jpeg, ".png") == "photoWrongExtension");
        CHECK(lab.say(png, ".jpeg") == "photoWrongExtension");
        CHECK(lab.say(png, ".PNG") == "taken");
    }
    SUBCASE("two files in one")
    {
        CHECK(lab.say(with(jpeg, "PK\x03\x04 an archive")) == "photoCarriesOther");
        CHECK(lab.say(with(png, "<html>")) == "photoCarriesOther");
        CHECK(lab.say(withSegment(jpeg, 0xFE, "%PDF-1.7")) == "photoCarriesOther");
        CHECK(lab.say(with(with(jpeg, std::string(64, '\0')), textOf(jpeg))) == "taken");
    }
    SUBCASE("cut short")
    {
        auto half =
            Bytes(jpeg.begin(), jpeg.begin() + static_cast<std::ptrdiff_t>(jpeg.size() / 2));
        CHECK(lab.say(half) == "photoTruncated");
        CHECK(lab.say(with(half, "\xFF\xD9")) == "photoTruncated"); // an end where none is
        const auto part = Bytes(png.begin(), png.begin() + 2000);
        CHECK(lab.say(part) == "photoTruncated");
        auto flipped = png;
        flipped[flipped.size() / 2] ^= std::byte{0x40}; // a check sum that does not fit
        CHECK(lab.say(flipped) == "photoTruncated");
    }
    SUBCASE("a bomb of pixels, small as a file")
    {
        const auto bomb = pngOf(cv::Mat(6400, 6400, CV_8UC3, cv::Scalar{}));
        CHECK(bomb.size() < 1'000'000);
        CHECK(lab.say(bomb) == "photoTooManyPixels");
        const auto large = lab.make(pngOf(cv::Mat(6200, 6200, CV_8UC3, cv::Scalar{})));
        REQUIRE(large); // within the limits, and no face
        CHECK_FALSE(allPassed(large.value()));
    }
    SUBCASE("too small, too large")
    {
        CHECK(lab.say(jpegOf(cv::Mat(441, 357, CV_8UC3, cv::Scalar{}))) == "photoWrongSize");
        CHECK(lab.say(Bytes(largestPictureFile + 1)) == "photoTooLarge");
    }
    CHECK(lab.say(jpeg) == "taken");
}

TEST_CASE("a program that fails takes nothing with it")
{
    const auto jpeg = jpegOf(drawnPeople().front());
    SUBCASE("a picture that makes it crash is refused, and the next one served")
    {
        auto lab = Lab{};
        lab.program.warmUp();
        kill(lab.program.waiting(), SIGSEGV);
        CHECK(lab.say(jpeg) == "photoBeyondLimits");
        CHECK(lab.say(jpeg) == "taken");
    }
    SUBCASE("one that takes too long is ended")
    {
        auto program = PhotoProgram{GUITAI_PHOTO_PROGRAM, standard(), 300ms};
        program.warmUp();
        kill(program.waiting(), SIGSTOP);
        const auto made = program.make({jpeg, {}, {}}, std::nullopt);
        REQUIRE_FALSE(made);
        CHECK(made.refusal().code == Refusal::Code::photoBeyondLimits);
        CHECK(program.waiting() == -1);
    }
    SUBCASE("an answer that is none, no program, no answer")
    {
        for (const auto* name : {"/usr/bin/yes", "/usr/bin/cat", "/usr/bin/false", "/nowhere"}) {
            CAPTURE(name);
            auto program = PhotoProgram{name, standard()};
            try {
                (void)program.make({jpeg, {}, {}}, std::nullopt);
                FAIL("believed");
            } catch (const ServiceFailure& failure) {
                CHECK(failure.kind() == ServiceFailure::Kind::device);
            }
        }
    }
}

TEST_CASE("the program works with its doors closed")
{
    auto lab = Lab{};
    lab.program.warmUp();
    const auto pid = lab.program.waiting();
    // It closes them once its cascades are read.
    for (auto tries = 0; statusOf(pid, "Seccomp") != "2" && tries < 500; ++tries)
        std::this_thread::sleep_for(10ms);
    CHECK(statusOf(pid, "Seccomp") == "2");
    CHECK(statusOf(pid, "NoNewPrivs") == "1");
    CHECK(statusOf(pid, "Threads") == "1");
    CHECK(lab.say(jpegOf(drawnPeople().front())) == "taken");
}

TEST_CASE("a picture of a paper becomes a page")
{
    auto lab = Lab{};
    const auto standard = ScanStandard{.longestSide = 1200, .jpegQuality = 80};
    const auto paper = cv::Mat(1500, 2400, CV_8UC3, cv::Scalar(250, 250, 240));
    const auto sizeOf = [](const Result<Bytes>& made) {
        return checkScanFile(made.value()).value();
    };
    SUBCASE("no larger than asked for, from JPEG and PNG")
    {
        CHECK(sizeOf(lab.program.scan({pngOf(paper), ".png", {}}, standard)) ==
              PhotoSize{1200, 750});
        CHECK(sizeOf(lab.program.scan({encodePhoto(paper, 90), ".jpg", {}}, standard)) ==
              PhotoSize{1200, 750});
    }
    SUBCASE("never enlarged, and as the camera gave it")
    {
        const auto size = static_cast<std::size_t>(640 * 480 * 3);
        const auto frame = RgbImage{640, 480, Bytes(size, std::byte{200})};
        CHECK(sizeOf(lab.program.scan({{}, {}, frame}, standard)) == PhotoSize{640, 480});
    }
    SUBCASE("upright, and without what was written beside the picture")
    {
        const auto marked = withSegment(encodePhoto(paper, 90), 0xE1, orientedExif(6));
        const auto made = lab.program.scan({marked, ".jpg", {}}, standard);
        CHECK(sizeOf(made) == PhotoSize{750, 1200});
        CHECK(textOf(made.value()).find("Exif") == std::string::npos);
    }
    SUBCASE("but not from a bomb, a polyglot, half a file, another kind, or a ribbon")
    {
        const auto jpeg = encodePhoto(paper, 90);
        auto half = jpeg;
        half.resize(half.size() / 2);
        CHECK(lab.sayScan(jpeg, ".jpg") == "taken");
        CHECK(lab.sayScan(pngOf(cv::Mat(6400, 6400, CV_8UC3, cv::Scalar{}))) ==
              "photoTooManyPixels");
        CHECK(lab.sayScan(with(jpeg, "PK\x03\x04 an archive")) == "photoCarriesOther");
        CHECK(lab.sayScan(half) == "photoTruncated");
        CHECK(lab.sayScan(jpeg, ".png") == "photoWrongExtension");
        CHECK(lab.sayScan(with({}, "%PDF-1.7 and so on")) == "photoNotJpeg");
        CHECK(lab.sayScan(pngOf(cv::Mat(200, 1000, CV_8UC3, cv::Scalar{}))) == "scanTooSmall");
        CHECK(lab.sayScan(pngOf(cv::Mat(400, 8000, CV_8UC3, cv::Scalar{}))) == "scanTooSmall");
        CHECK(lab.sayScan(Bytes(largestPictureFile + 1)) == "photoTooLarge");
        CHECK(lab.sayScan(jpeg) == "taken"); // and the next one is served
    }
}
