#include "app/photo/photo_work.h"

#include "app/photo/jpeg_codec.h"
#include "app/photo/photo_measures.h"
#include "app/photo/png_reader.h"
#include "services/rules/picture_file.h"
#include "services/rules/scan_file.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace guitai
{

namespace
{

using enum Refusal::Code;
using Failed = std::optional<Refusal>;

constexpr auto workSide = 900;      ///< shorter side at which a picture is looked at first
constexpr auto shownLongSide = 960; ///< longer side of the picture for the screen

Refusal refusedWork(Refusal::Code code, std::vector<std::string> arguments = {})
{
    return {code, "photo", std::move(arguments)};
}

/// Turns and mirrors as EXIF tells (CIPA DC-008, 4.6.4).
void turnUpright(cv::Mat& picture, int orientation)
{
    constexpr auto aroundY = 1, aroundX = 0;
    switch (orientation) {
    case 2:
        return cv::flip(picture, picture, aroundY);
    case 3:
        return cv::rotate(picture, picture, cv::ROTATE_180);
    case 4:
        return cv::flip(picture, picture, aroundX);
    case 5:
        return cv::transpose(cv::Mat(picture), picture);
    case 6:
        return cv::rotate(cv::Mat(picture), picture, cv::ROTATE_90_CLOCKWISE);
    case 7:
        cv::rotate(cv::Mat(picture), picture, cv::ROTATE_90_CLOCKWISE);
        return cv::flip(picture, picture, aroundY);
    case 8:
        return cv::rotate(cv::Mat(picture), picture, cv::ROTATE_90_COUNTERCLOCKWISE);
    default:
        return;
    }
}

/// A picture that can be decoded again at a larger scale.
class Original
{
public:
    explicit Original(const PhotoSource& source) : m_source(source) {}

    Failed readHeader()
    {
        if (m_source.file.empty() && m_source.pixels.width > 0) {
            m_size = {m_source.pixels.width, m_source.pixels.height};
            return std::nullopt;
        }
        const auto header = readPictureHeader(m_source.file, m_source.extension);
        if (!header)
            return header.refusal();
        m_header = header.value();
        m_size = m_header->size;
        constexpr auto firstSideways = 5;
        if (m_header->orientation >= firstSideways)
            std::swap(m_size.width, m_size.height);
        return std::nullopt;
    }

    PhotoSize size() const { return m_size; } ///< upright

    /// Empty: it does not decode.
    cv::Mat decode(int shortSide) const
    {
        if (!m_header) {
            auto* pixels = const_cast<std::byte*>(m_source.pixels.pixels.data());
            return cv::Mat(m_size.height, m_size.width, CV_8UC3, pixels).clone();
        }
        auto picture = m_header->format == PictureFormat::png
                           ? decodePng(m_source.file)
                           : decodeJpeg(m_source.file, m_header->size, shortSide);
        if (!picture)
            return {};
        turnUpright(*picture, m_header->orientation);
        return *picture;
    }

private:
    const PhotoSource& m_source;
    std::optional<PictureHeader> m_header;
    PhotoSize m_size;
};

RgbImage imageFrom(const cv::Mat& picture)
{
    const auto whole = picture.isContinuous() ? picture : picture.clone();
    const auto* first = reinterpret_cast<const std::byte*>(whole.data);
    return {whole.cols, whole.rows, Bytes(first, first + whole.total() * whole.elemSize())};
}

cv::Mat greyOf(const cv::Mat& picture)
{
    auto grey = cv::Mat{};
    cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
    return grey;
}

PhotoArea scaledArea(const PhotoArea& area, double by)
{
    const auto length = [by](int value) { return static_cast<int>(std::lround(value * by)); };
    return {length(area.x), length(area.y), length(area.width), length(area.height)};
}

/// Inside the picture, at least one pixel.
cv::Rect insideOf(const cv::Mat& picture, const PhotoArea& area)
{
    auto part = cv::Rect(area.x, area.y, area.width, area.height) &
                cv::Rect(0, 0, picture.cols, picture.rows);
    return part.empty() ? cv::Rect(0, 0, picture.cols, picture.rows) : part;
}

HeadPlace onPhoto(const HeadPlace& head, const cv::Rect& part)
{
    const auto scale = static_cast<double>(standardPhoto.width) / part.width;
    return {.centreX = (head.centreX - part.x) * scale,
            .eyeY = (head.eyeY - part.y) * scale,
            .hairTop = std::max(0.0, (head.hairTop - part.y) * scale),
            .faceWidth = head.faceWidth * scale};
}

PhotoArea faceArea(const FoundFace& face, const cv::Rect& part)
{
    const auto scale = static_cast<double>(standardPhoto.width) / part.width;
    const auto at = [&](double value, int from) {
        return static_cast<int>(std::lround((value - from) * scale));
    };
    return {at(face.box.x, part.x),
            at(face.box.y, part.y),
            static_cast<int>(std::lround(face.box.width * scale)),
            static_cast<int>(std::lround(face.box.height * scale))};
}

/// One picture on its way to a photo.
class PhotoMaking
{
public:
    PhotoMaking(const PhotoRequest& request, const Original& original, cv::Mat picture)
        : m_request(request), m_original(original), m_picture(std::move(picture)),
          m_grey(greyOf(m_picture)),
          m_shownScale(std::min(
              1.0, static_cast<double>(shownLongSide) / std::max(m_picture.cols, m_picture.rows)))
    {
    }

    PhotoAnswer run(FaceFinder& finder)
    {
        m_faces = finder.find(m_grey);
        if (!m_faces.empty())
            m_head = headPlace(m_picture, m_faces.front(), m_request.standard);
        const auto part = chosenPart();
        const auto photo = cut(part);
        auto answer = PhotoAnswer{};
        answer.original = m_original.size();
        answer.picture = imageFrom(resized(m_picture, m_shownScale));
        answer.part = scaledArea({part.x, part.y, part.width, part.height}, m_shownScale);
        answer.photo = imageFrom(photo);
        answer.jpeg = encodePhoto(photo, m_request.standard.jpegQuality);
        answer.measures = measure(photo, part);
        return answer;
    }

private:
    static cv::Mat resized(const cv::Mat& picture, double scale)
    {
        auto result = cv::Mat{};
        cv::resize(picture, result, {}, scale, scale, cv::INTER_AREA);
        return result;
    }

    double toOriginal() const
    {
        return static_cast<double>(m_original.size().width) / m_picture.cols;
    }

    cv::Rect chosenPart() const
    {
        const auto whole = PhotoSize{m_picture.cols, m_picture.rows};
        if (m_request.part)
            return insideOf(m_picture, scaledArea(*m_request.part, 1 / m_shownScale));
        if (whole == standardPhoto) // a photo of the right size is taken as it is
            return {0, 0, whole.width, whole.height};
        return insideOf(m_picture,
                        m_head ? photoPart(*m_head, whole, m_request.standard) : middlePart(whole));
    }

    cv::Mat cut(const cv::Rect& part) const
    {
        auto photo = cv::Mat{};
        auto source = m_picture(part);
        auto finer = cv::Mat{};
        // A small face on a large picture: its pixels are there, they were only not decoded yet.
        if (part.width < standardPhoto.width && toOriginal() > 1) {
            const auto size = m_original.size();
            finer = m_original.decode(std::min(size.width, size.height));
            if (!finer.empty())
                source = finer(insideOf(
                    finer, scaledArea({part.x, part.y, part.width, part.height}, toOriginal())));
        }
        const auto size = cv::Size(standardPhoto.width, standardPhoto.height);
        cv::resize(source, photo, size, 0, 0, cv::INTER_AREA);
        return photo;
    }

    std::vector<PhotoMeasure> measure(const cv::Mat& photo, const cv::Rect& part) const
    {
        using Kind = PhotoCheckKind;
        const auto everything = PhotoArea{0, 0, standardPhoto.width, standardPhoto.height};
        const auto pixels = 100 * part.width * toOriginal() / standardPhoto.width;
        const auto count = static_cast<int>(m_faces.size());
        auto measures = std::vector<PhotoMeasure>{
            {Kind::size, static_cast<int>(std::lround(pixels)), everything},
            {Kind::faces, count, count > 1 ? faceArea(m_faces[1], part) : everything}};
        auto face = cv::Rect(0, 0, m_picture.cols, m_picture.rows);
        if (m_head) {
            face = m_faces.front().box;
            measures.push_back(
                {Kind::eyes, m_faces.front().eyes(), faceArea(m_faces.front(), part)});
            const auto ofHead = measureHead(photo, onPhoto(*m_head, part));
            measures.insert(measures.end(), ofHead.begin(), ofHead.end());
        }
        measures.push_back(measureBorder(photo));
        measures.push_back({Kind::rephotographed, patternStrength(m_grey, face), everything});
        return measures;
    }

    const PhotoRequest& m_request;
    const Original& m_original;
    cv::Mat m_picture, m_grey;
    double m_shownScale;
    std::vector<FoundFace> m_faces;
    std::optional<HeadPlace> m_head;
};

Refusal tooSmall(PhotoSize size)
{
    return refusedWork(photoWrongSize,
                       {std::to_string(standardPhoto.width),
                        std::to_string(standardPhoto.height),
                        std::to_string(size.width),
                        std::to_string(size.height)});
}

/// The whole picture, upright, no larger than asked for.
PhotoAnswer pageOf(const Original& original, const ScanStandard& standard)
{
    auto answer = PhotoAnswer{};
    const auto size = original.size();
    if (const auto fit = checkScanSize(size); !fit) {
        answer.refusal = fit.refusal();
        return answer;
    }
    const auto longer = std::max(size.width, size.height);
    const auto scale = std::min(1.0, static_cast<double>(standard.longestSide) / longer);
    const auto shorter = std::min(size.width, size.height) * scale;
    const auto picture = original.decode(static_cast<int>(std::ceil(shorter)));
    if (picture.empty()) {
        answer.refusal = refusedWork(photoTruncated);
        return answer;
    }
    const auto fitting = cv::Size(std::max(1, static_cast<int>(std::lround(size.width * scale))),
                                  std::max(1, static_cast<int>(std::lround(size.height * scale))));
    auto page = cv::Mat{};
    cv::resize(picture, page, fitting, 0, 0, cv::INTER_AREA);
    // A ribbon of a page shrinks to nothing that could be read.
    if (const auto fit = checkScanSize({page.cols, page.rows}); !fit) {
        answer.refusal = fit.refusal();
        return answer;
    }
    answer.jpeg = encodeScan(page, standard.jpegQuality);
    return answer;
}

} // namespace

PhotoAnswer workOn(const PhotoRequest& request, FaceFinder& finder)
{
    auto answer = PhotoAnswer{};
    auto original = Original{request.source};
    if ((answer.refusal = original.readHeader()))
        return answer;
    if (request.scan)
        return pageOf(original, *request.scan);
    const auto size = original.size();
    if (size.width < standardPhoto.width || size.height < standardPhoto.height) {
        answer.refusal = tooSmall(size);
        return answer;
    }
    auto picture = original.decode(workSide);
    if (picture.empty()) {
        answer.refusal = refusedWork(photoTruncated);
        return answer;
    }
    return PhotoMaking{request, original, std::move(picture)}.run(finder);
}

} // namespace guitai
