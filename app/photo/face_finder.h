#pragma once

#include <opencv2/core/mat.hpp>
#include <opencv2/objdetect.hpp>

#include <optional>
#include <vector>

namespace guitai
{

/// What the cascades found, in pixels of the picture.
struct FoundFace {
    cv::Rect2d box;
    std::optional<cv::Point2d> leftEye;  ///< at the left of the picture
    std::optional<cv::Point2d> rightEye; ///< at its right

    int eyes() const { return (leftEye ? 1 : 0) + (rightEye ? 1 : 0); }
};

/// Faces and eyes by the cascades that Debian's opencv-data brings (P. Viola, M. Jones: Rapid
/// Object Detection using a Boosted Cascade of Simple Features, 2001).
class FaceFinder
{
public:
    /// Throws std::runtime_error when a cascade is not there.
    FaceFinder();

    /// Largest first; what is much smaller than the largest, or within it, is no person in front
    /// of the camera.
    std::vector<FoundFace> find(const cv::Mat& grey);

private:
    void findEyes(const cv::Mat& grey, FoundFace& face);

    cv::CascadeClassifier m_faces, m_eyes, m_glassesEyes;
};

} // namespace guitai
