#pragma once

#include "services/bytes.h"
#include "services/rules/photo_checks.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace guitai
{

/// A picture made of one of the drawn people of assets/examples, with what is wrong with it.
struct PlantedPicture {
    std::string name;
    cv::Mat rgb;
    std::set<PhotoCheckKind> planted;
    /// What may follow from it: too bright a face is burnt out, too.
    std::set<PhotoCheckKind> consequences = {};
};

/// Over a hundred: each drawn person sound in several ways, and with every fault.
std::vector<PlantedPicture> plantedPictures();

/// The drawn people, 358 × 441.
std::vector<cv::Mat> drawnPeople();
/// A person on white ground, as a camera would see it.
cv::Mat scene(const cv::Mat& person, cv::Size size, double scale);
Bytes jpegOf(const cv::Mat& rgb, int quality = 90);

} // namespace guitai
