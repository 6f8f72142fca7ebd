#include "services/rules/photo_standard.h"

#include "services/rules/asset_json.h"
#include "services/rules/photo_file.h"

namespace guitai
{

namespace
{

PhotoLimit readLimit(const AssetValue& entry)
{
    constexpr auto most = 10'000;
    entry.expectMembers({"least", "most"});
    auto limit = PhotoLimit{};
    if (const auto* end = entry.find("least"))
        limit.least = static_cast<int>(end->integer(-most, most));
    if (const auto* end = entry.find("most"))
        limit.most = static_cast<int>(end->integer(-most, most));
    if (!limit.least && !limit.most)
        entry.refuse("neither \"least\" nor \"most\" is given");
    if (limit.least && limit.most && *limit.least > *limit.most)
        entry.at("most").refuse("\"most\" is less than \"least\"");
    return limit;
}

/// Ends that the picture is cropped by have to be there and to lie on it.
void expectOnPicture(const AssetValue& checks,
                     PhotoCheckKind kind,
                     const PhotoLimit& limit,
                     int end)
{
    const auto& entry = checks.at(nameOf(kind));
    if (!limit.least || !limit.most)
        entry.refuse("both \"least\" and \"most\" are needed");
    if (*limit.least <= 0 || *limit.most >= end)
        entry.refuse("the limits are not on the picture");
}

} // namespace

PhotoStandard parsePhotoStandard(std::string_view text, const std::string& origin)
{
    const auto file = parseAsset(text, origin);
    file.expectMembers({"faceWidthPerEyeDistance_percent", "jpegQuality", "checks"});
    auto standard = PhotoStandard{};
    standard.faceWidthPerEyeDistance =
        static_cast<int>(file.at("faceWidthPerEyeDistance_percent").integer(150, 300));
    standard.jpegQuality = static_cast<int>(file.at("jpegQuality").integer(50, 100));
    const auto& checks = file.at("checks");
    checks.expectMembers({"size",
                          "faces",
                          "eyes",
                          "faceWidth",
                          "hairTop",
                          "eyeLine",
                          "centring",
                          "background",
                          "sharpness",
                          "exposure",
                          "glare",
                          "border",
                          "rephotographed"});
    for (std::size_t i = 0; i < photoCheckKinds; ++i)
        standard.limits[i] = readLimit(checks.at(nameOf(static_cast<PhotoCheckKind>(i))));
    using enum PhotoCheckKind;
    expectOnPicture(checks, faceWidth, standard[faceWidth], standardPhoto.width);
    expectOnPicture(checks, hairTop, standard[hairTop], standardPhoto.height);
    expectOnPicture(checks, eyeLine, standard[eyeLine], standardPhoto.height);
    return standard;
}

} // namespace guitai
