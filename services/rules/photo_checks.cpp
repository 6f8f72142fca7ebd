#include "services/rules/photo_checks.h"

#include "services/enum_names.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace guitai
{

namespace
{

constexpr auto photoChecks = EnumNames<PhotoCheckKind, photoCheckKinds>{{
    {PhotoCheckKind::size, "size"},
    {PhotoCheckKind::faces, "faces"},
    {PhotoCheckKind::eyes, "eyes"},
    {PhotoCheckKind::faceWidth, "faceWidth"},
    {PhotoCheckKind::hairTop, "hairTop"},
    {PhotoCheckKind::eyeLine, "eyeLine"},
    {PhotoCheckKind::centring, "centring"},
    {PhotoCheckKind::background, "background"},
    {PhotoCheckKind::sharpness, "sharpness"},
    {PhotoCheckKind::exposure, "exposure"},
    {PhotoCheckKind::glare, "glare"},
    {PhotoCheckKind::border, "border"},
    {PhotoCheckKind::rephotographed, "rephotographed"},
}};
static_assert(isComplete(photoChecks, PhotoCheckKind::rephotographed));

/// The length over which a score moves from the end of what passes to its best or to nothing.
double spanOf(const PhotoLimit& limit)
{
    if (limit.least && limit.most)
        return std::max(1.0, (*limit.most - *limit.least) / 2.0);
    const auto end = limit.least ? *limit.least : limit.most.value_or(0);
    return std::max(1.0, std::abs(end) / 2.0);
}

} // namespace

std::string_view nameOf(PhotoCheckKind kind)
{
    return nameIn(photoChecks, kind);
}

template <>
std::optional<PhotoCheckKind> fromName<PhotoCheckKind>(std::string_view name)
{
    return valueIn(photoChecks, name);
}

int photoScore(int value, const PhotoLimit& limit)
{
    constexpr auto best = 100;
    const auto span = spanOf(limit);
    const auto above = limit.least ? value - *limit.least : best * static_cast<int>(span);
    const auto below = limit.most ? *limit.most - value : best * static_cast<int>(span);
    const auto inside = std::min(above, below);
    if (inside < 0)
        return std::max(0, static_cast<int>((photoPassMark - 1) + photoPassMark * (inside / span)));
    const auto onlyOne = limit.least == limit.most || (!limit.least && limit.most == 0);
    if (onlyOne) // nothing can be better
        return best;
    // What has one end only is soon as good as can be.
    const auto rise = limit.least && limit.most ? span : span / 4;
    const auto share = std::min(1.0, inside / rise);
    return static_cast<int>(std::lround(photoPassMark + (best - photoPassMark) * share));
}

std::vector<PhotoCheck> judgePhoto(const std::vector<PhotoMeasure>& measures,
                                   const PhotoLimits& limits)
{
    auto checks = std::vector<PhotoCheck>{};
    for (const auto& measure : measures) {
        const auto score =
            photoScore(measure.value, limits[static_cast<std::size_t>(measure.kind)]);
        const auto unsure = measure.kind == PhotoCheckKind::rephotographed;
        const auto verdict = score >= photoPassMark ? PhotoVerdict::passed
                             : unsure               ? PhotoVerdict::doubtful
                                                    : PhotoVerdict::failed;
        checks.push_back({measure, verdict, score});
    }
    return checks;
}

} // namespace guitai
