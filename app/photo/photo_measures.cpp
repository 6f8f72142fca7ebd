#include "app/photo/photo_measures.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace guitai
{

namespace
{

using enum PhotoCheckKind;

// Proportions of a head, in distances of the pupils (63 mm of a grown-up; the hair's top lies 120
// to 135 mm above the eyes).
constexpr auto hairAboveEyes = 2.08;
constexpr auto leastHairAboveEyes = 1.3;
constexpr auto mostHairAboveEyes = 3.2;
// And of the box that the cascade draws around a face.
constexpr auto eyesInBox = 0.40;
constexpr auto eyeDistanceOfBox = 0.42;

constexpr auto whitest = 250; ///< from here on nothing of the skin is drawn any more

cv::Rect clipped(double left, double top, double right, double bottom, const cv::Mat& picture)
{
    const auto from =
        cv::Point(static_cast<int>(std::lround(left)), static_cast<int>(std::lround(top)));
    const auto to =
        cv::Point(static_cast<int>(std::lround(right)), static_cast<int>(std::lround(bottom)));
    return cv::Rect(from, to) & cv::Rect(0, 0, picture.cols, picture.rows);
}

PhotoArea areaOf(const cv::Rect& box)
{
    return {box.x, box.y, box.width, box.height};
}

/// Share of a mask's pixels that are set.
double shareOf(const cv::Mat& mask)
{
    return mask.empty()
               ? 0
               : static_cast<double>(cv::countNonZero(mask)) / static_cast<double>(mask.total());
}

/// The background beside the top of a head: the middle value of each colour.
cv::Scalar backgroundBeside(const cv::Mat& rgb, const HeadPlace& head, double eyeDistance)
{
    const auto far = 1.5 * eyeDistance;
    const auto left =
        clipped(head.centreX - 2 * far, head.eyeY - 2 * far, head.centreX - far, head.eyeY, rgb);
    const auto right =
        clipped(head.centreX + far, head.eyeY - 2 * far, head.centreX + 2 * far, head.eyeY, rgb);
    auto colour = cv::Scalar{255, 255, 255};
    auto samples = std::array<std::vector<unsigned char>, 3>{};
    for (const auto& box : {left, right})
        for (auto y = box.y; y < box.y + box.height; y += 4)
            for (auto x = box.x; x < box.x + box.width; x += 4)
                for (auto channel = 0; channel < 3; ++channel)
                    samples[static_cast<std::size_t>(channel)].push_back(
                        rgb.at<cv::Vec3b>(y, x)[channel]);
    for (std::size_t channel = 0; channel < samples.size(); ++channel) {
        auto& values = samples[channel];
        if (values.empty())
            continue;
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        colour[static_cast<int>(channel)] = *middle;
    }
    return colour;
}

/// The first row from the top in which something stands out from the background above the face.
double hairTopOf(const cv::Mat& rgb, const HeadPlace& head, double eyeDistance)
{
    constexpr auto standsOut = 48.0;
    constexpr auto share = 0.12;
    const auto usual = head.eyeY - hairAboveEyes * eyeDistance;
    const auto box = clipped(head.centreX - 0.6 * eyeDistance,
                             head.eyeY - mostHairAboveEyes * eyeDistance,
                             head.centreX + 0.6 * eyeDistance,
                             head.eyeY - leastHairAboveEyes * eyeDistance,
                             rgb);
    if (box.empty())
        return std::max(0.0, usual);
    const auto background = backgroundBeside(rgb, head, eyeDistance);
    auto difference = cv::Mat{};
    cv::absdiff(rgb(box), background, difference);
    auto channels = std::array<cv::Mat, 3>{};
    cv::split(difference, channels.data());
    const auto most = cv::Mat(cv::max(channels[0], cv::max(channels[1], channels[2])));
    const auto mask = cv::Mat(most > standsOut);
    constexpr auto goesOn = 6; // rows: a line at the edge of the picture is no hair
    auto rows = 0;
    for (auto y = 0; y < mask.rows; ++y) {
        rows = shareOf(mask.row(y)) > share ? rows + 1 : 0;
        if (rows == goesOn)
            return box.y + y + 1 - goesOn;
    }
    return std::max(0.0, usual);
}

/// Ten times the standard deviation of the second derivative: little where all is smooth.
int sharpnessOf(const cv::Mat& grey, const cv::Rect& face)
{
    auto detail = cv::Mat{};
    cv::Laplacian(grey(face), detail, CV_32F);
    auto mean = cv::Scalar{}, deviation = cv::Scalar{};
    cv::meanStdDev(detail, mean, deviation);
    return static_cast<int>(std::lround(10 * deviation[0]));
}

/// A face is no rectangle: the background shows at the corners of its box.
cv::Mat ovalOf(cv::Size box)
{
    auto mask = cv::Mat(box, CV_8UC1, cv::Scalar{0});
    const auto middle = cv::Point(box.width / 2, box.height / 2);
    const auto axes = cv::Size(box.width / 2, box.height / 2);
    cv::ellipse(mask, middle, axes, 0, 0, 360, cv::Scalar{255}, cv::FILLED);
    return mask;
}

int whitePercent(const cv::Mat& photo, const std::array<cv::Rect, 2>& boxes)
{
    constexpr auto leastLight = 215;
    constexpr auto mostTint = 26;
    auto white = 0.0, all = 0.0;
    for (const auto& box : boxes) {
        if (box.empty())
            continue;
        auto channels = std::array<cv::Mat, 3>{};
        cv::split(photo(box), channels.data());
        const auto least = cv::Mat(cv::min(channels[0], cv::min(channels[1], channels[2])));
        const auto most = cv::Mat(cv::max(channels[0], cv::max(channels[1], channels[2])));
        const auto mask = cv::Mat((least >= leastLight) & ((most - least) <= mostTint));
        white += cv::countNonZero(mask);
        all += static_cast<double>(box.area());
    }
    return all > 0 ? static_cast<int>(std::lround(100 * white / all)) : 0;
}

PhotoMeasure measureBackground(const cv::Mat& photo, const HeadPlace& head)
{
    constexpr auto edge = 4; // compression blurs the outermost pixels
    constexpr auto besideHead = 0.68;
    const auto bottom = head.eyeY + 0.2 * head.faceWidth; // above the shoulders
    const auto left =
        clipped(edge, edge, head.centreX - besideHead * head.faceWidth, bottom, photo);
    const auto right =
        clipped(head.centreX + besideHead * head.faceWidth, edge, photo.cols - edge, bottom, photo);
    return {background,
            whitePercent(photo, {left, right}),
            areaOf(clipped(0, 0, photo.cols, bottom, photo))};
}

/// One line at an edge, counted from outside.
cv::Mat edgeLine(const cv::Mat& grey, int side, int place)
{
    switch (side) {
    case 0:
        return grey.row(place);
    case 1:
        return grey.row(grey.rows - 1 - place);
    case 2:
        return grey.col(place);
    default:
        return grey.col(grey.cols - 1 - place);
    }
}

struct LineLook {
    int middle = 0;      ///< of its pixels' values
    bool isEven = false; ///< nearly all pixels are like the middle one
};

LineLook lookOf(const cv::Mat& line)
{
    constexpr auto like = 20;
    constexpr auto nearlyAll = 0.95;
    auto values = std::vector<unsigned char>{};
    for (auto i = 0; i < static_cast<int>(line.total()); ++i)
        values.push_back(line.at<unsigned char>(i));
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), at, values.end());
    const auto middle = int{*at};
    const auto alike = std::ranges::count_if(
        values, [middle](int value) { return std::abs(value - middle) <= like; });
    return {middle, static_cast<double>(alike) >= nearlyAll * static_cast<double>(values.size())};
}

