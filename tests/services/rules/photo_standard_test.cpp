#include "services/rules/photo_crop.h"
#include "services/rules/photo_standard.h"
#include "tests/services/rules/broken_asset.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace guitai;

namespace
{

std::string mistakeOfPhoto(const BrokenAsset& asset)
{
    return mistakeIn(parsePhotoStandard, asset.text);
}

PhotoStandard delivered()
{
    return parsePhotoStandard(Assets{}.load("photo.json"), "photo.json");
}

/// Where a point of the picture comes to lie on the photo.
double onPhoto(double at, int from, const PhotoArea& part)
{
    return (at - from) * standardPhoto.width / part.width;
}

} // namespace

TEST_CASE("parsePhotoStandard")
{
    SUBCASE("reads the limits of GA 461-2004")
    {
        const auto standard = delivered();
        CHECK(standard[PhotoCheckKind::faceWidth] == PhotoLimit{193, 221}); // 207 ± 14
        CHECK(standard[PhotoCheckKind::hairTop] == PhotoLimit{7, 21});
        CHECK(standard[PhotoCheckKind::eyeLine].least == 207);
        CHECK(standard.jpegQuality == 70);
    }
    SUBCASE("refuses limits that contradict each other or the picture")
    {
        const auto swapped = broken("photo.json", "\"most\": 221", "\"most\": 150");
        CHECK(mistakeOfPhoto(swapped) == complaint(swapped, "\"most\" is less than \"least\""));
        const auto outside = broken("photo.json", "\"most\": 221", "\"most\": 358");
        CHECK(mistakeOfPhoto(outside) == complaint(outside, "the limits are not on the picture"));
        const auto open = broken("photo.json", "\"least\": 7, ", "");
        CHECK(mistakeOfPhoto(open) == complaint(open, "both \"least\" and \"most\" are needed"));
        const auto none = broken("photo.json", "{ \"most\": 30 }", "{ }");
        CHECK(mistakeOfPhoto(none) == complaint(none, "neither \"least\" nor \"most\" is given"));
    }
    SUBCASE("refuses a check that does not exist, and one that is left out")
    {
        const auto mistyped = broken("photo.json", "\"border\"", "\"boarder\"");
        CHECK(mistakeOfPhoto(mistyped) == complaint(mistyped, "unknown member \"boarder\""));
        const auto quality = broken("photo.json", "\"jpegQuality\": 70", "\"jpegQuality\": 7");
        CHECK(mistakeOfPhoto(quality).starts_with(complaint(quality, "")));
    }
}

TEST_CASE("photoPart")
{
    const auto standard = delivered();
    const auto picture = PhotoSize{3000, 4000};
    SUBCASE("puts face, hair and middle where the standard wants them")
    {
        const auto head =
            HeadPlace{.centreX = 1400, .eyeY = 1500, .hairTop = 1100, .faceWidth = 420};
        const auto part = photoPart(head, picture, standard);
        CHECK(std::abs(onPhoto(head.centreX, part.x, part) - standardPhoto.width / 2.0) <= 1);
        CHECK(std::abs(onPhoto(head.hairTop, part.y, part) - 14) <= 1);
        CHECK(std::abs(head.faceWidth * standardPhoto.width / part.width - 207) <= 1);
        CHECK(std::abs(part.height * 358.0 / part.width - 441) <= 1);
    }
    SUBCASE("makes the face a little smaller before it cuts high hair")
    {
        const auto head =
            HeadPlace{.centreX = 1400, .eyeY = 1500, .hairTop = 1020, .faceWidth = 420};
        const auto part = photoPart(head, picture, standard);
        CHECK(head.faceWidth * standardPhoto.width / part.width < 206);
        CHECK(head.faceWidth * standardPhoto.width / part.width >= 192.5);
        CHECK(standardPhoto.height - onPhoto(head.eyeY, part.y, part) >= 206.5);
        CHECK(onPhoto(head.hairTop, part.y, part) >= 6.5);
    }
    SUBCASE("lets the eyes win where both cannot be")
    {
        const auto head =
            HeadPlace{.centreX = 1400, .eyeY = 1500, .hairTop = 800, .faceWidth = 420};
        const auto part = photoPart(head, picture, standard);
        CHECK(standardPhoto.height - onPhoto(head.eyeY, part.y, part) >= 206.5);
        CHECK(onPhoto(head.hairTop, part.y, part) < 7);
    }
    SUBCASE("never leaves the picture")
    {
        for (const auto& head : {HeadPlace{10, 30, 0, 400},
                                 HeadPlace{2990, 3990, 3900, 400},
                                 HeadPlace{1500, 2000, 100, 2900},
                                 HeadPlace{1500, 2000, 1990, 3}}) {
            const auto part = photoPart(head, picture, standard);
            CHECK(part.x >= 0);
            CHECK(part.y >= 0);
            CHECK(part.width > 0);
            CHECK(part.height > 0);
            CHECK(part.x + part.width <= picture.width);
            CHECK(part.y + part.height <= picture.height);
        }
    }
}

TEST_CASE("middlePart is the largest of the photo's shape")
{
    CHECK(middlePart(standardPhoto) == PhotoArea{0, 0, 358, 441});
    CHECK(middlePart({1000, 1300}) == PhotoArea{0, 34, 1000, 1232});
    CHECK(middlePart({1000, 441}) == PhotoArea{321, 0, 358, 441});
}
