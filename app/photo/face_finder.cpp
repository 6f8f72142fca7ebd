#include "app/photo/face_finder.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace guitai
{

namespace
{

constexpr auto cascades = "/usr/share/opencv4/haarcascades/";
constexpr auto searchSide = 400.0; ///< faces are looked for on a picture whose shorter side is this
constexpr auto eyeSearchWide = 240; ///< and eyes on a face this wide
constexpr auto smallestFace = 48;   ///< of the search picture: an eighth of the shorter side
constexpr auto otherPerson = 0.35;  ///< of the largest face's width

void load(cv::CascadeClassifier& cascade, const char* name)
{
    if (!cascade.load(std::string{cascades} + name))
        throw std::runtime_error("cascade");
}

cv::Rect2d scaled(const cv::Rect& box, double by)
{
    return {box.x * by, box.y * by, box.width * by, box.height * by};
}

/// Two eyes of one face are about equally high and large, on either side of its middle.
struct Eyes {
    std::optional<cv::Rect> left, right;
    double strength = -1e9;
};

Eyes bestPair(const std::vector<cv::Rect>& found, int width)
{
    auto best = Eyes{};
    const auto middle = width / 2.0;
    const auto centre = [](const cv::Rect& eye) {
        return cv::Point2d{eye.x + eye.width / 2.0, eye.y + eye.height / 2.0};
    };
    for (const auto& left : found)
        for (const auto& right : found) {
            const auto apart = centre(right).x - centre(left).x;
            if (centre(left).x >= middle || centre(right).x <= middle || apart < 0.25 * width)
                continue;
            const auto slant = std::abs(centre(left).y - centre(right).y);
            const auto unequal = std::abs(left.width - right.width);
            const auto skew = std::abs(centre(left).x + centre(right).x - width);
            const auto strength = -2.0 * slant - unequal - 0.5 * skew;
            if (slant < 0.15 * width && strength > best.strength)
                best = {left, right, strength};
        }
    if (best.left)
        return best;
    for (const auto& eye : found) // one alone, or two that do not belong together
        (centre(eye).x < middle ? best.left : best.right) = eye;
    if (best.left && best.right)
        best.right.reset();
    return best;
}

} // namespace

FaceFinder::FaceFinder()
{
    load(m_faces, "haarcascade_frontalface_alt2.xml");
    load(m_eyes, "haarcascade_eye.xml");
    load(m_glassesEyes, "haarcascade_eye_tree_eyeglasses.xml");
}

std::vector<FoundFace> FaceFinder::find(const cv::Mat& grey)
{
    const auto shrink = std::min(1.0, searchSide / std::min(grey.cols, grey.rows));
    auto small = cv::Mat{};
    cv::resize(grey, small, {}, shrink, shrink, cv::INTER_AREA);
    auto boxes = std::vector<cv::Rect>{};
    constexpr auto step = 1.1;
    constexpr auto neighbours = 4;
    m_faces.detectMultiScale(small, boxes, step, neighbours, 0, {smallestFace, smallestFace});
    std::ranges::sort(boxes, std::greater{}, &cv::Rect::width);
    auto faces = std::vector<FoundFace>{};
    for (const auto& box : boxes) {
        const auto within =
            !faces.empty() && (scaled(box, 1 / shrink) & faces.front().box).area() > 0;
        if (!faces.empty() && (within || box.width < otherPerson * boxes.front().width))
            continue;
        faces.push_back({scaled(box, 1 / shrink), {}, {}});
        findEyes(grey, faces.back());
    }
    return faces;
}

/// Eyes lie in the upper half of a face's box, below the forehead.
void FaceFinder::findEyes(const cv::Mat& grey, FoundFace& face)
{
    const auto band = cv::Rect2d(
        face.box.x, face.box.y + 0.2 * face.box.height, face.box.width, 0.38 * face.box.height);
    const auto area = cv::Rect(band) & cv::Rect(0, 0, grey.cols, grey.rows);
    if (area.empty())
        return;
    const auto scale = static_cast<double>(eyeSearchWide) / area.width;
    auto part = cv::Mat{};
    cv::resize(grey(area), part, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    constexpr auto step = 1.05;
    constexpr auto neighbours = 3;
    const auto least = cv::Size(eyeSearchWide / 9, eyeSearchWide / 9);
    const auto most = cv::Size(eyeSearchWide / 2, eyeSearchWide / 2);
    auto best = Eyes{};
    for (auto* cascade : {&m_eyes, &m_glassesEyes}) {
        auto found = std::vector<cv::Rect>{};
        cascade->detectMultiScale(part, found, step, neighbours, 0, least, most);
        const auto pair = bestPair(found, part.cols);
        const auto count = [](const Eyes& eyes) {
            return eyes.left.has_value() + eyes.right.has_value();
        };
        if (count(pair) > count(best))
            best = pair;
        if (count(best) == 2)
            break;
    }
    const auto place = [&](const cv::Rect& eye) {
        return cv::Point2d{area.x + (eye.x + eye.width / 2.0) / scale,
                           area.y + (eye.y + eye.height / 2.0) / scale};
    };
    if (best.left)
        face.leftEye = place(*best.left);
    if (best.right)
        face.rightEye = place(*best.right);
}

} // namespace guitai