/// How many lines at a side are even and then end in a step, as a drawn frame does.
int frameAt(const cv::Mat& grey, int side)
{
    constexpr auto widest = 14;
    constexpr auto stepUp = 40;
    const auto outermost = lookOf(edgeLine(grey, side, 0));
    for (auto place = 0; place < widest; ++place) {
        const auto line = lookOf(edgeLine(grey, side, place));
        if (std::abs(line.middle - outermost.middle) > stepUp)
            return place;
        if (!line.isEven)
            return 0;
    }
    return 0;
}

} // namespace

HeadPlace headPlace(const cv::Mat& rgb, const FoundFace& face, const PhotoStandard& standard)
{
    auto head = HeadPlace{.centreX = face.box.x + face.box.width / 2,
                          .eyeY = face.box.y + eyesInBox * face.box.height};
    auto eyeDistance = eyeDistanceOfBox * face.box.width;
    if (face.leftEye && face.rightEye) {
        head.centreX = (face.leftEye->x + face.rightEye->x) / 2;
        head.eyeY = (face.leftEye->y + face.rightEye->y) / 2;
        eyeDistance =
            std::hypot(face.rightEye->x - face.leftEye->x, face.rightEye->y - face.leftEye->y);
    }
    head.faceWidth = eyeDistance * standard.faceWidthPerEyeDistance / 100;
    head.hairTop = hairTopOf(rgb, head, eyeDistance);
    return head;
}

