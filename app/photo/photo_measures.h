#pragma once

#include "app/photo/face_finder.h"
#include "services/rules/photo_crop.h"

#include <opencv2/core/mat.hpp>

#include <vector>

namespace guitai
{

/// Where the head is; the eyes tell best, the box of the face where they were not found.
HeadPlace headPlace(const cv::Mat& rgb, const FoundFace& face, const PhotoStandard& standard);

/// Everything about a finished photo (`standardPhoto`, RGB) that needs a face. `head` is in its
/// pixels.
std::vector<PhotoMeasure> measureHead(const cv::Mat& photo, const HeadPlace& head);
/// Pixels of a frame around the photo; 0: none.
PhotoMeasure measureBorder(const cv::Mat& photo);
/// How far one pattern stands out of the fine detail of a square in the picture's middle.
int patternStrength(const cv::Mat& grey, const cv::Rect& face);

} // namespace guitai
