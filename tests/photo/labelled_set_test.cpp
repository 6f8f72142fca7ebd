#include "app/photo/photo_work.h"
#include "services/assets.h"
#include "tests/photo/planted_pictures.h"

#include <doctest/doctest.h>

#include <opencv2/core/utility.hpp>

#include <array>
#include <iomanip>
#include <iostream>

using namespace guitai;

namespace
{

struct Tally {
    int planted = 0, found = 0, alarms = 0, chances = 0;
};
using Table = std::array<Tally, photoCheckKinds>;

RgbImage imageFrom(const cv::Mat& rgb)
{
    const auto* first = reinterpret_cast<const std::byte*>(rgb.data);
    return {rgb.cols, rgb.rows, Bytes(first, first + rgb.total() * rgb.elemSize())};
}

void judge(const PlantedPicture& picture, const std::vector<PhotoCheck>& checks, Table& table)
{
    auto complained = std::set<PhotoCheckKind>{};
    for (const auto& check : checks)
        if (check.verdict != PhotoVerdict::passed)
            complained.insert(check.measured.kind);
    for (std::size_t i = 0; i < photoCheckKinds; ++i) {
        const auto kind = static_cast<PhotoCheckKind>(i);
        const auto isPlanted = picture.planted.contains(kind);
        const auto isFound = complained.contains(kind);
        auto& tally = table[i];
        tally.planted += isPlanted ? 1 : 0;
        tally.found += isPlanted && isFound ? 1 : 0;
        if (isPlanted && !isFound)
            MESSAGE("missed: " << picture.name << ", " << std::string{nameOf(kind)});
        if (isPlanted || picture.consequences.contains(kind))
            continue;
        ++tally.chances;
        tally.alarms += isFound ? 1 : 0;
        if (isFound)
            MESSAGE("false alarm: " << picture.name << ", " << std::string{nameOf(kind)});
    }
}

void print(const Table& table)
{
    std::cout << "check           planted  found  false alarms\n";
    for (std::size_t i = 0; i < photoCheckKinds; ++i) {
        const auto& tally = table[i];
        std::cout << std::left << std::setw(16) << nameOf(static_cast<PhotoCheckKind>(i))
                  << std::right << std::setw(7) << tally.planted << std::setw(7) << tally.found
                  << std::setw(7) << tally.alarms << " of " << tally.chances << '\n';
    }
}

} // namespace

TEST_CASE("every planted fault is found, with few false alarms")
{
    cv::setNumThreads(1);
    const auto standard = parsePhotoStandard(Assets{}.load("photo.json"), "photo.json");
    auto finder = FaceFinder{};
    auto table = Table{};
    const auto pictures = plantedPictures();
    REQUIRE(pictures.size() >= 60);
    auto soundWithAlarm = 0, sound = 0;
    for (const auto& picture : pictures) {
        CAPTURE(picture.name);
        const auto answer = workOn(
            {.source = {{}, {}, imageFrom(picture.rgb)}, .part = {}, .standard = standard}, finder);
        REQUIRE_FALSE(answer.refusal);
        const auto checks = judgePhoto(answer.measures, standard.limits);
        judge(picture, checks, table);
        const auto isSound = picture.planted.empty();
        sound += isSound ? 1 : 0;
        soundWithAlarm +=
            isSound && std::ranges::any_of(checks,
                                           [](const PhotoCheck& check) {
                                               return check.verdict != PhotoVerdict::passed;
                                           })
                ? 1
                : 0;
    }
    std::cout << pictures.size() << " pictures, " << sound << " of them sound, of which "
              << soundWithAlarm << " raised an alarm\n";
    print(table);
    auto alarms = 0, chances = 0;
    for (const auto& tally : table) {
        CHECK(tally.planted > 0);
        CHECK(tally.found == tally.planted);
        alarms += tally.alarms;
        chances += tally.chances;
    }
    CHECK(100 * alarms <= 5 * chances);
    CHECK(100 * soundWithAlarm <= 5 * sound);
}
