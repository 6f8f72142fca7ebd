#include "tests/photo/planted_pictures.h"

#include "app/photo/jpeg_codec.h"
#include "services/rules/photo_file.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <fstream>
#include <iterator>
#include <numbers>
#include <stdexcept>

namespace guitai
{

namespace
{

using enum PhotoCheckKind;

const auto white = cv::Scalar{252, 252, 252};

/// Moved and scaled; what comes in from outside repeats the edge.
cv::Mat moved(const cv::Mat& person, double scale, double right, double down)
{
    const auto how = cv::Mat((cv::Mat_<double>(2, 3) << scale, 0, right, 0, scale, down));
    auto result = cv::Mat{};
    cv::warpAffine(person, result, how, person.size(), cv::INTER_AREA, cv::BORDER_REPLICATE);
    return result;
}

cv::Mat lit(const cv::Mat& person, double gain, double more)
{
    auto result = cv::Mat{};
    person.convertTo(result, -1, gain, more);
    return result;
}

cv::Mat noisy(const cv::Mat& picture, double strength)
{
    auto noise = cv::Mat(picture.size(), CV_16SC3);
    auto random = cv::RNG{20261123};
    random.fill(noise, cv::RNG::NORMAL, 0, strength);
    auto wide = cv::Mat{}, result = cv::Mat{};
    picture.convertTo(wide, CV_16SC3);
    cv::Mat(wide + noise).convertTo(result, CV_8UC3);
    return result;
}

cv::Mat mirrored(const cv::Mat& person)
{
    auto result = cv::Mat{};
    cv::flip(person, result, 1);
    return result;
}

/// The white ground in another colour; filled from both upper corners.
cv::Mat onGround(const cv::Mat& person, const cv::Scalar& colour)
{
    auto result = person.clone();
    const auto near = cv::Scalar::all(14);
    for (const auto corner : {cv::Point(2, 2), cv::Point(person.cols - 3, 2)})
        cv::floodFill(result, corner, colour, nullptr, near, near, cv::FLOODFILL_FIXED_RANGE);
    return result;
}

cv::Mat blurred(const cv::Mat& person)
{
    auto result = cv::Mat{};
    cv::GaussianBlur(person, result, {}, 3.0);
    return result;
}

/// A lamp's reflection on the forehead and the cheeks.
cv::Mat withGlare(const cv::Mat& person)
{
    auto result = person.clone();
    for (const auto& spot : {cv::Point(179, 165), cv::Point(128, 255), cv::Point(230, 255)})
        cv::ellipse(result, spot, {22, 15}, 0, 0, 360, {255, 255, 255}, cv::FILLED, cv::LINE_AA);
    return result;
}

cv::Mat framed(const cv::Mat& person, int width)
{
    auto result = person.clone();
    cv::rectangle(result,
                  cv::Rect(width / 2, width / 2, person.cols - width, person.rows - width),
                  {20, 20, 20},
                  width);
    return result;
}

/// Hair over one eye.
cv::Mat withOneEye(const cv::Mat& person)
{
    auto result = person.clone();
    cv::ellipse(result, {226, 212}, {34, 26}, 0, 0, 360, {196, 158, 132}, cv::FILLED, cv::LINE_AA);
    return result;
}

/// Somebody from behind: hair where the face was.
cv::Mat fromBehind(const cv::Mat& person)
{
    auto result = person.clone();
    cv::ellipse(result, {179, 205}, {112, 150}, 0, 0, 360, {52, 42, 38}, cv::FILLED, cv::LINE_AA);
    return result;
}

cv::Mat beside(const cv::Mat& one, const cv::Mat& other)
{
    auto result = cv::Mat(900, 1100, CV_8UC3, white);
    auto large = cv::Mat{}, smaller = cv::Mat{};
    cv::resize(one, large, {}, 1.6, 1.6, cv::INTER_CUBIC);
    cv::resize(other, smaller, {}, 1.3, 1.3, cv::INTER_CUBIC);
    large.copyTo(result(cv::Rect(10, result.rows - large.rows, large.cols, large.rows)));
    smaller.copyTo(result(cv::Rect(
        result.cols - smaller.cols - 5, result.rows - smaller.rows, smaller.cols, smaller.rows)));
    return result;
}

/// The dots of a screen, as a camera that does not see them one by one brings them down.
cv::Mat fromScreen(const cv::Mat& person)
{
    constexpr auto wave = 5.3;
    constexpr auto depth = 7.0;
    constexpr auto slant = 0.31;
    auto result = person.clone();
    for (auto y = 0; y < result.rows; ++y)
        for (auto x = 0; x < result.cols; ++x) {
            const auto along = (x + slant * y) * 2 * std::numbers::pi / wave;
            const auto across = (y - slant * x) * 2 * std::numbers::pi / wave;
            const auto light = depth * (std::sin(along) + std::sin(across));
            for (auto channel = 0; channel < 3; ++channel) {
                auto& value = result.at<cv::Vec3b>(y, x)[channel];
                value = cv::saturate_cast<unsigned char>(value - depth + light);
            }
        }
    return result;
}

void addSound(std::vector<PlantedPicture>& all, const std::string& name, const cv::Mat& person)
{
    all.push_back({name + " as drawn", person, {}});
    all.push_back({name + " mirrored", mirrored(person), {}});
    all.push_back({name + " in less light", lit(person, 0.93, 0), {}});
    all.push_back({name + " before the camera", scene(person, {1080, 1440}, 2.0), {}});
    all.push_back({name + " far off", scene(person, {1600, 1200}, 1.3), {}});
    all.push_back({name + " with noise", noisy(scene(person, {960, 1280}, 1.8), 3), {}});
}

void addFaulty(std::vector<PlantedPicture>& all,
               const std::string& name,
               const cv::Mat& person,
               const cv::Mat& other)
{
    all.push_back({name + " too few pixels", scene(person, {640, 480}, 0.8), {size}});
    all.push_back({name + " with another", beside(person, other), {faces}});
    all.push_back({name + " from behind", fromBehind(person), {faces}});
    all.push_back({name + " one eye covered", withOneEye(person), {eyes}, {centring}});
    all.push_back(
        {name + " too near", moved(person, 1.15, -27, -14), {faceWidth}, {hairTop, eyeLine}});
    all.push_back({name + " too far", moved(person, 0.86, 25, 2), {faceWidth}, {eyeLine}});
    all.push_back({name + " hair at the edge", moved(person, 1, 0, -13), {hairTop}});
    all.push_back({name + " much above the hair", moved(person, 1, 0, 15), {hairTop}});
    all.push_back({name + " too low", moved(person, 1, 0, 34), {eyeLine, hairTop}});
    all.push_back({name + " at the right", moved(person, 1, 26, 0), {centring}});
    all.push_back({name + " at the left", moved(person, 1, -26, 0), {centring}});
    all.push_back({name + " before blue", onGround(person, {96, 150, 214}), {background}});
    all.push_back({name + " before grey", onGround(person, {178, 178, 180}), {background}});
    all.push_back({name + " blurred", blurred(person), {sharpness}});
    all.push_back(
        {name + " in the dark", lit(person, 0.36, 0), {exposure}, {background, sharpness}});
    all.push_back({name + " burnt", lit(person, 1.36, 46), {exposure, glare}, {sharpness, eyes}});
    all.push_back({name + " with glare", withGlare(person), {glare}});
    all.push_back({name + " with a border", framed(person, 6), {border}, {background, hairTop}});
    all.push_back({name + " from a screen", fromScreen(person), {rephotographed}});
}

} // namespace

std::vector<cv::Mat> drawnPeople()
{
    auto people = std::vector<cv::Mat>{};
    for (const auto* name :
         {"boy", "girl", "man", "old-man", "old-woman", "woman", "young-man", "young-woman"}) {
        auto file =
            std::ifstream(GUITAI_SOURCE_DIR "/assets/examples/photo-" + std::string{name} + ".jpg",
                          std::ios::binary);
        const auto text = std::string{std::istreambuf_iterator<char>{file}, {}};
        auto person = decodeJpeg(bytesOf(text), standardPhoto, standardPhoto.width);
        if (!person)
            throw std::runtime_error("an example photo does not decode");
        people.push_back(*person);
    }
    return people;
}

cv::Mat scene(const cv::Mat& person, cv::Size size, double scale)
{
    auto result = cv::Mat(size, CV_8UC3, white);
    auto shown = cv::Mat{};
    cv::resize(person, shown, {}, scale, scale, cv::INTER_CUBIC);
    // Shoulders leave the picture below.
    const auto place =
        cv::Rect((size.width - shown.cols) / 2, size.height - shown.rows, shown.cols, shown.rows);
    shown.copyTo(result(place));
    return result;
}

Bytes jpegOf(const cv::Mat& rgb, int quality)
{
    return encodePhoto(rgb, quality);
}

std::vector<PlantedPicture> plantedPictures()
{
    auto all = std::vector<PlantedPicture>{};
    const auto people = drawnPeople();
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto name = "person " + std::to_string(i + 1);
        addSound(all, name, people[i]);
        addFaulty(all, name, people[i], people[(i + 1) % people.size()]);
    }
    return all;
}

} // namespace guitai