std::vector<PhotoMeasure> measureHead(const cv::Mat& photo, const HeadPlace& head)
{
    const auto half = head.faceWidth / 2;
    const auto round = [](double value) { return static_cast<int>(std::lround(value)); };
    const auto left = round(head.centreX - half), right = round(head.centreX + half);
    const auto eyes = round(head.eyeY), top = round(head.hairTop);
    // The part of a face that hair, ears and collar leave free.
    const auto face = clipped(head.centreX - 0.36 * head.faceWidth,
                              head.eyeY - 0.28 * head.faceWidth,
                              head.centreX + 0.36 * head.faceWidth,
                              head.eyeY + 0.52 * head.faceWidth,
                              photo);
    auto grey = cv::Mat{};
    cv::cvtColor(photo, grey, cv::COLOR_RGB2GRAY);
    const auto skin = ovalOf(face.size());
    auto burnt = cv::Mat{};
    cv::bitwise_and(grey(face) >= whitest, skin, burnt);
    const auto bright =
        round(1000.0 * cv::countNonZero(burnt) / std::max(1, cv::countNonZero(skin)));
    return {
        {faceWidth, right - left, {left, eyes, right - left, 0}},
        {hairTop, top, {0, 0, photo.cols, top}},
        {eyeLine, photo.rows - eyes, {0, eyes, photo.cols, 0}},
        {centring, round(head.centreX - photo.cols / 2.0), {round(head.centreX), 0, 0, photo.rows}},
        measureBackground(photo, head),
        {sharpness, sharpnessOf(grey, face), areaOf(face)},
        {exposure, round(cv::mean(grey(face), skin)[0]), areaOf(face)},
        {glare, bright, areaOf(face)},
    };
}

PhotoMeasure measureBorder(const cv::Mat& photo)
{
    auto grey = cv::Mat{};
    cv::cvtColor(photo, grey, cv::COLOR_RGB2GRAY);
    auto widths = std::array<int, 4>{};
    for (auto side = 0; side < 4; ++side)
        widths[static_cast<std::size_t>(side)] = frameAt(grey, side);
    const auto framed = std::ranges::count_if(widths, [](int width) { return width > 0; });
    return {border, framed >= 2 ? std::ranges::max(widths) : 0, {0, 0, photo.cols, photo.rows}};
}

int patternStrength(const cv::Mat& grey, const cv::Rect& face)
{
    constexpr auto side = 256;
    constexpr auto firstRing = 24, lastRing = 120; // in waves over the square
    constexpr auto axis = 3;                       // edges and JPEG's blocks lie along the axes
    const auto middle = cv::Point(face.x + face.width / 2, face.y + face.height / 2);
    auto square = cv::Rect(middle.x - side / 2, middle.y - side / 2, side, side);
    square.x = std::clamp(square.x, 0, std::max(0, grey.cols - side));
    square.y = std::clamp(square.y, 0, std::max(0, grey.rows - side));
    square &= cv::Rect(0, 0, grey.cols, grey.rows);
    if (square.width < side || square.height < side)
        return 0;
    auto patch = cv::Mat{}, window = cv::Mat{}, waves = cv::Mat{};
    grey(square).convertTo(patch, CV_32F);
    cv::createHanningWindow(window, patch.size(), CV_32F);
    cv::dft(patch.mul(window), waves, cv::DFT_COMPLEX_OUTPUT);
    auto sums = std::array<double, lastRing + 1>{};
    auto counts = std::array<int, lastRing + 1>{};
    auto peaks = std::array<double, lastRing + 1>{};
    for (auto y = 0; y < side; ++y)
        for (auto x = 0; x <= side / 2; ++x) {
            const auto down = y <= side / 2 ? y : y - side;
            const auto ring = static_cast<int>(std::lround(std::hypot(x, down)));
            if (ring < firstRing || ring > lastRing || x < axis || std::abs(down) < axis)
                continue;
            const auto& wave = waves.at<cv::Vec2f>(y, x);
            const auto strength = std::hypot(wave[0], wave[1]);
            const auto at = static_cast<std::size_t>(ring);
            sums[at] += strength;
            ++counts[at];
            peaks[at] = std::max<double>(peaks[at], strength);
        }
    auto strongest = 0.0;
    for (std::size_t ring = firstRing; ring <= lastRing; ++ring) {
        const auto noise = 1.0; // a flat picture has no pattern
        strongest = std::max(strongest, peaks[ring] / (sums[ring] / counts[ring] + noise));
    }
    return static_cast<int>(std::lround(strongest));
}

} // namespace guitai
